import { plusMinutes } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import type { Process } from '../define.ts'
import type { Actor } from '../roles.ts'
import type { CaseRow } from '../view.ts'
import { rowOf, rowsOfCases } from './rows.ts'
import { visible } from './visible.ts'

/** Key of the parameter that says how many days back a report counts as perhaps the same. */
export const duplicateDays = ({ name }: Pick<Process, 'name'>): string => `${name.replace(/-/g, '')}.duplicate_days`

/** What was reported from the same unit in the last days (parameter `<process>.duplicate_days`), or is still open there. */
export async function similar(
  tx: Tx,
  house: House,
  module: LoadedModule,
  of: { readonly unitId: string; readonly category?: string | undefined },
  actor: Actor,
): Promise<CaseRow[]> {
  const now = house.now()
  const since = plusMinutes(now, -1440 * house.rulebook.parameter<number>(duplicateDays(module.process), now))
  const rows = await rowsOfCases(tx)
    .where('cases.process', '=', module.process.name)
    .where(visible(actor, [module]))
    .where('cases.unit_id', '=', of.unitId)
    .$if(of.category !== undefined, (query) => query.where('cases.category', '=', of.category ?? ''))
    .where((eb) => eb.or([eb('cases.opened_at', '>=', since), eb('cases.closed_at', 'is', null)]))
    .orderBy('cases.opened_at', 'desc')
    .limit(5)
    .execute()
  return rows.map((row) => rowOf(row, actor.kind === 'staff'))
}

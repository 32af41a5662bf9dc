import { expressionBuilder } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import type { DB } from '#kernel/database/types.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { visible } from '#kernel/process/server/visible.ts'
import type { CaseLine } from '../view.ts'

/** Cases as one line each, within what the actor may see. */
export const casesFor = (tx: Tx, actor: Actor, modules: readonly LoadedModule[]) =>
  tx
    .selectFrom('cases')
    .leftJoin('units', 'units.id', 'cases.unit_id')
    .select(['cases.id', 'cases.process', 'cases.number', 'cases.title', 'cases.state', 'cases.priority'])
    .select(['cases.opened_at', 'cases.due_at', 'cases.closed_at', 'units.code as unit'])
    .where(visible(actor, modules)(expressionBuilder<DB, 'cases'>()))

type Row = Awaited<ReturnType<ReturnType<typeof casesFor>['executeTakeFirstOrThrow']>>

export const lineOf = (row: Row): CaseLine => ({
  process: row.process,
  number: row.number,
  title: row.title,
  state: row.state,
  priority: row.priority,
  unit: row.unit,
  openedAt: row.opened_at,
  dueAt: row.due_at,
  closedAt: row.closed_at,
})

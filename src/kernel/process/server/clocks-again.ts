import type { Tx } from '#kernel/database/database.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import type { Moment } from '../moment.ts'
import { keepClocks } from './deadlines.ts'
import { type CaseRecord, loadFacts } from './facts.ts'
import { readSlip } from './slip-rows.ts'

/**
 * Asks every clock of a case again without moving it: after a step of a ladder and after a superior accepted, because a
 * promise may hang on just that. The version stays: nobody's form becomes stale by it. The case is locked by the caller.
 */
export async function askClocksAgain(
  tx: Tx,
  house: House,
  { process }: LoadedModule,
  record: CaseRecord & { readonly due_at: string | null; readonly paused: boolean },
  moment: Omit<Moment, 'facts'>,
): Promise<void> {
  if (process.states[record.state]?.final) return
  const slip = await readSlip(tx, process, record.id)
  const at = { ...moment, facts: await loadFacts(tx, house, record, moment.now) }
  const kept = await keepClocks(tx, process, {
    caseId: record.id,
    from: record.state,
    to: record.state,
    slip,
    at,
    pause: null,
  })
  if (kept.dueAt === record.due_at && kept.paused === record.paused) return
  await tx.updateTable('cases').set({ due_at: kept.dueAt, paused: kept.paused }).where('id', '=', record.id).execute()
}

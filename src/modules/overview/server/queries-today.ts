import type { Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { promiseBoard } from '#kernel/process/server/promise-board.ts'
import { pausesNow } from '#kernel/process/server/promises.ts'
import { visible } from '#kernel/process/server/visible.ts'
import type { TodayView } from '../slip.ts'

/** The strip on the workbench: what burns today, each figure a way into the promise board or a register. */
export async function todayOf(tx: Tx, house: House, actor: Actor): Promise<TodayView> {
  const complaints = tx
    .selectFrom('cases')
    .where('process', '=', 'complaint')
    .where('closed_at', 'is', null)
    .where(visible(actor, house.modules))
  const { open } = await complaints.select((eb) => eb.fn.countAll<number>().as('open')).executeTakeFirstOrThrow()
  const next = await complaints
    .where('due_at', 'is not', null)
    .where('paused', '=', false)
    .select(['process', 'number', 'title', 'due_at'])
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  const overdue = async (process: string) => (await promiseBoard(tx, house, actor, { process })).counts.overdue
  const board = await promiseBoard(tx, house, actor, {})
  return {
    complaints: Number(open),
    next: next?.due_at ? { process: next.process, number: next.number, title: next.title, dueAt: next.due_at } : null,
    red: board.red,
    repairs: await overdue('repair'),
    serviceSlips: await overdue('service-slip'),
    longPauses: (await pausesNow(tx, house, actor, {})).filter(({ long }) => long).length,
  }
}

import { sql } from 'kysely'
import { isServiceTime } from '#lib/working-calendar.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { announce } from '#kernel/outbox/server/tell.ts'
import type { Slip } from '../decide.ts'
import type { Moment } from '../moment.ts'
import { type StaffRole, theClock } from '../roles.ts'
import { askClocksAgain } from './clocks-again.ts'
import { nextStep } from './deadlines.ts'
import { raise, sendEscalation } from './escalate.ts'
import { type CaseRecord, loadFacts } from './facts.ts'
import { readSlip } from './slip-rows.ts'
import { addLine } from './timeline.ts'

/*
 * The clock job, all of it. Every few seconds: broken promises go up the ladder, escalations nobody accepted are sent again.
 * Each is done in a transaction of its own with the case locked, so that several servers may run it beside each other.
 */

/** Does what is due now; returns how much it did. */
export async function tick(house: House): Promise<number> {
  const late = await house.database.asHouse((tx) =>
    tx
      .selectFrom('deadlines')
      .select(['case_id', 'clock', 'round'])
      .where('met_at', 'is', null)
      .where('paused_at', 'is', null)
      .where('next_at', '<=', house.now())
      .orderBy('next_at')
      .limit(200)
      .execute(),
  )
  let done = 0
  for (const one of late) while (await climb(house, one)) done += 1
  return done + (await resend(house))
}

interface BrokenPromise {
  readonly case_id: string
  readonly clock: string
  readonly round: number
}

const climb = (house: House, promise: BrokenPromise): Promise<boolean> =>
  house.database.asHouse((tx) => climbWithin(tx, house, promise, house.now()))

/** One step of the ladder of one broken promise, in the caller's transaction; false when nothing is due any more. */
export async function climbWithin(tx: Tx, house: House, promise: BrokenPromise, now: IsoInstant): Promise<boolean> {
  const record = await tx
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', promise.case_id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  const row = await tx
    .selectFrom('deadlines')
    .selectAll()
    .where('case_id', '=', promise.case_id)
    .where('clock', '=', promise.clock)
    .where('round', '=', promise.round)
    .executeTakeFirst()
  const module = record && moduleOf(house, record.process)
  const clock = module?.process.clocks[promise.clock]
  if (
    !record ||
    !module ||
    !row ||
    !clock ||
    row.met_at !== null ||
    row.paused_at !== null ||
    row.next_at === null ||
    row.next_at > now
  )
    return false
  const step = clock.late[row.step]
  const cause = row.round === 1 ? row.clock : `${row.clock}:${row.round}`
  const moment = { now, actor: theClock, role: 'CLOCK' } as const
  if (step && (step.when === undefined || (await holds(tx, house, module, record, step.when, moment)))) {
    await raise(tx, record, { cause, role: step.role, level: step.level, at: now })
    const input = { cause, role: step.role, level: step.level, due: row.due_at }
    await addLine(tx, {
      caseId: record.id,
      at: now,
      actor: theClock,
      role: 'CLOCK',
      action: 'escalate',
      from: record.state,
      to: record.state,
      input,
      changes: {},
      shownToCustomer: false,
    })
  }
  await tx
    .updateTable('deadlines')
    .set({ step: row.step + 1, next_at: nextStep(clock, row.due_at, row.step + 1) })
    .where('case_id', '=', row.case_id)
    .where('clock', '=', row.clock)
    .where('round', '=', row.round)
    .execute()
  await askClocksAgain(tx, house, module, record, moment)
  const people = [record.owner_id, record.opened_by, ...record.crew_ids].filter((id) => id !== null)
  await announce(tx, {
    process: record.process,
    number: record.number,
    customerId: record.customer_id,
    people,
    what: 'written',
  })
  return true
}

async function holds(
  tx: Tx,
  house: House,
  module: LoadedModule,
  record: CaseRecord,
  when: (slip: Slip, at: Moment) => boolean,
  moment: Omit<Moment, 'facts'>,
): Promise<boolean> {
  const slip = await readSlip(tx, module.process, record.id)
  return when(slip, { ...moment, facts: await loadFacts(tx, house, record, moment.now) })
}

/** Every 15 minutes at level 1, every 10 above, inside service hours, until accepted (domain §1.7). */
async function resend(house: House): Promise<number> {
  const now = house.now()
  if (!isServiceTime(house.rulebook.calendar(), now)) return 0
  const level1 = plusMinutes(now, -house.rulebook.parameter<number>('escalation.resend_level1_minutes', now))
  const above = plusMinutes(now, -house.rulebook.parameter<number>('escalation.resend_level2_minutes', now))
  return house.database.asHouse(async (tx) => {
    const waiting = await tx
      .selectFrom('escalations')
      .innerJoin('cases', 'cases.id', 'escalations.case_id')
      .select(['escalations.id as escalation', 'cases.id', 'cases.number', 'cases.title', 'cause', 'role', 'level'])
      .where('accepted_at', 'is', null)
      .where('cases.closed_at', 'is', null)
      .where(
        'sent_at',
        '<=',
        sql<string>`case when level = 1 then ${level1}::timestamptz else ${above}::timestamptz end`,
      )
      .limit(200)
      .forUpdate('escalations')
      .skipLocked()
      .execute()
    for (const one of waiting) {
      await sendEscalation(tx, one, { cause: one.cause, role: one.role as StaffRole, level: one.level, at: now })
      await tx.updateTable('escalations').set({ sent_at: now }).where('id', '=', one.escalation).execute()
    }
    return waiting.length
  })
}

export function moduleOf(house: House, process: string): LoadedModule | undefined {
  return house.modules.find((module) => module.process.name === process)
}

import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { Rulebook } from '#kernel/http/server/house.ts'
import { doorWords } from '#kernel/http/words.ts'
import type { Actor, Role } from '#kernel/process/roles.ts'
import { dateOf } from '#lib/show-time.ts'
import type { IsoDate, IsoInstant } from '#lib/time.ts'
import { plusDays, startOfDay } from '#lib/time.ts'
import { holdSecondsKey, ringsKey, targetKey, voiceMailRingsKey } from '../parameters.ts'
import { beyond, type ExchangeCall, sumOf } from '../rules.ts'
import type { CallFigures, CountRow, DayFigures, Shift, ShiftCount, Tally } from '../slip.ts'
import { callRefusals } from '../words.ts'

export const desk: readonly Role[] = ['REC', 'OPR', 'CSA', 'CSS', 'CSM']
export const heads: readonly Role[] = ['CSS', 'CSM']
export const readers: readonly Role[] = ['OPR', 'CSS', 'CSM']

const holds = (actor: Actor, roles: readonly Role[]) => actor.roles.some((role) => roles.includes(role))

export const limitsAt = (rulebook: Rulebook, at: IsoInstant): CallFigures['limits'] => ({
  rings: rulebook.parameter<number>(ringsKey, at),
  voiceMailRings: rulebook.parameter<number>(voiceMailRingsKey, at),
  holdSeconds: rulebook.parameter<number>(holdSecondsKey, at),
  targetBp: rulebook.parameter<number>(targetKey, at),
})

/** Days with records of the exchange go by those, all others by what was counted by hand. Both days are included. */
export async function figures(
  tx: Tx,
  limits: CallFigures['limits'],
  actor: Actor,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<CallFigures> {
  const recorded = await recordedDays(tx, limits, from, to)
  const counts = await countsBetween(tx, from, to)
  const known = new Set(recorded.map(({ day }) => day))
  const byHand = [...Map.groupBy(counts, ({ day }) => day)].flatMap(([day, rows]): DayFigures[] =>
    known.has(day) ? [] : [{ day, source: 'hand', ...sumOf(rows.map(tallyOf)) }],
  )
  const days = [...recorded, ...byHand].toSorted((a, b) => b.day.localeCompare(a.day))
  return {
    days,
    total: sumOf(days.map(tallyOf)),
    counts,
    limits,
    may: { count: holds(actor, desk), countForOthers: holds(actor, heads), read: holds(actor, readers) },
  }
}

const tallyOf = ({ answered, answeredInTime, voiceMail, voiceMailInTime, held, heldInTime, unanswered }: Tally) => ({
  answered,
  answeredInTime,
  voiceMail,
  voiceMailInTime,
  held,
  heldInTime,
  unanswered,
})

async function recordedDays(
  tx: Tx,
  { rings, voiceMailRings, holdSeconds }: CallFigures['limits'],
  from: IsoDate,
  to: IsoDate,
): Promise<DayFigures[]> {
  const local = sql<string>`to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`
  const count = (holding: ReturnType<typeof sql<boolean>>) => sql<number>`(count(*) filter (where ${holding}))::int`
  const rows = await tx
    .selectFrom('exchange_calls')
    .select([
      local.as('day'),
      count(sql`outcome = 'answered'`).as('answered'),
      count(sql`outcome = 'answered' and rings <= ${rings}`).as('answeredInTime'),
      count(sql`outcome = 'voiceMail'`).as('voiceMail'),
      count(sql`outcome = 'voiceMail' and rings <= ${voiceMailRings}`).as('voiceMailInTime'),
      count(sql`hold_seconds > 0`).as('held'),
      count(sql`hold_seconds between 1 and ${holdSeconds}`).as('heldInTime'),
      count(sql`outcome = 'unanswered'`).as('unanswered'),
    ])
    .where('at', '>=', startOfDay(from))
    .where('at', '<', startOfDay(plusDays(to, 1)))
    .groupBy(local)
    .execute()
  return rows.map((row) => ({ ...row, source: 'exchange' as const }))
}

/** The newest count of every shift, newest first. */
async function countsBetween(tx: Tx, from: IsoDate, to: IsoDate): Promise<CountRow[]> {
  const rows = await tx
    .selectFrom('call_counts')
    .innerJoin('people as operator', 'operator.id', 'call_counts.operator_id')
    .innerJoin('people as writer', 'writer.id', 'call_counts.set_by')
    .distinctOn(['day', 'shift', 'operator_id'])
    .selectAll('call_counts')
    .select(['operator.name as operator_name', 'writer.name as writer_name'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day', 'desc')
    .orderBy('shift')
    .orderBy('operator_id')
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    day: row.day,
    shift: row.shift as Shift,
    operator: { id: row.operator_id, name: row.operator_name },
    version: row.version,
    answered: row.answered,
    answeredInTime: row.answered_in_time,
    voiceMail: row.voice_mail,
    voiceMailInTime: row.voice_mail_in_time,
    held: row.held,
    heldInTime: row.held_in_time,
    unanswered: row.unanswered,
    note: row.note,
    setBy: row.writer_name,
    setAt: row.set_at,
  }))
}

/** One shift of one operator; counting it again adds a version. Throws `Refused`. */
export async function countShift(
  tx: Tx,
  typed: ShiftCount,
  actor: Actor,
  now: IsoInstant,
): Promise<{ version: number }> {
  const operator = typed.operatorId ?? actor.id
  if (operator === null || (operator !== actor.id && !holds(actor, heads)))
    throw new Refused({ status: 403, code: 'notYours', says: doorWords.notYours })
  if (operator !== actor.id) await proveOperator(tx, operator)
  const faults = [
    ...beyond(typed).map((path) => ({ path, code: 'beyond', says: callRefusals.beyond })),
    ...(typed.day > dateOf(now) ? [{ path: 'day', code: 'future', says: callRefusals.future }] : []),
  ]
  if (faults.length > 0) throw new Refused({ status: 422, code: 'input', says: doorWords.input, errors: faults })
  await sql`select pg_advisory_xact_lock(hashtext(${`calls ${typed.day} ${typed.shift} ${operator}`}))`.execute(tx)
  const last = await tx
    .selectFrom('call_counts')
    .select('version')
    .where('day', '=', typed.day)
    .where('shift', '=', typed.shift)
    .where('operator_id', '=', operator)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await tx
    .insertInto('call_counts')
    .values({
      day: typed.day,
      shift: typed.shift,
      operator_id: operator,
      version,
      answered: typed.answered,
      answered_in_time: typed.answeredInTime,
      voice_mail: typed.voiceMail,
      voice_mail_in_time: typed.voiceMailInTime,
      held: typed.held,
      held_in_time: typed.heldInTime,
      unanswered: typed.unanswered,
      note: typed.note,
      set_by: actor.id ?? operator,
      set_at: now,
    })
    .execute()
  return { version }
}

async function proveOperator(tx: Tx, id: string): Promise<void> {
  const found = await tx
    .selectFrom('person_roles')
    .innerJoin('people', 'people.id', 'person_roles.person_id')
    .select('people.id')
    .where('people.id', '=', id)
    .where('people.kind', '=', 'staff')
    .where('role', 'in', [...desk])
    .limit(1)
    .executeTakeFirst()
  if (!found)
    throw new Refused({
      status: 422,
      code: 'input',
      says: doorWords.input,
      errors: [{ path: 'operatorId', code: 'notOperator', says: callRefusals.notOperator }],
    })
}

/** How many were new; a call already on record is passed over. */
export async function keepCalls(
  tx: Tx,
  calls: readonly ExchangeCall[],
  signed: { readonly by: string; readonly at: IsoInstant },
): Promise<number> {
  let added = 0
  for (let start = 0; start < calls.length; start += 2000) {
    const part = calls.slice(start, start + 2000)
    const written = await tx
      .insertInto('exchange_calls')
      .values(
        part.map(({ at, extension, rings, holdSeconds, outcome }) => ({
          at,
          extension,
          rings,
          hold_seconds: holdSeconds,
          outcome,
          read_by: signed.by,
          read_at: signed.at,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    added += Number(written.numInsertedOrUpdatedRows ?? 0n)
  }
  return added
}

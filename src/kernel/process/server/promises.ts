import { type Expression, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { dateOf } from '#lib/show-time.ts'
import { type IsoInstant, plusDays, plusMinutes, startOfDay } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { doorWords } from '#kernel/http/words.ts'
import { keepersOf, longPauseHours, oversight } from '../promises.ts'
import type { PauseRow, PromiseQuery, PromiseRow, PromiseStanding } from '../promises.ts'
import type { Actor } from '../roles.ts'
import type { Page } from '../view.ts'
import { rowOf, rowsOfCases } from './rows.ts'
import { visible } from './visible.ts'

/*
 * The promise board: every promise that runs or rests, of all processes, soonest first. Read by the index of open deadlines,
 * so it costs what is open, not what ever was. Whose a promise is stands in the definitions (`keepersOf`).
 */

const pageSize = 100
const countedAtMost = 1000
const soonMinutes = 120

/** The keepers as a table to join with. */
export const keeperTable = (modules: readonly LoadedModule[]) => {
  const keepers = keepersOf(modules.map(({ process }) => process))
  const column = (of: (keeper: (typeof keepers)[number]) => string | boolean) => keepers.map(of)
  return sql<{ process: string; clock: string; role: string; department: string; own: boolean }>`
    (select * from unnest(
      ${column((one) => one.process)}::text[], ${column((one) => one.clock)}::text[], ${column((one) => one.role)}::text[],
      ${column((one) => one.department)}::text[], ${column((one) => one.own)}::boolean[]
    ) as table_of (process, clock, role, department, own))`.as('keepers')
}

/** The departments of a promise; tables `cases` and `keepers` are at hand. */
export const departmentsOfPromise = sql<string[]>`
  case when keepers.own and cardinality(cases.departments) > 0 then cases.departments else array[keepers.department] end`

/** Who of the house has it: the assignee or the owner, whichever works in its department. */
export const personOfPromise = sql<string | null>`
  case when ${worksThere('assignee_id')} then cases.assignee_id when ${worksThere('owner_id')} then cases.owner_id end`

function worksThere(column: 'assignee_id' | 'owner_id') {
  return sql<boolean>`(select staff.department = any (${departmentsOfPromise}) from staff where staff.person_id = ${sql.ref(`cases.${column}`)})`
}

/** What this actor oversees: everything, or the promises of his departments. */
export function overseen(actor: Actor): Expression<SqlBool> {
  const seen = oversight(actor)
  return seen === 'all' ? sql<SqlBool>`true` : sql<SqlBool>`${departmentsOfPromise} && ${[...seen]}::text[]`
}

/** Every open promise this actor oversees, filtered. */
export function openPromises(tx: Tx, house: House, actor: Actor, asked: PromiseQuery) {
  const now = house.now()
  return rowsOfCases(tx)
    .innerJoin('deadlines', 'deadlines.case_id', 'cases.id')
    .innerJoin(keeperTable(house.modules), (join) =>
      join.onRef('keepers.process', '=', 'cases.process').onRef('keepers.clock', '=', 'deadlines.clock'),
    )
    .where('deadlines.met_at', 'is', null)
    .where(visible(actor, house.modules))
    .where(overseen(actor))
    .$if(asked.department !== undefined, (query) =>
      query.where(sql<SqlBool>`${asked.department ?? ''} = any (${departmentsOfPromise})`),
    )
    .$if(asked.person === 'none', (query) => query.where(sql<SqlBool>`${personOfPromise} is null`))
    .$if(asked.person !== undefined && asked.person !== 'none', (query) =>
      query.where(sql<SqlBool>`${personOfPromise} = ${asked.person ?? null}::uuid`),
    )
    .$if(asked.process !== undefined, (query) => query.where('cases.process', '=', asked.process ?? ''))
    .$if(asked.show !== undefined, (query) => query.where(standsAs(asked.show ?? 'overdue', now)))
}

/** How a promise stands now. One whose time was up before it came to rest stays overdue, and rests. */
export function standsAs(standing: PromiseStanding, now: IsoInstant): Expression<SqlBool> {
  const until = (end: IsoInstant) =>
    sql<SqlBool>`deadlines.paused_at is null and deadlines.due_at >= ${now}::timestamptz and deadlines.due_at < ${end}::timestamptz`
  switch (standing) {
    case 'overdue':
      return sql<SqlBool>`coalesce(deadlines.paused_at, ${now}::timestamptz) > deadlines.due_at`
    case 'soon':
      return until(plusMinutes(now, soonMinutes))
    case 'today':
      return until(startOfDay(plusDays(dateOf(now), 1)))
    case 'paused':
      return sql<SqlBool>`deadlines.paused_at is not null`
  }
}

export async function promises(tx: Tx, house: House, actor: Actor, asked: PromiseQuery): Promise<Page<PromiseRow>> {
  const all = openPromises(tx, house, actor, asked)
  const rows = await all
    .leftJoin(rung, (join) => join.onTrue())
    .leftJoin('pauses', (join) =>
      join
        .onRef('pauses.case_id', '=', 'cases.id')
        .on('pauses.ended_at', 'is', null)
        .on('deadlines.paused_at', 'is not', null),
    )
    .leftJoin('people as keeper', (join) => join.on(sql<SqlBool>`keeper.id = ${personOfPromise}`))
    .select([
      'deadlines.clock',
      'deadlines.round',
      'deadlines.started_at',
      'deadlines.due_at as promised_at',
      'deadlines.paused_at',
      'pauses.started_at as rests_since',
      'pauses.reason',
      'pauses.expected_at',
      'keepers.role',
      'keeper.id as keeper_id',
      'keeper.name as keeper_name',
      'rung.level',
      'rung.accepted',
      departmentsOfPromise.as('kept_by'),
    ])
    .$if(asked.after !== undefined, (query) => query.where(after(asked.after ?? '')))
    .orderBy(sql`deadlines.paused_at is not null`)
    .orderBy('deadlines.due_at')
    .orderBy('cases.id')
    .orderBy('deadlines.clock')
    .limit(pageSize + 1)
    .execute()
  const items = rows.slice(0, pageSize).map(
    (row): PromiseRow => ({
      case: rowOf(row, true),
      clock: row.clock,
      round: row.round,
      startedAt: row.started_at,
      dueAt: row.promised_at,
      pausedAt: row.paused_at,
      pause:
        row.rests_since === null
          ? null
          : { startedAt: row.rests_since, reason: row.reason ?? '', expectedAt: row.expected_at },
      departments: row.kept_by,
      person: row.keeper_id === null ? null : { id: row.keeper_id, name: row.keeper_name ?? '' },
      role: row.role,
      level: row.level,
      accepted: row.accepted === true,
    }),
  )
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  const counted = asked.after === undefined ? await countUpTo(tx, all) : items.length
  return {
    items,
    next: last === undefined ? null : cursorOf(last),
    count: Math.min(counted, countedAtMost),
    more: counted > countedAtMost,
  }
}

/** How far a promise went up the ladder: of all escalations it caused. */
const rung = sql<{ level: number | null; accepted: boolean | null }>`
  lateral (select max(level)::int as level, bool_and(accepted_at is not null) as accepted from escalations
    where escalations.case_id = deadlines.case_id
      and cause in (deadlines.clock, deadlines.clock || ':' || deadlines.round))`.as('rung')
async function countUpTo(tx: Tx, all: ReturnType<typeof openPromises>): Promise<number> {
  const { count } = await tx
    .selectFrom(
      all
        .clearSelect()
        .select(sql`1`.as('one'))
        .limit(countedAtMost + 1)
        .as('some'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const cursorOf = (row: { paused_at: string | null; promised_at: string; id: string; clock: string }): string =>
  Buffer.from([row.paused_at !== null, row.promised_at, row.id, row.clock].join('|')).toString('base64url')

const Cursor = z.tuple([z.enum(['true', 'false']), z.iso.datetime({ precision: 3 }), z.uuid(), z.string().max(60)])

function after(cursor: string): Expression<SqlBool> {
  const read = Cursor.safeParse(Buffer.from(cursor, 'base64url').toString('utf8').split('|'))
  if (!read.success) throw new Refused({ status: 400, code: 'input', says: doorWords.malformed })
  const [rests, due, id, clock] = read.data
  return sql<SqlBool>`(deadlines.paused_at is not null, deadlines.due_at, cases.id, deadlines.clock) > (${rests}::boolean, ${due}::timestamptz, ${id}::uuid, ${clock}::text)`
}

/** Cases that rest, longest first: with the reason and the expected end. */
export async function pausesNow(tx: Tx, house: House, actor: Actor, asked: PromiseQuery): Promise<PauseRow[]> {
  const now = house.now()
  const rows = await openPromises(tx, house, actor, { ...asked, show: 'paused' })
    .innerJoin('pauses', (join) => join.onRef('pauses.case_id', '=', 'cases.id').on('pauses.ended_at', 'is', null))
    .select(['pauses.started_at', 'pauses.reason', 'pauses.expected_at', departmentsOfPromise.as('kept_by')])
    .distinctOn(['pauses.started_at', 'cases.id'])
    .orderBy('pauses.started_at')
    .orderBy('cases.id')
    .limit(200)
    .execute()
  const longSince = plusMinutes(now, -longPauseHours * 60)
  return rows.map((row) => ({
    case: rowOf(row, true),
    startedAt: row.started_at,
    reason: row.reason,
    expectedAt: row.expected_at,
    departments: row.kept_by,
    long: row.started_at < longSince,
  }))
}

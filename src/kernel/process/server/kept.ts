import { type Expression, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { type IsoDate, type IsoInstant, plusMonths, startOfDay } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { doorWords } from '#kernel/http/words.ts'
import { type KeptCase, type KeptGrouping, type KeptPage, type KeptRow, oversight } from '../promises.ts'
import type { Actor, Department } from '../roles.ts'
import { departmentsOfPromise, keeperTable, overseen, personOfPromise } from './promises.ts'
import { rowOf, rowsOfCases } from './rows.ts'
import { visible } from './visible.ts'

/*
 * Promises kept and missed: those that fell due in a month, each counted once for what became of it. Missed is what was met
 * after its time, or is not met though its time is up; what still runs in time, and void cases, are not counted. The figure
 * and the list behind it come from the same query.
 */

export interface KeptQuery {
  readonly month: string
  readonly process?: string
  readonly clock?: string
  readonly department?: Department
  readonly person?: string
  readonly missed?: boolean
  readonly after?: string
}

/** The instants between which a month lies in Shanghai; `month` is `2026-11`. */
export function spanOf(month: string): { readonly from: IsoInstant; readonly to: IsoInstant } {
  const first: IsoDate = `${month}-01`
  return { from: startOfDay(first), to: startOfDay(plusMonths(first, 1)) }
}

/** `process/state` of every state whose papers are void: cancelled, declined. No figure counts a case that ended there. */
export const voidStates = (modules: readonly LoadedModule[]): string[] =>
  modules.flatMap(({ process }) =>
    Object.entries(process.states).flatMap(([name, state]) => (state.voids ? [`${process.name}/${name}`] : [])),
  )

/** When a promise was met; while it is not: the moment it rests at, or now. */
const stood = (now: IsoInstant) => sql`coalesce(deadlines.met_at, deadlines.paused_at, ${now}::timestamptz)`

/** Every promise that fell due in a month and is decided. */
export function dueIn(tx: Tx, house: House, actor: Actor, asked: KeptQuery) {
  const now = house.now()
  const { from, to } = spanOf(asked.month)
  return rowsOfCases(tx)
    .innerJoin('deadlines', 'deadlines.case_id', 'cases.id')
    .innerJoin(keeperTable(house.modules), (join) =>
      join.onRef('keepers.process', '=', 'cases.process').onRef('keepers.clock', '=', 'deadlines.clock'),
    )
    .where('deadlines.due_at', '>=', from)
    .where('deadlines.due_at', '<', to)
    .where(sql<SqlBool>`(deadlines.met_at is not null or ${stood(now)} > deadlines.due_at)`)
    .where(sql<SqlBool>`not (cases.process || '/' || cases.state = any (${voidStates(house.modules)}::text[]))`)
    .where(visible(actor, house.modules))
    .where(overseen(actor))
    .$if(asked.process !== undefined, (query) => query.where('cases.process', '=', asked.process ?? ''))
    .$if(asked.clock !== undefined, (query) => query.where('deadlines.clock', '=', asked.clock ?? ''))
    .$if(asked.department !== undefined, (query) =>
      query.where(sql<SqlBool>`${asked.department ?? ''} = any (${departmentsOfPromise})`),
    )
    .$if(asked.person === 'none', (query) => query.where(sql<SqlBool>`${personOfPromise} is null`))
    .$if(asked.person !== undefined && asked.person !== 'none', (query) =>
      query.where(sql<SqlBool>`${personOfPromise} = ${asked.person ?? null}::uuid`),
    )
    .$if(asked.missed !== undefined, (query) =>
      query.where(sql<SqlBool>`(${stood(now)} > deadlines.due_at) = ${asked.missed === true}`),
    )
}

/** Kept and missed by promise, department or person. A promise of two departments counts in each. */
export async function kept(tx: Tx, house: House, actor: Actor, asked: KeptQuery, by: KeptGrouping): Promise<KeptRow[]> {
  const now = house.now()
  const base = dueIn(tx, house, actor, asked)
    .clearSelect()
    .select([
      sql<number>`count(*) filter (where ${stood(now)} <= deadlines.due_at)`.as('kept'),
      sql<number>`count(*) filter (where ${stood(now)} > deadlines.due_at)`.as('missed'),
    ])
  const none = { process: null, clock: null, department: null, person: null }
  const figures = (row: { kept: number; missed: number }) => ({ kept: row.kept, missed: row.missed })
  if (by === 'clock') {
    const rows = await base
      .select(['cases.process', 'deadlines.clock'])
      .groupBy(['cases.process', 'deadlines.clock'])
      .orderBy('cases.process')
      .orderBy('deadlines.clock')
      .execute()
    return rows.map((row) => ({ ...none, process: row.process, clock: row.clock, ...figures(row) }))
  }
  if (by === 'department') {
    const seen = oversight(actor)
    const rows = await base
      .innerJoin(sql`lateral unnest(${departmentsOfPromise})`.as<'kept_by'>(sql`kept_by (department)`), (join) =>
        join.onTrue(),
      )
      .select(sql<string>`kept_by.department`.as('of'))
      .groupBy('of')
      .orderBy('of')
      .execute()
    return rows
      .filter((row) => seen === 'all' || seen.some((department) => department === row.of))
      .map((row) => ({ ...none, department: row.of, ...figures(row) }))
  }
  const rows = await base
    .leftJoin('people as keeper', (join) => join.on(sql<SqlBool>`keeper.id = ${personOfPromise}`))
    .select(['keeper.id', 'keeper.name'])
    .groupBy(['keeper.id', 'keeper.name'])
    .orderBy('missed', 'desc')
    .orderBy('kept', 'desc')
    .orderBy('keeper.id')
    .limit(300)
    .execute()
  return rows.map((row) => ({
    ...none,
    person: row.id === null ? null : { id: row.id, name: row.name ?? '' },
    ...figures(row),
  }))
}

const pageSize = 100
const Cursor = z.tuple([z.iso.datetime({ precision: 3 }), z.uuid(), z.string().max(60), z.coerce.number().int()])

/** The promises behind a figure, the newest first. */
export async function keptCases(tx: Tx, house: House, actor: Actor, asked: KeptQuery): Promise<KeptPage> {
  const all = dueIn(tx, house, actor, asked)
  const { count } = await all
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await all
    .select([
      'deadlines.clock',
      'deadlines.round',
      'deadlines.due_at as promised_at',
      'deadlines.met_at',
      sql<boolean>`${stood(house.now())} > deadlines.due_at`.as('missed'),
    ])
    .$if(asked.after !== undefined, (query) => query.where(before(asked.after ?? '')))
    .orderBy('deadlines.due_at', 'desc')
    .orderBy('cases.id', 'desc')
    .orderBy('deadlines.clock', 'desc')
    .orderBy('deadlines.round', 'desc')
    .limit(pageSize + 1)
    .execute()
  const items = rows.slice(0, pageSize).map(
    (row): KeptCase => ({
      case: rowOf(row, true),
      clock: row.clock,
      round: row.round,
      dueAt: row.promised_at,
      metAt: row.met_at,
      missed: row.missed,
    }),
  )
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  const next = last && Buffer.from([last.promised_at, last.id, last.clock, last.round].join('|')).toString('base64url')
  return { items, next: next ?? null, count: Number(count), more: false }
}

function before(cursor: string): Expression<SqlBool> {
  const read = Cursor.safeParse(Buffer.from(cursor, 'base64url').toString('utf8').split('|'))
  if (!read.success) throw new Refused({ status: 400, code: 'input', says: doorWords.malformed })
  const [at, id, clock, round] = read.data
  return sql<SqlBool>`(deadlines.due_at, cases.id, deadlines.clock, deadlines.round) < (${at}::timestamptz, ${id}::uuid, ${clock}::text, ${round}::int)`
}

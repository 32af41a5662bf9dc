import { type Expression, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { dateOf } from '#lib/show-time.ts'
import { plusMonths } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { House } from '#kernel/http/server/house.ts'
import { doorWords } from '#kernel/http/words.ts'
import { oversight } from '#kernel/process/promises.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { rowOf, rowsOfCases } from '#kernel/process/server/rows.ts'
import { visible } from '#kernel/process/server/visible.ts'
import type { Page } from '#kernel/process/view.ts'
import { targetKey } from '../parameters.ts'
import { figures, specOf } from '../process/figures.ts'
import {
  type FigureCase,
  type FigureMonth,
  type FigurePart,
  type FigureSpec,
  type FigureView,
  perTenThousand,
  rate,
  type Spread,
} from '../rules.ts'
import type { FigureKey } from '../words/figures.ts'
import * as complaint from './queries-complaint.ts'
import { type MonthFacts, monthFacts, type Rows } from './queries-month.ts'
import * as repair from './queries-repair.ts'
import * as service from './queries-service.ts'

/* A figure and the list behind it come from the same rows: what is counted is what is shown. */

const rowsOf: Readonly<Record<FigureKey, (month: MonthFacts) => Rows>> = {
  m1: repair.m1,
  m2: repair.m2,
  m3: repair.m3,
  m4: repair.m4,
  m5: repair.m5,
  m6r: repair.m6r,
  m6c: complaint.m6c,
  m7: repair.m7,
  m8: repair.m8,
  m9a: repair.m9a,
  m9p: repair.m9p,
  m10n: complaint.m10n,
  m10t: complaint.m10n,
  m10a: complaint.m10n,
  m11: complaint.m11,
  m12s: complaint.m12s,
  m12c: complaint.m12c,
  m13a: complaint.m13a,
  m13b: complaint.m13b,
  m13s: complaint.m13s,
  m14: complaint.m14,
  m15: service.m15,
  m15o: service.m15o,
  m16: service.m16,
  m28: service.m28,
  m34: service.m34,
  qComplaints: complaint.complaintsOfDepartment,
  qRedo: service.givenBack,
}

/** What a ratio divides by; one row, one number. */
const perOf = { m10t: complaint.liveTenancies, m10a: complaint.letArea } as const

export const allFigures = Object.keys(figures) as FigureKey[]

/** Whether this actor is shown the figure at all. */
export function maySee(actor: Actor, spec: FigureSpec): boolean {
  const seen = oversight(actor)
  return seen === 'all' || (spec.of === 'own' ? seen.length > 0 : spec.of.some((one) => seen.includes(one)))
}

/** What of a figure he sees: visible cases; of a figure kept by department, those of his own. */
function seenRows(actor: Actor, spec: FigureSpec): Expression<SqlBool> {
  const seen = oversight(actor)
  if (spec.of !== 'own' || seen === 'all') return sql<SqlBool>`true`
  return spec.parts === 'department'
    ? sql<SqlBool>`counted.part = any (${[...seen]}::text[])`
    : sql<SqlBool>`cases.departments && ${[...seen]}::text[]`
}

const isHere = (house: House, { process }: FigureSpec) =>
  house.modules.some((module) => module.process.name === process)

interface Found {
  readonly part: string | null
  readonly hits: number
  readonly of: number
  readonly sum: number | null
  readonly spread: readonly (number | null)[]
}

/** Counts a figure for a month: the whole (`part` null) and each part. */
async function count(tx: Tx, house: House, actor: Actor, key: FigureKey, month: string): Promise<readonly Found[]> {
  const spec = specOf(key)
  if (!isHere(house, spec)) return []
  const facts = monthFacts(house, month)
  const p = (of: 'value' | 'net', share: number) =>
    sql`percentile_cont(${share}) within group (order by ${sql.ref(`counted.${of}`)})`
  return tx
    .selectFrom('cases')
    .innerJoin(counted(key, facts), (join) => join.onRef('counted.case_id', '=', 'cases.id'))
    .where(visible(actor, house.modules))
    .where(seenRows(actor, spec))
    .select([
      sql<string | null>`counted.part`.as('part'),
      sql<number>`count(*) filter (where counted.hit)`.as('hits'),
      sql<number>`count(*)`.as('of'),
      sql<number | null>`sum(counted.value)`.as('sum'),
      sql<(number | null)[]>`array[avg(counted.value), ${p('value', 0.5)}, ${p('value', 0.9)},
        avg(counted.net), ${p('net', 0.5)}, ${p('net', 0.9)}]`.as('spread'),
    ])
    .groupBy(sql`grouping sets ((), (counted.part))`)
    .orderBy(sql`grouping(counted.part)`, 'desc')
    .orderBy('part')
    .execute()
}

const counted = (key: FigureKey, facts: MonthFacts) =>
  sql<{
    case_id: string
    hit: boolean
    value: number | null
    net: number | null
    part: string
  }>`(${rowsOf[key](facts)})`.as('counted')

const spreadOf = ([mean, median, p90]: readonly (number | null | undefined)[]): Spread | null =>
  typeof mean === 'number' && typeof median === 'number' && typeof p90 === 'number' ? { mean, median, p90 } : null

function partOf(spec: FigureSpec, found: Found, per: number | null): FigurePart {
  const gross = spreadOf(found.spread.slice(0, 3))
  const [hits, of] = [found.hits, per ?? found.of]
  const value = {
    share: () => rate(hits, of),
    count: () => hits,
    ratio: () => rate(hits, of),
    density: () => perTenThousand(hits, of),
    money: () => found.sum ?? 0,
    duration: () => (gross === null ? null : Math.round(gross.mean * 100) / 100),
  }[spec.kind]()
  return { part: found.part ?? '', hits, of, value, gross, net: spreadOf(found.spread.slice(3)) }
}

export async function figure(tx: Tx, house: House, actor: Actor, key: FigureKey, month: string): Promise<FigureView> {
  const spec = specOf(key)
  const per = key === 'm10t' || key === 'm10a' ? perOf[key] : null
  const read = async (of: string) => {
    const divisor =
      per === null || !isHere(house, spec) ? null : await sql<{ of: number }>`${per(monthFacts(house, of))}`.execute(tx)
    const found = await count(tx, house, actor, key, of)
    const none: Found = { part: null, hits: 0, of: 0, sum: null, spread: [] }
    const whole = partOf(spec, found.find(({ part }) => part === null) ?? none, divisor?.rows[0]?.of ?? null)
    return { whole, parts: found.flatMap((one) => (one.part ? [partOf(spec, one, null)] : [])) }
  }
  const [now, before] = [await read(month), await read(plusMonths(`${month}-01`, -1).slice(0, 7))]
  const target = spec.target === null ? null : house.rulebook.parameter<number>(targetKey(key), house.now()) / 100
  const missing = !isHere(house, spec)
  return {
    ...now.whole,
    ...(missing ? { value: null } : {}),
    key,
    missing,
    target,
    last: missing ? null : before.whole.value,
    parts: spec.parts === undefined ? [] : now.parts,
  }
}

export async function figuresOf(tx: Tx, house: House, actor: Actor, month: string): Promise<FigureMonth> {
  const items: FigureView[] = []
  for (const key of allFigures)
    if (!specOf(key).aside && maySee(actor, specOf(key))) items.push(await figure(tx, house, actor, key, month))
  return { month, running: month >= monthOf(house), asOf: house.now(), items }
}

/** The month that runs now, `2026-11`. */
export const monthOf = (house: House): string => dateOf(house.now()).slice(0, 7)

export interface CasesQuery {
  readonly key: FigureKey
  readonly month: string
  readonly part?: string | undefined
  readonly hit?: boolean | undefined
  readonly after?: string | undefined
  readonly size?: number
}

const Cursor = z.tuple([z.iso.datetime({ precision: 3 }), z.uuid(), z.string().max(60)])

/** The very cases a figure counts, the newest first. */
export async function casesOf(tx: Tx, house: House, actor: Actor, asked: CasesQuery): Promise<Page<FigureCase>> {
  const spec = specOf(asked.key)
  if (!isHere(house, spec)) return { items: [], next: null, count: 0, more: false }
  const size = asked.size ?? 100
  const all = rowsOfCases(tx)
    .innerJoin(counted(asked.key, monthFacts(house, asked.month)), (join) =>
      join.onRef('counted.case_id', '=', 'cases.id'),
    )
    .where(visible(actor, house.modules))
    .where(seenRows(actor, spec))
    .$if(asked.part !== undefined, (query) => query.where(sql<SqlBool>`counted.part = ${asked.part ?? ''}`))
    .$if(asked.hit !== undefined, (query) => query.where(sql<SqlBool>`counted.hit = ${asked.hit === true}`))
  const { total } = await all.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await all
    .select(['counted.hit', 'counted.value', 'counted.net', 'counted.part'])
    .$if(asked.after !== undefined, (query) => query.where(before(asked.after ?? '')))
    .orderBy('cases.opened_at', 'desc')
    .orderBy('cases.id', 'desc')
    .orderBy('counted.part', 'desc')
    .limit(size + 1)
    .execute()
  const items = rows
    .slice(0, size)
    .map(
      (row): FigureCase => ({ case: rowOf(row, true), part: row.part, hit: row.hit, value: row.value, net: row.net }),
    )
  const last = rows.length > size ? rows[size - 1] : undefined
  const next = last && Buffer.from([last.opened_at, last.id, last.part].join('|')).toString('base64url')
  return { items, next: next ?? null, count: Number(total), more: false }
}

function before(cursor: string): Expression<SqlBool> {
  const read = Cursor.safeParse(Buffer.from(cursor, 'base64url').toString('utf8').split('|'))
  if (!read.success) throw new Refused({ status: 400, code: 'input', says: doorWords.malformed })
  const [at, id, part] = read.data
  return sql<SqlBool>`(cases.opened_at, cases.id, counted.part) < (${at}::timestamptz, ${id}::uuid, ${part}::text)`
}

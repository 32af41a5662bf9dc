import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { escapeLike, maskPhone } from '#lib/text.ts'
import type { IsoDate } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import { contactSight } from '#kernel/people/contact-sight.ts'
import { found } from '#kernel/people/server/staff-queries.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { amongNewest, foundBy, readsLike, sortedByTime } from '#kernel/process/server/search-text.ts'
import { askedFor, type AskedFor } from '../asked-for.ts'
import { customerSight } from '../customer-sight.ts'
import { whys, type SearchAnswer } from '../view.ts'
import { casesFor, lineOf } from './case-lines.ts'
import { hasContactWith } from './customer-queries.ts'
import { letOn } from './people-at.ts'

/** One field for everything: customers, units, cases, people, five of each at most, the likeliest first. */

const most = 5
const nothing: SearchAnswer = { customers: [], units: [], cases: [], people: [] }

export async function search(
  tx: Tx,
  actor: Actor,
  modules: readonly LoadedModule[],
  typed: string,
  today: IsoDate,
): Promise<SearchAnswer> {
  const asked = askedFor(typed)
  if (asked === null) return nothing
  const seesCustomers = customerSight(actor) !== 'none'
  return {
    customers: seesCustomers ? await customersLike(tx, asked, today) : [],
    units: seesCustomers ? await unitsLike(tx, actor, asked, today) : [],
    cases: asked.brief ? [] : await casesLike(tx, actor, modules, asked),
    people: await peopleLike(tx, actor, asked),
  }
}

type Condition = RawBuilder<unknown> | ReturnType<typeof found>

/** `any`: one of these holds, a condition that cannot hold here left out. `at`: the place in `whys` of the first that does. */
function rank(conditions: Partial<Record<(typeof whys)[number], Condition | null>>) {
  const held = whys.flatMap((why, at) => {
    const holds = conditions[why]
    return holds == null ? [] : [{ holds, at: sql.lit(at) }]
  })
  return {
    any: sql<boolean>`(${sql.join(
      held.map((one) => one.holds),
      sql` or `,
    )})`,
    at: sql<number>`case ${sql.join(
      held.map(({ holds, at }) => sql`when ${holds} then ${at}`),
      sql` `,
    )} end`,
  }
}

const whyOf = (at: number) => whys[at] ?? 'contains'
const starts = (column: string, text: string) => sql`${sql.ref(column)} like ${`${escapeLike(text)}%`}`
/** Pinyin and initials columns of customers hold several words. */
const wordStarts = (column: string, letters: string) =>
  sql`(' ' || ${sql.ref(column)}) like ${`% ${escapeLike(letters)}%`}`
const nameStarts = (asked: AskedFor, ...columns: string[]) => {
  const names = columns.map((column) => sql`lower(${sql.ref(column)}) like ${`${escapeLike(asked.text)}%`}`)
  return sql`(${sql.join(names, sql` or `)})`
}

async function customersLike(tx: Tx, asked: AskedFor, today: IsoDate): Promise<SearchAnswer['customers']> {
  const { letters, unit, phone } = asked
  const { any, at } = rank({
    exact: sql`customers.code = ${asked.text.toUpperCase()}`,
    unit:
      unit === null
        ? null
        : sql`exists (
      select from tenancies join tenancy_units on tenancy_units.tenancy_id = tenancies.id join units on units.id = tenancy_units.unit_id
       where tenancies.customer_id = customers.id and units.code = ${unit} and ${letOn(today)})`,
    phone:
      phone === null
        ? null
        : sql`(regexp_replace(customers.phone, '[^0-9]', '', 'g') like ${`%${phone}`} or ${hasContactWith(phone)})`,
    prefix: nameStarts(asked, 'customers.name', 'customers.short_name', 'customers.name_en'),
    initials:
      letters === null
        ? null
        : sql`(${wordStarts('customers.initials', letters)} or ${wordStarts('customers.pinyin', letters)})`,
    contains: found('customers.search', asked.text),
  })
  const rows = await tx
    .selectFrom('customers')
    .select(['id', 'code', 'name', 'short_name', 'vip', at.as('at')])
    .where(any)
    .orderBy('at')
    .orderBy('vip', 'desc')
    .orderBy('code')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    vip: row.vip,
    why: whyOf(row.at),
  }))
}

async function unitsLike(
  tx: Tx,
  actor: Actor,
  { unit, unitPart }: AskedFor,
  today: IsoDate,
): Promise<SearchAnswer['units']> {
  if (unit === null && unitPart === null) return []
  const { any, at } = rank({
    exact: unit === null ? null : sql`units.code = ${unit}`,
    prefix: unitPart === null ? null : starts('units.code', unitPart),
    contains: unitPart === null ? null : sql`replace(units.code, '-', '') like ${`%${unitPart}`}`,
  })
  let query = tx
    .selectFrom('units')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('tenancy_units')
          .innerJoin('tenancies', 'tenancies.id', 'tenancy_units.tenancy_id')
          .innerJoin('customers', 'customers.id', 'tenancies.customer_id')
          .select(['tenancy_units.unit_id', 'customers.code as customer', 'customers.short_name'])
          .where(letOn(today))
          .as('lease'),
      (join) => join.onRef('lease.unit_id', '=', 'units.id'),
    )
    .select(['units.code', 'units.area_cm2', 'lease.customer', 'lease.short_name', at.as('at')])
    .where(any)
    .orderBy('at')
    .orderBy('units.code')
    .limit(most)
  if (actor.kind === 'customer') query = query.where('lease.customer', 'is not', null)
  const rows = await query.execute()
  return rows.map((row) => ({
    code: row.code,
    areaCm2: row.area_cm2,
    tenant: row.customer === null ? null : { code: row.customer, shortName: row.short_name ?? '' },
    why: whyOf(row.at),
  }))
}

/**
 * Open ones first, then by why, then the newest. The best of each kind are looked up by themselves: an index gives them
 * in order, where sorting everything that holds a common word would not end.
 */
async function casesLike(
  tx: Tx,
  actor: Actor,
  modules: readonly LoadedModule[],
  { number, unit, text }: AskedFor,
): Promise<SearchAnswer['cases']> {
  const cases = casesFor(tx, actor, modules)
    .leftJoin('customers', 'customers.id', 'cases.customer_id')
    .select('customers.short_name')
  const open = cases.where('cases.closed_at', 'is', null)
  const closed = cases.where('cases.closed_at', 'is not', null)
  const best = (
    from: typeof cases,
    why: (typeof whys)[number],
    holds: Expression<SqlBool>,
    order: Expression<unknown> = sql.ref('cases.opened_at'),
  ) =>
    tx
      .selectFrom(
        from
          .where(holds)
          .orderBy(order, 'desc')
          .orderBy('cases.id', 'desc')
          .limit(most)
          .select(sql<number>`${sql.lit(whys.indexOf(why))}`.as('at'))
          .as('best'),
      )
      .selectAll()
  const inUnit = sql<SqlBool>`cases.unit_id = (select id from units where code = ${unit})`
  const found = await best(open, 'contains', readsLike(text), sortedByTime)
    .unionAll(best(closed.where(amongNewest(closed)), 'contains', readsLike(text)))
    .$if(number !== null, (all) => all.unionAll(best(cases, 'exact', sql<SqlBool>`cases.number = ${number}`)))
    .$if(unit !== null, (all) => all.unionAll(best(open, 'unit', inUnit)).unionAll(best(closed, 'unit', inUnit)))
    .execute()
  const near = likeliest(found)
  const rows =
    near.length < most
      ? likeliest([...near, ...(await best(closed, 'contains', foundBy(text), sortedByTime).execute())])
      : near
  return rows.slice(0, most).map((row) => ({ ...lineOf(row), customer: row.short_name, why: whyOf(row.at) }))
}

interface FoundCase {
  readonly id: string
  readonly closed_at: string | null
  readonly at: number
  readonly opened_at: string
}

/** Each case once, for the best reason it was found by. */
const likeliest = <Row extends FoundCase>(rows: readonly Row[]): Row[] =>
  rows
    .toSorted(
      (a, b) =>
        Number(a.closed_at !== null) - Number(b.closed_at !== null) ||
        a.at - b.at ||
        b.opened_at.localeCompare(a.opened_at),
    )
    .filter((row, at, all) => all.findIndex(({ id }) => id === row.id) === at)

/** The staff for the staff; contacts for who may see them, a tenant's own by row-level security. */
async function peopleLike(tx: Tx, actor: Actor, asked: AskedFor): Promise<SearchAnswer['people']> {
  const sight = contactSight(actor)
  const kinds = [...(actor.kind === 'staff' ? ['staff'] : []), ...(sight === 'none' ? [] : ['contact'])]
  if (kinds.length === 0) return []
  const { letters, phone } = asked
  const { any, at } = rank({
    exact: sql`staff.staff_number = ${asked.text.toUpperCase()}`,
    phone: phone === null ? null : sql`regexp_replace(people.phone, '[^0-9]', '', 'g') like ${`%${phone}`}`,
    prefix: nameStarts(asked, 'people.name', 'people.name_en'),
    initials:
      letters === null ? null : sql`(${starts('people.initials', letters)} or ${starts('people.pinyin', letters)})`,
    contains: found('people.search', asked.text),
  })
  const rows = await tx
    .selectFrom('people')
    .leftJoin('staff', 'staff.person_id', 'people.id')
    .leftJoin('contacts', 'contacts.person_id', 'people.id')
    .leftJoin('customers', 'customers.id', 'contacts.customer_id')
    .select([
      'people.id',
      'people.kind',
      'people.name',
      'people.phone',
      'staff.post',
      'customers.code',
      'customers.short_name',
      at.as('at'),
    ])
    .where('people.active', '=', true)
    .where('people.kind', 'in', kinds)
    .where((eb) => eb.or([eb('people.kind', '=', 'staff'), eb('contacts.person_id', 'is not', null)]))
    .where(any)
    .orderBy('at')
    .orderBy('people.kind', 'desc')
    .orderBy('people.name')
    .orderBy('people.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind === 'staff' ? 'staff' : 'contact',
    name: row.name,
    of: row.kind === 'staff' ? (row.post ?? '') : (row.short_name ?? ''),
    customer: row.code,
    phone: row.kind === 'staff' || sight === 'full' ? row.phone : maskPhone(row.phone),
    why: whyOf(row.at),
  }))
}

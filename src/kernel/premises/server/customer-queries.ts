import { sql } from 'kysely'
import { halfWidth, maskPhone, normalise } from '#lib/text.ts'
import type { IsoDate } from '#lib/time.ts'
import { normaliseUnit } from '#lib/unit-code.ts'
import type { Tx } from '#kernel/database/database.ts'
import { found } from '#kernel/people/server/staff-queries.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { customerSight } from '../customer-sight.ts'
import type { CustomerList, CustomerRow } from '../view.ts'
import { letOn } from './people-at.ts'

/** The register of customers: by code, name, pinyin, unit or telephone. A tenant finds his own company only. */

export interface CustomersAsked {
  readonly q?: string | undefined
  readonly kind?: CustomerRow['kind'] | undefined
  readonly csa?: string | undefined
  readonly building?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Customers with what they rent on that day; more conditions and the order are the caller's. */
export const customersOn = (tx: Tx, today: IsoDate) =>
  tx
    .selectFrom('customers')
    .leftJoin('people as assistant', 'assistant.id', 'customers.csa_id')
    .select([
      'customers.id',
      'customers.code',
      'customers.name',
      'customers.short_name',
      'customers.kind',
      'customers.vip',
    ])
    .select(['customers.phone', 'customers.csa_id', 'assistant.name as csa'])
    .select((eb) => [
      eb
        .selectFrom('tenancies')
        .innerJoin('tenancy_units', 'tenancy_units.tenancy_id', 'tenancies.id')
        .innerJoin('units', 'units.id', 'tenancy_units.unit_id')
        .select(sql<string[]>`array_agg(units.code order by units.code)`.as('codes'))
        .whereRef('tenancies.customer_id', '=', 'customers.id')
        .where(letOn(today))
        .as('units'),
      eb
        .selectFrom('tenancies')
        .select((one) => one.fn.max('tenancies.ends').as('ends'))
        .whereRef('tenancies.customer_id', '=', 'customers.id')
        .where('tenancies.state', '=', 'running')
        .as('lease_ends'),
    ])

export type FoundCustomer = Awaited<ReturnType<ReturnType<typeof customersOn>['executeTakeFirstOrThrow']>>

export function customerRowOf(actor: Actor, row: FoundCustomer): CustomerRow {
  const full = customerSight(actor) === 'full'
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind as CustomerRow['kind'],
    vip: row.vip,
    phone: full ? row.phone : maskPhone(row.phone),
    csa: row.csa_id === null ? null : { id: row.csa_id, name: row.csa ?? '' },
    units: row.units ?? [],
    leaseEnds: full ? row.lease_ends : null,
  }
}

export async function listCustomers(
  tx: Tx,
  actor: Actor,
  asked: CustomersAsked,
  today: IsoDate,
): Promise<CustomerList> {
  let query = customersOn(tx, today)
    .orderBy('customers.code')
    .limit(asked.limit + 1)
  if (asked.kind !== undefined) query = query.where('customers.kind', '=', asked.kind)
  if (asked.csa !== undefined) query = query.where('customers.csa_id', '=', asked.csa)
  if (asked.after !== undefined) query = query.where('customers.code', '>', asked.after)
  if (asked.building !== undefined) query = query.where(rentsWhere(sql`units.building_code = ${asked.building}`, today))
  const typed = normalise(asked.q ?? '')
  if (typed !== '') {
    const unit = normaliseUnit(typed)
    const digits = halfWidth(typed).replace(/[\s-]/g, '')
    query = query.where((eb) =>
      eb.or([
        found('customers.search', typed),
        ...(unit === null ? [] : [rentsWhere(sql`units.code = ${unit}`, today)]),
        ...(/^\d{4,}$/.test(digits) ? [hasContactWith(digits)] : []),
      ]),
    )
  }
  const rows = await query.execute()
  const page = rows.slice(0, asked.limit).map((row) => customerRowOf(actor, row))
  return { rows: page, next: rows.length > asked.limit ? (page.at(-1)?.code ?? null) : null }
}

const rentsWhere = (unit: ReturnType<typeof sql>, today: IsoDate) => sql<boolean>`exists (
  select from tenancies join tenancy_units on tenancy_units.tenancy_id = tenancies.id join units on units.id = tenancy_units.unit_id
   where tenancies.customer_id = customers.id and ${letOn(today)} and ${unit})`

/** A contact whose mobile or landline ends in these digits: the caller's number. */
export const hasContactWith = (digits: string) => sql<boolean>`exists (
  select from contacts join people on people.id = contacts.person_id
   where contacts.customer_id = customers.id and people.active
     and (regexp_replace(people.phone, '[^0-9]', '', 'g') like ${`%${digits}`} or regexp_replace(contacts.landline, '[^0-9]', '', 'g') like ${`%${digits}`}))`

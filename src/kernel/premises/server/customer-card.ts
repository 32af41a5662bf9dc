import { sql } from 'kysely'
import type { IsoDate } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import { contactEditors, contactSight } from '#kernel/people/contact-sight.ts'
import { listContacts } from '#kernel/people/server/contacts.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { visible } from '#kernel/process/server/visible.ts'
import { customerEditors, customerSight, hasAny, portfolioKeepers } from '../customer-sight.ts'
import type { CustomerCard, Tenancy } from '../view.ts'
import { casesFor, lineOf } from './case-lines.ts'
import { customerRowOf, customersOn } from './customer-queries.ts'
import { notFound } from './refusals.ts'

/** Everything about one customer its reader may see; 404 when he may not see it at all. */
export async function customerCardOf(
  tx: Tx,
  actor: Actor,
  modules: readonly LoadedModule[],
  code: string,
  today: IsoDate,
): Promise<CustomerCard> {
  const row = await customersOn(tx, today)
    .select([
      'customers.name_en',
      'customers.trade',
      'customers.language',
      'customers.monthly_billing',
      'customers.headcount',
    ])
    .select(['customers.address', 'customers.credit_code', 'customers.note'])
    .where('customers.code', '=', code)
    .executeTakeFirst()
  const sight = customerSight(actor)
  if (row === undefined || sight === 'none') throw notFound()
  const contacts = contactSight(actor) === 'none' ? null : await listContacts(tx, actor, code, undefined)
  const open = await tx
    .selectFrom('cases')
    .select((eb) => ['process', eb.fn.countAll<number>().as('count')])
    .where('customer_id', '=', row.id)
    .where('closed_at', 'is', null)
    .where(visible(actor, modules))
    .groupBy('process')
    .orderBy('process')
    .execute()
  const last = await casesFor(tx, actor, modules)
    .where('cases.customer_id', '=', row.id)
    .orderBy('cases.opened_at', 'desc')
    .orderBy('cases.id', 'desc')
    .limit(10)
    .execute()
  const { headcount, address, credit_code: creditCode } = row
  const note = actor.kind === 'staff' ? row.note : ''
  return {
    ...customerRowOf(actor, row),
    nameEn: row.name_en,
    trade: row.trade,
    language: row.language as CustomerCard['language'],
    monthlyBilling: row.monthly_billing,
    more: sight === 'full' ? { headcount, address, creditCode, note, tenancies: await tenanciesOf(tx, row.id) } : null,
    contacts: contacts?.rows ?? null,
    contactsMasked: contacts?.masked ?? false,
    gaps: contacts === null ? [] : gapsOf(contacts.rows),
    open,
    last: last.map(lineOf),
    may: {
      edit: hasAny(actor, customerEditors),
      portfolio: hasAny(actor, portfolioKeepers),
      contacts: hasAny(actor, contactEditors),
    },
  }
}

async function tenanciesOf(tx: Tx, customerId: string): Promise<Tenancy[]> {
  const rows = await tx
    .selectFrom('tenancies')
    .select(['id', 'contract', 'starts', 'ends', 'state', 'restoration'])
    .select((eb) =>
      eb
        .selectFrom('tenancy_units')
        .innerJoin('units', 'units.id', 'tenancy_units.unit_id')
        .select(
          sql<
            Tenancy['units']
          >`json_agg(json_build_object('code', units.code, 'areaCm2', units.area_cm2) order by units.code)`.as('units'),
        )
        .whereRef('tenancy_units.tenancy_id', '=', 'tenancies.id')
        .as('units'),
    )
    .where('customer_id', '=', customerId)
    .orderBy('starts', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    ...row,
    state: row.state as Tenancy['state'],
    restoration: row.restoration as Tenancy['restoration'],
    units: row.units ?? [],
  }))
}

/** Whom the house must be able to reach (domain §1.9): one who signs, two for emergencies, one for fire safety. */
export function gapsOf(
  contacts: readonly { readonly active: boolean; readonly authorities: readonly string[] }[],
): CustomerCard['gaps'] {
  const count = (authority: string) =>
    contacts.filter((one) => one.active && one.authorities.includes(authority)).length
  const wanted = [
    ['authorised', 1],
    ['emergency', 2],
    ['fireSafety', 1],
  ] as const
  return wanted.filter(([authority, least]) => count(authority) < least).map(([authority]) => authority)
}

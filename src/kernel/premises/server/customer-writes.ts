import { sql } from 'kysely'
import { plusDays, type IsoDate, type IsoInstant } from '#lib/time.ts'
import { uuidv7 } from '#lib/uuid.ts'
import { constraintOf, type Tx } from '#kernel/database/database.ts'
import { searchText, spelled } from '#kernel/people/server/pinyin.ts'
import type { CustomerCard, Tenancy } from '../view.ts'
import { notFound, refused } from './refusals.ts'

/** Entering and changing customers, their tenancies, and who looks after them. */

export interface CustomerInput {
  readonly name: string
  readonly shortName: string
  readonly nameEn: string
  readonly trade: string
  readonly kind: CustomerCard['kind']
  readonly vip: boolean
  readonly headcount: number | null
  readonly language: CustomerCard['language']
  readonly phone: string
  readonly address: string
  readonly creditCode: string | null
  readonly note: string
  readonly monthlyBilling: boolean
}

/** The customer's own columns with how it is found. */
export function customerColumns(code: string, input: CustomerInput) {
  const long = spelled(input.name, 'company')
  const short = spelled(input.shortName, 'company')
  const { name, trade, kind, vip, headcount, language, phone, address, note } = input
  const columns = { name, trade, kind, vip, headcount, language, phone, address, note }
  const parts = [code, name, input.shortName, input.nameEn, long.pinyin, short.pinyin, long.initials, short.initials]
  return {
    ...columns,
    code,
    short_name: input.shortName,
    name_en: input.nameEn,
    credit_code: input.creditCode,
    monthly_billing: input.monthlyBilling,
    pinyin: `${long.pinyin} ${short.pinyin}`,
    initials: `${long.initials} ${short.initials}`,
    search: searchText([...parts, phone.replace(/\D/g, '')]),
  }
}

/** Codes count up without gaps in the order customers are entered. */
export async function addCustomer(
  tx: Tx,
  input: CustomerInput,
  now: IsoInstant,
): Promise<{ id: string; code: string }> {
  await sql`select pg_advisory_xact_lock(hashtext('customers.code'))`.execute(tx)
  const last = await sql<{ last: number | null }>`select max(substr(code, 2)::int) as last from customers`.execute(tx)
  const code = `T${String((last.rows[0]?.last ?? 0) + 1).padStart(3, '0')}`
  const id = uuidv7(Date.parse(now))
  await tx
    .insertInto('customers')
    .values({ id, ...customerColumns(code, input) })
    .execute()
  return { id, code }
}

export async function changeCustomer(
  tx: Tx,
  code: string,
  input: CustomerInput,
): Promise<{ id: string; code: string }> {
  const { id } = await lockCustomer(tx, code)
  await tx.updateTable('customers').set(customerColumns(code, input)).where('id', '=', id).execute()
  return { id, code }
}

/** Principle 2: every customer belongs to one assistant. */
export async function handTo(tx: Tx, code: string, assistantId: string): Promise<{ id: string; code: string }> {
  const { id } = await lockCustomer(tx, code)
  const assistant = await tx
    .selectFrom('people')
    .innerJoin('person_roles', 'person_roles.person_id', 'people.id')
    .select('people.id')
    .where('people.id', '=', assistantId)
    .where('people.active', '=', true)
    .where('person_roles.role', '=', 'CSA')
    .forUpdate('people')
    .executeTakeFirst()
  if (assistant === undefined) throw refused('notAnAssistant')
  await tx.updateTable('customers').set({ csa_id: assistantId }).where('id', '=', id).execute()
  return { id, code }
}

export interface TenancyInput {
  readonly contract: string
  readonly starts: IsoDate
  readonly ends: IsoDate
  readonly restoration: Tenancy['restoration']
  /** codes */
  readonly units: readonly string[]
}

export async function addTenancy(
  tx: Tx,
  code: string,
  input: TenancyInput,
  today: IsoDate,
  now: IsoInstant,
): Promise<{ id: string }> {
  const { id: customer_id } = await lockCustomer(tx, code)
  if (input.ends < input.starts) throw refused('endsBeforeStart')
  const id = uuidv7(Date.parse(now))
  const { contract, starts, ends, restoration } = input
  const state = starts > today ? 'coming' : 'running'
  await settled(async () => {
    await tx.insertInto('tenancies').values({ id, customer_id, contract, starts, ends, restoration, state }).execute()
    await letUnits(tx, id, input)
  })
  return { id }
}

/** Prolonged, shortened, or with other rooms, while it has not ended. */
export async function changeTenancy(tx: Tx, id: string, input: TenancyInput, today: IsoDate): Promise<{ id: string }> {
  const before = await tx.selectFrom('tenancies').select('state').where('id', '=', id).forUpdate().executeTakeFirst()
  if (before === undefined) throw notFound()
  if (before.state === 'ended') throw refused('tenancyEnded', 409)
  if (input.ends < input.starts) throw refused('endsBeforeStart')
  const { contract, starts, ends, restoration } = input
  const state = before.state === 'coming' && starts <= today ? 'running' : before.state
  await settled(async () => {
    await tx.updateTable('tenancies').set({ contract, starts, ends, restoration, state }).where('id', '=', id).execute()
    await tx.deleteFrom('tenancy_units').where('tenancy_id', '=', id).execute()
    await letUnits(tx, id, input)
  })
  return { id }
}

async function letUnits(tx: Tx, tenancyId: string, { units, starts, ends }: TenancyInput): Promise<void> {
  const codes = [...new Set(units)]
  const rows = await tx.selectFrom('units').select('id').where('code', 'in', codes).orderBy('id').execute()
  if (rows.length !== codes.length) throw refused('unitUnknown')
  const during = `[${starts},${plusDays(ends, 1)})`
  await tx
    .insertInto('tenancy_units')
    .values(rows.map((row) => ({ tenancy_id: tenancyId, unit_id: row.id, during })))
    .execute()
}

/** What the database forbids, in words. */
async function settled(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const broken = constraintOf(error)
    if (broken === 'unit_let_once') throw refused('unitTaken', 409)
    if (broken === 'tenancies_customer_id_contract_key') throw refused('contractTaken', 409)
    throw error
  }
}

async function lockCustomer(tx: Tx, code: string): Promise<{ id: string }> {
  const row = await tx.selectFrom('customers').select('id').where('code', '=', code).forUpdate().executeTakeFirst()
  if (row === undefined) throw notFound()
  return row
}

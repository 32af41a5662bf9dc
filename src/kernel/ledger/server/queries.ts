/** What the books show. Tenants' borders are drawn by the database; who may ask at all is said by the routes. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import type { Page } from '#kernel/process/view.ts'
import { sum } from '#lib/money.ts'
import { escapeLike, normalise } from '#lib/text.ts'
import { type IsoDate, plusDays, startOfDay } from '#lib/time.ts'
import type { PaymentCard, PaymentRow, ReceiptLine, ReversalRequest, Statement } from '../view.ts'
import { type StandingCharge, standingCharges } from './post.ts'

export interface PaymentFilter {
  readonly q?: string | undefined
  readonly customerId?: string | undefined
  readonly method?: string | undefined
  readonly state?: PaymentRow['state'] | undefined
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
  /** id of the last row of the page before */
  readonly after?: string | undefined
}

const pageSize = 50
const mostCounted = 1_000

const row = sql`
  select payments.id, payments.number, payments.payer, payments.method, payments.amount_fen as "amountFen",
         payments.reference, payments.received_at as "receivedAt", receivers.name as "receivedBy", receipts.number as "receiptNumber",
         json_build_object('id', customers.id, 'code', customers.code, 'shortName', customers.short_name, 'nameEn', customers.name_en) as customer,
         case when payments.reverses_id is not null then 'reversal'
              when back.id is not null then 'reversed'
              when asked.id is not null then 'asked' else 'standing' end as state`

const tables = sql`
  from payments
  join customers on customers.id = payments.customer_id
  join people receivers on receivers.id = payments.received_by
  left join receipts on receipts.payment_id = payments.id
  left join payments back on back.reverses_id = payments.id
  left join reversal_requests asked on asked.payment_id = payments.id and asked.decided_at is null`

/** Newest first, fifty a page. */
export async function listPayments(tx: Tx, filter: PaymentFilter): Promise<Page<PaymentRow>> {
  const where = conditions(filter)
  const page =
    filter.after === undefined
      ? sql``
      : sql`and (payments.received_at, payments.id) < (select received_at, id from payments where id = ${filter.after})`
  const { rows } = await sql<PaymentRow>`${row} ${tables} where ${where} ${page}
    order by payments.received_at desc, payments.id desc limit ${pageSize + 1}`.execute(tx)
  const { rows: counts } = await sql<{ count: number }>`
    select count(*) as count from (select 1 ${tables} where ${where} limit ${mostCounted + 1}) counted`.execute(tx)
  const count = counts[0]?.count ?? 0
  const items = rows.slice(0, pageSize)
  return {
    items,
    next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null,
    count: Math.min(count, mostCounted),
    more: count > mostCounted,
  }
}

function conditions(filter: PaymentFilter): RawBuilder<unknown> {
  const all = [sql`true`]
  if (filter.customerId !== undefined) all.push(sql`payments.customer_id = ${filter.customerId}`)
  if (filter.method !== undefined) all.push(sql`payments.method = ${filter.method}`)
  if (filter.from !== undefined) all.push(sql`payments.received_at >= ${startOfDay(filter.from)}`)
  if (filter.to !== undefined) all.push(sql`payments.received_at < ${startOfDay(plusDays(filter.to, 1))}`)
  if (filter.state === 'reversal') all.push(sql`payments.reverses_id is not null`)
  if (filter.state === 'reversed') all.push(sql`back.id is not null`)
  if (filter.state === 'asked') all.push(sql`asked.id is not null`)
  if (filter.state === 'standing') all.push(sql`payments.reverses_id is null and back.id is null and asked.id is null`)
  const q = normalise(filter.q ?? '')
  if (q !== '') {
    const pattern = escapeLike(q)
    all.push(sql`(lower(payments.number) like '%' || ${pattern} || '%' or lower(receipts.number) like '%' || ${pattern} || '%'
      or lower(payments.payer) like '%' || ${pattern} || '%' or doubled(customers.search) like '%' || doubled(${pattern}) || '%'
      or exists (select from allocations join charges on charges.id = charge_id join cases on cases.id = charges.case_id
                 where payment_id = payments.id and lower(cases.number) like ${pattern} || '%'))`)
  }
  return sql.join(all, sql` and `)
}

/** Null when there is none, or none this actor may see. */
export async function paymentCard(tx: Tx, number: string, readerId: string | null): Promise<PaymentCard | null> {
  const { rows } = await sql<
    PaymentRow & { carriedBy: string | null; reverses: string | null; reversedBy: string | null }
  >`
    ${row}, carriers.name as "carriedBy", undone.number as reverses, back.number as "reversedBy" ${tables}
    left join people carriers on carriers.id = payments.carried_by
    left join payments undone on undone.id = payments.reverses_id
    where payments.number = ${number}`.execute(tx)
  const payment = rows[0]
  if (payment === undefined) return null
  const receipt = await tx
    .selectFrom('receipts')
    .innerJoin('people', 'people.id', 'receipts.issued_by')
    .select([
      'number',
      'state',
      'payer',
      'in_words as inWords',
      'lines',
      'issued_at as issuedAt',
      'people.name as issuedBy',
    ])
    .where('payment_id', '=', payment.id)
    .executeTakeFirst()
  return {
    ...payment,
    receipt:
      receipt === undefined
        ? null
        : {
            ...receipt,
            state: receipt.state as NonNullable<PaymentCard['receipt']>['state'],
            lines: receipt.lines as unknown as readonly ReceiptLine[],
          },
    requests: await reversalRequests(tx, sql`reversal_requests.payment_id = ${payment.id}`, readerId),
  }
}

/** Requests that wait for a second person, oldest first. */
export const waitingReversals = (tx: Tx, readerId: string | null): Promise<ReversalRequest[]> =>
  reversalRequests(tx, sql`reversal_requests.decided_at is null`, readerId)

async function reversalRequests(
  tx: Tx,
  where: RawBuilder<unknown>,
  readerId: string | null,
): Promise<ReversalRequest[]> {
  const { rows } = await sql<ReversalRequest>`
    select reversal_requests.id, payments.number as "paymentNumber", payments.amount_fen as "amountFen",
           customers.short_name as "customerName", reason, askers.name as "requestedBy", requested_at as "requestedAt",
           approved, deciders.name as "decidedBy", decided_at as "decidedAt", denial,
           requested_by = ${readerId}::uuid is true as own
    from reversal_requests
    join payments on payments.id = payment_id
    join customers on customers.id = payments.customer_id
    join people askers on askers.id = requested_by
    left join people deciders on deciders.id = decided_by
    where ${where}
    order by requested_at limit 200`.execute(tx)
  return rows
}

/** Codes of the units whose charges this payment covered. */
export async function unitsPaid(tx: Tx, paymentId: string): Promise<string[]> {
  const units = await tx
    .selectFrom('allocations')
    .innerJoin('charges', 'charges.id', 'allocations.charge_id')
    .innerJoin('units', 'units.id', 'charges.unit_id')
    .select('units.code')
    .distinct()
    .where('allocations.payment_id', '=', paymentId)
    .orderBy('units.code')
    .execute()
  return units.map(({ code }) => code)
}

/** What one case owes, by its number; null when this actor may not see the case. */
export async function caseStatement(tx: Tx, number: string): Promise<Statement | null> {
  const found = await tx.selectFrom('cases').select('id').where('number', '=', number).executeTakeFirst()
  return found === undefined ? null : statement(await standingCharges(tx, { caseId: found.id }))
}

/** What a customer's account still owes, by the customer's code; null when this actor may not see the customer. */
export async function accountStatement(tx: Tx, code: string): Promise<(Statement & { customerId: string }) | null> {
  const found = await tx.selectFrom('customers').select('id').where('code', '=', code).executeTakeFirst()
  if (found === undefined) return null
  const open = (await standingCharges(tx, { accountOf: found.id })).filter((charge) => charge.unpaidFen > 0)
  return { customerId: found.id, ...statement(open) }
}

const statement = (charges: readonly StandingCharge[]): Statement => ({
  charges,
  chargedFen: sum(charges.map((charge) => charge.amountFen)),
  unpaidFen: sum(charges.map((charge) => charge.unpaidFen)),
})

/** What a case owes: charges, and whether they go to the customer's account. Called inside the transaction of `act()`. */
import { sql } from 'kysely'
import { json, type Tx } from '#kernel/database/database.ts'
import type { ChargeLine } from '#kernel/process/define.ts'
import { decimal, exactFen, type Fen, largestFen, sum } from '#lib/money.ts'
import type { IsoDate, IsoInstant } from '#lib/time.ts'
import { taxWithin } from '../tax.ts'
import { accounts, newId, writeEntry } from './entries.ts'

export interface Bill {
  readonly caseId: string
  readonly customerId: string
  readonly unitId: string | null
  /** amounts are gross; lines of nothing are left out */
  readonly lines: readonly ChargeLine[]
  /** true: goes to the customer's account at once */
  readonly onAccount: boolean
  readonly at: IsoInstant
  readonly byId: string | null
  /** the date in Shanghai: what is charged on a case is due at once */
  readonly today: IsoDate
}

/** One balanced entry and a charge for each line. Returns what was charged, in fen; 0 when no line costs anything. */
export async function chargeCase(tx: Tx, bill: Bill): Promise<Fen> {
  const lines = bill.lines.filter((line) => line.amountFen !== 0).map(withTax)
  if (lines.length === 0) return 0
  const gross = sum(lines.map((line) => line.amountFen))
  const tax = sum(lines.map((line) => line.taxFen))
  const entryId = await writeEntry(tx, {
    kind: 'charge',
    at: bill.at,
    byId: bill.byId,
    caseId: bill.caseId,
    memo: '',
    postings: [
      { account: accounts.receivables, amountFen: gross, customerId: bill.customerId },
      { account: accounts.income, amountFen: exactFen(tax - gross), customerId: null },
      { account: accounts.tax, amountFen: exactFen(-tax), customerId: null },
    ],
  })
  await tx
    .insertInto('charges')
    .values(
      lines.map((line, place) => ({
        id: newId(bill.at, place),
        entry_id: entryId,
        case_id: bill.caseId,
        customer_id: bill.customerId,
        unit_id: bill.unitId,
        item: line.item,
        description: line.description,
        quantity: line.quantity,
        unit_price_fen: line.unitPriceFen,
        amount_fen: line.amountFen,
        tax_rate_bp: line.taxRateBp,
        tax_fen: line.taxFen,
        on_account: bill.onAccount,
        due_on: bill.today,
        explained: json(line.explained),
        written_at: bill.at,
      })),
    )
    .execute()
  return gross
}

function withTax(line: ChargeLine): ChargeLine & { readonly taxFen: Fen } {
  const fits = Number.isSafeInteger(line.amountFen) && line.amountFen > 0 && line.amountFen <= largestFen
  if (!fits) throw new RangeError(`not a charge in fen: ${line.amountFen}`)
  decimal(line.quantity)
  return { ...line, taxFen: taxWithin(line.amountFen, line.taxRateBp) }
}

/** The case's charges, those written and those to come, go to the customer's account (domain §2.4). Twice is once. */
export async function putOnAccount(
  tx: Tx,
  release: { caseId: string; customerId: string; at: IsoInstant; byId: string | null },
): Promise<void> {
  await tx
    .insertInto('account_releases')
    .values({
      case_id: release.caseId,
      customer_id: release.customerId,
      released_at: release.at,
      released_by: release.byId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export interface Owed {
  /** fen charged on the case, charges taken back not counted */
  readonly charged: Fen
  /** fen of it that no payment covers, on account or not */
  readonly unpaid: Fen
  /** fen of what is unpaid that goes to the customer's account instead of being paid before the case can close */
  readonly onAccount: Fen
}

export async function unpaidOfCase(tx: Tx, caseId: string): Promise<Owed> {
  const charges = await standingCharges(tx, { caseId })
  const open = charges.filter((charge) => charge.unpaidFen > 0)
  return {
    charged: sum(charges.map((charge) => charge.amountFen)),
    unpaid: sum(open.map((charge) => charge.unpaidFen)),
    onAccount: sum(open.filter((charge) => charge.onAccount).map((charge) => charge.unpaidFen)),
  }
}

export interface StandingCharge {
  readonly id: string
  readonly caseNumber: string | null
  readonly item: string
  readonly description: string
  readonly quantity: string
  readonly unitPriceFen: Fen
  readonly amountFen: Fen
  readonly taxRateBp: number
  readonly taxFen: Fen
  readonly paidFen: Fen
  readonly unpaidFen: Fen
  readonly onAccount: boolean
  readonly writtenAt: IsoInstant
  readonly dueOn: IsoDate | null
}

/** Charges that were not taken back, oldest first: of one case, or all that went to a customer's account. */
export async function standingCharges(
  tx: Tx,
  of: { readonly caseId: string } | { readonly accountOf: string },
): Promise<StandingCharge[]> {
  const onAccount = sql<boolean>`(charges.on_account or exists (select from account_releases where account_releases.case_id = charges.case_id))`
  const which =
    'caseId' in of ? sql`charges.case_id = ${of.caseId}` : sql`charges.customer_id = ${of.accountOf} and ${onAccount}`
  const { rows } = await sql<StandingCharge>`
    select charges.id, cases.number as "caseNumber", charges.item, charges.description,
           trim_scale(charges.quantity)::text as quantity, charges.unit_price_fen as "unitPriceFen",
           charges.amount_fen as "amountFen", charges.tax_rate_bp as "taxRateBp", charges.tax_fen as "taxFen",
           paid.fen as "paidFen", charges.amount_fen - paid.fen as "unpaidFen",
           ${onAccount} as "onAccount", charges.written_at as "writtenAt", charges.due_on as "dueOn"
    from charges
    left join cases on cases.id = charges.case_id
    cross join lateral (select coalesce(sum(amount_fen), 0)::bigint as fen from allocations where charge_id = charges.id) paid
    where ${which} and charges.reverses_id is null
      and not exists (select from charges back where back.reverses_id = charges.id)
    order by coalesce(charges.due_on, (charges.written_at at time zone 'Asia/Shanghai')::date), charges.written_at, charges.id
  `.execute(tx)
  return rows
}

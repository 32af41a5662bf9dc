/** Money received: payment, allocation to what was owed, receipt, in one transaction (domain §3.6, §3.7). */
import { json, type Tx } from '#kernel/database/database.ts'
import { gapFreeNumber, yearOf } from '#kernel/forms/server/numbers.ts'
import type { Collected, PaymentMethod } from '#kernel/process/define.ts'
import { inWords } from '#lib/in-words.ts'
import { type Fen, largestFen, sum } from '#lib/money.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { ReceiptLine } from '../view.ts'
import { accounts, newId, writeEntry } from './entries.ts'
import { type StandingCharge, standingCharges } from './post.ts'

export interface Taken {
  readonly paymentNumber: string
  readonly receiptNumber: string
  readonly receiptId: string
}

/** Why the money was not taken; `owedFen` is what is unpaid at this moment. */
export interface NotTaken {
  readonly refused: 'nothingOwed' | 'amountDiffers' | 'amountBeyondDebt' | 'cashAboveLimit'
  readonly owedFen: Fen
}

export interface Receiving {
  readonly customerId: string
  readonly collected: Collected
  /** fen in cash at most for one payment: parameter `payment.cash_limit` */
  readonly cashLimitFen: Fen
  readonly at: IsoInstant
  readonly byId: string
}

/** Everything the case owes, at once: another amount is refused. Of many who try at the same time, one succeeds. */
export async function collectForCase(
  tx: Tx,
  asked: Receiving & { readonly caseId: string },
): Promise<Taken | NotTaken> {
  await tx.selectFrom('cases').select('id').where('id', '=', asked.caseId).forUpdate().execute()
  await lockDebtor(tx, asked.customerId)
  const charges = await standingCharges(tx, { caseId: asked.caseId })
  const owedFen = sum(charges.map((charge) => charge.unpaidFen))
  if (owedFen === 0) return { refused: 'nothingOwed', owedFen }
  if (asked.collected.amountFen !== owedFen) return { refused: 'amountDiffers', owedFen }
  return take(tx, asked, asked.caseId, charges, owedFen)
}

/** Part or all of what went to the customer's account, to the oldest debts first. */
export async function collectOnAccount(tx: Tx, asked: Receiving): Promise<Taken | NotTaken> {
  await lockDebtor(tx, asked.customerId)
  const charges = await standingCharges(tx, { accountOf: asked.customerId })
  const owedFen = sum(charges.map((charge) => charge.unpaidFen))
  if (owedFen === 0) return { refused: 'nothingOwed', owedFen }
  if (asked.collected.amountFen > owedFen) return { refused: 'amountBeyondDebt', owedFen }
  return take(tx, asked, null, charges, owedFen)
}

/** A debtor's payments and reversals come one after another. Foreign keys to him do not wait. */
export async function lockDebtor(tx: Tx, customerId: string): Promise<void> {
  await tx.selectFrom('customers').select('id').where('id', '=', customerId).forNoKeyUpdate().execute()
}

const into: Readonly<Record<PaymentMethod, string>> = {
  cash: accounts.cash,
  transfer: accounts.bank,
  cheque: accounts.bank,
  collection: accounts.bank,
  card: accounts.transit,
  code: accounts.transit,
}

async function take(
  tx: Tx,
  asked: Receiving,
  caseId: string | null,
  charges: readonly StandingCharge[],
  owedFen: Fen,
): Promise<Taken | NotTaken> {
  const { collected, customerId, at, byId } = asked
  const fits = Number.isSafeInteger(collected.amountFen) && collected.amountFen > 0 && collected.amountFen <= largestFen
  if (!fits) return { refused: 'amountDiffers', owedFen }
  if (collected.method === 'cash' && collected.amountFen > asked.cashLimitFen)
    return { refused: 'cashAboveLimit', owedFen }

  const number = await gapFreeNumber(tx, 'SK', yearOf(at))
  const entryId = await writeEntry(tx, {
    kind: 'payment',
    at,
    byId,
    caseId,
    memo: number,
    postings: [
      { account: into[collected.method], amountFen: collected.amountFen, customerId: null },
      { account: accounts.receivables, amountFen: -collected.amountFen, customerId },
    ],
  })
  const paymentId = newId(at)
  await tx
    .insertInto('payments')
    .values({
      id: paymentId,
      number,
      entry_id: entryId,
      customer_id: customerId,
      payer: collected.payer,
      method: collected.method,
      amount_fen: collected.amountFen,
      reference: collected.reference,
      received_at: at,
      received_by: byId,
      carried_by: collected.carriedBy,
    })
    .execute()
  const parts = allocate(charges, collected.amountFen)
  await tx
    .insertInto('allocations')
    .values(
      parts.map(({ charge, fen }) => ({
        payment_id: paymentId,
        charge_id: charge.id,
        amount_fen: fen,
        written_at: at,
      })),
    )
    .execute()
  return { paymentNumber: number, ...(await giveReceipt(tx, asked, paymentId, parts)) }
}

interface Part {
  readonly charge: StandingCharge
  readonly fen: Fen
}

/** Oldest first, each in full until the money ends; `fen` is never more than what the charges still need together. */
export function allocate(charges: readonly StandingCharge[], fen: Fen): Part[] {
  let left = fen
  const parts: Part[] = []
  for (const charge of charges) {
    const part = Math.min(left, charge.unpaidFen)
    if (part > 0) parts.push({ charge, fen: part })
    left -= part
  }
  if (left !== 0) throw new RangeError(`${left} fen with nothing to pay`)
  return parts
}

async function giveReceipt(
  tx: Tx,
  { collected, at, byId }: Receiving,
  paymentId: string,
  parts: readonly Part[],
): Promise<{ receiptNumber: string; receiptId: string }> {
  const receiptId = newId(at)
  const receiptNumber = await gapFreeNumber(tx, 'SJ', yearOf(at))
  const lines = parts.map(
    ({ charge, fen }): ReceiptLine => ({
      caseNumber: charge.caseNumber,
      item: charge.item,
      description: charge.description,
      quantity: charge.quantity,
      unitPriceFen: charge.unitPriceFen,
      chargedFen: charge.amountFen,
      paidFen: fen,
    }),
  )
  await tx
    .insertInto('receipts')
    .values({
      id: receiptId,
      number: receiptNumber,
      payment_id: paymentId,
      payer: collected.payer,
      amount_fen: collected.amountFen,
      in_words: inWords(collected.amountFen),
      lines: json(lines),
      issued_at: at,
      issued_by: byId,
    })
    .execute()
  return { receiptNumber, receiptId }
}

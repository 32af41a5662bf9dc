/** A payment taken back (退票, 错收): asked for by one, decided by another, by new rows that cancel the old (domain §3.6). */
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import { gapFreeNumber, yearOf } from '#kernel/forms/server/numbers.ts'
import type { IsoInstant } from '#lib/time.ts'
import { lockDebtor } from './collect.ts'
import { newId, writeEntry } from './entries.ts'
import { putOnAccount } from './post.ts'

export type ReversalRefusal = {
  readonly refused: 'notFound' | 'notReversible' | 'alreadyRequested' | 'alreadyDecided' | 'notYourOwn'
}

/** Asks for a payment to be taken back. Returns the id of the request. */
export async function requestReversal(
  tx: Tx,
  asked: { number: string; reason: string; byId: string; at: IsoInstant },
): Promise<{ readonly id: string } | ReversalRefusal> {
  const payment = await tx
    .selectFrom('payments')
    .select(['id', 'reverses_id'])
    .where('number', '=', asked.number)
    .executeTakeFirst()
  if (payment === undefined) return { refused: 'notFound' }
  if (payment.reverses_id !== null) return { refused: 'notReversible' }
  const written = await tx
    .insertInto('reversal_requests')
    .values({
      id: newId(asked.at),
      payment_id: payment.id,
      reason: asked.reason,
      requested_by: asked.byId,
      requested_at: asked.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return written ?? { refused: 'alreadyRequested' }
}

export async function denyReversal(
  tx: Tx,
  asked: { requestId: string; denial: string; byId: string; at: IsoInstant },
): Promise<{ readonly requestedBy: string; readonly paymentNumber: string } | ReversalRefusal> {
  const request = await waitingRequest(tx, asked.requestId, asked.byId)
  if ('refused' in request) return request
  await decideRequest(tx, asked, false, asked.denial)
  return { requestedBy: request.requested_by, paymentNumber: request.number }
}

export interface Reversed {
  readonly requestedBy: string
  readonly paymentNumber: string
  /** number of the negative payment */
  readonly reversalNumber: string
  /** the cases that owe again */
  readonly cases: readonly {
    readonly id: string
    readonly process: string
    readonly number: string
    readonly customerId: string | null
    readonly ownerId: string | null
  }[]
}

/** Negative payment, negative allocations, reversing entry; the receipt came back (`returned`) or is void. */
export async function approveReversal(
  tx: Tx,
  asked: { requestId: string; receipt: 'returned' | 'voided'; byId: string; at: IsoInstant },
): Promise<Reversed | ReversalRefusal> {
  const request = await waitingRequest(tx, asked.requestId, asked.byId)
  if ('refused' in request) return request
  await lockDebtor(tx, request.customer_id)
  await decideRequest(tx, asked, true, null)

  const reversalNumber = await gapFreeNumber(tx, 'SK', yearOf(asked.at))
  const postings = await tx
    .selectFrom('ledger_postings')
    .select(['account', 'customer_id', 'amount_fen'])
    .where('entry_id', '=', request.entry_id)
    .orderBy('line')
    .execute()
  const entryId = await writeEntry(tx, {
    kind: 'reversal',
    at: asked.at,
    byId: asked.byId,
    caseId: request.case_id,
    memo: reversalNumber,
    reversesId: request.entry_id,
    postings: postings.map((posting) => ({
      account: posting.account,
      amountFen: -posting.amount_fen,
      customerId: posting.customer_id,
    })),
  })
  const reversalId = newId(asked.at)
  await tx
    .insertInto('payments')
    .values({
      id: reversalId,
      number: reversalNumber,
      entry_id: entryId,
      customer_id: request.customer_id,
      payer: request.payer,
      method: request.method,
      amount_fen: -request.amount_fen,
      reference: request.reference,
      received_at: asked.at,
      received_by: asked.byId,
      reverses_id: request.payment_id,
      reversal_requested_by: request.requested_by,
    })
    .execute()
  await sql`
    insert into allocations (payment_id, charge_id, amount_fen, written_at)
    select ${reversalId}, charge_id, -amount_fen, ${asked.at} from allocations where payment_id = ${request.payment_id}
  `.execute(tx)
  await tx.updateTable('receipts').set({ state: asked.receipt }).where('payment_id', '=', request.payment_id).execute()
  const cases = await casesPaidBy(tx, request.payment_id)
  // Their own paths may be over: what they owe again is owed on account, where it can be paid whatever their state.
  for (const { id: caseId } of cases) {
    await putOnAccount(tx, { caseId, customerId: request.customer_id, at: asked.at, byId: asked.byId })
  }
  return { requestedBy: request.requested_by, paymentNumber: request.number, reversalNumber, cases }
}

async function waitingRequest(tx: Tx, requestId: string, byId: string) {
  const request = await tx
    .selectFrom('reversal_requests')
    .innerJoin('payments', 'payments.id', 'reversal_requests.payment_id')
    .innerJoin('ledger_entries', 'ledger_entries.id', 'payments.entry_id')
    .select([
      'reversal_requests.requested_by',
      'reversal_requests.decided_at',
      'reversal_requests.payment_id',
      'payments.number',
      'payments.entry_id',
      'payments.customer_id',
      'payments.payer',
      'payments.method',
      'payments.amount_fen',
      'payments.reference',
      'ledger_entries.case_id',
    ])
    .where('reversal_requests.id', '=', requestId)
    .forUpdate('reversal_requests')
    .executeTakeFirst()
  if (request === undefined) return { refused: 'notFound' } as const
  if (request.decided_at !== null) return { refused: 'alreadyDecided' } as const
  if (request.requested_by === byId) return { refused: 'notYourOwn' } as const
  return request
}

async function decideRequest(
  tx: Tx,
  asked: { requestId: string; byId: string; at: IsoInstant },
  approved: boolean,
  denial: string | null,
): Promise<void> {
  await tx
    .updateTable('reversal_requests')
    .set({ decided_by: asked.byId, decided_at: asked.at, approved, denial })
    .where('id', '=', asked.requestId)
    .execute()
}

function casesPaidBy(tx: Tx, paymentId: string): Promise<Reversed['cases'][number][]> {
  return tx
    .selectFrom('allocations')
    .innerJoin('charges', 'charges.id', 'allocations.charge_id')
    .innerJoin('cases', 'cases.id', 'charges.case_id')
    .select([
      'cases.id',
      'cases.process',
      'cases.number',
      'cases.customer_id as customerId',
      'cases.owner_id as ownerId',
    ])
    .distinct()
    .where('allocations.payment_id', '=', paymentId)
    .execute()
}

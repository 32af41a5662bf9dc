/** The one place where an entry of double-entry bookkeeping is written: its postings sum to zero or nothing is. */
import type { Tx } from '#kernel/database/database.ts'
import type { Fen } from '#lib/money.ts'
import { dateOf } from '#lib/show-time.ts'
import type { IsoInstant } from '#lib/time.ts'
import { uuidv7 } from '#lib/uuid.ts'

/** The accounts of migration 0006, by what they are for. */
export const accounts = {
  cash: '1001',
  bank: '1002',
  transit: '1012',
  receivables: '1122',
  tax: '2221',
  income: '6001',
} as const

export interface Posting {
  readonly account: string
  /** debit positive, credit negative; a posting of nothing is left out */
  readonly amountFen: Fen
  readonly customerId: string | null
}

export interface Entry {
  readonly kind: 'charge' | 'payment' | 'reversal'
  readonly at: IsoInstant
  /** null: the house itself */
  readonly byId: string | null
  readonly caseId: string | null
  /** number of the paper it comes from */
  readonly memo: string
  readonly reversesId?: string
  readonly postings: readonly Posting[]
}

/** Ids of one moment sort by their place, so that the lines of a bill keep their order. */
export function newId(at: IsoInstant, place = 0): string {
  const random = crypto.getRandomValues(new Uint8Array(10))
  random[0] = place >> 8
  random[1] = place & 0xff
  return uuidv7(Date.parse(at), random)
}

/** Returns the entry's id. The database refuses, at the commit, an entry whose postings do not sum to zero. */
export async function writeEntry(tx: Tx, entry: Entry): Promise<string> {
  const id = newId(entry.at)
  await tx
    .insertInto('ledger_entries')
    .values({
      id,
      kind: entry.kind,
      happened_on: dateOf(entry.at),
      written_at: entry.at,
      written_by: entry.byId,
      case_id: entry.caseId,
      memo: entry.memo,
      reverses_id: entry.reversesId ?? null,
    })
    .execute()
  const postings = entry.postings.filter((posting) => posting.amountFen !== 0)
  await tx
    .insertInto('ledger_postings')
    .values(
      postings.map((posting, at) => ({
        entry_id: id,
        line: at + 1,
        account: posting.account,
        customer_id: posting.customerId,
        amount_fen: posting.amountFen,
      })),
    )
    .execute()
  return id
}

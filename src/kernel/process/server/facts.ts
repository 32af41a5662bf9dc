import { sql } from 'kysely'
import type { IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { Rulebook } from '#kernel/http/server/house.ts'
import type { CaseHeader, CopyFact, Facts } from '../define.ts'

export interface CaseRecord {
  readonly id: string
  readonly process: string
  readonly number: string
  readonly state: string
  readonly version: number
  readonly customer_id: string | null
  readonly unit_id: string | null
  readonly contact_id: string | null
  readonly opened_by: string | null
  readonly opened_at: string
  readonly owner_id: string | null
  readonly assignee_id: string | null
  readonly crew_ids: string[]
}

interface Loaded {
  readonly charged: number
  readonly unpaid: number
  readonly monthly: boolean
  readonly copies: readonly CopyFact[]
  readonly files: readonly { readonly id: string; readonly purpose: string }[]
}

const nothing: Loaded = { charged: 0, unpaid: 0, monthly: false, copies: [], files: [] }

/** Everything a rule may ask besides the slip, in one question to the database. Charges taken back do not count. */
export async function loadFacts(tx: Tx, rulebook: Rulebook, record: CaseRecord, now: IsoInstant): Promise<Facts> {
  const facts = (await loadFactsOf(tx, rulebook, [record], now)).get(record.id)
  return facts ?? factsOf(nothing, headerOf(record), rulebook, now)
}

/** The same for the cases of a page, still in one question. */
export async function loadFactsOf(
  tx: Tx,
  rulebook: Rulebook,
  records: readonly CaseRecord[],
  now: IsoInstant,
): Promise<ReadonlyMap<string, Facts>> {
  const found = await sql<Loaded & { readonly id: string }>`
    select cases.id,
      coalesce(charged.fen, 0)::bigint as charged,
      (coalesce(charged.fen, 0)
        - coalesce((select sum(allocations.amount_fen) from allocations join charges on charges.id = charge_id where case_id = cases.id), 0))::bigint as unpaid,
      coalesce((select monthly_billing from customers where customers.id = cases.customer_id), false) as monthly,
      coalesce((select json_agg(json_build_object('form', form, 'copy', copy, 'goesTo', goes_to, 'handedTo', handed_to) order by form, copy)
        from document_copies join documents on documents.id = document_id where case_id = cases.id), '[]') as copies,
      coalesce((select json_agg(json_build_object('id', files.id, 'purpose', purpose)) from files where case_id = cases.id), '[]') as files
    from cases
    cross join lateral (select sum(amount_fen) as fen from charges where case_id = cases.id) charged
    where cases.id = any (${records.map(({ id }) => id)})
  `.execute(tx)
  const headers = new Map(records.map((record) => [record.id, headerOf(record)]))
  return new Map(
    found.rows.flatMap((row) => {
      const header = headers.get(row.id)
      return header ? [[row.id, factsOf(row, header, rulebook, now)] as const] : []
    }),
  )
}

/** Facts of a case that is about to be opened. */
export function openingFacts(header: CaseHeader, monthly: boolean, rulebook: Rulebook, now: IsoInstant): Facts {
  return factsOf({ ...nothing, monthly }, header, rulebook, now)
}

function factsOf(loaded: Loaded, header: CaseHeader, rulebook: Rulebook, now: IsoInstant): Facts {
  return {
    header,
    charged: Number(loaded.charged),
    unpaid: Number(loaded.unpaid),
    copies: loaded.copies,
    files: loaded.files,
    monthlyBilling: loaded.monthly,
    calendar: rulebook.calendar(),
    parameter: (key) => rulebook.parameter(key, now),
    price: (code) => rulebook.price(code, now),
    number: null,
    nameOf: () => '',
  }
}

export function headerOf(record: CaseRecord): CaseHeader {
  return {
    number: record.number,
    customerId: record.customer_id,
    unitId: record.unit_id,
    contactId: record.contact_id,
    openedBy: record.opened_by,
    openedAt: record.opened_at,
    ownerId: record.owner_id,
    assigneeId: record.assignee_id,
  }
}

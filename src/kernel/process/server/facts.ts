import { sql } from 'kysely'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import { beyondBorders, type Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import type { Process } from '../define.ts'
import type { CaseHeader, CopyFact, EscalationFact, Facts, LinkedCase, RecentCase } from '../moment.ts'

export interface CaseRecord {
  readonly id: string
  readonly process: string
  readonly number: string
  readonly state: string
  readonly version: number
  readonly category: string
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
  readonly building: string
  readonly copies: readonly CopyFact[]
  readonly files: readonly { readonly id: string; readonly purpose: string }[]
  readonly escalations: readonly EscalationFact[]
  readonly linked: readonly LinkedCase[]
  readonly recent: readonly RecentCase[]
}

const nothing: Loaded = {
  charged: 0,
  unpaid: 0,
  monthly: false,
  building: '',
  copies: [],
  files: [],
  escalations: [],
  linked: [],
  recent: [],
}

/** Everything a rule may ask besides the slip. Charges taken back do not count. */
export async function loadFacts(tx: Tx, house: House, record: CaseRecord, now: IsoInstant): Promise<Facts> {
  const facts = (await loadFactsOf(tx, house, [record], now)).get(record.id)
  const known = facts ?? factsOf(nothing, headerOf(record), house, now)
  const process = house.modules.find((module) => module.process.name === record.process)?.process
  return process?.recent === undefined
    ? known
    : { ...known, recent: await recentCases(tx, house, process, record.category, record.number, now) }
}

/** The same for the cases of a page, in one question to the database; `recent` is for the moment of writing and left empty. */
export async function loadFactsOf(
  tx: Tx,
  house: House,
  records: readonly CaseRecord[],
  now: IsoInstant,
): Promise<ReadonlyMap<string, Facts>> {
  const found = await beyondBorders(tx, () =>
    sql<Omit<Loaded, 'recent'> & { readonly id: string }>`
      select cases.id,
        coalesce(charged.fen, 0)::bigint as charged,
        (coalesce(charged.fen, 0)
          - coalesce((select sum(allocations.amount_fen) from allocations join charges on charges.id = charge_id where case_id = cases.id), 0))::bigint as unpaid,
        coalesce((select monthly_billing from customers where customers.id = cases.customer_id), false) as monthly,
        coalesce((select building_code from units where units.id = cases.unit_id), '') as building,
        coalesce((select json_agg(json_build_object('form', form, 'copy', copy, 'goesTo', goes_to, 'handedTo', handed_to) order by form, copy)
          from document_copies join documents on documents.id = document_id where case_id = cases.id), '[]') as copies,
        coalesce((select json_agg(json_build_object('id', files.id, 'purpose', purpose)) from files where case_id = cases.id), '[]') as files,
        coalesce((select json_agg(json_build_object('cause', cause, 'role', role, 'level', level,
            'raisedAt', raised_at, 'acceptedAt', accepted_at) order by raised_at, id)
          from escalations where case_id = cases.id), '[]') as escalations,
        coalesce((select json_agg(json_build_object('kind', link.kind, 'way', link.way, 'process', other.process,
            'number', other.number, 'title', other.title, 'state', other.state, 'final', other.closed_at is not null,
            'customerId', other.customer_id, 'openedAt', other.opened_at, 'closedAt', other.closed_at, 'shows', other.shows)
            order by other.opened_at, other.number)
          from (
            select kind, 'down' as way, lower_id as id from case_links where upper_id = cases.id
            union all
            select kind, 'up', upper_id from case_links where lower_id = cases.id
          ) link join cases other on other.id = link.id), '[]') as linked
      from cases
      cross join lateral (select sum(amount_fen) as fen from charges where case_id = cases.id) charged
      where cases.id = any (${records.map(({ id }) => id)})
    `.execute(tx),
  )
  const headers = new Map(records.map((record) => [record.id, headerOf(record)]))
  return new Map(
    found.rows.flatMap((row) => {
      const header = headers.get(row.id)
      return header ? [[row.id, factsOf({ ...row, recent: [] }, header, house, now)] as const] : []
    }),
  )
}

const mostRecent = 200

/** Cases of the same process and category in the last days, the newest first, whoever they belong to. */
export async function recentCases(
  tx: Tx,
  house: House,
  process: Process,
  category: string,
  except: string,
  now: IsoInstant,
): Promise<readonly RecentCase[]> {
  if (process.recent === undefined) return []
  const since = plusMinutes(now, -1440 * house.rulebook.parameter<number>(process.recent, now))
  const rows = await beyondBorders(tx, () =>
    tx
      .selectFrom('cases')
      .leftJoin('units', 'units.id', 'cases.unit_id')
      .select(['cases.number', 'cases.customer_id', 'cases.state', 'units.building_code', 'cases.opened_at'])
      .where('cases.process', '=', process.name)
      .where('cases.category', '=', category)
      .where('cases.opened_at', '>=', since)
      .where('cases.number', '<>', except)
      .orderBy('cases.opened_at', 'desc')
      .limit(mostRecent)
      .execute(),
  )
  return rows.map((row) => ({
    number: row.number,
    customerId: row.customer_id,
    building: row.building_code ?? '',
    state: row.state,
    openedAt: row.opened_at,
  }))
}

/** Facts of a case that is about to be opened. */
export function openingFacts(
  header: CaseHeader,
  known: Pick<Loaded, 'monthly' | 'building' | 'linked'>,
  house: House,
  now: IsoInstant,
): Facts {
  return factsOf({ ...nothing, ...known }, header, house, now)
}

function factsOf(loaded: Loaded, header: CaseHeader, { rulebook }: House, now: IsoInstant): Facts {
  return {
    header,
    charged: Number(loaded.charged),
    unpaid: Number(loaded.unpaid),
    copies: loaded.copies,
    files: loaded.files,
    escalations: loaded.escalations.map((one) => ({
      ...one,
      raisedAt: utc(one.raisedAt),
      acceptedAt: one.acceptedAt === null ? null : utc(one.acceptedAt),
    })),
    linked: loaded.linked.map((one) => ({
      ...one,
      openedAt: utc(one.openedAt),
      closedAt: one.closedAt === null ? null : utc(one.closedAt),
    })),
    recent: loaded.recent,
    building: loaded.building,
    monthlyBilling: loaded.monthly,
    calendar: rulebook.calendar(),
    parameter: (key) => rulebook.parameter(key, now),
    price: (code) => rulebook.price(code, now),
    number: null,
    nameOf: () => '',
  }
}

/** Instants inside json come with the session's offset. */
const utc = (text: string): IsoInstant => new Date(text).toISOString()

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

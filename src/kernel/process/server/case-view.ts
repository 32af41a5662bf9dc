import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import { inWords } from '#lib/in-words.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { choices, type Slip } from '../decide.ts'
import { list } from '../define.ts'
import type { Actor } from '../roles.ts'
import type {
  CaseView,
  ChargeView,
  ClockView,
  DocumentView,
  FileView,
  Named,
  PauseView,
  ReceiptView,
  TimelineEntry,
} from '../view.ts'
import { escalationsOf } from './acceptance.ts'
import { loadFacts } from './facts.ts'
import { linkedOf } from './links.ts'
import { notFound } from './refusals.ts'
import { rowOf, rowsOfCases } from './rows.ts'
import { readSlip } from './slip-rows.ts'
import { visible } from './visible.ts'

/**
 * The case as this actor may see it: a tenant sees neither the house's inner clocks nor its notes. 404 when he may not.
 * `acted`: he has just taken a step in it, and is shown what became of it even if that took it out of his sight.
 */
export async function caseView(
  tx: Tx,
  house: House,
  module: LoadedModule,
  number: string,
  actor: Actor,
  acted = false,
): Promise<CaseView> {
  const { process } = module
  const record = await rowsOfCases(tx)
    .select([
      'cases.contact_id',
      'cases.opened_by',
      'cases.opened_as',
      'cases.crew_ids',
      'cases.customer_id',
      'cases.unit_id',
      'cases.owner_id',
      'cases.assignee_id',
    ])
    .where('cases.number', '=', number)
    .where('cases.process', '=', process.name)
    .$if(!acted, (query) => query.where(visible(actor, [module])))
    .executeTakeFirst()
  if (!record) throw notFound()
  const inside = actor.kind === 'staff' || actor.kind === 'clock'
  const slip = await readSlip(tx, process, record.id)
  const now = house.now()
  const facts = await loadFacts(tx, house, record, now)
  const shown = inside ? slip : without(slip, process.hidden)
  const timeline = await timelineOf(tx, record.id, inside)
  const rights = list(process.corrects.by)
  const named = await namesOf(tx, [record.opened_by, ...record.crew_ids, ...idsIn(shown)])
  return {
    ...rowOf(record, inside),
    slip: shown,
    contact: await contactOf(tx, record.contact_id),
    openedBy: named.get(record.opened_by ?? '') ?? null,
    openedAs: record.opened_as as CaseView['openedAs'],
    crew: record.crew_ids.flatMap((id) => one(id, named)),
    names: Object.fromEntries(idsIn(shown).flatMap((id) => one(id, named).map(({ name }) => [id, name]))),
    choices: choices(process, { state: record.state, slip }, { now, actor, facts }),
    correctable:
      process.states[record.state]?.final !== true && actor.roles.some((role) => rights.includes(role))
        ? process.corrects.fields
        : [],
    clocks: inside ? await clocksOf(tx, record.id) : [],
    pauses: await pausesOf(tx, record.id),
    timeline: inside
      ? timeline
      : timeline.map((line) => ({
          ...line,
          // Why a text was sent against a warning is the house's own affair.
          input: without(line.input, [...process.hidden, 'despite']),
          changes: withoutChanges(line.changes, process.hidden),
        })),
    documents: await documentsOf(tx, module, record.id),
    files: await filesOf(tx, record.id),
    charges: await chargesOf(tx, record.id),
    receipts: await receiptsOf(tx, record.id),
    chargedFen: facts.charged,
    unpaidFen: facts.unpaid,
    escalations: inside ? await escalationsOf(tx, record.id) : [],
    linked: await linkedOf(tx, house, record.id, actor),
  }
}

const without = (slip: Slip, hidden: readonly string[]): Slip =>
  Object.fromEntries(Object.entries(slip).filter(([field]) => !hidden.includes(field)))
const withoutChanges = (changes: TimelineEntry['changes'], hidden: readonly string[]) =>
  Object.fromEntries(Object.entries(changes).filter(([field]) => !hidden.includes(field)))

async function timelineOf(tx: Tx, caseId: string, inside: boolean): Promise<TimelineEntry[]> {
  const rows = await tx
    .selectFrom('timeline')
    .selectAll()
    .where('case_id', '=', caseId)
    .$if(!inside, (query) => query.where('shown_to_customer', '=', true))
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actorKind: row.actor_kind as TimelineEntry['actorKind'],
    actorName: row.actor_name,
    role: row.actor_role as TimelineEntry['role'],
    action: row.action,
    from: row.from_state,
    to: row.to_state,
    input: (row.input ?? {}) as Slip,
    changes: row.changes as TimelineEntry['changes'],
    shownToCustomer: row.shown_to_customer,
  }))
}

async function contactOf(tx: Tx, id: string | null): Promise<CaseView['contact']> {
  if (id === null) return null
  const row = await tx
    .selectFrom('contacts')
    .innerJoin('people', 'people.id', 'contacts.person_id')
    .select(['people.id', 'people.name', 'people.phone', 'contacts.title'])
    .where('people.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.selectFrom('people').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function one(id: string, named: ReadonlyMap<string, string>): Named[] {
  const name = named.get(id)
  return name === undefined ? [] : [{ id, name }]
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whatever in the slip may be the id of a person. */
const idsIn = (slip: Slip): string[] =>
  Object.values(slip)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is string => typeof value === 'string' && uuid.test(value))

async function clocksOf(tx: Tx, caseId: string): Promise<ClockView[]> {
  const rows = await tx
    .selectFrom('deadlines')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('started_at')
    .execute()
  return rows.map((row) => ({
    clock: row.clock,
    kind: row.kind as ClockView['kind'],
    startedAt: row.started_at,
    dueAt: row.due_at,
    pausedAt: row.paused_at,
    metAt: row.met_at,
    missed: row.met_at !== null ? row.met_at > row.due_at : row.step > 0,
  }))
}

async function pausesOf(tx: Tx, caseId: string): Promise<PauseView[]> {
  const rows = await tx.selectFrom('pauses').selectAll().where('case_id', '=', caseId).orderBy('started_at').execute()
  return rows.map((row) => ({
    startedAt: row.started_at,
    endedAt: row.ended_at,
    reason: row.reason,
    expectedAt: row.expected_at,
  }))
}

async function documentsOf(tx: Tx, module: LoadedModule, caseId: string): Promise<DocumentView[]> {
  const rows = await tx
    .selectFrom('documents')
    .leftJoin('document_copies', 'document_copies.document_id', 'documents.id')
    .select(['documents.id', 'form', 'number', 'prints', 'void', 'copy', 'goes_to', 'handed_to', 'handed_at'])
    .where('documents.case_id', '=', caseId)
    .orderBy('documents.created_at')
    .orderBy('copy')
    .execute()
  const paperOf = (form: string) =>
    Object.entries(module.process.papers).find(([, paper]) => paper.form === form)?.[0] ?? form
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((copies) => {
    const [row] = copies
    if (!row) return []
    const of = copies.flatMap(({ copy, goes_to, handed_to, handed_at }) =>
      copy === null || goes_to === null ? [] : [{ copy, goesTo: goes_to, handedTo: handed_to, handedAt: handed_at }],
    )
    return [
      {
        id: row.id,
        paper: paperOf(row.form),
        form: row.form,
        number: row.number,
        prints: row.prints,
        void: row.void,
        copies: of,
      },
    ]
  })
}

async function filesOf(tx: Tx, caseId: string): Promise<FileView[]> {
  const rows = await tx
    .selectFrom('files')
    .select(['id', 'kind', 'name', 'purpose', 'uploaded_at'])
    .where('case_id', '=', caseId)
    .orderBy('uploaded_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as FileView['kind'],
    name: row.name,
    purpose: row.purpose ?? '',
    uploadedAt: row.uploaded_at,
  }))
}

async function chargesOf(tx: Tx, caseId: string): Promise<ChargeView[]> {
  const rows = await tx
    .selectFrom('charges')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    item: row.item,
    description: row.description,
    quantity: row.quantity,
    unitPriceFen: row.unit_price_fen,
    amountFen: row.amount_fen,
    taxRateBp: row.tax_rate_bp,
    writtenAt: row.written_at,
  }))
}

async function receiptsOf(tx: Tx, caseId: string): Promise<ReceiptView[]> {
  const rows = await tx
    .selectFrom('receipts')
    .innerJoin('payments', 'payments.id', 'receipts.payment_id')
    .select([
      'receipts.id',
      'receipts.number',
      'payments.number as payment_number',
      'receipts.state',
      'receipts.payer',
      'payments.method',
      'receipts.amount_fen',
      'receipts.issued_at',
    ])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('allocations')
          .innerJoin('charges', 'charges.id', 'allocations.charge_id')
          .select(sql`1`.as('one'))
          .whereRef('allocations.payment_id', '=', 'payments.id')
          .where('charges.case_id', '=', caseId),
      ),
    )
    .orderBy('receipts.issued_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    paymentNumber: row.payment_number,
    state: row.state as ReceiptView['state'],
    payer: row.payer,
    method: row.method,
    amountFen: row.amount_fen,
    inWords: inWords(row.amount_fen),
    issuedAt: row.issued_at,
  }))
}

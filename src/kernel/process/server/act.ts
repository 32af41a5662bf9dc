import type { IsoInstant } from '#lib/time.ts'
import { json, type Tx } from '#kernel/database/database.ts'
import { attach } from '#kernel/files/server/attach.ts'
import { handCopy, makeDocument, voidDocuments } from '#kernel/forms/server/documents.ts'
import { looseNumber, yearOf } from '#kernel/forms/server/numbers.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { checkOutgoing } from '#kernel/phrases/server/check-outgoing.ts'
import { decide, type Decision } from '../decide.ts'
import type { HandOver } from '../define.ts'
import type { Moment } from '../moment.ts'
import type { Actor } from '../roles.ts'
import { isBuiltIn, decideBuiltIn } from './built-in.ts'
import { keepClocks } from './deadlines.ts'
import { type CaseRecord, loadFacts } from './facts.ts'
import { joinInto } from './links.ts'
import { moveMoney } from './money.ts'
import { open } from './open.ts'
import { proveReferences } from './references.ts'
import { notFound, refusedBy, stale } from './refusals.ts'
import { searchText } from './search-text.ts'
import { readSlip, updateSlip } from './slip-rows.ts'
import { raise } from './escalate.ts'
import { addLine, changesBetween } from './timeline.ts'
import { tellAbout } from './tell-about.ts'
import { visible } from './visible.ts'

export interface Wanted {
  readonly number: string
  readonly action: string
  readonly input: unknown
  /** the version the actor saw */
  readonly version: number
  /** why a text is sent against the warning of the phrase book */
  readonly despite?: unknown
}

/**
 * The one door through which a case changes: lock, decide, write everything or nothing. Nothing outside the database happens
 * here; what is to be said goes to the outbox in the same transaction. Throws `Refused` for every expected no.
 */
export async function act(
  tx: Tx,
  house: House,
  module: LoadedModule,
  wanted: Wanted,
  actor: Actor,
  now: IsoInstant = house.now(),
): Promise<void> {
  const { process, words } = module
  const record = await lockCase(tx, module, wanted.number, actor)
  if (record.version !== wanted.version) throw stale()
  const slip = await readSlip(tx, process, record.id)
  const current = { state: record.state, slip }
  const facts = await loadFacts(tx, house, record, now)

  if (isBuiltIn(wanted.action)) {
    const decision = decideBuiltIn(process, current, wanted.action, wanted.input, { now, actor, facts })
    if ('why' in decision) throw refusedBy(decision, words)
    await writeDecision(
      tx,
      house,
      module,
      record,
      current,
      { name: wanted.action, decision, internal: actor.kind === 'staff' && wanted.action !== 'correct' },
      { now, actor, facts, role: decision.role },
    )
    return
  }

  const first = decide(process, current, wanted.action, wanted.input, { now, actor, facts })
  if ('why' in first) throw refusedBy(first, words)
  const action = process.actions[wanted.action]
  const despite = await checkOutgoing(tx, {
    schema: action?.input,
    input: first.input,
    despite: wanted.despite,
    actor,
  })
  const names = await proveReferences(tx, first.refers, {
    customerId: record.customer_id,
    rulebook: house.rulebook,
    now,
  })
  const number = action?.numbered === undefined ? null : await looseNumber(tx, action.numbered, yearOf(now))
  const known = { ...facts, number, nameOf: (id: string) => names.get(id) ?? '' }
  const decision = decide(process, current, wanted.action, wanted.input, { now, actor, facts: known })
  if ('why' in decision) throw refusedBy(decision, words)
  await writeDecision(
    tx,
    house,
    module,
    record,
    current,
    { name: wanted.action, decision: saying(decision, despite), internal: action?.internal === true },
    { now, actor, facts: known, role: decision.role },
  )
}

/** The reason for a text against the phrase book stands with the step. */
const saying = (decision: Decision, despite: string | null): Decision =>
  despite === null ? decision : { ...decision, input: { ...(decision.input as object), despite } }

/** Invisible and not existing are the same: 404. */
export async function lockCase(tx: Tx, module: LoadedModule, number: string, actor: Actor): Promise<CaseRecord> {
  const record = await tx
    .selectFrom('cases')
    .select([
      'id',
      'process',
      'number',
      'state',
      'version',
      'category',
      'customer_id',
      'unit_id',
      'contact_id',
      'opened_by',
      'opened_at',
      'owner_id',
      'assignee_id',
      'crew_ids',
    ])
    .where('number', '=', number)
    .where('process', '=', module.process.name)
    .where(visible(actor, [module]))
    .forUpdate()
    .executeTakeFirst()
  if (!record) throw notFound()
  return record
}

async function writeDecision(
  tx: Tx,
  house: House,
  module: LoadedModule,
  record: CaseRecord,
  current: { readonly state: string; readonly slip: Record<string, unknown> },
  taken: { readonly name: string; readonly decision: Decision; readonly internal?: boolean },
  at: Moment,
): Promise<void> {
  const { process } = module
  const { decision } = taken
  const caseId = record.id
  const money = await moveMoney(tx, record, decision, at)
  const slip =
    decision.receiptIn === null || money === null
      ? decision.slip
      : { ...decision.slip, [decision.receiptIn]: money.receiptNumber }
  const changes = changesBetween(current.slip, slip)

  await attach(tx, {
    files: decision.refers.flatMap((one) => (one.kind === 'file' ? [one] : [])),
    caseId,
    actor: at.actor,
    at: at.now,
  })
  await updateSlip(tx, process, caseId, slip, Object.keys(changes))
  for (const paper of decision.prints) {
    const { form, version, copies } = process.papers[paper] ?? { form: '', version: '', copies: [] }
    await makeDocument(tx, { caseId, form, number: record.number, version, copies, byId: at.actor.id, at: at.now })
  }
  // What a step hands over by itself stays with who has it already (received before accepted, signed again after rework).
  const fresh = decision.hands.filter((hand) => isBuiltIn(taken.name) || !isHanded(at, hand))
  for (const hand of fresh) await handCopy(tx, { caseId, ...hand, byId: at.actor.id, at: at.now })
  const state = process.states[decision.to]
  if (state?.voids) await voidDocuments(tx, caseId)

  const clocks = await keepClocks(tx, process, {
    caseId,
    from: current.state,
    to: decision.to,
    slip,
    at,
    pause: decision.pauses,
  })
  const assigned =
    decision.assigns === undefined
      ? null
      : { assignee_id: decision.assigns?.[0] ?? null, crew_ids: [...(decision.assigns ?? [])] }
  const moved = decision.to !== current.state
  await tx
    .updateTable('cases')
    .set({
      state: decision.to,
      version: record.version + 1,
      title: process.title(slip),
      priority: process.priority?.(slip) ?? null,
      category: process.category?.(slip) ?? '',
      departments: [...(process.departments?.(slip) ?? [])],
      shows: json(process.shows?.(slip) ?? {}),
      due_at: clocks.dueAt,
      paused: clocks.paused,
      ...(moved ? { entered_at: at.now, closed_at: state?.final ? at.now : null } : {}),
      ...assigned,
      ...(wordsOf(process, slip) !== wordsOf(process, current.slip)
        ? { search: await searchText(tx, process, record, slip) }
        : {}),
    })
    .where('id', '=', caseId)
    .execute()

  await addLine(tx, {
    caseId,
    at: at.now,
    actor: at.actor,
    role: decision.role,
    action: taken.name,
    from: current.state,
    to: decision.to,
    input: decision.input,
    changes,
    shownToCustomer: taken.internal !== true,
  })
  if (decision.escalates)
    await raise(tx, { ...record, title: process.title(slip) }, { ...decision.escalates, at: at.now })
  if (decision.joins !== null)
    await joinInto(tx, module, record, decision.joins, { actor: at.actor, role: decision.role, at: at.now })
  await raiseCases(tx, house, module, record, { slip, state: decision.to, raises: decision.raises }, at)
  const people = { owner: record.owner_id, opener: record.opened_by, crew: assigned?.crew_ids ?? record.crew_ids }
  await tellAbout(
    tx,
    module,
    {
      ...record,
      title: process.title(slip),
      state: decision.to,
      priority: process.priority?.(slip) ?? null,
      departments: process.departments?.(slip) ?? [],
    },
    people,
    {
      event: taken.name,
      tells: decision.tells,
      actor: at.actor,
      at: at.now,
      what: moved ? 'moved' : 'written',
      raised: at.facts.linked.some(({ kind, way }) => kind === 'raised' && way === 'up'),
    },
  )
}

/** What this step opens elsewhere: by the same hand, for the same customer and place, in the same transaction. */
async function raiseCases(
  tx: Tx,
  house: House,
  module: LoadedModule,
  record: CaseRecord,
  from: { readonly slip: Record<string, unknown>; readonly state: string; readonly raises: Decision['raises'] },
  { actor, now }: Moment,
): Promise<void> {
  const { process } = module
  for (const { process: name, input } of from.raises) {
    const child = house.modules.find((one) => one.process.name === name)
    if (child === undefined) throw new RangeError(`"${process.name}" raises the unknown process "${name}"`)
    const header = { customerId: record.customer_id, unitId: record.unit_id, contactId: record.contact_id }
    const parent = {
      id: record.id,
      as: {
        kind: 'raised',
        way: 'up',
        process: process.name,
        number: record.number,
        title: process.title(from.slip),
        state: from.state,
        final: process.states[from.state]?.final === true,
        customerId: record.customer_id,
        openedAt: record.opened_at,
        closedAt: null,
        shows: process.shows?.(from.slip) ?? {},
      },
    } as const
    await open(tx, house, child, { header, input, parent }, actor, now)
  }
}

const isHanded = ({ facts }: Moment, hand: HandOver): boolean =>
  facts.copies.some(({ form, copy, handedTo }) => form === hand.form && copy === hand.copy && handedTo !== null)

/** What a slip is found by; the search text is written anew only when this changes. */
const wordsOf = (process: LoadedModule['process'], slip: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(process.searched?.(slip) ?? [])

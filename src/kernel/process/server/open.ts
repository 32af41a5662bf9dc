import type { IsoInstant } from '#lib/time.ts'
import { uuidv7 } from '#lib/uuid.ts'
import { json, type Tx } from '#kernel/database/database.ts'
import { attach } from '#kernel/files/server/attach.ts'
import { looseNumber, yearOf } from '#kernel/forms/server/numbers.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { doorWords } from '#kernel/http/words.ts'
import { checkOutgoing } from '#kernel/phrases/server/check-outgoing.ts'
import { decideOpening, type Opening } from '../decide.ts'
import { list } from '../define.ts'
import type { LinkedCase, Moment } from '../moment.ts'
import type { Actor } from '../roles.ts'
import type { OpeningHeader } from '../view.ts'
import { keepClocks } from './deadlines.ts'
import { openingFacts, recentCases } from './facts.ts'
import { linkRaised } from './links.ts'
import { proveReferences } from './references.ts'
import { refusedBy } from './refusals.ts'
import { searchText } from './search-text.ts'
import { insertSlip } from './slip-rows.ts'
import { tellAbout } from './tell-about.ts'
import { addLine } from './timeline.ts'

/** The case it is raised from: its header was proved when it was opened, and holds as it stands. */
export interface RaisedFrom {
  readonly id: string
  readonly as: LinkedCase
}

export interface Opened {
  readonly number: string
}

/** Opens a case: the header is proved, the first slip decided, everything written in the caller's transaction. */
export async function open(
  tx: Tx,
  house: House,
  module: LoadedModule,
  asked: {
    readonly header: OpeningHeader
    readonly input: unknown
    readonly despite?: unknown
    readonly parent?: RaisedFrom
  },
  actor: Actor,
  now: IsoInstant = house.now(),
): Promise<Opened> {
  const { process } = module
  const { parent } = asked
  const header = await proveHeader(tx, asked.header, actor, parent !== undefined)
  const base = {
    number: '',
    ...asked.header,
    openedBy: actor.id,
    openedAt: now,
    ownerId: header.ownerId,
    assigneeId: null,
  }
  const known = { monthly: header.monthly, building: header.building, linked: parent === undefined ? [] : [parent.as] }
  const facts = openingFacts({ ...base, customerId: header.customerId }, known, house, now)
  const opening = await decided(tx, house, module, asked.input, { now, actor, facts }, header.customerId)
  const despite = await checkOutgoing(tx, {
    schema: process.opens.input,
    input: opening.input,
    despite: asked.despite,
    actor,
  })
  if (header.customerId === null && !opening.customerFree) throw missing('customerId')

  const id = uuidv7(Date.parse(now))
  const number = await looseNumber(tx, process.number, yearOf(now))
  const slip = opening.slip
  const at: Moment = { now, actor, role: opening.role, facts: { ...facts, header: { ...facts.header, number } } }
  const clocks = await keepClocks(tx, process, { caseId: id, from: '', to: opening.in, slip, at, pause: null })
  await tx
    .insertInto('cases')
    .values({
      id,
      process: process.name,
      number,
      state: opening.in,
      title: process.title(slip),
      priority: process.priority?.(slip) ?? null,
      category: process.category?.(slip) ?? '',
      departments: [...(process.departments?.(slip) ?? [])],
      shows: json(process.shows?.(slip) ?? {}),
      customer_id: header.customerId,
      unit_id: header.unitId,
      place: header.place,
      contact_id: header.contactId,
      opened_by: actor.id,
      opened_as: actor.kind === 'clock' ? 'system' : actor.kind,
      guest_token_hash: actor.kind === 'guest' ? actor.guestTokenHash : null,
      owner_id: header.ownerId,
      assignee_id: opening.assigns[0] ?? null,
      crew_ids: [...opening.assigns],
      opened_at: now,
      entered_at: now,
      closed_at: process.states[opening.in]?.final ? now : null,
      due_at: clocks.dueAt,
      search: await searchText(tx, process, { number, unit_id: header.unitId, customer_id: header.customerId }, slip),
    })
    .execute()
  await insertSlip(tx, process, id, slip)
  if (parent !== undefined) await linkRaised(tx, parent, id, actor.id, now)
  await attach(tx, {
    files: opening.refers.flatMap((one) => (one.kind === 'file' ? [one] : [])),
    caseId: id,
    actor,
    at: now,
  })
  await addLine(tx, {
    caseId: id,
    at: now,
    actor,
    role: opening.role,
    action: 'open',
    from: '',
    to: opening.in,
    input: despite === null ? opening.input : { ...(opening.input as object), despite },
    changes: {},
    shownToCustomer: true,
  })
  const about = {
    id,
    number,
    title: process.title(slip),
    state: opening.in,
    priority: process.priority?.(slip) ?? null,
    customer_id: header.customerId,
    departments: process.departments?.(slip) ?? [],
  }
  await tellAbout(
    tx,
    module,
    about,
    { owner: header.ownerId, opener: actor.id, crew: opening.assigns },
    { event: 'open', tells: list(opening.tells), actor, at: now, what: 'opened', raised: parent !== undefined },
  )
  return { number }
}

/** Decided once more with the names of whom it points at, and with the cases of its category where the rules look back. */
async function decided(
  tx: Tx,
  house: House,
  { process, words }: LoadedModule,
  input: unknown,
  at: Omit<Moment, 'role'>,
  customerId: string | null,
): Promise<Opening> {
  const first = decideOpening(process, input, at)
  if ('why' in first) throw refusedBy(first, words)
  if (first.refers.length === 0 && process.recent === undefined) return first
  const names = await proveReferences(tx, first.refers, { customerId, rulebook: house.rulebook, now: at.now })
  const recent = await recentCases(tx, house, process, process.category?.(first.slip) ?? '', '', at.now)
  const facts = { ...at.facts, recent, nameOf: (id: string) => names.get(id) ?? '' }
  const second = decideOpening(process, input, { ...at, facts })
  if ('why' in second) throw refusedBy(second, words)
  return second
}

interface ProvedHeader {
  readonly customerId: string | null
  readonly unitId: string | null
  readonly contactId: string | null
  readonly place: string
  readonly building: string
  readonly ownerId: string | null
  readonly monthly: boolean
}

/**
 * The customer exists, the unit is his today, the contact is his. A tenant opens only for his own company; a guest's unit
 * and customer come from the code on the door, never from the request.
 */
async function proveHeader(tx: Tx, header: OpeningHeader, actor: Actor, proved: boolean): Promise<ProvedHeader> {
  if (actor.kind === 'customer' && header.customerId !== null && header.customerId !== actor.customerId)
    throw bad('customerId')
  const customerId = actor.kind === 'customer' ? actor.customerId : header.customerId
  const unit =
    header.unitId === null
      ? null
      : await tx
          .selectFrom('units')
          .select(['id', 'code', 'building_code'])
          .where('id', '=', header.unitId)
          .executeTakeFirst()
  if (unit === undefined) throw bad('unitId')
  if (customerId === null) {
    if (header.contactId !== null) throw bad('contactId')
    return {
      customerId,
      unitId: unit?.id ?? null,
      contactId: null,
      place: unit?.code ?? '',
      building: unit?.building_code ?? '',
      ownerId: null,
      monthly: false,
    }
  }
  const customer = await tx
    .selectFrom('customers')
    .select(['id', 'csa_id', 'monthly_billing'])
    .where('id', '=', customerId)
    .executeTakeFirst()
  if (!customer) throw bad('customerId')
  if (unit && !proved && !(await lets(tx, customerId, unit.id))) throw bad('unitId')
  const contactId = header.contactId ?? (actor.kind === 'customer' ? actor.id : null)
  if (contactId !== null && !proved) {
    const contact = await tx
      .selectFrom('contacts')
      .select('person_id')
      .where('person_id', '=', contactId)
      .where('customer_id', '=', customerId)
      .executeTakeFirst()
    if (!contact) throw bad('contactId')
  }
  return {
    customerId,
    unitId: unit?.id ?? null,
    contactId,
    place: unit?.code ?? '',
    building: unit?.building_code ?? '',
    ownerId: customer.csa_id,
    monthly: customer.monthly_billing,
  }
}

async function lets(tx: Tx, customerId: string, unitId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('tenancy_units')
    .innerJoin('tenancies', 'tenancies.id', 'tenancy_units.tenancy_id')
    .select('unit_id')
    .where('tenancies.customer_id', '=', customerId)
    .where('unit_id', '=', unitId)
    .where('tenancies.state', '<>', 'ended')
    .executeTakeFirst()
  return found !== undefined
}

const bad = (path: string) =>
  new Refused({
    status: 422,
    code: 'badReference',
    says: doorWords.badReference,
    errors: [{ path: `header.${path}`, code: 'badReference', says: doorWords.badReference }],
  })
const missing = (path: string) =>
  new Refused({
    status: 400,
    code: 'input',
    says: doorWords.input,
    errors: [{ path: `header.${path}`, code: 'required', says: { zh: '必填', en: 'required' } }],
  })

import type { IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { House } from '#kernel/http/server/house.ts'
import type { Actor, Department } from '../roles.ts'
import type { EscalationRow } from '../view.ts'
import { moduleOf } from './clock.ts'
import { askClocksAgain } from './clocks-again.ts'
import { notFound } from './refusals.ts'
import { tellAbout } from './tell-about.ts'
import { addLine } from './timeline.ts'

const alreadyAccepted = { zh: '这项上报已经签收。', en: 'This escalation has already been accepted.' }

/** The superior accepts (签收) and instructs (批示): only a holder of the role it went to, once, never without an instruction. */
export async function acceptEscalation(
  tx: Tx,
  house: House,
  id: string,
  instruction: string,
  actor: Actor,
  now: IsoInstant = house.now(),
): Promise<void> {
  const escalation = await tx.selectFrom('escalations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!escalation || !actor.roles.some((role) => role === escalation.role)) throw notFound()
  if (escalation.accepted_at !== null)
    throw new Refused({ status: 409, code: 'alreadyAccepted', says: alreadyAccepted })
  await tx
    .updateTable('escalations')
    .set({ accepted_by: actor.id, accepted_at: now, instruction })
    .where('id', '=', id)
    .execute()
  const record = await tx
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', escalation.case_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const module = moduleOf(house, record.process)
  if (!module) throw notFound()
  const role = escalation.role as EscalationRow['role']
  const input = { cause: escalation.cause, instruction }
  await addLine(tx, {
    caseId: record.id,
    at: now,
    actor,
    role,
    action: 'acceptEscalation',
    from: record.state,
    to: record.state,
    input,
    changes: {},
    shownToCustomer: false,
  })
  await askClocksAgain(tx, house, module, record, { now, actor, role })
  const people = { owner: record.owner_id, opener: record.opened_by, crew: record.crew_ids }
  const about = { ...record, departments: record.departments as Department[] }
  await tellAbout(tx, module, about, people, {
    event: 'instruction',
    tells: ['owner', 'crew'],
    actor,
    at: now,
    what: 'written',
    raised: true,
  })
}

/** Open ones first, those that went to a role of this actor. */
export async function escalationsFor(tx: Tx, actor: Actor): Promise<EscalationRow[]> {
  if (actor.kind !== 'staff' || actor.roles.length === 0) return []
  const rows = await escalationRows(tx)
    .where('escalations.role', 'in', [...actor.roles])
    .orderBy('escalations.accepted_at', (order) => order.desc().nullsFirst())
    .orderBy('escalations.raised_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(rowOf)
}

export async function escalationsOf(tx: Tx, caseId: string): Promise<EscalationRow[]> {
  const rows = await escalationRows(tx)
    .where('escalations.case_id', '=', caseId)
    .orderBy('escalations.raised_at')
    .execute()
  return rows.map(rowOf)
}

const escalationRows = (tx: Tx) =>
  tx
    .selectFrom('escalations')
    .innerJoin('cases', 'cases.id', 'escalations.case_id')
    .leftJoin('customers', 'customers.id', 'cases.customer_id')
    .leftJoin('people', 'people.id', 'escalations.accepted_by')
    .select([
      'escalations.id',
      'cases.process',
      'cases.number',
      'cases.title',
      'customers.short_name as customer',
      'customers.name_en as customer_en',
      'cases.place as unit',
      'cause',
      'level',
      'role',
      'raised_at',
      'accepted_at',
      'people.name as accepted_by',
      'instruction',
    ])

type Found = Awaited<ReturnType<ReturnType<typeof escalationRows>['execute']>>[number]

const rowOf = (row: Found): EscalationRow => ({
  id: row.id,
  process: row.process,
  number: row.number,
  title: row.title,
  customer: row.customer === null ? null : { shortName: row.customer, nameEn: row.customer_en ?? '' },
  unit: row.unit === '' ? null : row.unit,
  cause: row.cause,
  level: row.level,
  role: row.role as EscalationRow['role'],
  raisedAt: row.raised_at,
  acceptedAt: row.accepted_at,
  acceptedBy: row.accepted_by,
  instruction: row.instruction,
})

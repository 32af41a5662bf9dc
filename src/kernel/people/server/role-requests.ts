import { z } from 'zod'
import { uuidv7 } from '#lib/uuid.ts'
import { constraintOf, type Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import { route, type AnyRoute, type Asked } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { staffRoles, type Actor, type StaffRole } from '#kernel/process/roles.ts'
import { conflictOf, mayApproveRoles } from '../role-rules.ts'
import { done, roleRequestsAnswer, type RoleRequest } from '../view.ts'
import { addressKey } from './address.ts'
import { notFound, notYours, refused } from './refusals.ts'
import { note, tellOwner } from './security-log.ts'
import { endSessions } from './sessions.ts'
import { lockStaff } from './staff-writes.ts'

/** Roles take two: SYS asks for the whole new set, PM or the CSM of the department approves. Neither for himself. */

async function ask(
  asked: Asked<unknown, unknown, { personId: string; roles: StaffRole[] }>,
  house: House,
): Promise<{ id: string }> {
  const { personId } = asked.body
  const roles = [...new Set(asked.body.roles)].toSorted()
  return await write(asked, house, async (tx) => {
    if (personId === asked.actor.id) throw refused('notYourself', 403)
    const person = await lockStaff(tx, personId)
    if (!person.active) throw refused('personInactive', 409)
    const conflict = conflictOf(roles)
    if (conflict !== null) throw refused(conflict)
    const id = uuidv7(Date.parse(house.now()))
    try {
      await tx
        .insertInto('role_requests')
        .values({ id, person_id: personId, roles, requested_by: asked.actor.id ?? '', requested_at: house.now() })
        .execute()
    } catch (error) {
      if (constraintOf(error) === 'role_requested_once') throw refused('alreadyRequested', 409)
      throw error
    }
    await note(tx, house.now(), 'rolesRequested', personId, addressKey(asked.request.ip), { by: asked.actor.id, roles })
    return { id }
  })
}

async function decide(
  asked: Asked<{ id: string }, unknown, { approve: boolean }>,
  house: House,
): Promise<{ id: string }> {
  const { id } = asked.params
  return await write(asked, house, async (tx) => {
    const request = await tx
      .selectFrom('role_requests')
      .innerJoin('staff', 'staff.person_id', 'role_requests.person_id')
      .select(['role_requests.person_id', 'roles', 'requested_by', 'decided_at', 'staff.department'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (request === undefined) throw notFound()
    if (request.decided_at !== null) throw refused('alreadyDecided', 409)
    if (request.person_id === asked.actor.id) throw refused('notYourself', 403)
    if (request.requested_by === asked.actor.id) throw refused('notTheRequester', 403)
    if (!mayApproveRoles(asked.actor.roles, request.department)) throw refused('notYourDepartment', 403)
    const { approve } = asked.body
    await tx
      .updateTable('role_requests')
      .set({ decided_by: asked.actor.id, decided_at: house.now(), approved: approve })
      .where('id', '=', id)
      .execute()
    if (approve) await replaceRoles(tx, request.person_id, request.roles, asked.actor.id, house)
    const detail = { by: asked.actor.id, roles: request.roles }
    await note(
      tx,
      house.now(),
      approve ? 'rolesChanged' : 'rolesRefused',
      request.person_id,
      addressKey(asked.request.ip),
      detail,
    )
    return { id }
  })
}

/** His sessions end, so that nothing opened under the old roles stays open. */
async function replaceRoles(
  tx: Tx,
  personId: string,
  roles: readonly string[],
  by: string | null,
  house: House,
): Promise<void> {
  const person = await lockStaff(tx, personId)
  if (!person.active) throw refused('personInactive', 409)
  await tx.deleteFrom('person_roles').where('person_id', '=', personId).execute()
  if (roles.length > 0) {
    await tx
      .insertInto('person_roles')
      .values(roles.map((role) => ({ person_id: personId, role, granted_by: by, granted_at: house.now() })))
      .execute()
  }
  await endSessions(tx, personId)
  await tellOwner(tx, house.now(), 'rolesChanged', personId)
}

const limit = 50

/** SYS and PM see all, the CSM those of his department. Newest first; `after` is the last id of the page before. */
async function listRequests(tx: Tx, actor: Actor, query: { open: 'yes' | 'no'; after?: string | undefined }) {
  let rows = tx
    .selectFrom('role_requests as request')
    .innerJoin('people as person', 'person.id', 'request.person_id')
    .innerJoin('staff', 'staff.person_id', 'request.person_id')
    .innerJoin('people as asker', 'asker.id', 'request.requested_by')
    .leftJoin('people as decider', 'decider.id', 'request.decided_by')
    .select([
      'request.id',
      'request.person_id',
      'request.roles',
      'request.requested_by',
      'request.requested_at',
      'request.decided_by',
    ])
    .select([
      'request.decided_at',
      'request.approved',
      'staff.department',
      'person.name',
      'asker.name as asker',
      'decider.name as decider',
    ])
    .select((eb) =>
      eb
        .selectFrom('person_roles')
        .select((roles) => roles.fn.agg<string[]>('array_agg', ['person_roles.role']).as('now'))
        .whereRef('person_roles.person_id', '=', 'request.person_id')
        .as('now'),
    )
    .where('request.decided_at', query.open === 'yes' ? 'is' : 'is not', null)
    .orderBy('request.id', 'desc')
    .limit(limit + 1)
  if (!actor.roles.some((role) => role === 'SYS' || role === 'PM'))
    rows = rows.where('staff.department', '=', 'customerService')
  if (query.after !== undefined) rows = rows.where('request.id', '<', query.after)
  const found = await rows.execute()
  const page = found.slice(0, limit).map(
    (row): RoleRequest => ({
      id: row.id,
      person: { id: row.person_id, name: row.name },
      department: row.department as RoleRequest['department'],
      now: ((row.now ?? []) as RoleRequest['now']).toSorted(),
      roles: row.roles as RoleRequest['roles'],
      requestedBy: { id: row.requested_by, name: row.asker },
      requestedAt: row.requested_at,
      decidedBy: row.decided_by === null ? null : { id: row.decided_by, name: row.decider ?? '' },
      decidedAt: row.decided_at,
      approved: row.approved,
      mine:
        row.decided_at === null &&
        mayApproveRoles(actor.roles, row.department) &&
        actor.id !== row.person_id &&
        actor.id !== row.requested_by,
    }),
  )
  return { rows: page, next: found.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/** Back before anybody decided: by who asked. */
async function withdraw(asked: Asked<{ id: string }>, house: House): Promise<void> {
  await house.database.as(asked.actor, async (tx) => {
    const request = await tx
      .selectFrom('role_requests')
      .select(['requested_by', 'decided_at'])
      .where('id', '=', asked.params.id)
      .forUpdate()
      .executeTakeFirst()
    if (request === undefined) throw notFound()
    if (request.requested_by !== asked.actor.id) throw notYours()
    if (request.decided_at !== null) throw refused('alreadyDecided', 409)
    await tx.deleteFrom('role_requests').where('id', '=', asked.params.id).execute()
  })
}

const one = z.strictObject({ id: z.uuid() })

export const roleRequestRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/role-requests',
    policy: ['SYS', 'PM', 'CSM'],
    tag: 'staff',
    id: 'roles.list',
    summary: 'Requests for roles, waiting or decided',
    query: z.strictObject({ open: z.enum(['yes', 'no']).default('yes'), after: z.uuid().optional() }),
    answer: roleRequestsAnswer,
    handle: (asked, house) => house.database.as(asked.actor, (tx) => listRequests(tx, asked.actor, asked.query)),
  }),
  route({
    method: 'POST',
    path: '/api/role-requests',
    policy: ['SYS'],
    tag: 'staff',
    id: 'roles.request',
    summary: 'Ask for the new set of roles of a person',
    body: z.strictObject({ personId: z.uuid(), roles: z.array(z.enum(staffRoles)).max(staffRoles.length) }),
    answer: done,
    status: 201,
    writes: true,
    handle: ask,
  }),
  route({
    method: 'POST',
    path: '/api/role-requests/:id/decide',
    policy: ['PM', 'CSM'],
    tag: 'staff',
    id: 'roles.decide',
    summary: 'Approve or refuse; approved roles hold at once and end the person’s sessions',
    params: one,
    body: z.strictObject({ approve: z.boolean() }),
    answer: done,
    writes: true,
    handle: decide,
  }),
  route({
    method: 'DELETE',
    path: '/api/role-requests/:id',
    policy: ['SYS'],
    tag: 'staff',
    id: 'roles.withdraw',
    summary: 'Take back a request nobody has decided',
    params: one,
    answer: 'nothing',
    handle: withdraw,
  }),
]

import { z } from 'zod'
import { isStorable } from '#lib/text.ts'
import type { House } from '#kernel/http/server/house.ts'
import { route, type AnyRoute, type Asked } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { text } from '#kernel/process/fields.ts'
import { staffRoles } from '#kernel/process/roles.ts'
import { departments } from '#kernel/process/roles.ts'
import { done, secretAnswer, staffAnswer, staffCard, type IssuedSecret } from '../view.ts'
import { drawSecret, putAccount } from './accounts.ts'
import { addressKey } from './address.ts'
import { removeFactor } from './factors.ts'
import { notYours, refused } from './refusals.ts'
import { note, tellOwner } from './security-log.ts'
import { endSessions } from './sessions.ts'
import { listStaff, staffCardOf } from './staff-queries.ts'
import {
  addStaff,
  changeStaff,
  changeSuperior,
  deactivateStaff,
  lockStaff,
  reactivateStaff,
  type StaffInput,
} from './staff-writes.ts'

/** Staff master data: HR and SYS. The way in: SYS. The directory: everybody on the staff. */
const keepers = ['HR', 'SYS'] as const

const one = z.strictObject({ id: z.uuid() })
const maybe = (most: number) => z.string().trim().max(most).refine(isStorable, 'notStorable')
const phone = z
  .string()
  .trim()
  .regex(/^([0-9+()\- 转#]{3,40})?$/, 'notAPhone')
const email = z.union([z.literal(''), z.email().max(200)])

const fields = {
  name: text(60),
  nameEn: maybe(60).default(''),
  phone: phone.default(''),
  email: email.default(''),
  language: z.enum(['zh', 'en']).default('zh'),
  department: z.enum(departments),
  post: maybe(60).default(''),
  trade: maybe(60).default(''),
}

async function change(
  asked: Asked<{ id: string }, unknown, StaffInput & { login?: string | undefined }>,
  house: House,
): Promise<{ id: string }> {
  const { id } = asked.params
  return await write(asked, house, async (tx) => {
    if (asked.body.login !== undefined && !asked.actor.roles.includes('SYS')) throw notYours()
    await changeStaff(tx, id, asked.body)
    await note(tx, house.now(), 'personChanged', id, addressKey(asked.request.ip), { by: asked.actor.id })
    return { id }
  })
}

/** Not kept for repetition like other writes: the secret is nowhere but in this answer, and a second call draws another. */
async function issue(asked: Asked<{ id: string }>, house: House): Promise<IssuedSecret> {
  const { id } = asked.params
  if (id === asked.actor.id) throw refused('notYourself', 403)
  const way = await drawSecret(house.now())
  return await house.database.as(asked.actor, async (tx) => {
    const person = await lockStaff(tx, id)
    if (!person.active) throw refused('personInactive', 409)
    await putAccount(tx, id, way, house.now())
    await endSessions(tx, id)
    await note(tx, house.now(), 'passwordReset', id, addressKey(asked.request.ip), { by: asked.actor.id })
    await tellOwner(tx, house.now(), 'passwordReset', id)
    const names = await tx
      .selectFrom('login_names')
      .select('name')
      .where('person_id', '=', id)
      .orderBy('name')
      .execute()
    return { id, loginNames: names.map((row) => row.name), secret: way.secret, validUntil: way.validUntil }
  })
}

type Deed = 'deactivated' | 'reactivated' | 'factorRemoved' | 'sessionsEnded'

/** What is done to another's state; never to one's own. */
async function deed(asked: Asked<{ id: string }>, house: House, event: Deed): Promise<{ id: string }> {
  const { id } = asked.params
  return await write(asked, house, async (tx) => {
    if (id === asked.actor.id) throw refused('notYourself', 403)
    const person = await lockStaff(tx, id)
    if (event === 'deactivated') await deactivateStaff(tx, id)
    if (event === 'reactivated' && !person.active) await reactivateStaff(tx, id)
    if (event === 'factorRemoved' && !(await removeFactor(tx, id))) throw refused('factorOff', 409)
    await endSessions(tx, id)
    await note(tx, house.now(), event, id, addressKey(asked.request.ip), { by: asked.actor.id })
    if (event === 'factorRemoved') await tellOwner(tx, house.now(), event, id)
    return { id }
  })
}

const deedRoute = (
  path: string,
  name: string,
  event: Deed,
  policy: readonly ('HR' | 'SYS')[],
  summary: string,
): AnyRoute =>
  route({
    method: 'POST',
    path: `/api/staff/:id/${path}`,
    policy,
    tag: 'staff',
    id: `staff.${name}`,
    summary,
    params: one,
    answer: done,
    writes: true,
    handle: (asked: Asked<{ id: string }>, house) => deed(asked, house, event),
  })

export const staffRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/staff',
    policy: 'staff',
    tag: 'staff',
    id: 'staff.list',
    summary: 'The staff directory: search, by role, by department',
    query: z.strictObject({
      q: z.string().max(60).optional(),
      role: z.enum(staffRoles).optional(),
      department: z.enum(departments).optional(),
      active: z.enum(['yes', 'no', 'all']).optional(),
      after: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: staffAnswer,
    handle: (asked, house) => house.database.as(asked.actor, (tx) => listStaff(tx, asked.query)),
  }),
  route({
    method: 'GET',
    path: '/api/staff/:id',
    policy: 'staff',
    tag: 'staff',
    id: 'staff.show',
    summary: 'The card of one member of the staff',
    params: one,
    answer: staffCard,
    handle: (asked, house) =>
      house.database.as(asked.actor, (tx) => staffCardOf(tx, asked.actor, asked.params.id, house.now())),
  }),
  route({
    method: 'POST',
    path: '/api/staff',
    policy: keepers,
    tag: 'staff',
    id: 'staff.add',
    summary: 'Take somebody on; the way in and the roles follow',
    body: z.strictObject({
      ...fields,
      staffNumber: text(20),
      superiorId: z.uuid().nullable(),
      login: text(120, 2).nullable().default(null),
    }),
    answer: done,
    status: 201,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        const { id } = await addStaff(tx, asked.actor.id, asked.body, house.now())
        await note(tx, house.now(), 'personCreated', id, addressKey(asked.request.ip), { by: asked.actor.id })
        return { id }
      }),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/:id',
    policy: keepers,
    tag: 'staff',
    id: 'staff.change',
    summary: 'Change name, telephone, department, post; SYS also the sign-in name',
    params: one,
    body: z.strictObject({ ...fields, login: text(120, 2).optional() }),
    answer: done,
    writes: true,
    handle: change,
  }),
  route({
    method: 'PUT',
    path: '/api/staff/:id/superior',
    policy: keepers,
    tag: 'staff',
    id: 'staff.changeSuperior',
    summary: 'Put under another direct superior, from now on',
    params: one,
    body: z.strictObject({ superiorId: z.uuid().nullable() }),
    answer: done,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        const { id } = asked.params
        await changeSuperior(tx, asked.actor.id ?? '', id, asked.body.superiorId, house.now())
        await note(tx, house.now(), 'personChanged', id, addressKey(asked.request.ip), {
          by: asked.actor.id,
          superior: asked.body.superiorId,
        })
        return { id }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/:id/secret',
    policy: ['SYS'],
    tag: 'staff',
    id: 'staff.issueSecret',
    summary: 'Open the account or reset its password: a one-time initial secret, shown once',
    params: one,
    answer: secretAnswer,
    secretAnswer: true,
    handle: issue,
  }),
  deedRoute('deactivate', 'deactivate', 'deactivated', keepers, 'Leaves the house: every session ends'),
  deedRoute('reactivate', 'reactivate', 'reactivated', keepers, 'Is back'),
  deedRoute('factor-reset', 'resetFactor', 'factorRemoved', ['SYS'], 'Lost device: take the second factor away'),
  deedRoute('end-sessions', 'endSessions', 'sessionsEnded', ['SYS'], 'End every session of this person'),
]

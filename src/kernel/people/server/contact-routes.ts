import { z } from 'zod'
import { isStorable } from '#lib/text.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import { route, type AnyRoute, type Asked } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { text } from '#kernel/process/fields.ts'
import { tenantRoles, type TenantRole } from '#kernel/process/roles.ts'
import { contactEditors, contactReaders } from '../contact-sight.ts'
import { authorities, contactsAnswer, done, secretAnswer, type IssuedSecret } from '../view.ts'
import type { SecurityEvent } from '../words.ts'
import { drawSecret, putAccount, putLoginNames } from './accounts.ts'
import { addressKey } from './address.ts'
import {
  addContact,
  changeContact,
  closeAccount,
  customerIdOf,
  listContacts,
  lockContact,
  setContactActive,
  setContactRoles,
} from './contacts.ts'
import { refused } from './refusals.ts'
import { note, tellOwner } from './security-log.ts'
import { endSessions } from './sessions.ts'

/** Contacts of a customer and their accounts in the portal: CSA, CSS, CSM, and TADM for his own company. */

const one = z.strictObject({ id: z.uuid() })
const ofCustomer = z.strictObject({ code: z.string().regex(/^T[0-9]{3,6}$/) })
const maybe = (most: number) => z.string().trim().max(most).refine(isStorable, 'notStorable').default('')
const phone = z
  .string()
  .trim()
  .regex(/^([0-9+()\- 转#]{3,40})?$/, 'notAPhone')
  .default('')
const contact = z.strictObject({
  name: text(60),
  nameEn: maybe(60),
  title: maybe(60),
  phone,
  landline: phone,
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
  language: z.enum(['zh', 'en']).default('zh'),
  authorities: z.array(z.enum(authorities)).max(authorities.length).default([]),
})

/** A change of one contact, written in the log with who made it. */
async function changing(
  asked: Asked<{ id: string }>,
  house: House,
  event: SecurityEvent,
  work: (tx: Tx, id: string) => Promise<void>,
): Promise<{ id: string }> {
  const { id } = asked.params
  return await write(asked, house, async (tx) => {
    await work(tx, id)
    await note(tx, house.now(), event, id, addressKey(asked.request.ip), { by: asked.actor.id })
    return { id }
  })
}

const notOneself = (asked: Asked<{ id: string }>) => {
  if (asked.params.id === asked.actor.id) throw refused('notYourself', 403)
}

/** Opens the account with these roles, or invites anew. The secret is nowhere but in this answer. */
async function invite(
  asked: Asked<{ id: string }, unknown, { roles: TenantRole[] }>,
  house: House,
): Promise<IssuedSecret> {
  const { id } = asked.params
  notOneself(asked)
  const way = await drawSecret(house.now())
  return await house.database.as(asked.actor, async (tx) => {
    const { phone, email, hasAccount } = await lockContact(tx, id)
    await setContactRoles(tx, asked.actor.id, id, asked.body.roles, house.now())
    const loginNames = await putLoginNames(tx, id, { chosen: null, phone, email })
    if (loginNames.length === 0) throw refused('noLoginName')
    await putAccount(tx, id, way, house.now())
    await endSessions(tx, id)
    const detail = { by: asked.actor.id, roles: asked.body.roles }
    await note(
      tx,
      house.now(),
      hasAccount ? 'passwordReset' : 'accountOpened',
      id,
      addressKey(asked.request.ip),
      detail,
    )
    if (hasAccount) await tellOwner(tx, house.now(), 'passwordReset', id)
    return { id, loginNames, secret: way.secret, validUntil: way.validUntil }
  })
}

const roles = z.array(z.enum(tenantRoles)).min(1).max(tenantRoles.length)

export const contactRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/customers/:code/contacts',
    policy: contactReaders,
    tag: 'customers',
    id: 'contacts.list',
    summary: 'Contacts of a customer; telephones in part where the post sees no more',
    params: ofCustomer,
    query: z.strictObject({ after: z.uuid().optional() }),
    answer: contactsAnswer,
    handle: (asked, house) =>
      house.database.as(asked.actor, (tx) => listContacts(tx, asked.actor, asked.params.code, asked.query.after)),
  }),
  route({
    method: 'POST',
    path: '/api/customers/:code/contacts',
    policy: contactEditors,
    tag: 'customers',
    id: 'contacts.add',
    summary: 'Enter a contact',
    params: ofCustomer,
    body: contact,
    answer: done,
    status: 201,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        const id = await addContact(tx, await customerIdOf(tx, asked.params.code), asked.body, house.now())
        await note(tx, house.now(), 'personCreated', id, addressKey(asked.request.ip), { by: asked.actor.id })
        return { id }
      }),
  }),
  route({
    method: 'PUT',
    path: '/api/contacts/:id',
    policy: contactEditors,
    tag: 'customers',
    id: 'contacts.change',
    summary: 'Change a contact and his authorities',
    params: one,
    body: contact,
    answer: done,
    writes: true,
    handle: (asked, house) => changing(asked, house, 'personChanged', (tx, id) => changeContact(tx, id, asked.body)),
  }),
  route({
    method: 'POST',
    path: '/api/contacts/:id/deactivate',
    policy: contactEditors,
    tag: 'customers',
    id: 'contacts.deactivate',
    summary: 'Has left his company: every session ends',
    params: one,
    answer: done,
    writes: true,
    handle: (asked, house) => {
      notOneself(asked)
      return changing(asked, house, 'deactivated', (tx, id) => setContactActive(tx, id, false))
    },
  }),
  route({
    method: 'POST',
    path: '/api/contacts/:id/reactivate',
    policy: contactEditors,
    tag: 'customers',
    id: 'contacts.reactivate',
    summary: 'Is back',
    params: one,
    answer: done,
    writes: true,
    handle: (asked, house) => changing(asked, house, 'reactivated', (tx, id) => setContactActive(tx, id, true)),
  }),
  route({
    method: 'POST',
    path: '/api/contacts/:id/account',
    policy: contactEditors,
    tag: 'customers',
    id: 'contacts.invite',
    summary: 'Open a portal account or invite anew: a one-time initial password, shown once',
    params: one,
    body: z.strictObject({ roles }),
    answer: secretAnswer,
    secretAnswer: true,
    handle: invite,
  }),
  route({
    method: 'PUT',
    path: '/api/contacts/:id/account',
    policy: contactEditors,
    tag: 'customers',
    id: 'contacts.changeAccount',
    summary: 'Change what the portal shows him',
    params: one,
    body: z.strictObject({ roles }),
    answer: done,
    writes: true,
    handle: (asked, house) => {
      notOneself(asked)
      return changing(asked, house, 'rolesChanged', async (tx, id) => {
        const { hasAccount } = await lockContact(tx, id)
        if (!hasAccount) throw refused('accountMissing', 409)
        await setContactRoles(tx, asked.actor.id, id, asked.body.roles, house.now())
        await tellOwner(tx, house.now(), 'rolesChanged', id)
      })
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/contacts/:id/account',
    policy: contactEditors,
    tag: 'customers',
    id: 'contacts.closeAccount',
    summary: 'Close the portal account; the contact stays',
    params: one,
    answer: done,
    writes: true,
    handle: (asked, house) => {
      notOneself(asked)
      return changing(asked, house, 'accountClosed', (tx, id) => closeAccount(tx, id))
    },
  }),
]

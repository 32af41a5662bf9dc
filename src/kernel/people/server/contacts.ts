import { sql } from 'kysely'
import { maskPhone } from '#lib/text.ts'
import type { IsoInstant } from '#lib/time.ts'
import { uuidv7 } from '#lib/uuid.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { Actor, TenantRole } from '#kernel/process/roles.ts'
import { contactEditors, contactSight } from '../contact-sight.ts'
import type { ContactList, ContactRow } from '../view.ts'
import { putLoginNames } from './accounts.ts'
import { removeFactor } from './factors.ts'
import { notFound, refused } from './refusals.ts'
import { endSessions } from './sessions.ts'
import { personRow } from './staff-writes.ts'

/** The people of a customer (domain §1.9). Whose customer a tenant may ask about is drawn by row-level security. */

export interface ContactInput {
  readonly name: string
  readonly nameEn: string
  readonly title: string
  readonly phone: string
  readonly landline: string
  readonly email: string
  readonly language: 'zh' | 'en'
  readonly authorities: readonly ContactRow['authorities'][number][]
}

const limit = 100

/** 404 when there is no such customer or none this actor may see; in the order they were entered. */
export async function listContacts(
  tx: Tx,
  actor: Actor,
  code: string,
  after: string | undefined,
): Promise<ContactList> {
  const sight = contactSight(actor)
  const customerId = await customerIdOf(tx, code)
  if (sight === 'none') throw notFound()
  const editable = actor.roles.some((role) => (contactEditors as readonly string[]).includes(role))
  let query = tx
    .selectFrom('contacts')
    .innerJoin('people', 'people.id', 'contacts.person_id')
    .leftJoin('accounts', 'accounts.person_id', 'contacts.person_id')
    .select([
      'people.id',
      'people.name',
      'people.name_en',
      'people.phone',
      'people.email',
      'people.language',
      'people.active',
    ])
    .select(['contacts.title', 'contacts.landline', 'contacts.authorities', 'accounts.disabled'])
    .select(sql<string[]>`array(select role from person_roles where person_id = people.id order by role)`.as('roles'))
    .where('contacts.customer_id', '=', customerId)
    .orderBy('people.id')
    .limit(limit + 1)
  if (after !== undefined) query = query.where('people.id', '>', after)
  const found = await query.execute()
  const rows = found.slice(0, limit).map(
    (row): ContactRow => ({
      id: row.id,
      name: row.name,
      nameEn: row.name_en,
      title: row.title,
      phone: sight === 'full' ? row.phone : maskPhone(row.phone),
      landline: sight === 'full' ? row.landline : maskPhone(row.landline),
      email: sight === 'full' ? row.email : '',
      language: row.language === 'en' ? 'en' : 'zh',
      authorities: row.authorities as ContactRow['authorities'],
      active: row.active,
      account: editable && row.disabled === false ? (row.roles as ContactRow['account']) : null,
    }),
  )
  return { rows, masked: sight === 'masked', editable, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
}

export async function customerIdOf(tx: Tx, code: string): Promise<string> {
  const customer = await tx.selectFrom('customers').select('id').where('code', '=', code).executeTakeFirst()
  if (customer === undefined) throw notFound()
  return customer.id
}

export async function addContact(tx: Tx, customerId: string, input: ContactInput, now: IsoInstant): Promise<string> {
  const id = uuidv7(Date.parse(now))
  await tx
    .insertInto('people')
    .values({ id, kind: 'contact', created_at: now, ...personRow(input, [input.landline.replace(/\D/g, '')]) })
    .execute()
  const { title, landline, authorities } = input
  await tx
    .insertInto('contacts')
    .values({ person_id: id, customer_id: customerId, title, landline, authorities: [...authorities] })
    .execute()
  return id
}

export async function changeContact(tx: Tx, id: string, input: ContactInput): Promise<void> {
  const contact = await lockContact(tx, id)
  if (contact.roles.includes('TADM') && !input.authorities.includes('authorised')) throw refused('accountFirst', 409)
  await tx
    .updateTable('people')
    .set(personRow(input, [input.landline.replace(/\D/g, '')]))
    .where('id', '=', id)
    .execute()
  const { title, landline, authorities } = input
  await tx
    .updateTable('contacts')
    .set({ title, landline, authorities: [...authorities] })
    .where('person_id', '=', id)
    .execute()
  if (!contact.hasAccount) return
  const names = await putLoginNames(tx, id, { chosen: null, phone: input.phone, email: input.email })
  if (names.length === 0) throw refused('noLoginName')
}

/** Left the company: every session ends, papers keep his name. */
export async function setContactActive(tx: Tx, id: string, active: boolean): Promise<void> {
  await lockContact(tx, id)
  await tx.updateTable('people').set({ active }).where('id', '=', id).execute()
  await endSessions(tx, id)
}

/** What the portal shows him. The company administrator signs for his company and is an authorised person (§1.1). */
export async function setContactRoles(
  tx: Tx,
  by: string | null,
  id: string,
  roles: readonly TenantRole[],
  now: IsoInstant,
): Promise<void> {
  const contact = await lockContact(tx, id)
  if (!contact.active) throw refused('personInactive', 409)
  if (roles.includes('TADM') && !contact.authorities.includes('authorised')) throw refused('authorityNeeded')
  await tx.deleteFrom('person_roles').where('person_id', '=', id).execute()
  await tx
    .insertInto('person_roles')
    .values([...new Set(roles)].map((role) => ({ person_id: id, role, granted_by: by, granted_at: now })))
    .execute()
  await endSessions(tx, id)
}

/** No way in any more; roles, names and sessions go, the contact stays. */
export async function closeAccount(tx: Tx, id: string): Promise<void> {
  const contact = await lockContact(tx, id)
  if (!contact.hasAccount) throw refused('accountMissing', 409)
  await tx.updateTable('accounts').set({ disabled: true, password_hash: null }).where('person_id', '=', id).execute()
  await removeFactor(tx, id)
  await tx.deleteFrom('login_names').where('person_id', '=', id).execute()
  await tx.deleteFrom('person_roles').where('person_id', '=', id).execute()
  await endSessions(tx, id)
}

/** The contact, held until the transaction ends; 404 for one that is none or of a company this actor may not see. */
export async function lockContact(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('contacts')
    .innerJoin('people', 'people.id', 'contacts.person_id')
    .select(['contacts.person_id', 'contacts.authorities', 'people.active', 'people.phone', 'people.email'])
    .where('contacts.person_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound()
  const roles = await tx.selectFrom('person_roles').select('role').where('person_id', '=', id).execute()
  const account = await tx.selectFrom('accounts').select('disabled').where('person_id', '=', id).executeTakeFirst()
  return { ...row, roles: roles.map(({ role }) => role), hasAccount: account?.disabled === false }
}

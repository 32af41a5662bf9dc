import { z } from 'zod'
import type { IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import { StartError } from '#kernel/database/start-error.ts'
import { loginName } from '#kernel/people/login-name.ts'
import { drawSecret, putAccount } from '#kernel/people/server/accounts.ts'
import { removeFactor } from '#kernel/people/server/factors.ts'
import { note, tellOwner } from '#kernel/people/server/security-log.ts'
import { endSessions } from '#kernel/people/server/sessions.ts'
import { addStaff, changeSuperior } from '#kernel/people/server/staff-writes.ts'
import { text } from '#kernel/process/fields.ts'
import type { Config } from '../config.ts'
import { withDatabase } from './reach.ts'
import { tell } from './tell.ts'
import { cliWords } from './words.ts'

/*
 * npx atrium user: the first people of an empty house, and the way back in for somebody locked out. Whoever may run a
 * command on this machine holds the database anyway; it is written into the security log all the same.
 */

/** What a house needs to go on by itself: who requests roles (SYS), who approves them (PM), and the head of the tree. */
const firstRoles = {
  SYS: { department: 'it', staffNumber: 'A-SYS' },
  PM: { department: 'project', staffNumber: 'A-PM' },
  GM: { department: 'company', staffNumber: 'A-GM' },
} as const
type FirstRole = keyof typeof firstRoles

const Options = z.object({
  name: text(60),
  login: text(120, 2),
  role: z.enum(['SYS', 'PM', 'GM']),
  phone: z.string().regex(/^([0-9+()\- ]{3,40})?$/),
  language: z.enum(['zh', 'en']),
})
export type NewUser = { readonly [K in keyof z.infer<typeof Options>]: string }

const here = 'console'
const machineNow = (): IsoInstant => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 })

export async function userAdd(config: Config, typed: NewUser): Promise<number> {
  const read = Options.safeParse(typed)
  if (!read.success) {
    throw new StartError(cliWords.badOptions([...new Set(read.error.issues.map(({ path }) => `--${String(path[0])}`))]))
  }
  const now = machineNow()
  const way = await drawSecret(now)
  const names = await withDatabase(config, { bring: true }, (database) =>
    database.asHouse(async (tx) => {
      const added = await addFirst(tx, read.data, now)
      await putAccount(tx, added.id, way, now)
      await note(tx, now, 'personCreated', added.id, here, { by: null, roles: [read.data.role] })
      return added.loginNames
    }),
  )
  tell.good(cliWords.userAdded(read.data.name, read.data.role))
  showSecret(names, way.secret, way.validUntil)
  return 0
}

async function addFirst(
  tx: Tx,
  wanted: z.infer<typeof Options>,
  now: IsoInstant,
): Promise<{ id: string; loginNames: string[] }> {
  if (await isHeld(tx, wanted.role)) throw new StartError(cliWords.roleHeld(wanted.role))
  const head = await headOf(tx)
  const { department, staffNumber } = firstRoles[wanted.role]
  const { name, login, phone, language } = wanted
  const rest = { nameEn: '', email: '', department, post: '', trade: '' }
  const added = await addStaff(
    tx,
    null,
    { name, phone, language, ...rest, staffNumber: await freeNumber(tx, staffNumber), superiorId: head, login },
    now,
  )
  if (wanted.role === 'GM' && head !== null) await putAbove(tx, added.id, head, now)
  await tx.insertInto('person_roles').values({ person_id: added.id, role: wanted.role, granted_at: now }).execute()
  return added
}

async function isHeld(tx: Tx, role: FirstRole): Promise<boolean> {
  const holder = await tx
    .selectFrom('person_roles')
    .innerJoin('people', 'people.id', 'person_roles.person_id')
    .select('people.id')
    .where('role', '=', role)
    .where('people.active', '=', true)
    .limit(1)
    .executeTakeFirst()
  return holder !== undefined
}

/** The one without a superior: the general manager, or whoever came first for as long as there is none. */
async function headOf(tx: Tx): Promise<string | null> {
  const row = await tx
    .selectFrom('staff')
    .innerJoin('people', 'people.id', 'staff.person_id')
    .select('people.id')
    .where('superior_id', 'is', null)
    .where('people.active', '=', true)
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The general manager comes after others did: the tree is hung under him. */
async function putAbove(tx: Tx, manager: string, head: string, now: IsoInstant): Promise<void> {
  const top = { superior_id: null }
  await tx.updateTable('staff').set(top).where('person_id', '=', manager).execute()
  await tx.updateTable('superiors').set(top).where('person_id', '=', manager).execute()
  await changeSuperior(tx, manager, head, manager, now)
}

async function freeNumber(tx: Tx, wanted: string): Promise<string> {
  const rows = await tx.selectFrom('staff').select('staff_number').where('staff_number', 'like', `${wanted}%`).execute()
  const taken = new Set(rows.map((row) => row.staff_number))
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? wanted : `${wanted}-${number}`
    if (!taken.has(tried)) return tried
  }
}

export async function userReset(
  config: Config,
  login: string,
  { factor }: { readonly factor: boolean },
): Promise<number> {
  const now = machineNow()
  const way = await drawSecret(now)
  const person = await withDatabase(config, { bring: false }, (database) =>
    database.asHouse(async (tx) => {
      const found = await findLogin(tx, login)
      await putAccount(tx, found.id, way, now)
      await endSessions(tx, found.id)
      await note(tx, now, 'passwordReset', found.id, here, { by: null })
      await tellOwner(tx, now, 'passwordReset', found.id)
      if (factor && (await removeFactor(tx, found.id))) {
        await note(tx, now, 'factorRemoved', found.id, here, { by: null })
        await tellOwner(tx, now, 'factorRemoved', found.id)
      }
      return found
    }),
  )
  tell.good(cliWords.userReset(person.name))
  showSecret(person.loginNames, way.secret, way.validUntil)
  return 0
}

async function findLogin(tx: Tx, typed: string): Promise<{ id: string; name: string; loginNames: string[] }> {
  const person = await tx
    .selectFrom('login_names')
    .innerJoin('people', 'people.id', 'login_names.person_id')
    .select(['people.id', 'people.name', 'people.active'])
    .where('login_names.name', '=', loginName(typed))
    .executeTakeFirst()
  if (person === undefined) throw new StartError(cliWords.noSuchLogin(typed))
  if (!person.active) throw new StartError(cliWords.hasLeft(person.name))
  const names = await tx
    .selectFrom('login_names')
    .select('name')
    .where('person_id', '=', person.id)
    .orderBy('name')
    .execute()
  return { id: person.id, name: person.name, loginNames: names.map((row) => row.name) }
}

function showSecret(names: readonly string[], secret: string, validUntil: IsoInstant): void {
  tell.plain(cliWords.secret(names.join(', '), secret, validUntil))
}

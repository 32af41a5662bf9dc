import { plusMinutes, type IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import { isLoginName, loginName, mobileOf } from '../login-name.ts'
import { weaknessOf, type Weakness } from '../password-rules.ts'
import { hashPassword, oneTimeSecret } from './passwords.ts'
import { refused } from './refusals.ts'

/** Ways in: the names one signs in with, and the password behind them. */

/** How long a secret given out by somebody else opens the account. */
const initialDays = 7

const weaknessCodes = {
  tooShort: 'passwordTooShort',
  tooLong: 'passwordTooLong',
  common: 'passwordCommon',
  aboutYou: 'passwordAboutYou',
} as const satisfies Record<Weakness, string>

/** Refuses a weak password; the words around the person count as known to everybody. */
export async function demandStrong(tx: Tx, personId: string, password: string): Promise<void> {
  const person = await tx
    .selectFrom('people')
    .leftJoin('contacts', 'contacts.person_id', 'people.id')
    .leftJoin('customers', 'customers.id', 'contacts.customer_id')
    .select(['people.name', 'people.name_en', 'people.pinyin', 'people.phone', 'people.email'])
    .select([
      'customers.name as company',
      'customers.short_name',
      'customers.name_en as company_en',
      'customers.pinyin as company_pinyin',
    ])
    .where('people.id', '=', personId)
    .executeTakeFirstOrThrow()
  const names = await tx.selectFrom('login_names').select('name').where('person_id', '=', personId).execute()
  const context = [...Object.values(person), ...names.map((row) => row.name)].filter(
    (word): word is string => word !== null && word !== '',
  )
  const weakness = weaknessOf(password, context)
  if (weakness !== null) throw refused(weaknessCodes[weakness])
}

/** A password ready to be kept; hashing takes its time and is done before the transaction. */
export interface WayIn {
  readonly hash: string
  /** until when a secret given out by somebody else opens the account; null: the person's own password */
  readonly validUntil: IsoInstant | null
}

export const ownPassword = async (password: string): Promise<WayIn> => ({
  hash: await hashPassword(password),
  validUntil: null,
})

/** A secret shown once to who asks for it, to be replaced at the first sign-in. */
export async function drawSecret(
  now: IsoInstant,
): Promise<WayIn & { readonly secret: string; readonly validUntil: IsoInstant }> {
  const secret = oneTimeSecret()
  return { secret, hash: await hashPassword(secret), validUntil: plusMinutes(now, initialDays * 1440) }
}

/** Opens the account of a person, or gives it another way in. Sessions are for the caller to end. */
export async function putAccount(tx: Tx, personId: string, way: WayIn, now: IsoInstant): Promise<void> {
  const state = {
    password_hash: way.hash,
    password_changed_at: now,
    must_change_password: way.validUntil !== null,
    initial_until: way.validUntil,
    disabled: false,
  }
  await tx
    .insertInto('accounts')
    .values({ person_id: personId, ...state })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(state))
    .execute()
}

/**
 * The names of a person, anew: a chosen one, which must be free, and his mobile number and e-mail as far as nobody else
 * signs in with them. Returns what opens his account.
 */
export async function putLoginNames(
  tx: Tx,
  personId: string,
  wishes: { readonly chosen: string | null; readonly phone: string; readonly email: string },
): Promise<string[]> {
  const chosen = wishes.chosen === null ? null : loginName(wishes.chosen)
  if (chosen !== null && !isLoginName(chosen)) throw refused('badLogin')
  await tx.deleteFrom('login_names').where('person_id', '=', personId).execute()
  const extra = [mobileOf(wishes.phone), wishes.email === '' ? null : loginName(wishes.email)]
  const names = [...new Set([chosen, ...extra])].filter((name): name is string => name !== null && isLoginName(name))
  const kept: string[] = []
  for (const name of names.toSorted()) {
    const added = await tx
      .insertInto('login_names')
      .values({ name, person_id: personId })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if ((added.numInsertedOrUpdatedRows ?? 0n) > 0n) kept.push(name)
    else if (name === chosen) throw refused('loginTaken', 409)
  }
  return kept
}

/** The chosen name among a person's names: the one that is neither number nor address. */
export async function chosenName(tx: Tx, personId: string): Promise<string | null> {
  const names = await tx
    .selectFrom('login_names')
    .select('name')
    .where('person_id', '=', personId)
    .orderBy('name')
    .execute()
  return names.map((row) => row.name).find((name) => mobileOf(name) === null && !name.includes('@')) ?? null
}

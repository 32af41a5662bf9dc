import { z } from 'zod'
import type { IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import { route, type AnyRoute, type Asked } from '#kernel/http/server/route.ts'
import { loginName } from '../login-name.ts'
import { stageOf, type Stage } from '../stage.ts'
import { signedInAnswer } from '../view.ts'
import { addressKey } from './address.ts'
import { codeHolds } from './factors.ts'
import { passwordFits } from './passwords.ts'
import { notSignedIn, refused } from './refusals.ts'
import { note, tellOwner } from './security-log.ts'
import {
  actorOf,
  dropSession,
  giveSession,
  isKnownBrowser,
  markBrowser,
  sessionHashOf,
  startSession,
  type Session,
} from './sessions.ts'
import { countAttempt, forgiveAttempt, type Attempt } from './throttle.ts'

/*
 * In by name and password, then by whatever the account still asks. A name nobody has, a closed account and a wrong
 * password get the same answer after the same work.
 */

export const factorDemanded = (house: House, now: IsoInstant): boolean =>
  house.rulebook.parameter<string>('auth.staff_totp', now) === 'required'

/** The session of this request, finished or not. */
export async function sessionOf(asked: Asked, house: House): Promise<Session> {
  const session = await actorOf(asked.request, house)
  if (session === null) throw notSignedIn()
  return session
}

/** What this session may do next. */
export function nextStage(session: Session, house: House): Stage {
  const kind = session.actor.kind === 'staff' ? 'staff' : 'customer'
  return session.stage === 'full' ? 'full' : stageOf({ ...session, kind, demanded: factorDemanded(house, house.now()) })
}

interface Account {
  person_id: string
  kind: string
  password_hash: string | null
  usable: boolean
  must_change_password: boolean
  factor: boolean
}

async function accountOf(tx: Tx, name: string, now: IsoInstant): Promise<Account | undefined> {
  return await tx
    .selectFrom('login_names')
    .innerJoin('people', 'people.id', 'login_names.person_id')
    .innerJoin('accounts', 'accounts.person_id', 'login_names.person_id')
    .select(['accounts.person_id', 'people.kind', 'accounts.password_hash', 'accounts.must_change_password'])
    .select((eb) => [
      eb
        .and([eb('people.active', '=', true), eb('accounts.disabled', '=', false)])
        .and(eb.or([eb('accounts.initial_until', 'is', null), eb('accounts.initial_until', '>', now)]))
        .$castTo<boolean>()
        .as('usable'),
      eb('accounts.totp_confirmed_at', 'is not', null).$castTo<boolean>().as('factor'),
    ])
    .where('login_names.name', '=', name)
    .executeTakeFirst()
}

async function signIn(
  asked: Asked<unknown, unknown, { name: string; password: string }>,
  house: House,
): Promise<{ stage: Stage }> {
  const { request, body } = asked
  const now = house.now()
  const name = loginName(body.name)
  const account = await house.database.asHouse((tx) => accountOf(tx, name, now))
  const attempt: Attempt = {
    account: account?.person_id ?? `name ${name}`,
    address: addressKey(request.ip),
    known: isKnownBrowser(request, house, account?.person_id ?? ''),
  }
  await house.database.asHouse((tx) => countAttempt(tx, attempt, now))
  const fits = await passwordFits(body.password, account?.usable === true ? account.password_hash : null)
  if (!fits || account === undefined) {
    await house.database.asHouse((tx) => note(tx, now, 'signInFailed', account?.person_id ?? null, attempt.address))
    throw refused('signInFailed', 401)
  }
  const kind = account.kind === 'staff' ? 'staff' : 'customer'
  const stage = stageOf({
    kind,
    factor: account.factor,
    factorShown: false,
    mustChange: account.must_change_password,
    demanded: factorDemanded(house, now),
  })
  await house.database.asHouse((tx) => forgiveAttempt(tx, attempt))
  await enter(asked, house, account.person_id, stage, false)
  return { stage }
}

/** Gives the session the stage it has reached; when nothing is left to ask, the sign-in is complete. */
export async function enter(
  asked: Asked,
  house: House,
  personId: string,
  stage: Stage,
  factorShown: boolean,
): Promise<void> {
  const { request, reply } = asked
  const known = isKnownBrowser(request, house, personId)
  const value = await house.database.asHouse(async (tx) => {
    if (stage === 'full') await noteArrival(tx, house.now(), personId, addressKey(request.ip), known)
    return await startSession(tx, request, house, {
      personId,
      stage: stage === 'full' ? 'full' : 'password',
      factorShown,
    })
  })
  giveSession(reply, value)
  if (stage === 'full' && !known) markBrowser(reply, house, personId)
}

async function noteArrival(tx: Tx, now: IsoInstant, personId: string, address: string, known: boolean): Promise<void> {
  const before = await tx
    .selectFrom('security_log')
    .select('id')
    .where('person_id', '=', personId)
    .where('event', '=', 'signedIn')
    .limit(1)
    .executeTakeFirst()
  if (!known && before !== undefined) {
    await note(tx, now, 'newBrowser', personId, address)
    await tellOwner(tx, now, 'newBrowser', personId)
  }
  await note(tx, now, 'signedIn', personId, address)
}

async function showFactor(asked: Asked<unknown, unknown, { code: string }>, house: House): Promise<{ stage: Stage }> {
  const session = await sessionOf(asked, house)
  const personId = session.actor.id ?? ''
  if (nextStage(session, house) !== 'secondFactor') throw refused('factorOff', 409)
  await guarded(
    house,
    asked,
    `factor ${personId}`,
    (tx) => codeHolds(tx, house, personId, asked.body.code),
    'codeWrong',
  )
  const stage = stageOf({
    kind: session.actor.kind === 'staff' ? 'staff' : 'customer',
    factor: true,
    factorShown: true,
    mustChange: session.mustChange,
    demanded: false,
  })
  await enter(asked, house, personId, stage, true)
  return { stage }
}

/** One throttled attempt at a secret of a person who is already half known; a failure is written down, then refused. */
export async function guarded(
  house: House,
  asked: Asked,
  account: string,
  holds: (tx: Tx) => Promise<boolean>,
  refusal: 'codeWrong' | 'oldPasswordWrong',
): Promise<void> {
  const now = house.now()
  const { database } = house
  const address = addressKey(asked.request.ip)
  const attempt = { account, address, known: isKnownBrowser(asked.request, house, asked.actor.id ?? '') }
  await database.asHouse((tx) => countAttempt(tx, attempt, now))
  const good = await database.asHouse(async (tx) => {
    const fits = await holds(tx)
    if (!fits) await note(tx, now, refusal === 'codeWrong' ? 'factorFailed' : 'signInFailed', asked.actor.id, address)
    return fits
  })
  if (!good) throw refused(refusal)
  await database.asHouse((tx) => forgiveAttempt(tx, attempt))
}

async function signOut(asked: Asked, house: House): Promise<void> {
  const hash = sessionHashOf(asked.request)
  if (hash !== null) {
    await house.database.asHouse(async (tx) => {
      const ended = await tx.deleteFrom('sessions').where('token_hash', '=', hash).executeTakeFirst()
      if (ended.numDeletedRows > 0n)
        await note(tx, house.now(), 'signedOut', asked.actor.id, addressKey(asked.request.ip))
    })
  }
  dropSession(asked.reply)
}

export const signInRoutes: readonly AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/session',
    policy: 'public',
    tag: 'session',
    id: 'session.signIn',
    summary: 'Sign in by name, mobile number or e-mail, and password',
    body: z.strictObject({ name: z.string().min(1).max(120), password: z.string().min(1).max(512) }),
    answer: signedInAnswer,
    handle: signIn,
  }),
  route({
    method: 'POST',
    path: '/api/session/factor',
    policy: 'halfway',
    tag: 'session',
    id: 'session.showFactor',
    summary: 'Second step of a sign-in: six digits of the device, or a recovery code',
    body: z.strictObject({ code: z.string().trim().min(6).max(40) }),
    answer: signedInAnswer,
    handle: showFactor,
  }),
  route({
    method: 'DELETE',
    path: '/api/session',
    policy: 'halfway',
    tag: 'session',
    id: 'session.signOut',
    summary: 'Sign out',
    answer: 'nothing',
    handle: signOut,
  }),
]

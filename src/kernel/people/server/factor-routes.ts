import { z } from 'zod'
import type { House } from '#kernel/http/server/house.ts'
import { route, type AnyRoute, type Asked } from '#kernel/http/server/route.ts'
import { factorStartAnswer, recoveryAnswer, type FactorStart, type Recovery } from '../view.ts'
import { addressKey } from './address.ts'
import { codeHolds, digitsHold, removeFactor, renewRecoveryCodes, startFactor } from './factors.ts'
import { passwordFits } from './passwords.ts'
import { refused } from './refusals.ts'
import { note, tellOwner } from './security-log.ts'
import { endSessions } from './sessions.ts'
import { enter, factorDemanded, guarded, nextStage, sessionOf } from './sign-in.ts'

/** Binding a device, and parting with it. A session left open on a desk is not enough: the password is asked again. */

async function demandPassword(asked: Asked, house: House, personId: string, password: string): Promise<void> {
  const account = await house.database.asHouse((tx) =>
    tx.selectFrom('accounts').select('password_hash').where('person_id', '=', personId).executeTakeFirstOrThrow(),
  )
  await guarded(
    house,
    asked,
    `old ${personId}`,
    () => passwordFits(password, account.password_hash),
    'oldPasswordWrong',
  )
}

async function start(asked: Asked<unknown, unknown, { password: string }>, house: House): Promise<FactorStart> {
  const session = await sessionOf(asked, house)
  const personId = session.actor.id ?? ''
  const stage = nextStage(session, house)
  if (session.factor) throw refused('factorOn', 409)
  if (stage !== 'full' && stage !== 'enrol') throw refused('newPasswordFirst', 403)
  await demandPassword(asked, house, personId, asked.body.password)
  return await house.database.asHouse((tx) => startFactor(tx, house, personId, session.actor.name))
}

async function confirm(asked: Asked<unknown, unknown, { code: string }>, house: House): Promise<Recovery> {
  const session = await sessionOf(asked, house)
  const personId = session.actor.id ?? ''
  if (session.factor) throw refused('factorOn', 409)
  await guarded(
    house,
    asked,
    `factor ${personId}`,
    (tx) => digitsHold(tx, house, personId, asked.body.code),
    'codeWrong',
  )
  const codes = await house.database.asHouse(async (tx) => {
    const confirmed = await tx
      .updateTable('accounts')
      .set({ totp_confirmed_at: house.now() })
      .where('person_id', '=', personId)
      .where('totp_confirmed_at', 'is', null)
      .executeTakeFirst()
    if (confirmed.numUpdatedRows === 0n) throw refused('factorOn', 409)
    await endSessions(tx, personId, session.sessionHash)
    await note(tx, house.now(), 'factorSet', personId, addressKey(asked.request.ip))
    await tellOwner(tx, house.now(), 'factorSet', personId)
    return await renewRecoveryCodes(tx, personId)
  })
  const stage = nextStage({ ...session, factor: true, factorShown: true }, house)
  await enter(asked, house, personId, stage, true)
  return { codes, stage }
}

async function remove(asked: Asked<unknown, unknown, { password: string; code: string }>, house: House): Promise<void> {
  const { actor } = asked
  const personId = actor.id ?? ''
  if (actor.kind === 'staff' && factorDemanded(house, house.now())) throw refused('factorDemanded', 403)
  const session = await sessionOf(asked, house)
  if (!session.factor) throw refused('factorOff', 409)
  await demandPassword(asked, house, personId, asked.body.password)
  await guarded(
    house,
    asked,
    `factor ${personId}`,
    (tx) => codeHolds(tx, house, personId, asked.body.code),
    'codeWrong',
  )
  await house.database.asHouse(async (tx) => {
    await removeFactor(tx, personId)
    await endSessions(tx, personId, session.sessionHash)
    await note(tx, house.now(), 'factorRemoved', personId, addressKey(asked.request.ip))
    await tellOwner(tx, house.now(), 'factorRemoved', personId)
  })
}

async function renew(asked: Asked<unknown, unknown, { code: string }>, house: House): Promise<Recovery> {
  const personId = asked.actor.id ?? ''
  const session = await sessionOf(asked, house)
  if (!session.factor) throw refused('factorOff', 409)
  await guarded(
    house,
    asked,
    `factor ${personId}`,
    (tx) => digitsHold(tx, house, personId, asked.body.code),
    'codeWrong',
  )
  const codes = await house.database.asHouse(async (tx) => {
    await note(tx, house.now(), 'recoveryRenewed', personId, addressKey(asked.request.ip))
    await tellOwner(tx, house.now(), 'recoveryRenewed', personId)
    return await renewRecoveryCodes(tx, personId)
  })
  return { codes, stage: 'full' }
}

const password = z.string().min(1).max(512)
const digits = z
  .string()
  .trim()
  .regex(/^\d{6}$/)

export const factorRoutes: readonly AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/me/factor',
    policy: 'halfway',
    tag: 'session',
    id: 'factor.start',
    summary: 'Begin to bind a device for two-step sign-in: secret and QR code',
    body: z.strictObject({ password }),
    answer: factorStartAnswer,
    handle: start,
  }),
  route({
    method: 'POST',
    path: '/api/me/factor/confirm',
    policy: 'halfway',
    tag: 'session',
    id: 'factor.confirm',
    summary: 'Confirm the device by its first code; answers the recovery codes, once',
    body: z.strictObject({ code: digits }),
    answer: recoveryAnswer,
    handle: confirm,
  }),
  route({
    method: 'POST',
    path: '/api/me/factor/remove',
    policy: 'session',
    tag: 'session',
    id: 'factor.remove',
    summary: 'Switch two-step sign-in off',
    body: z.strictObject({ password, code: z.string().trim().min(6).max(40) }),
    answer: 'nothing',
    handle: remove,
  }),
  route({
    method: 'POST',
    path: '/api/me/factor/recovery-codes',
    policy: 'session',
    tag: 'session',
    id: 'factor.renewCodes',
    summary: 'Replace the recovery codes',
    body: z.strictObject({ code: digits }),
    answer: recoveryAnswer,
    handle: renew,
  }),
]

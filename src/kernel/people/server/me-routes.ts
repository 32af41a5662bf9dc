import { sql } from 'kysely'
import { z } from 'zod'
import { dateOf } from '#lib/show-time.ts'
import type { IsoDate } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import { route, type AnyRoute, type Asked } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { actingRole } from '#kernel/process/decide.ts'
import { list, type Process } from '#kernel/process/define.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { reach } from '#kernel/process/server/visible.ts'
import { passwordLength } from '../password-rules.ts'
import type { Stage } from '../stage.ts'
import { done, meAnswer, sessionsAnswer, signedInAnswer, type Me, type Sessions } from '../view.ts'
import { demandStrong, ownPassword, putAccount } from './accounts.ts'
import { addressKey } from './address.ts'
import { passwordFits } from './passwords.ts'
import { notFound, refused } from './refusals.ts'
import { note, tellOwner } from './security-log.ts'
import { endSessions, sessionHashOf, type Session } from './sessions.ts'
import { enter, factorDemanded, guarded, nextStage, sessionOf } from './sign-in.ts'

/** Of the person himself: who he is here, his language, his password, his sessions. */

async function me(asked: Asked, house: House): Promise<Me> {
  const session = await sessionOf(asked, house)
  const stage = nextStage(session, house)
  const { actor } = session
  const kind = actor.kind === 'staff' ? 'staff' : 'customer'
  const bare = { stage, kind, id: actor.id ?? '', name: actor.name, language: session.language } as const
  const demanded = kind === 'staff' && factorDemanded(house, house.now())
  if (stage !== 'full') {
    return {
      ...bare,
      roles: [],
      customer: null,
      department: null,
      units: [],
      unread: 0,
      opens: [],
      sees: [],
      factor: { on: session.factor, demanded, recoveryLeft: 0 },
    }
  }
  return await house.database.as(actor, async (tx) => ({
    ...bare,
    ...(await whereabouts(tx, session, dateOf(house.now()))),
    ...chaptersFor(actor, house),
    factor: { on: session.factor, demanded, recoveryLeft: session.factor ? await recoveryLeft(tx, bare.id) : 0 },
  }))
}

/** The menu is made of these; the rulebook still asks each time. */
function chaptersFor(actor: Actor, { modules }: House): Pick<Me, 'opens' | 'sees'> {
  const names = (able: (process: Process) => boolean) =>
    modules.filter(({ process }) => able(process)).map(({ process }) => process.name)
  return {
    opens: names(({ opens }) => actingRole(actor, list(opens.by)) !== null),
    sees: names((process) => reach(actor, process) !== 'none'),
  }
}

async function whereabouts(tx: Tx, { actor }: Session, today: IsoDate) {
  const row = await tx
    .selectFrom('people')
    .leftJoin('staff', 'staff.person_id', 'people.id')
    .leftJoin('contacts', 'contacts.person_id', 'people.id')
    .leftJoin('customers', 'customers.id', 'contacts.customer_id')
    .select(['staff.department', 'customers.id', 'customers.code', 'customers.name', 'customers.short_name'])
    .select((eb) =>
      eb
        .selectFrom('inbox')
        .select((count) => count.fn.countAll<number>().as('unread'))
        .where('inbox.person_id', '=', actor.id ?? '')
        .where('inbox.read_at', 'is', null)
        .as('unread'),
    )
    .where('people.id', '=', actor.id ?? '')
    .executeTakeFirstOrThrow()
  const { id, code, name, short_name } = row
  return {
    roles: actor.roles.filter((role) => role !== 'GUEST' && role !== 'CLOCK'),
    department: row.department as Me['department'],
    customer: id === null || code === null ? null : { id, code, name: name ?? '', shortName: short_name ?? '' },
    units: id === null ? [] : await unitsOf(tx, id, today),
    unread: row.unread ?? 0,
  }
}

async function unitsOf(tx: Tx, customerId: string, today: IsoDate): Promise<Me['units']> {
  return await tx
    .selectFrom('tenancy_units')
    .innerJoin('tenancies', 'tenancies.id', 'tenancy_units.tenancy_id')
    .innerJoin('units', 'units.id', 'tenancy_units.unit_id')
    .select(['units.id', 'units.code'])
    .where('tenancies.customer_id', '=', customerId)
    .where(sql<boolean>`tenancy_units.during @> ${today}::date and tenancies.state <> 'ended'`)
    .orderBy('units.code')
    .execute()
}

async function recoveryLeft(tx: Tx, personId: string): Promise<number> {
  const row = await tx
    .selectFrom('recovery_codes')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.left
}

async function changePassword(
  asked: Asked<unknown, unknown, { old: string; fresh: string }>,
  house: House,
): Promise<{ stage: Stage }> {
  const session = await sessionOf(asked, house)
  const personId = session.actor.id ?? ''
  const { old, fresh } = asked.body
  if (nextStage(session, house) === 'secondFactor') throw refused('codeWrong', 403)
  const account = await house.database.asHouse((tx) =>
    tx.selectFrom('accounts').select('password_hash').where('person_id', '=', personId).executeTakeFirstOrThrow(),
  )
  await guarded(house, asked, `old ${personId}`, () => passwordFits(old, account.password_hash), 'oldPasswordWrong')
  if (old === fresh) throw refused('passwordSame')
  await house.database.asHouse((tx) => demandStrong(tx, personId, fresh))
  const way = await ownPassword(fresh)
  await house.database.asHouse(async (tx) => {
    await putAccount(tx, personId, way, house.now())
    await endSessions(tx, personId, session.sessionHash)
    await note(tx, house.now(), 'passwordChanged', personId, addressKey(asked.request.ip))
    await tellOwner(tx, house.now(), 'passwordChanged', personId)
  })
  const stage = nextStage({ ...session, mustChange: false }, house)
  await enter(asked, house, personId, stage, session.factorShown)
  return { stage }
}

/** Enough of the hash to name a session among a person's own. */
const shortened = (hash: string) => hash.slice(0, 16)

async function sessions(asked: Asked, house: House): Promise<Sessions> {
  const here = sessionHashOf(asked.request)
  return await house.database.as(asked.actor, async (tx) => {
    const rows = await tx
      .selectFrom('sessions')
      .select(['token_hash', 'created_at', 'seen_at', 'address', 'agent'])
      .where('person_id', '=', asked.actor.id ?? '')
      .where('stage', '=', 'full')
      .where('expires_at', '>', house.now())
      .orderBy('seen_at', 'desc')
      .limit(50)
      .execute()
    return {
      rows: rows.map((row) => ({
        id: shortened(row.token_hash),
        here: row.token_hash === here,
        createdAt: row.created_at,
        seenAt: row.seen_at,
        address: row.address,
        agent: row.agent,
      })),
    }
  })
}

async function endOne(asked: Asked<{ id: string }>, house: House): Promise<void> {
  await house.database.as(asked.actor, async (tx) => {
    const ended = await tx
      .deleteFrom('sessions')
      .where('person_id', '=', asked.actor.id ?? '')
      .where('token_hash', 'like', `${asked.params.id}%`)
      .executeTakeFirst()
    if (ended.numDeletedRows === 0n) throw notFound()
    await note(tx, house.now(), 'sessionsEnded', asked.actor.id, addressKey(asked.request.ip), {
      count: Number(ended.numDeletedRows),
    })
  })
}

async function endOthers(asked: Asked, house: House): Promise<void> {
  await house.database.as(asked.actor, async (tx) => {
    const count = await endSessions(tx, asked.actor.id ?? '', sessionHashOf(asked.request))
    await note(tx, house.now(), 'sessionsEnded', asked.actor.id, addressKey(asked.request.ip), { count })
  })
}

export const meRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/me',
    policy: 'halfway',
    tag: 'session',
    id: 'me.show',
    summary: 'Who is signed in, and what the sign-in still asks',
    answer: meAnswer,
    handle: me,
  }),
  route({
    method: 'PUT',
    path: '/api/me',
    policy: 'session',
    tag: 'session',
    id: 'me.change',
    summary: 'Choose the language',
    body: z.strictObject({ language: z.enum(['zh', 'en']) }),
    answer: done,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        const id = asked.actor.id ?? ''
        await tx.updateTable('people').set({ language: asked.body.language }).where('id', '=', id).execute()
        return { id }
      }),
  }),
  route({
    method: 'PUT',
    path: '/api/me/password',
    policy: 'halfway',
    tag: 'session',
    id: 'me.changePassword',
    summary: 'Change the own password; every other session ends',
    body: z.strictObject({
      old: z.string().min(1).max(512),
      fresh: z
        .string()
        .min(1)
        .max(4 * passwordLength.most),
    }),
    answer: signedInAnswer,
    handle: changePassword,
  }),
  route({
    method: 'GET',
    path: '/api/me/sessions',
    policy: 'session',
    tag: 'session',
    id: 'me.sessions',
    summary: 'Where one is signed in',
    answer: sessionsAnswer,
    handle: sessions,
  }),
  route({
    method: 'DELETE',
    path: '/api/me/sessions/:id',
    policy: 'session',
    tag: 'session',
    id: 'me.endSession',
    summary: 'End one of the own sessions',
    params: z.strictObject({ id: z.string().regex(/^[0-9a-f]{16}$/) }),
    answer: 'nothing',
    handle: endOne,
  }),
  route({
    method: 'DELETE',
    path: '/api/me/sessions',
    policy: 'session',
    tag: 'session',
    id: 'me.endOtherSessions',
    summary: 'End every own session but this one',
    answer: 'nothing',
    handle: endOthers,
  }),
]

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#lib/language.ts'
import { plusMinutes, type IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import type { Actor, Role } from '#kernel/process/roles.ts'
import { dropCookie, giveCookie, readCookie } from './cookies.ts'

/**
 * A session is 256 random bits in a cookie and their SHA-256 in a table. It is looked up with the person's roles and
 * state on every request, so that a role taken or an account closed holds at once.
 */
export interface Session {
  readonly actor: Actor
  /** `password`: half a sign-in, good for nothing but finishing it */
  readonly stage: 'password' | 'full'
  readonly sessionHash: string
  readonly language: Language
  /** what the account itself still asks of this session */
  readonly factor: boolean
  readonly factorShown: boolean
  readonly mustChange: boolean
}

const token = () => randomBytes(32).toString('base64url')
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Hash of the session cookie of this request, or null without one. */
export function sessionHashOf(request: FastifyRequest): string | null {
  const value = readCookie(request, 'session')
  return value !== null && /^[\w-]{43}$/.test(value) ? hashOf(value) : null
}

/** Who asks, or null. A session that is over is as good as none. */
export async function actorOf(request: FastifyRequest, house: House): Promise<Session | null> {
  const sessionHash = sessionHashOf(request)
  return sessionHash === null ? null : sessionBehind(sessionHash, house)
}

/** The same by hash, for streams that stay open and ask again whether they still may. */
export async function sessionBehind(sessionHash: string, house: House): Promise<Session | null> {
  const found = await house.database.pool.query<SessionRow>({
    name: 'session_of',
    text: 'select * from session_of($1)',
    values: [sessionHash],
  })
  const row = found.rows[0]
  const now = house.now()
  if (row === undefined || !row.usable || !sessionRuns(row, now, idleMinutes(house, now))) return null
  if (Date.parse(now) - Date.parse(row.seen_at) > 60_000) {
    await house.database.pool.query({
      name: 'session_seen',
      text: 'update sessions set seen_at = $2 where token_hash = $1 and seen_at < $2',
      values: [sessionHash, now],
    })
  }
  return {
    actor: {
      kind: row.kind === 'staff' ? 'staff' : 'customer',
      id: row.person_id,
      name: row.name,
      roles: row.roles,
      customerId: row.customer_id,
      guestTokenHash: null,
    },
    stage: row.stage,
    sessionHash,
    language: row.language,
    factor: row.factor,
    factorShown: row.factor_at !== null,
    mustChange: row.must_change,
  }
}

interface SessionRow {
  person_id: string
  kind: 'staff' | 'contact'
  name: string
  language: Language
  stage: 'password' | 'full'
  created_at: IsoInstant
  seen_at: IsoInstant
  expires_at: IsoInstant
  factor_at: IsoInstant | null
  usable: boolean
  must_change: boolean
  factor: boolean
  customer_id: string | null
  roles: Role[]
}

const idleMinutes = (house: House, now: IsoInstant) => house.rulebook.parameter<number>('auth.idle_minutes', now)

/** Both ends hold: so long after the last request, and so long after the sign-in. */
export function sessionRuns(
  row: { readonly seen_at: IsoInstant; readonly expires_at: IsoInstant },
  now: IsoInstant,
  idle: number,
): boolean {
  return Date.parse(now) < Date.parse(row.expires_at) && Date.parse(now) - Date.parse(row.seen_at) <= idle * 60_000
}

/** Half a sign-in must be finished within ten minutes. */
const halfwayMinutes = 10

/**
 * A new session in place of whatever the browser carried: a token known before the sign-in is worth nothing after it.
 * Each step of a sign-in gets a token of its own. Returns the token.
 */
export async function startSession(
  tx: Tx,
  request: FastifyRequest,
  house: House,
  whose: { readonly personId: string; readonly stage: 'password' | 'full'; readonly factorShown: boolean },
): Promise<string> {
  const now = house.now()
  const before = sessionHashOf(request)
  if (before !== null) await tx.deleteFrom('sessions').where('token_hash', '=', before).execute()
  const value = token()
  const minutes =
    whose.stage === 'full' ? house.rulebook.parameter<number>('auth.session_minutes', now) : halfwayMinutes
  await tx
    .insertInto('sessions')
    .values({
      token_hash: hashOf(value),
      person_id: whose.personId,
      stage: whose.stage,
      created_at: now,
      seen_at: now,
      expires_at: plusMinutes(now, minutes),
      factor_at: whose.factorShown ? now : null,
      address: request.ip,
      agent: (request.headers['user-agent'] ?? '').slice(0, 200),
    })
    .execute()
  return value
}

/** After the commit that started it. */
export const giveSession = (reply: FastifyReply, value: string): void => giveCookie(reply, 'session', value)

export const dropSession = (reply: FastifyReply): void => dropCookie(reply, 'session')

/** Every session of a person but, if told, one: how many ended. */
export async function endSessions(tx: Tx, personId: string, but: string | null = null): Promise<number> {
  let query = tx.deleteFrom('sessions').where('person_id', '=', personId)
  if (but !== null) query = query.where('token_hash', '!=', but)
  const ended = await query.executeTakeFirst()
  return Number(ended.numDeletedRows)
}

const browserDays = 180

/** Marks the browser as one this person has fully signed in with; see `throttle.ts`. */
export function markBrowser(reply: FastifyReply, house: House, personId: string): void {
  const nonce = randomBytes(9).toString('base64url')
  giveCookie(reply, 'browser', `${nonce}.${markOf(house, personId, nonce)}`, browserDays * 86_400)
}

export function isKnownBrowser(request: FastifyRequest, house: House, personId: string): boolean {
  const [nonce = '', mark = ''] = (readCookie(request, 'browser') ?? '').split('.')
  const wanted = Buffer.from(markOf(house, personId, nonce))
  const shown = Buffer.from(mark)
  return shown.length === wanted.length && timingSafeEqual(shown, wanted)
}

const markOf = (house: House, personId: string, nonce: string) =>
  createHmac('sha256', house.secret).update(`browser ${personId} ${nonce}`).digest('base64url')

/** Throws away what nobody can use any more. */
export async function sweepSignIns(tx: Tx, now: IsoInstant): Promise<void> {
  await tx.deleteFrom('sessions').where('expires_at', '<', now).execute()
  await tx.deleteFrom('sign_in_buckets').where('full_until', '<', now).execute()
}

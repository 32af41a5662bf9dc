/** How an attempt ended, written down: sent, later, given up, or nobody knows. */
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import type { IsoInstant } from '#lib/time.ts'
import { type ChannelKind, channelReaders } from '../channel-view.ts'
import type { DeliveryError } from '../words.ts'
import type { Outcome } from './channels/way.ts'
import { ways } from './channels/ways.ts'
import { later, waitAfter } from './retry.ts'
import { tell } from './tell.ts'

export interface Claimed {
  readonly id: string
  readonly attempts: number
  readonly kind: string
  readonly dueAt: IsoInstant
  /** until when it is held: who holds it no longer says nothing about it */
  readonly lease: IsoInstant
}

export interface Ended {
  readonly channel: { readonly id: string; readonly kind: ChannelKind }
  readonly claimed: Claimed
  readonly outcome: Outcome
}

export async function settle(tx: Tx, house: House, ended: Ended): Promise<void> {
  const { channel, claimed, outcome } = ended
  const now = house.now()
  if (outcome.done === 'sent') {
    // Sent is sent, also when the lease ran out meanwhile: nobody shall try once more.
    await tx
      .updateTable('deliveries')
      .set({ state: 'sent', lease_until: null, finished_at: now, error: null, error_detail: null })
      .set({ provider_id: outcome.providerId })
      .where('id', '=', claimed.id)
      .where('state', '<>', 'sent')
      .execute()
    return
  }
  const { error, detail } = outcome
  if (outcome.done === 'unsure' && !ways[channel.kind].repeatable)
    return await stop(tx, house, claimed, { state: 'unsure', error, detail }, channel.id)
  const final = outcome.done === 'failed' && outcome.final === true
  const next = nextTry(house, claimed, outcome, now)
  if (final || claimed.kind === 'test' || next === null)
    return await stop(tx, house, claimed, { state: 'dead', error, detail }, channel.id)
  await tx
    .updateTable('deliveries')
    .set({ state: 'failed', lease_until: null, next_at: next, error, error_detail: detail })
    .where('id', '=', claimed.id)
    .where('state', '=', 'sending')
    .where('lease_until', '=', claimed.lease)
    .execute()
  if (holdsAll.includes(error)) await holdBack(tx, house, channel.id, outcome)
}

/** Null when there is no next time. */
function nextTry(house: House, { attempts, dueAt }: Claimed, outcome: Outcome, now: IsoInstant): IsoInstant | null {
  const number = (key: string) => house.rulebook.parameter<number>(key, now)
  if (attempts >= number('outbox.attempts')) return null
  const asked = outcome.done === 'failed' ? (outcome.wait ?? 0) * 1000 : 0
  const next = later(now, Math.max(waitAfter(attempts, number('outbox.first_wait_minutes'), Math.random()), asked))
  return next > later(dueAt, number('outbox.hours') * 3_600_000) ? null : next
}

/** These say something of the whole way, not of one message. */
const holdsAll: readonly DeliveryError[] = ['unreachable', 'timeout', 'rateLimited', 'signIn', 'certificate']

/** What waits behind does not run into the same wall one by one; it waits without losing an attempt. */
async function holdBack(tx: Tx, house: House, channelId: string, outcome: Outcome): Promise<void> {
  const now = house.now()
  const first = house.rulebook.parameter<number>('outbox.first_wait_minutes', now)
  const asked = outcome.done === 'failed' ? (outcome.wait ?? 0) * 1000 : 0
  const until = later(now, Math.max(first * 60_000, asked))
  await sql`
    update deliveries set next_at = ${until} where id in (
      select id from deliveries where channel_id = ${channelId} and state in ('waiting', 'failed') and next_at < ${until}
      for update skip locked)`.execute(tx)
}

export interface Stopped {
  readonly state: 'dead' | 'unsure' | 'discarded'
  readonly error: DeliveryError
  readonly detail?: string
}

/** The end of the attempts. Dead and unsure are told to those who look after the channels, at most once in six hours. */
export async function stop(
  tx: Tx,
  house: House,
  { id, lease, kind }: Claimed,
  { state, error, detail = '' }: Stopped,
  channelId: string,
): Promise<void> {
  const now = house.now()
  const stopped = await tx
    .updateTable('deliveries')
    .set({ state, lease_until: null, finished_at: now, error, error_detail: detail })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('lease_until', '=', lease)
    .executeTakeFirst()
  if (stopped.numUpdatedRows === 0n || state === 'discarded' || kind === 'test') return
  // One after the other, so that two that end together do not both speak.
  await sql`select from channels where id = ${channelId} for update`.execute(tx)
  const { rows } = await sql<{ told: boolean }>`
    select exists (select from deliveries where channel_id = ${channelId} and state in ('dead', 'unsure') and id <> ${id}
      and kind <> 'test' and finished_at > ${later(now, -6 * 3_600_000)}) as told`.execute(tx)
  if (rows[0]?.told === true) return
  const to = channelReaders.map((role) => ({ role }))
  await tell(tx, { caseId: null, event: 'channels.undelivered', data: { channel: channelId }, to, at: now })
}

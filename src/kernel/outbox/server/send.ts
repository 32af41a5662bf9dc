/**
 * Deliveries leave. `sending` is committed before the wire is touched, under a lease: a server that dies on the way leaves a
 * row that says so. What the other side can tell apart by its id is sent again; what it cannot waits for somebody to look
 * (decision 0011).
 */
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import { unseal } from '#kernel/people/server/sealed.ts'
import type { IsoInstant } from '#lib/time.ts'
import { type ChannelKind, robotKinds } from '../channel-view.ts'
import type { Outbound } from './channels/outbound.ts'
import type { Outcome, Parcel } from './channels/way.ts'
import { ways } from './channels/ways.ts'
import { later } from './retry.ts'
import { pack, type Packed } from './parcels.ts'
import { type Claimed, settle, type Stopped, stop } from './settle.ts'

/** Longer than the slowest way takes to give up. */
const leaseMs = 120_000
const atOnce = 4

/** Sends everything that is due, each way for itself; returns how many attempts were made. */
export async function sendDue(house: House, outbound: Outbound): Promise<number> {
  await freeLeases(house)
  const ids = await dueChannels(house)
  const sent = await Promise.all(ids.map((id) => drain(house, outbound, id)))
  return sent.reduce((all, some) => all + some, 0)
}

export async function dueChannels(house: House): Promise<readonly string[]> {
  const { rows } = await house.database.asHouse((tx) =>
    sql<{ id: string }>`
      select id from channels where active and exists (
        select from deliveries where channel_id = channels.id and state in ('waiting', 'failed') and next_at <= ${house.now()})`.execute(
      tx,
    ),
  )
  return rows.map(({ id }) => id)
}

/** Sends what is due by one way until nothing is; stops early when the other side cannot be reached. */
export async function drain(
  house: House,
  outbound: Outbound,
  channelId: string,
  goOn: () => boolean = () => true,
): Promise<number> {
  let sent = 0
  while (goOn()) {
    const batch = await claim(house, channelId)
    if (batch === null || batch.taken === 0) return sent
    const { channel } = batch
    sent += batch.parcels.length
    await Promise.all(
      batch.parcels.map(async ({ claimed, parcel }) => {
        const outcome = await sendOne(house, channel, parcel, outbound)
        await house.database.asHouse((tx) => settle(tx, house, { channel, claimed, outcome }))
      }),
    )
  }
  return sent
}

interface Channel {
  readonly id: string
  readonly kind: ChannelKind
  readonly settings: unknown
  readonly secret: string | null
}
interface Batch {
  readonly channel: Channel
  readonly taken: number
  readonly parcels: readonly { readonly claimed: Claimed; readonly parcel: Parcel }[]
}

async function claim(house: House, channelId: string): Promise<Batch | null> {
  return await house.database.asHouse(async (tx) => {
    const now = house.now()
    const channel = await tx
      .selectFrom('channels')
      .select(['id', 'kind', 'settings', 'secret'])
      .where('id', '=', channelId)
      .where('active', '=', true)
      .executeTakeFirst()
    if (channel === undefined) return null
    const kind = channel.kind as ChannelKind
    const { rows } = await sql<Claimed>`
      update deliveries set state = 'sending', attempts = attempts + 1, lease_until = ${later(now, leaseMs)}
      where id in (
        select id from deliveries where channel_id = ${channelId} and state in ('waiting', 'failed') and next_at <= ${now}
        order by next_at, id limit ${robotKinds.includes(kind) ? 1 : atOnce} for update skip locked)
      returning id, attempts, kind, due_at as "dueAt", lease_until as lease`.execute(tx)
    const ids = rows.map(({ id }) => id)
    const packed = ids.length === 0 ? new Map<string, Packed>() : await pack(tx, house, kind, ids)
    const parcels: { claimed: Claimed; parcel: Parcel }[] = []
    for (const claimed of rows) {
      const what = packed.get(claimed.id)
      const stopped = whyNot(what, claimed, house)
      if (stopped !== null) await stop(tx, house, claimed, stopped, channel.id)
      else if (what !== undefined && 'parcel' in what) parcels.push({ claimed, parcel: what.parcel })
    }
    return { channel: { ...channel, kind }, taken: rows.length, parcels }
  })
}

/** Too old is dead, and somebody hears of it; not to be told any more is nobody's fault. */
function whyNot(what: Packed | undefined, { dueAt, kind }: Claimed, house: House): Stopped | null {
  if (what === undefined) return { state: 'discarded', error: 'notTold' }
  if ('not' in what) return { state: 'discarded', error: what.not }
  const now = house.now()
  const hours = house.rulebook.parameter<number>('outbox.hours', now)
  const old = kind !== 'test' && later(dueAt, hours * 3_600_000) < now
  return old ? { state: 'dead', error: 'tooOld' } : null
}

async function sendOne(house: House, channel: Channel, parcel: Parcel, outbound: Outbound): Promise<Outcome> {
  let secret: unknown
  try {
    secret = channel.secret === null ? null : JSON.parse(unseal(house.secret, 'channel', channel.id, channel.secret))
  } catch {
    return { done: 'failed', error: 'unreadable', detail: '' }
  }
  return await ways[channel.kind].send(parcel, channel.settings, secret, outbound)
}

/** Whoever held these is gone, or has been silent for too long. */
export async function freeLeases(house: House): Promise<void> {
  const now = house.now()
  await house.database.asHouse(async (tx) => {
    const held = await leftBehind(tx, now)
    for (const { channelId, channelKind, ...claimed } of held) {
      const outcome: Outcome = { done: 'unsure', error: 'interrupted', detail: '' }
      const channel = { id: channelId, kind: channelKind }
      await settle(tx, house, { channel, claimed, outcome })
    }
  })
}

async function leftBehind(tx: Tx, now: IsoInstant) {
  const { rows } = await sql<Claimed & { channelId: string; channelKind: ChannelKind }>`
    select deliveries.id, deliveries.attempts, deliveries.kind, deliveries.due_at as "dueAt",
           deliveries.lease_until as lease, channels.id as "channelId", channels.kind as "channelKind"
    from deliveries join channels on channels.id = deliveries.channel_id
    where deliveries.state = 'sending' and deliveries.lease_until <= ${now}
    order by deliveries.lease_until limit 200 for update of deliveries skip locked`.execute(tx)
  return rows
}

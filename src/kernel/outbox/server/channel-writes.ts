/** Setting up a channel, changing it, taking it away: each with its line in the book of changes. */
import { constraintOf, json, notify, type Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { House } from '#kernel/http/server/house.ts'
import { doorWords } from '#kernel/http/words.ts'
import { seal, unseal } from '#kernel/people/server/sealed.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { canonical } from '#lib/canonical.ts'
import type { JsonValue } from '#lib/json.ts'
import { uuidv7 } from '#lib/uuid.ts'
import type { ChannelKind } from '../channel-view.ts'
import { mergedSecret, refused } from './channel-checks.ts'
import { keepChange } from './channel-queries.ts'
import { mobileOf } from './channels/sms.ts'
import { deliveriesChannel } from './tell.ts'

export interface Wanted {
  readonly name: string
  readonly active: boolean
  readonly settings: Readonly<Record<string, JsonValue>>
  readonly secret: Readonly<Record<string, string>> | null
}

const notFound = () => new Refused({ status: 404, code: 'notFound', says: doorWords.notFound })

export async function createChannel(
  tx: Tx,
  house: House,
  actor: Actor,
  kind: ChannelKind,
  wanted: Wanted,
): Promise<string> {
  const now = house.now()
  const id = uuidv7(Date.parse(now))
  const secret = mergedSecret(kind, null, wanted.secret, now)
  try {
    await tx
      .insertInto('channels')
      .values({
        id,
        kind,
        name: wanted.name,
        active: wanted.active,
        settings: json(wanted.settings),
        secret: seal(house.secret, 'channel', id, json(secret)),
        created_at: now,
      })
      .execute()
  } catch (error) {
    if (constraintOf(error) === 'channels_one_of_a_kind') throw refused('oneOfAKind', 409)
    throw error
  }
  const detail = { name: wanted.name, active: wanted.active, settings: shownIn(wanted.settings) }
  await keepChange(tx, { channelId: id, at: now, byId: actor.id, what: 'created', detail })
  return id
}

/** Names of what changed with both values; a certificate is too long to be shown. */
const shownIn = ({ ca: _ca, ...settings }: Wanted['settings']) => settings

export async function channelOf(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('channels')
    .selectAll()
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound()
  return { ...row, kind: row.kind as ChannelKind }
}

export async function changeChannel(
  tx: Tx,
  house: House,
  actor: Actor,
  id: string,
  wanted: Wanted & { readonly version: number },
): Promise<void> {
  const row = await channelOf(tx, id)
  if (row.version !== wanted.version) throw refused('changedMeanwhile', 409)
  const now = house.now()
  const before = row.secret === null ? null : opened(house, id, row.secret)
  const secret = mergedSecret(row.kind, before, wanted.secret, now)
  await tx
    .updateTable('channels')
    .set({
      name: wanted.name,
      active: wanted.active,
      settings: json(wanted.settings),
      secret: seal(house.secret, 'channel', id, json(secret)),
      version: row.version + 1,
    })
    .where('id', '=', id)
    .execute()
  const old = { name: row.name, active: row.active, ...shownIn(row.settings as Wanted['settings']) }
  const fresh: Readonly<Record<string, JsonValue>> = {
    name: wanted.name,
    active: wanted.active,
    ...shownIn(wanted.settings),
  }
  const changed = Object.fromEntries(
    Object.entries(fresh).flatMap(([key, value]) => {
      const was = (old as Readonly<Record<string, JsonValue>>)[key] ?? null
      return canonical(was) === canonical(value) ? [] : [[key, [was, value]]]
    }),
  )
  const line = { channelId: id, at: now, byId: actor.id } as const
  if (Object.keys(changed).length > 0) await keepChange(tx, { ...line, what: 'changed', detail: changed })
  if (wanted.secret !== null) await keepChange(tx, { ...line, what: 'secretChanged', detail: {} })
  if (wanted.active) notify(tx, { channel: deliveriesChannel, payload: '' })
}

/** A secret that cannot be read any more, after a restore with another key, is as if there were none. */
function opened(house: House, id: string, sealed: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(unseal(house.secret, 'channel', id, sealed)) as Readonly<Record<string, unknown>>
  } catch {
    return null
  }
}

/** The channel goes, its secret with it; what still waited for it is given up. The book of changes stays. */
export async function retireChannel(tx: Tx, house: House, actor: Actor, id: string): Promise<void> {
  const row = await channelOf(tx, id)
  const now = house.now()
  await tx
    .updateTable('channels')
    .set({ active: false, secret: null, retired_at: now, version: row.version + 1 })
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('deliveries')
    .set({ state: 'discarded', finished_at: now, discarded_by: actor.id, lease_until: null })
    .where('channel_id', '=', id)
    .where('state', 'in', ['waiting', 'failed', 'dead', 'unsure'])
    .execute()
  await keepChange(tx, { channelId: id, at: now, byId: actor.id, what: 'retired', detail: { name: row.name } })
}

/** A message to oneself, or to the group: the way is the one all others go. Returns the delivery to look at. */
export async function testChannel(tx: Tx, house: House, actor: Actor, id: string): Promise<string> {
  const row = await channelOf(tx, id)
  if (!row.active) throw refused('switchedOff', 409)
  const personal = row.kind === 'mail' || row.kind === 'sms'
  if (personal) {
    const me = await tx
      .selectFrom('people')
      .select(['email', 'phone'])
      .where('id', '=', actor.id ?? '')
      .executeTakeFirstOrThrow()
    if (row.kind === 'mail' ? me.email === '' : mobileOf(me.phone) === null) throw refused('noOwnAddress')
  }
  const now = house.now()
  const delivery = uuidv7(Date.parse(now))
  await tx
    .insertInto('deliveries')
    .values({
      id: delivery,
      channel_id: id,
      happening: delivery,
      person_id: personal ? actor.id : null,
      event: 'test',
      kind: 'test',
      created_at: now,
      due_at: now,
      next_at: now,
    })
    .execute()
  await keepChange(tx, { channelId: id, at: now, byId: actor.id, what: 'tested', detail: {} })
  notify(tx, { channel: deliveriesChannel, payload: '' })
  return delivery
}

import { sql } from 'kysely'
import { z } from 'zod'
import { notify, type Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { House } from '#kernel/http/server/house.ts'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { doorWords } from '#kernel/http/words.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { channelKinds, channelReaders, deliveryStates } from '../channel-view.ts'
import { type DeliveryError, deliveryErrors } from '../words.ts'
import { refused } from './channel-checks.ts'
import { keepChange } from './channel-queries.ts'
import { countStuck, deliveryPage } from './delivery-queries.ts'
import { deliveriesChannel } from './tell.ts'

/** What left the building, what did not and why; sending again and giving up by hand. */

const errors = Object.keys(deliveryErrors) as [DeliveryError, ...DeliveryError[]]
const row = z.object({
  id: z.string(),
  channel: z.object({ id: z.string(), kind: z.enum(channelKinds), name: z.string() }),
  state: z.enum(deliveryStates),
  test: z.boolean(),
  person: z.string().nullable(),
  case: z.object({ process: z.string(), number: z.string() }).nullable(),
  event: z.string(),
  attempts: z.int(),
  createdAt: z.string(),
  nextAt: z.string(),
  finishedAt: z.string().nullable(),
  error: z.enum(errors).nullable(),
  errorDetail: z.string().nullable(),
  providerId: z.string().nullable(),
  reason: z.string().nullable(),
})
const ids = z.array(z.uuid()).min(1).max(200)
const counted = z.object({ count: z.int() })
const about = { policy: channelReaders, tag: 'channels' } as const

export const deliveryRoutes: readonly AnyRoute[] = [
  route({
    ...about,
    method: 'GET',
    path: '/api/deliveries',
    id: 'deliveries.list',
    summary: 'Messages out of the building, newest first',
    query: z.strictObject({
      state: z.enum([...deliveryStates, 'stuck']).optional(),
      channel: z.uuid().optional(),
      after: z.uuid().optional(),
    }),
    answer: z.object({ rows: z.array(row), next: z.string().nullable() }),
    handle: async ({ actor, query }, house) => {
      const page = await house.database.as(actor, (tx) => deliveryPage(tx, actor, house.modules, query))
      return { rows: [...page.rows], next: page.next }
    },
  }),
  route({
    ...about,
    method: 'GET',
    path: '/api/deliveries/stuck',
    id: 'deliveries.stuck',
    summary: 'How many are dead or of unknown fate',
    answer: counted,
    handle: async ({ actor }, house) => ({ count: await house.database.as(actor, countStuck) }),
  }),
  route({
    ...about,
    method: 'GET',
    path: '/api/deliveries/:id',
    id: 'deliveries.one',
    summary: 'One message out of the building',
    params: z.object({ id: z.uuid() }),
    answer: row,
    handle: async ({ actor, params }, house) => {
      const { rows } = await house.database.as(actor, (tx) => deliveryPage(tx, actor, house.modules, { id: params.id }))
      const [one] = rows
      if (one === undefined) throw new Refused({ status: 404, code: 'notFound', says: doorWords.notFound })
      return one
    },
  }),
  route({
    ...about,
    method: 'POST',
    path: '/api/deliveries/resend',
    id: 'deliveries.resend',
    summary: 'Send again what was given up, is of unknown fate or was discarded: those named, or all dead of a channel',
    body: z.union([z.strictObject({ ids }), z.strictObject({ channelId: z.uuid() })]),
    answer: counted,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => ({ count: await resend(tx, house, asked.actor, asked.body) })),
  }),
  route({
    ...about,
    method: 'POST',
    path: '/api/deliveries/discard',
    id: 'deliveries.discard',
    summary: 'Give up messages that have not left yet, with a reason',
    body: z.strictObject({ ids, reason: z.string().trim().min(1).max(300) }),
    answer: counted,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => ({ count: await discard(tx, house, asked.actor, asked.body) })),
  }),
]

type Which = { readonly ids: readonly string[] } | { readonly channelId: string }

async function resend(tx: Tx, house: House, actor: Actor, which: Which): Promise<number> {
  const now = house.now()
  const meant =
    'ids' in which
      ? sql`id = any (${which.ids}::uuid[]) and state in ('dead', 'unsure', 'failed', 'discarded')`
      : sql`channel_id = ${which.channelId}::uuid and state = 'dead'`
  const { rows } = await sql<{ channelId: string }>`
    update deliveries set state = 'waiting', attempts = 0, due_at = ${now}, next_at = ${now}, finished_at = null,
           error = null, error_detail = null, discarded_by = null, reason = null
    where ${meant} and exists (select from channels where channels.id = channel_id and retired_at is null)
    returning channel_id as "channelId"`.execute(tx)
  if (rows.length === 0) throw refused('notResendable', 409)
  notify(tx, { channel: deliveriesChannel, payload: '' })
  await keepCounts(tx, house, actor, 'resent', rows, {})
  return rows.length
}

async function discard(
  tx: Tx,
  house: House,
  actor: Actor,
  { ids: named, reason }: { readonly ids: readonly string[]; readonly reason: string },
): Promise<number> {
  const { rows } = await sql<{ channelId: string }>`
    update deliveries set state = 'discarded', finished_at = ${house.now()}, discarded_by = ${actor.id}, reason = ${reason}
    where id = any (${named}::uuid[]) and state in ('waiting', 'failed', 'dead', 'unsure')
    returning channel_id as "channelId"`.execute(tx)
  if (rows.length === 0) throw refused('notDiscardable', 409)
  await keepCounts(tx, house, actor, 'discarded', rows, { reason })
  return rows.length
}

async function keepCounts(
  tx: Tx,
  house: House,
  actor: Actor,
  what: 'resent' | 'discarded',
  rows: readonly { readonly channelId: string }[],
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  for (const channelId of new Set(rows.map((one) => one.channelId))) {
    const count = rows.filter((one) => one.channelId === channelId).length
    await keepChange(tx, { channelId, at: house.now(), byId: actor.id, what, detail: { count, ...detail } })
  }
}

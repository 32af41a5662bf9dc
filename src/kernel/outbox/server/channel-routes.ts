import { z } from 'zod'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { channelKeepers, channelKinds, channelReaders } from '../channel-view.ts'
import { demandAddresses, demandSettings } from './channel-checks.ts'
import { channelChanges, channelRows } from './channel-queries.ts'
import { changeChannel, channelOf, createChannel, retireChannel, testChannel } from './channel-writes.ts'
import type { Outbound } from './channels/outbound.ts'

/** Setting up the ways out. The administrator sets, the customer service manager reads; nobody reads a secret. */

const byId = z.object({ id: z.uuid() })
const done = z.object({ id: z.string() })
const name = z.string().trim().min(1).max(60)
const wanted = {
  name,
  active: z.boolean(),
  settings: z.record(z.string(), z.json()),
  /** what is not given stays as it is */
  secret: z.record(z.string(), z.string().max(1000)).nullable(),
}
const row = z.object({
  id: z.string(),
  kind: z.enum(channelKinds),
  name: z.string(),
  active: z.boolean(),
  version: z.int(),
  settings: z.record(z.string(), z.json()),
  secretSet: z.boolean(),
  waiting: z.int(),
  stuck: z.int(),
  lastSentAt: z.string().nullable(),
})
const change = z.object({
  id: z.int(),
  channel: z.string(),
  kind: z.enum(channelKinds),
  at: z.string(),
  by: z.string().nullable(),
  what: z.enum(['created', 'changed', 'secretChanged', 'tested', 'retired', 'resent', 'discarded']),
  detail: z.record(z.string(), z.json()),
})

export const channelRoutes = (outbound: Outbound): readonly AnyRoute[] => [
  route({
    method: 'GET',
    path: '/api/channels',
    policy: channelReaders,
    tag: 'channels',
    id: 'channels.list',
    summary: 'The ways out of the building, without their secrets',
    answer: z.object({ rows: z.array(row) }),
    handle: async ({ actor }, house) => ({
      rows: (await house.database.as(actor, channelRows)) as unknown as z.infer<typeof row>[],
    }),
  }),
  route({
    method: 'GET',
    path: '/api/channels/changes',
    policy: channelReaders,
    tag: 'channels',
    id: 'channels.changes',
    summary: 'Who changed what about the channels, newest first',
    query: z.strictObject({ after: z.coerce.number().int().min(1).optional() }),
    answer: z.object({ rows: z.array(change) }),
    handle: async ({ actor, query }, house) => ({
      rows: (await house.database.as(actor, (tx) => channelChanges(tx, query.after))) as unknown as z.infer<
        typeof change
      >[],
    }),
  }),
  route({
    method: 'POST',
    path: '/api/channels',
    policy: channelKeepers,
    tag: 'channels',
    id: 'channels.create',
    summary: 'Set up a way out',
    body: z.strictObject({ kind: z.enum(channelKinds), ...wanted }),
    answer: done,
    writes: true,
    handle: async (asked, house) => {
      const { kind, settings, secret } = asked.body
      demandSettings(kind, settings)
      await demandAddresses(kind, settings, secret, outbound)
      return await write(asked, house, async (tx) => ({
        id: await createChannel(tx, house, asked.actor, kind, asked.body),
      }))
    },
  }),
  route({
    method: 'PUT',
    path: '/api/channels/:id',
    policy: channelKeepers,
    tag: 'channels',
    id: 'channels.change',
    summary: 'Change a way out; a new webhook secret signs beside the old one for a day',
    params: byId,
    body: z.strictObject({ version: z.int().min(1), ...wanted }),
    answer: done,
    writes: true,
    handle: async (asked, house) => {
      const { id } = asked.params
      const { settings, secret } = asked.body
      const { kind } = await house.database.as(asked.actor, (tx) => channelOf(tx, id))
      demandSettings(kind, settings)
      await demandAddresses(kind, settings, secret, outbound)
      return await write(asked, house, async (tx) => {
        await changeChannel(tx, house, asked.actor, id, asked.body)
        return { id }
      })
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/channels/:id',
    policy: channelKeepers,
    tag: 'channels',
    id: 'channels.retire',
    summary: 'Take a way out away, with its secret and what still waited for it',
    params: byId,
    answer: done,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        await retireChannel(tx, house, asked.actor, asked.params.id)
        return asked.params
      }),
  }),
  route({
    method: 'POST',
    path: '/api/channels/:id/test',
    policy: channelKeepers,
    tag: 'channels',
    id: 'channels.test',
    summary: 'Send a test message; how it went is read from the delivery named in the answer',
    params: byId,
    answer: done,
    writes: true,
    limit: { perMinute: 20 },
    handle: (asked, house) =>
      write(asked, house, async (tx) => ({ id: await testChannel(tx, house, asked.actor, asked.params.id) })),
  }),
]

import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { doorWords } from '#kernel/http/words.ts'
import type { InboxItem } from '../view.ts'
import { announce } from './tell.ts'
import type { Live } from './events.ts'
import { openStream } from './stream.ts'

const pageSize = 50

const item = z.object({
  id: z.int(),
  event: z.string(),
  data: z.record(z.string(), z.json()),
  at: z.string(),
  readAt: z.string().nullable(),
  case: z.object({ process: z.string(), number: z.string(), title: z.string(), state: z.string() }).nullable(),
})
const unread = z.object({ unread: z.int() })

export const inboxRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/inbox',
    policy: 'session',
    tag: 'inbox',
    id: 'inbox.list',
    summary: 'What this person was told, newest first',
    query: z.strictObject({
      after: z.coerce.number().int().min(1).optional(),
      unread: z.enum(['true', 'false']).optional(),
    }),
    answer: z.object({ items: z.array(item), next: z.int().nullable(), unread: z.int() }),
    handle: async ({ actor, query }, house) =>
      await house.database.as(actor, async (tx) => {
        const { rows } = await sql<InboxItem>`
          select inbox.id, inbox.event, inbox.data, inbox.at, inbox.read_at as "readAt",
                 case when cases.id is not null then
                   json_build_object('process', cases.process, 'number', cases.number, 'title', cases.title, 'state', cases.state) end as case
          from inbox left join cases on cases.id = inbox.case_id
          where inbox.person_id = ${actor.id} and inbox.id < ${query.after ?? Number.MAX_SAFE_INTEGER}
            and (${query.unread !== 'true'} or inbox.read_at is null)
          order by inbox.id desc limit ${pageSize + 1}`.execute(tx)
        const items = rows.slice(0, pageSize)
        return {
          items: items as z.infer<typeof item>[],
          next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null,
          unread: await countUnread(tx, actor.id),
        }
      }),
  }),
  route({
    method: 'GET',
    path: '/api/inbox/unread',
    policy: 'session',
    tag: 'inbox',
    id: 'inbox.unread',
    summary: 'How many lines were not read yet, counted up to 100',
    answer: unread,
    handle: async ({ actor }, house) => ({ unread: await house.database.as(actor, (tx) => countUnread(tx, actor.id)) }),
  }),
  route({
    method: 'POST',
    path: '/api/inbox/read',
    policy: 'session',
    tag: 'inbox',
    id: 'inbox.read',
    summary: 'Mark lines as read: those named, or every one up to a line',
    body: z.union([
      z.strictObject({ ids: z.array(z.int().min(1)).min(1).max(200) }),
      z.strictObject({ upTo: z.int().min(1) }),
    ]),
    answer: unread,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        const { actor, body } = asked
        if (actor.id === null) throw new Refused({ status: 401, code: 'notSignedIn', says: doorWords.notSignedIn })
        const lines = tx
          .updateTable('inbox')
          .set({ read_at: house.now() })
          .where('person_id', '=', actor.id)
          .where('read_at', 'is', null)
        await ('ids' in body ? lines.where('id', 'in', body.ids) : lines.where('id', '<=', body.upTo)).execute()
        await announce(tx, { process: '', number: '', customerId: null, people: [actor.id], what: 'inbox' })
        return { unread: await countUnread(tx, actor.id) }
      }),
  }),
]

const mostCounted = 100

async function countUnread(tx: Tx, personId: string | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from inbox where person_id = ${personId} and read_at is null limit ${mostCounted}) counted`.execute(tx)
  return rows[0]?.count ?? 0
}

const streamsOfOne = 8
const streamsOfAll = 2_000

/** The live line to open screens. Made from the running `Live`, whose closing ends every stream. */
export function eventRoutes(live: Live): readonly AnyRoute[] {
  const open = new Map<string, number>()
  let all = 0
  return [
    route({
      method: 'GET',
      path: '/api/events',
      policy: 'session',
      tag: 'inbox',
      id: 'events.stream',
      summary: 'Server-sent events: where to look again',
      answer: 'bytes',
      handle: async (asked, house) => {
        const who = asked.actor.id ?? ''
        const { reply } = asked
        reply
          .type('text/event-stream; charset=utf-8')
          .header('cache-control', 'no-store')
          .header('x-accel-buffering', 'no')
        if (asked.request.method === 'HEAD') return reply.send('')
        if (all >= streamsOfAll) throw new Refused({ status: 503, code: 'busy', says: doorWords.busy, retryAfter: 30 })
        if ((open.get(who) ?? 0) >= streamsOfOne) {
          throw new Refused({ status: 429, code: 'slow', says: doorWords.slow, retryAfter: 30 })
        }
        all += 1
        open.set(who, (open.get(who) ?? 0) + 1)
        const stream = openStream(asked, house, live)
        stream.once('close', () => {
          all -= 1
          const left = (open.get(who) ?? 1) - 1
          if (left === 0) open.delete(who)
          else open.set(who, left)
        })
        reply.raw.once('close', () => stream.destroy())
        return reply.send(stream)
      },
    }),
  ]
}

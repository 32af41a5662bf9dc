import { z } from 'zod'
import { uuidv7 } from '#lib/uuid.ts'
import { Refused } from '#kernel/http/problem.ts'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { longText, text } from '../fields.ts'
import { acceptEscalation, escalationsFor } from './acceptance.ts'
import { notFound } from './refusals.ts'
import { queue } from './queue.ts'
import { EscalationAnswer, QueueAnswer } from './schemas.ts'

/* Routes over all processes: the queue, the escalations, the filters people keep. */

const View = z.object({ id: z.string(), name: z.string(), query: z.string() })
const tooManyViews = { zh: '保存的视图太多（最多 30 个）。', en: 'Too many saved views (30 at most).' }

export const commonRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/queue',
    policy: 'session',
    tag: 'desk',
    id: 'desk.queue',
    summary: 'What waits for me: broken promises first, then by the minutes left',
    query: z.object({ scope: z.enum(['mine', 'team']).default('mine') }).strict(),
    answer: QueueAnswer,
    handle: ({ actor, query }, house) => house.database.as(actor, (tx) => queue(tx, house, actor, query.scope)),
  }),
  route({
    method: 'GET',
    path: '/api/escalations',
    policy: 'staff',
    tag: 'desk',
    id: 'desk.escalations',
    summary: 'What came up the ladder to me: open ones first',
    answer: z.object({ items: z.array(EscalationAnswer) }),
    handle: ({ actor }, house) => house.database.as(actor, async (tx) => ({ items: await escalationsFor(tx, actor) })),
  }),
  route({
    method: 'POST',
    path: '/api/escalations/:id/accept',
    policy: 'staff',
    tag: 'desk',
    id: 'desk.acceptEscalation',
    summary: 'Accept an escalation with an instruction (签收并批示)',
    params: z.object({ id: z.uuid() }),
    body: z.object({ instruction: longText(2000) }).strict(),
    answer: z.object({ items: z.array(EscalationAnswer) }),
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        await acceptEscalation(tx, house, asked.params.id, asked.body.instruction, asked.actor)
        return { items: await escalationsFor(tx, asked.actor) }
      }),
  }),
  route({
    method: 'GET',
    path: '/api/views',
    policy: 'staff',
    tag: 'desk',
    id: 'desk.views',
    summary: 'Filters I keep for a page',
    query: z.object({ page: z.string().min(1).max(60) }).strict(),
    answer: z.object({ items: z.array(View) }),
    handle: ({ actor, query }, house) =>
      house.database.as(actor, async (tx) => ({
        items: await tx
          .selectFrom('saved_views')
          .select(['id', 'name', 'query'])
          .where('person_id', '=', actor.id)
          .where('page', '=', query.page)
          .orderBy('created_at')
          .limit(30)
          .execute(),
      })),
  }),
  route({
    method: 'POST',
    path: '/api/views',
    policy: 'staff',
    tag: 'desk',
    id: 'desk.keepView',
    summary: 'Keep a filter by name; the same name replaces',
    body: z.object({ page: text(60), name: text(60), query: text(2000, 0) }).strict(),
    answer: View,
    status: 201,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        const { actor, body } = asked
        if (actor.id === null) throw notFound()
        const { count } = await tx
          .selectFrom('saved_views')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('person_id', '=', actor.id)
          .where('page', '=', body.page)
          .executeTakeFirstOrThrow()
        if (Number(count) >= 30) throw new Refused({ status: 422, code: 'tooManyViews', says: tooManyViews })
        return tx
          .insertInto('saved_views')
          .values({ id: uuidv7(Date.parse(house.now())), person_id: actor.id, ...body })
          .onConflict((conflict) => conflict.columns(['person_id', 'page', 'name']).doUpdateSet({ query: body.query }))
          .returning(['id', 'name', 'query'])
          .executeTakeFirstOrThrow()
      }),
  }),
  route({
    method: 'DELETE',
    path: '/api/views/:id',
    policy: 'staff',
    tag: 'desk',
    id: 'desk.dropView',
    summary: 'Forget a kept filter',
    params: z.object({ id: z.uuid() }),
    answer: z.object({ dropped: z.boolean() }),
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        const gone = await tx
          .deleteFrom('saved_views')
          .where('id', '=', asked.params.id)
          .where('person_id', '=', asked.actor.id)
          .executeTakeFirst()
        if (gone.numDeletedRows === 0n) throw notFound()
        return { dropped: true }
      }),
  }),
]

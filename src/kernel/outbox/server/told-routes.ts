import { z } from 'zod'
import { json, type Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import type { ToldView } from '../channel-view.ts'
import { type Preferences, sensible } from '../told.ts'
import { mobileOf } from './channels/sms.ts'
import { preferences, readPreferences } from './preferences.ts'

/** What I want to be told outside the building. The inbox is not a choice. */

const view = z.object({
  preferences,
  mail: z.string().nullable(),
  sms: z.string().nullable(),
  open: z.object({ mail: z.boolean(), sms: z.boolean() }),
})

export const toldRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/me/told',
    policy: 'session',
    tag: 'inbox',
    id: 'told.read',
    summary: 'What this person is told by mail and SMS, and when not',
    answer: view,
    handle: async ({ actor }, house) => {
      const open = await openWays(house)
      return await house.database.as(actor, (tx) => viewOf(tx, actor.id ?? '', open))
    },
  }),
  route({
    method: 'PUT',
    path: '/api/me/told',
    policy: 'session',
    tag: 'inbox',
    id: 'told.choose',
    summary: 'Choose what to be told by mail and SMS, and when not',
    body: preferences,
    answer: view,
    writes: true,
    handle: async (asked, house) => {
      const open = await openWays(house)
      return await write(asked, house, async (tx) => {
        const id = asked.actor.id ?? ''
        await choose(tx, id, asked.body, house.now())
        return await viewOf(tx, id, open)
      })
    },
  }),
]

/** Customers do not see channels; that there is one is no secret. */
async function openWays(house: House): Promise<ToldView['open']> {
  const rows = await house.database.asHouse((tx) =>
    tx.selectFrom('channels').select('kind').where('active', '=', true).execute(),
  )
  return { mail: rows.some(({ kind }) => kind === 'mail'), sms: rows.some(({ kind }) => kind === 'sms') }
}

async function choose(tx: Tx, personId: string, choices: Preferences, now: string): Promise<void> {
  const row = { choices: json(choices), changed_at: now }
  await tx
    .insertInto('told_preferences')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute()
}

async function viewOf(tx: Tx, personId: string, open: ToldView['open']): Promise<ToldView> {
  const { kind, email, phone, choices } = await tx
    .selectFrom('people')
    .leftJoin('told_preferences', 'told_preferences.person_id', 'people.id')
    .select(['people.kind', 'people.email', 'people.phone', 'told_preferences.choices'])
    .where('people.id', '=', personId)
    .executeTakeFirstOrThrow()
  return {
    preferences: readPreferences(choices) ?? sensible[kind === 'staff' ? 'staff' : 'customer'],
    mail: email === '' ? null : email,
    sms: mobileOf(phone),
    open,
  }
}

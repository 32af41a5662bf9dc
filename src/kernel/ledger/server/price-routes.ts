import { z } from 'zod'
import { Refused } from '#kernel/http/problem.ts'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { announceRules } from '#kernel/parameters/server/rulebook.ts'
import { parameterRefusals } from '#kernel/parameters/words.ts'
import { actingRole } from '#kernel/process/decide.ts'
import { flag, moment, money, quantity, text } from '#kernel/process/fields.ts'
import type { Role } from '#kernel/process/roles.ts'
import { dateOf } from '#lib/show-time.ts'
import { type IsoInstant, plusDays, startOfDay } from '#lib/time.ts'
import type { PriceSpec } from '../price-view.ts'
import { refusedPrice } from '../words.ts'
import { priceRow } from './prices.ts'

const editors: readonly Role[] = ['FINM', 'CSM', 'PM']
const mostPrice = 100_000_000

const listed = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unitZh: z.string(),
  unitEn: z.string(),
  priceFen: z.int(),
  secondPriceFen: z.int().nullable(),
  minutes: z.int().nullable(),
  minimum: z.string().nullable(),
  includesMaterial: z.boolean(),
  noteZh: z.string(),
  noteEn: z.string(),
  effectiveFrom: z.string(),
})
const coming = listed.extend({ withdrawn: z.boolean() })
const list = z.object({
  items: z.array(listed.extend({ upcoming: z.array(coming) })),
  noticeDays: z.int(),
  mayEdit: z.boolean(),
})

const newVersion = z.strictObject({
  nameZh: text(60),
  nameEn: text(120),
  unitZh: text(20),
  unitEn: text(40),
  priceFen: money(mostPrice),
  secondPriceFen: money(mostPrice).nullable(),
  minutes: z.int().min(0).max(10_000).nullable(),
  minimum: quantity().nullable(),
  includesMaterial: flag(),
  noteZh: text(200, 0),
  noteEn: text(200, 0),
  withdrawn: flag(),
  /** null: as soon as the notice allows */
  effectiveFrom: moment().nullable(),
})

/** The price list of paid services: public, with what is already announced (domain §3: 明码标价). */
export const priceRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/prices',
    policy: 'public',
    tag: 'prices',
    id: 'prices.list',
    summary: 'The price list as it holds now, and what is announced',
    answer: list,
    handle: async ({ actor }, house) => {
      const now = house.now()
      const versions = await house.database.as(actor, (tx) =>
        tx.selectFrom('price_items').selectAll().where('effective_from', '>', now).orderBy('effective_from').execute(),
      )
      const upcoming = Map.groupBy(versions, ({ code }) => code)
      const holding = new Map(house.rulebook.prices(now).map((item) => [item.code, item]))
      const shown = (row: (typeof versions)[number]) => ({
        code: row.code,
        nameZh: row.name_zh,
        nameEn: row.name_en,
        unitZh: row.unit_zh,
        unitEn: row.unit_en,
        priceFen: row.price_fen,
        secondPriceFen: row.second_price_fen,
        minutes: row.minutes,
        minimum: row.minimum,
        includesMaterial: row.includes_material,
        noteZh: row.note_zh,
        noteEn: row.note_en,
        effectiveFrom: row.effective_from,
        withdrawn: row.withdrawn,
      })
      const items = [...holding.values()].map((item) => ({
        ...item,
        upcoming: (upcoming.get(item.code) ?? []).map(shown),
      }))
      return {
        items: items as z.infer<typeof list>['items'],
        noticeDays: house.rulebook.parameter<number>('price.notice_days', now),
        mayEdit: actingRole(actor, editors) !== null,
      }
    },
  }),
  route({
    method: 'POST',
    path: '/api/prices/:code',
    policy: editors,
    tag: 'prices',
    id: 'prices.set',
    summary: 'A new version of an item; a change of price needs notice',
    params: z.object({ code: z.string().regex(/^[A-Z0-9-]{2,12}$/) }),
    body: newVersion,
    answer: z.object({ code: z.string(), effectiveFrom: z.string() }),
    status: 201,
    writes: true,
    handle: async (asked, house) => {
      const { code } = asked.params
      const { withdrawn, effectiveFrom: wished, ...spec } = asked.body
      const answer = await write(asked, house, async (tx) => {
        const now = house.now()
        const before = house.rulebook.price(code, now) as PriceSpec | null
        const notice = before !== null && dearer(before, spec)
        const earliest = notice ? noticeEnds(now, house.rulebook.parameter('price.notice_days', now)) : now
        const effectiveFrom = wished ?? earliest
        if (effectiveFrom < earliest) {
          throw new Refused({ status: 422, ...refusedPrice.noticeTooShort })
        }
        const written = await tx
          .insertInto('price_items')
          .values({ ...priceRow({ code, ...spec }, effectiveFrom), withdrawn, set_by: asked.actor.id, set_at: now })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        if (written.numInsertedOrUpdatedRows !== 1n) {
          throw new Refused({ status: 409, code: 'sameMoment', says: parameterRefusals.sameMoment })
        }
        await announceRules(tx)
        return { code, effectiveFrom }
      })
      await house.database.asHouse((tx) => house.rulebook.renew(tx))
      return answer
    },
  }),
]

type Priced = Pick<PriceSpec, 'priceFen' | 'secondPriceFen' | 'minimum' | 'includesMaterial'>

/** What the customer pays changes: notice is owed. Better words, or a withdrawn item, need none. */
function dearer(before: Priced, after: Priced): boolean {
  return (
    after.priceFen !== before.priceFen ||
    after.secondPriceFen !== before.secondPriceFen ||
    Number(after.minimum ?? 0) !== Number(before.minimum ?? 0) ||
    after.includesMaterial !== before.includesMaterial
  )
}

/** Midnight in Shanghai after so many whole days of notice. */
const noticeEnds = (now: IsoInstant, days: number): IsoInstant =>
  days === 0 ? now : startOfDay(plusDays(dateOf(now), days))

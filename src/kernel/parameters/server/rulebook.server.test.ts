import { freshDatabase, type FreshDatabase } from '#test/database.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Database, json, openDatabase } from '#kernel/database/database.ts'
import type { PriceSpec } from '#kernel/ledger/price-view.ts'
import { seedPrices } from '#kernel/ledger/server/prices.ts'
import { isServiceTime } from '#lib/working-calendar.ts'
import { declared, declareParameter } from '../declare.ts'
import { kernelParameters } from '../kernel.ts'
import { missingYears, seedCalendar } from './calendar.ts'
import { openRulebook } from './rulebook.ts'

let fresh: FreshDatabase
let database: Database
let now = '2026-11-24T02:00:00.000Z'

const answer = declareParameter({
  key: 'trial.answer_minutes',
  default: 30,
  schema: z.int().min(1),
  unit: 'minutes',
  editableBy: ['CSM'],
  says: { zh: '答复', en: 'answer' },
})

const book = openRulebook(declared(kernelParameters, [answer]), () => now)
const renew = () => database.asHouse((tx) => book.renew(tx))
const set = (key: string, effective_from: string, value: unknown) =>
  database.asHouse((tx) =>
    tx
      .insertInto('parameters')
      .values({ key, effective_from, value: json(value) })
      .execute(),
  )

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase({ connectionString: fresh.url })
})

afterAll(async () => {
  await database.close()
  await fresh.drop()
})

test('a parameter has its default until a version takes effect, and keeps its past', async () => {
  await set('trial.answer_minutes', '2026-03-01T00:00:00.000Z', 45)
  await set('trial.answer_minutes', '2026-12-01T00:00:00.000Z', 60)
  await renew()
  const at = (instant: string) => book.parameter<number>('trial.answer_minutes', instant)
  expect(at('2026-02-28T23:59:59.999Z')).toBe(30)
  expect(at('2026-03-01T00:00:00.000Z')).toBe(45)
  expect(at(now)).toBe(45)
  expect(at('2026-12-01T00:00:00.000Z')).toBe(60)
})

test('an unknown key is a mistake, and a stored value its schema refuses does not count', async () => {
  expect(() => book.parameter('repair.nothing', now)).toThrow(/repair\.nothing/)
  await set('trial.answer_minutes', '2026-04-01T00:00:00.000Z', 'soon')
  await renew()
  expect(book.parameter('trial.answer_minutes', now)).toBe(45)
})

test('the calendar knows holidays and make-up days, and new service hours from the moment they hold', async () => {
  await database.asHouse(seedCalendar)
  await database.asHouse(seedCalendar)
  const hours = { workday: [['10:00', '12:00']], weekend: { 6: [], 7: [] }, holiday: [] }
  await set('calendar.service_hours', '2026-11-25T00:00:00.000Z', hours)
  await renew()
  expect(isServiceTime(book.calendar(), '2026-10-01T02:30:00.000Z')).toBe(false)
  expect(isServiceTime(book.calendar(), '2026-10-10T09:30:00.000Z')).toBe(true)
  expect(book.calendar()).toBe(book.calendar())
  now = '2026-11-25T02:00:00.000Z'
  expect(isServiceTime(book.calendar(), '2026-11-25T03:00:00.000Z')).toBe(true)
  expect(isServiceTime(book.calendar(), '2026-11-25T06:00:00.000Z')).toBe(false)
  expect(await database.asHouse((tx) => missingYears(tx, now))).toEqual([2027])
})

const item = (code: string, priceFen: number, more: Partial<PriceSpec> = {}): PriceSpec => ({
  code,
  nameZh: '玻璃清洁',
  nameEn: 'Clean glass',
  unitZh: '㎡',
  unitEn: 'm²',
  priceFen,
  secondPriceFen: null,
  minutes: null,
  minimum: null,
  includesMaterial: false,
  noteZh: '',
  noteEn: '',
  ...more,
})

test('the price list is entered once; a withdrawn item is gone from the moment it is', async () => {
  const from = '2026-01-01T00:00:00.000Z'
  const items = [
    item('R28', 4_000, { secondPriceFen: 1_000 }),
    item('R37', 3_500, { minimum: '2.500' }),
    item('R43', 500),
  ]
  await database.asHouse((tx) => seedPrices(tx, items, from))
  await database.asHouse((tx) => seedPrices(tx, items, now))
  await renew()
  expect(book.prices(now).map(({ code }) => code)).toEqual(['R28', 'R37', 'R43'])
  expect(book.price('R28', now)).toMatchObject({ priceFen: 4_000, secondPriceFen: 1_000, effectiveFrom: from })
  expect(book.price('R37', now)).toMatchObject({ priceFen: 3_500, minimum: '2.5', includesMaterial: false })
  expect(book.price('R28', '2025-12-31T00:00:00.000Z')).toBeNull()
  await database.asHouse((tx) =>
    tx
      .insertInto('price_items')
      .values({
        code: 'R43',
        effective_from: '2026-12-01T00:00:00.000Z',
        book: 'repair',
        name_zh: '室内玻璃清洁',
        name_en: 'Clean glass',
        unit_zh: '㎡',
        unit_en: 'm²',
        price_fen: 500,
        withdrawn: true,
      })
      .execute(),
  )
  await renew()
  expect(book.price('R43', now)).not.toBeNull()
  expect(book.price('R43', '2026-12-01T00:00:00.000Z')).toBeNull()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#test/house.ts'

const at = '2026-11-24T02:00:00.000Z'
let trial: TestHouse

beforeAll(async () => {
  trial = await testHouse(at)
})

afterAll(() => trial.close())

interface Row {
  readonly key: string
  readonly value: unknown
  readonly mayEdit: boolean
  readonly versions: readonly { readonly holds: string; readonly setBy: string | null }[]
}

async function parameter(key: string, who: 'xu' | 'lin' | 'peng' = 'lin'): Promise<Row | undefined> {
  const { groups } = JSON.parse((await trial.ask(who, 'GET', '/api/parameters')).text) as { groups: { items: Row[] }[] }
  return groups.flatMap(({ items }) => items).find((item) => item.key === key)
}

const price = async (code: string) => {
  const { items } = JSON.parse((await trial.ask(null, 'GET', '/api/prices')).text) as {
    items: { code: string; priceFen: number; upcoming: { priceFen: number }[] }[]
  }
  return items.find((item) => item.code === code)
}

test('money is set by the finance manager, hours by the desk manager, technical keys by the administrator', async () => {
  const set = async (who: 'xu' | 'lin' | 'peng', key: string, value: unknown) =>
    (await trial.ask(who, 'POST', `/api/parameters/${key}`, { value, effectiveFrom: null, reason: '调整' })).status
  expect(await set('lin', 'payment.cash_limit', 300_000)).toBe(403)
  expect(await set('xu', 'payment.cash_limit', 300_000)).toBe(201)
  expect(await set('xu', 'payment.cash_limit', -1)).toBe(400)
  expect(await set('xu', 'payment.cash_limit', 200_000)).toBe(409)
  expect(await set('xu', 'calendar.service_hours', {})).toBe(403)
  expect(
    await set('lin', 'calendar.service_hours', {
      workday: [['18:00', '08:00']],
      weekend: { 6: [], 7: [] },
      holiday: [],
    }),
  ).toBe(400)
  expect(await set('peng', 'auth.staff_totp', 'required')).toBe(201)
  expect(await set('peng', 'payment.cash_limit', 1)).toBe(403)
  expect(await set('xu', 'no.such_key', 1)).toBe(404)
  expect(await parameter('payment.cash_limit')).toMatchObject({
    value: 300_000,
    mayEdit: false,
    versions: [{ holds: 'now', setBy: '徐明慧' }],
  })
  expect(await parameter('payment.cash_limit', 'xu')).toMatchObject({ mayEdit: true })
})

test('a version may wait for its day, and never rewrites the past', async () => {
  const set = (effectiveFrom: string) =>
    trial.ask('lin', 'POST', '/api/parameters/callback.minutes', { value: 45, effectiveFrom, reason: '试行' })
  expect((await set('2026-11-24T09:59:59+08:00')).body).toMatchObject({ code: 'tooEarly' })
  const answer = await set('2026-12-01T00:00:00+08:00')
  expect(answer.status).toBe(201)
  expect(await parameter('callback.minutes')).toMatchObject({ value: 30, versions: [{ holds: 'later' }] })
  trial.setClock('2026-12-01T00:00:00.000Z')
  expect(await parameter('callback.minutes')).toMatchObject({ value: 45, versions: [{ holds: 'now' }] })
  trial.setClock(at)
})

test('the price list is public; a change of price needs thirty days of notice, a withdrawal none', async () => {
  expect(await price('R01')).toMatchObject({ priceFen: 1_500, upcoming: [] })
  const body = {
    nameZh: '更换灯管',
    nameEn: 'Replace tube',
    unitZh: '支',
    unitEn: 'tube',
    priceFen: 1_800,
    secondPriceFen: null,
    minutes: 15,
    minimum: null,
    includesMaterial: false,
    noteZh: '',
    noteEn: '',
    withdrawn: false,
    effectiveFrom: null as string | null,
  }
  const set = (who: 'lin' | 'lu' | 'xu', code: string, more: object = {}) =>
    trial.ask(who, 'POST', `/api/prices/${code}`, { ...body, ...more })
  expect((await set('lu', 'R01')).status).toBe(404)
  expect((await set('xu', 'R01', { effectiveFrom: '2026-12-23T00:00:00+08:00' })).body).toMatchObject({
    code: 'noticeTooShort',
  })
  expect((await set('xu', 'R01')).body).toMatchObject({ effectiveFrom: '2026-12-23T16:00:00.000Z' })
  expect(await price('R01')).toMatchObject({ priceFen: 1_500, upcoming: [{ priceFen: 1_800 }] })
  expect((await set('lin', 'R01', { priceFen: 1_500 })).body).toMatchObject({ effectiveFrom: at })
  expect((await set('lin', 'R45', { priceFen: 900 })).status).toBe(201)
  expect(await price('R45')).toMatchObject({ priceFen: 900 })
  trial.setClock('2026-11-24T02:00:01.000Z')
  expect((await set('lin', 'R45', { priceFen: 900, withdrawn: true })).status).toBe(201)
  expect(await price('R45')).toBeUndefined()
  trial.setClock(at)
})

test('a coming year without holidays is warned of, until the desk manager enters them', async () => {
  const year = async () =>
    JSON.parse((await trial.ask('lu', 'GET', '/api/calendar?year=2027')).text) as { days: unknown[]; missing: number[] }
  expect(await year()).toMatchObject({ days: [], missing: [2027] })
  const set = (who: 'lin' | 'lu', ...days: object[]) => trial.ask(who, 'POST', '/api/calendar', { days })
  const newYear = { day: '2027-01-01', kind: 'holiday', name: '元旦' }
  expect((await set('lu', newYear)).status).toBe(404)
  expect((await set('lin', { ...newYear, day: '2026-11-23' })).body).toMatchObject({ code: 'pastDay' })
  expect((await set('lin', { ...newYear, kind: 'makeup' })).body).toMatchObject({ code: 'makeupOnWeekday' })
  expect((await set('lin', { ...newYear, day: '2027-02-30' })).status).toBe(400)
  expect((await set('lin', newYear, { day: '2027-01-03', kind: 'makeup', name: '元旦' })).body).toMatchObject({
    changed: 2,
  })
  expect(await year()).toMatchObject({ days: [newYear, { day: '2027-01-03', kind: 'makeup' }], missing: [] })
  expect((await set('lin', { ...newYear, kind: 'ordinary' })).status).toBe(200)
  expect(await year()).toMatchObject({ days: [{ day: '2027-01-03' }], missing: [2027] })
})

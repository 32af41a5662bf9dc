import { afterAll, beforeAll, expect, test } from 'vitest'
import { doubled } from '#lib/text.ts'
import { uuidv7 } from '#lib/uuid.ts'
import { freshDatabase, type FreshDatabase } from '#test/database.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import { peopleRoutes } from '#kernel/people/server/routes.ts'
import { browser, contact, customer, hire, type Browser } from '#kernel/people/server/trial-cast.ts'
import { openTrial, type Trial } from '#kernel/people/server/trial-door.ts'
import { customerAt } from './people-at.ts'
import { premisesRoutes } from './routes.ts'

let fresh: FreshDatabase
let trial: Trial
const code: Record<string, string> = {}
const id: Record<string, string> = {}
const signed = new Map<string, Browser>()

const sight = { all: ['CSA', 'ENG', 'CSM'], company: ['TADM'], own: ['TUSR'] }
const repair = { process: { name: 'repair', sight, onPlan: true } } as unknown as LoadedModule

async function as(login: string): Promise<Browser> {
  const one = signed.get(login) ?? browser(trial)
  if (!signed.has(login)) expect((await one.signIn(login)).statusCode).toBe(200)
  signed.set(login, one)
  return one
}

async function buildHouse(): Promise<void> {
  await trial.database.asHouse(async (tx) => {
    await tx
      .insertInto('buildings')
      .values({ code: '1', name_zh: '1号楼', name_en: 'Tower 1', use: 'office' })
      .execute()
    for (const floor of [13, 14])
      await tx.insertInto('floors').values({ building_code: '1', floor, use: 'office' }).execute()
    for (const [at, unit, area] of [
      [13, '1-1301', 2_686_000],
      [13, '1-1302', 1_964_000],
      [14, '1-1401', 2_486_000],
    ] as const) {
      id[unit] = uuidv7(Date.now())
      await tx
        .insertInto('units')
        .values({
          id: id[unit],
          code: unit,
          building_code: '1',
          floor: at,
          use: 'office',
          area_cm2: area,
          report_token: `door-${unit}-0123456789`,
        })
        .execute()
    }
    await tx.insertInto('process_edges').values({ process: 'repair', from_state: '', to_state: 'registered' }).execute()
  })
}

async function openCase(
  number: string,
  customerId: string,
  unit: string,
  more: { priority?: number; due?: string; by?: string } = {},
) {
  const at = trial.house.now()
  await trial.database.asHouse((tx) =>
    tx
      .insertInto('cases')
      .values({
        id: uuidv7(Date.now()),
        process: 'repair',
        number,
        state: 'registered',
        title: '空调漏水',
        customer_id: customerId,
        unit_id: id[unit] ?? null,
        priority: more.priority ?? null,
        due_at: more.due ?? null,
        opened_by: more.by ?? null,
        opened_as: 'staff',
        opened_at: at,
        entered_at: at,
        search: doubled(`${number.toLowerCase()} 空调漏水`),
      })
      .execute(),
  )
}

beforeAll(async () => {
  fresh = await freshDatabase()
  trial = await openTrial(fresh.url, [...peopleRoutes, ...premisesRoutes], [repair])
  await buildHouse()
  id['zhou'] = await hire(trial, 'zhou', '周启明', ['GM'], null)
  id['su'] = await hire(trial, 'su', '苏瑾', ['CSA'], id['zhou'])
  await hire(trial, 'he', '何景川', ['CSS'], id['zhou'])
  await hire(trial, 'li', '李卫东', ['ENG'], id['zhou'], { phone: '19900008888' })
  await hire(trial, 'qiu', '邱诚', ['LEA'], id['zhou'])
  await hire(trial, 'yuan', '袁芳', ['HR'], id['zhou'])
  for (const [short, name, phone] of [
    ['绿屿', '绿屿证券投资咨询有限公司', '19900001001'],
    ['砚溪', '北京砚溪律师事务所', '19900002001'],
  ] as const) {
    const made = await customer(trial, name, short)
    code[short] = made.code
    id[short] = made.id
    id[`${short}甲`] = await contact(trial, made.id, `${short}甲`, phone, ['TADM'], ['authorised'])
  }
  const leasing = await as('qiu')
  const lease = (short: string, units: string[], contract: string) =>
    leasing.ask('POST', `/api/customers/${code[short]}/tenancies`, {
      contract,
      starts: '2025-01-01',
      ends: '2027-12-31',
      units,
    })
  await lease('绿屿', ['1-1301'], 'L-1')
  await lease('砚溪', ['1-1401'], 'L-1')
  await openCase('GW-2026-0412', id['绿屿'] ?? '', '1-1301', { priority: 2, by: id['绿屿甲'] ?? '' })
  await openCase('GW-2026-0413', id['绿屿'] ?? '', '1-1301', { priority: 3, due: '2026-11-24T01:00:00.000Z' })
  await openCase('GW-2026-0414', id['砚溪'] ?? '', '1-1401', { priority: 1 })
})
afterAll(async () => {
  await trial.close()
  await fresh.drop()
})

test('a unit is let once at a time, units must exist, leases end after they start', async () => {
  const leasing = await as('qiu')
  const lease = async (body: object) => {
    const answer = await leasing.ask('POST', `/api/customers/${code['砚溪']}/tenancies`, {
      contract: 'L-2',
      starts: '2026-01-01',
      ends: '2026-12-31',
      units: ['1-1302'],
      ...body,
    })
    return [answer.statusCode, answer.json().code]
  }
  expect(await lease({ units: ['1-1301'] })).toEqual([409, 'unitTaken'])
  expect(await lease({ units: ['1-1909'] })).toEqual([422, 'unitUnknown'])
  expect(await lease({ ends: '2025-12-31' })).toEqual([422, 'endsBeforeStart'])
  expect(await lease({ contract: 'L-1' })).toEqual([409, 'contractTaken'])
})

test('who rents a unit depends on the day', async () => {
  const at = (unit: string, day: string) => trial.database.asHouse((tx) => customerAt(tx, id[unit] ?? '', day))
  expect(await at('1-1301', '2026-11-24')).toBe(id['绿屿'])
  expect(await at('1-1301', '2027-12-31')).toBe(id['绿屿'])
  expect(await at('1-1301', '2028-01-01')).toBeNull()
  expect(await at('1-1302', '2026-11-24')).toBeNull()
})

test('customers are found by name, pinyin, initials, unit and the caller’s number', async () => {
  const assistant = await as('su')
  const find = async (q: string) =>
    (await assistant.ask('GET', `/api/customers?q=${encodeURIComponent(q)}`))
      .json()
      .rows.map((row: { code: string }) => row.code)
  for (const q of ['绿屿', '证券', 'lvyu', 'LVYU', 'lyzq', '1-1301', '1#1301', '11301', '1001', '19900001001']) {
    expect([q, await find(q)]).toEqual([q, [code['绿屿']]])
  }
  expect(await find('没有这样的公司')).toEqual([])
  expect(await find('%')).toEqual([])
})

test('the card shows leases and notes to who may see them, and what is missing among the contacts', async () => {
  const full = (await (await as('su')).ask('GET', `/api/customers/${code['绿屿']}`)).json()
  expect(full).toMatchObject({
    units: ['1-1301'],
    leaseEnds: '2027-12-31',
    gaps: ['emergency', 'fireSafety'],
    open: [{ process: 'repair', count: 2 }],
  })
  expect(full.more.tenancies).toMatchObject([{ contract: 'L-1', units: [{ code: '1-1301', areaCm2: 2_686_000 }] }])
  expect(full.last).toHaveLength(2)
  const limited = (await (await as('li')).ask('GET', `/api/customers/${code['绿屿']}`)).json()
  expect(limited).toMatchObject({
    units: ['1-1301'],
    leaseEnds: null,
    more: null,
    contactsMasked: true,
    may: { edit: false },
  })
  expect(limited.contacts[0].phone).toBe('199****1001')
  expect((await (await as('yuan')).ask('GET', `/api/customers/${code['绿屿']}`)).statusCode).toBe(403)
})

test('a customer sees his own card without the notes of the house, and no other card', async () => {
  const own = await as('19900001001')
  const card = (await own.ask('GET', `/api/customers/${code['绿屿']}`)).json()
  expect(card.more.note).toBe('')
  expect((await own.ask('GET', `/api/customers/${code['砚溪']}`)).statusCode).toBe(404)
  expect((await own.ask('GET', '/api/customers')).json().rows).toHaveLength(1)
  expect((await own.ask('GET', '/api/units/1-1301')).json().open).toHaveLength(2)
  expect((await own.ask('GET', '/api/units/1-1401')).statusCode).toBe(404)
  expect((await own.ask('GET', '/api/stacking')).statusCode).toBe(403)
})

test('only CSA and LEA enter customers, CSS changes them, and every customer goes to an assistant', async () => {
  const body = { name: '新来（北京）有限公司', shortName: '新来', kind: 'tenant' }
  expect((await (await as('he')).ask('POST', '/api/customers', body)).statusCode).toBe(403)
  const made = (await (await as('qiu')).ask('POST', '/api/customers', body)).json()
  expect(made.code).toBe('T003')
  expect((await (await as('he')).ask('PUT', `/api/customers/${made.code}`, { ...body, vip: true })).statusCode).toBe(
    200,
  )
  const hand = async (csaId: string | undefined) =>
    (await (await as('he')).ask('PUT', `/api/customers/${made.code}/portfolio`, { csaId })).statusCode
  expect(await hand(id['zhou'])).toBe(422)
  expect(await hand(id['su'])).toBe(200)
  expect((await (await as('su')).ask('GET', `/api/customers?csa=${id['su']}`)).json().rows).toMatchObject([
    { code: 'T003', vip: true },
  ])
})

test('the code on a door tells where one is and nothing of the tenant', async () => {
  const answer = await browser(trial).ask('GET', '/api/door/door-1-1301-0123456789')
  expect(answer.json()).toEqual({ building: { nameZh: '1号楼', nameEn: 'Tower 1' }, unit: '1-1301' })
  expect((await browser(trial).ask('GET', '/api/door/door-1-1301-0123456780')).statusCode).toBe(404)
})

test('the stacking plan shows every unit, its tenant, its part of the floor and its gravest open case', async () => {
  const { towers } = (await (await as('su')).ask('GET', '/api/stacking')).json()
  expect(towers).toMatchObject([{ code: '1', areaCm2: 7_136_000, letCm2: 5_172_000 }])
  const [top, below] = towers[0].floors
  expect(top.units).toMatchObject([{ code: '1-1401', share: 1, tenant: { shortName: '砚溪' }, open: 1, worst: 'P1' }])
  expect(below.units).toMatchObject([
    { code: '1-1301', share: 0.5776, leaseEnds: '2027-12-31', open: 2, worst: 'overdue' },
    { code: '1-1302', tenant: null, leaseEnds: null, open: 0, worst: null },
  ])
})

test('the search field finds customers, units, cases and people, each the likeliest first', async () => {
  const assistant = await as('su')
  const find = async (q: string) => (await assistant.ask('GET', `/api/search?q=${encodeURIComponent(q)}`)).json()
  expect((await find('1号楼1301')).units).toMatchObject([
    { code: '1-1301', tenant: { shortName: '绿屿' }, why: 'exact' },
  ])
  expect((await find('1号楼1301')).customers).toMatchObject([{ shortName: '绿屿', why: 'unit' }])
  expect((await find('lyzq')).customers).toMatchObject([{ shortName: '绿屿', why: 'initials' }])
  expect((await find('gw-2026-0412')).cases).toMatchObject([{ number: 'GW-2026-0412', why: 'exact' }])
  expect((await find('0412')).cases).toMatchObject([{ number: 'GW-2026-0412', customer: '绿屿' }])
  expect((await find('漏水')).cases).toHaveLength(3)
  expect((await find('8888')).people).toMatchObject([{ name: '李卫东', kind: 'staff', why: 'phone' }])
  expect((await find('2001')).customers).toMatchObject([{ shortName: '砚溪', why: 'phone' }])
  expect((await find('lwd')).people).toMatchObject([{ name: '李卫东', why: 'initials' }])
  expect((await find('苏')).people).toMatchObject([{ name: '苏瑾', why: 'prefix' }])
  expect(await find('a')).toEqual({ customers: [], units: [], cases: [], people: [] })
})

test('what one may not see is not found either', async () => {
  const find = async (login: string, q: string) =>
    (await (await as(login)).ask('GET', `/api/search?q=${encodeURIComponent(q)}`)).json()
  expect(await find('19900001001', '砚溪')).toEqual({ customers: [], units: [], cases: [], people: [] })
  expect(await find('19900001001', '1-1401')).toEqual({ customers: [], units: [], cases: [], people: [] })
  expect((await find('19900001001', '漏水')).cases).toHaveLength(2)
  expect((await find('19900001001', '苏瑾')).people).toEqual([])
  expect((await find('19900001001', '绿屿')).people).toMatchObject([{ name: '绿屿甲', customer: code['绿屿'] }])
  const personnel = await find('yuan', '绿屿')
  expect(personnel).toEqual({ customers: [], units: [], cases: [], people: [] })
  expect((await find('yuan', '漏水')).cases).toEqual([])
})

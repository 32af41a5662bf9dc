import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from '#kernel/process/view.ts'
import { type Somebody, type TestHouse, testHouse } from '#test/house.ts'
import { callBack, charged, type Desk, deskOf, finished } from '#test/repair-desk.ts'
import type { FigureCase, FigureMonth, FigureView } from './rules.ts'
import type { FigureKey } from './words/figures.ts'

/* M1 to M9 from repairs that went through the HTTP door, the clock turned by hand. */

let here: TestHouse
let desk: Desk
const numbers: Record<string, string> = {}
const morning = '2026-11-23T01:00:00.000Z'

const months = new Map<string, FigureMonth>()
async function figure(key: FigureKey, month = '2026-11', who: Somebody = 'lin'): Promise<FigureView> {
  const known = months.get(`${who} ${month}`)
  const answer = known ?? ((await here.ask(who, 'GET', `/api/figures/${month}`)).body as unknown as FigureMonth)
  months.set(`${who} ${month}`, answer)
  const found = answer.items.find((one) => one.key === key)
  if (!found) throw new Error(`${who} sees no ${key}`)
  return found
}
const cases = async (key: FigureKey, query = '', month = '2026-11'): Promise<Page<FigureCase>> =>
  (await here.ask('lin', 'GET', `/api/figures/${month}/${key}${query}`)).body as unknown as Page<FigureCase>
const named = (page: Page<FigureCase>) => page.items.map((one) => one.case.number).toSorted()
const these = (...names: string[]) => names.map((name) => numbers[name] ?? name).toSorted()

const at = (clock: string, day = '23') => here.setClock(`2026-11-${day}T${clock}:00.000Z`)
const soon = (minutes: number) => new Date(Date.parse(here.house.now()) + minutes * 60_000).toISOString()

/** A P2 slip of a company, given to engineering after so many minutes. */
async function given(name: string, minutes: number, more: object = {}): Promise<string> {
  const times = { appointmentStart: soon(5), appointmentEnd: soon(60) }
  const number = await desk.open('lu', { priority: 'P2', ...times, ...more })
  numbers[name] = number
  await here.pass(minutes)
  await desk.step('lu', number, 'deliver', {})
  return number
}
async function worked(number: string, accept: number, arrive: number, work: number): Promise<void> {
  await here.pass(accept)
  await desk.step('wang', number, 'accept', {})
  await here.pass(arrive)
  await desk.step('wang', number, 'arrive', { companion: here.id.su })
  await desk.step('wang', number, 'begin')
  await here.pass(work)
  await desk.step('wang', number, 'finish', finished)
}
const sign = (number: string) =>
  desk.step('qin', number, 'sign', { signatureMethod: 'platform', signedBy: '秦澜', satisfaction: 'satisfied' })

beforeAll(async () => {
  here = await testHouse('2026-10-30T01:00:00.000Z')
  desk = deskOf(here)
  // Carried into November, and finished in it.
  await given('carried', 2, { category: 'doors', pricing: 'free', freeReason: 'ours' })
  here.setClock(morning)
  // Everything in time, 3 + 6 + 40 minutes after the two of the desk: 51 in all.
  const quick = await given('quick', 2)
  await worked(quick, 3, 6, 40)
  await sign(quick)
  await desk.step('lu', quick, 'callBack', callBack)
  // Late at every step, 60 minutes on hold, finished 236 minutes after the report, and not to the customer's liking.
  at('06:00')
  const slow = await given('slow', 6, { category: 'plumbing', pricing: 'free', freeReason: 'ours' })
  await here.pass(20)
  await desk.step('wang', slow, 'accept', {})
  await here.pass(30)
  await desk.step('wang', slow, 'arrive', { companion: here.id.su })
  await desk.step('wang', slow, 'begin')
  await desk.step('wang', slow, 'suspend', {
    reason: 'awaitMaterial',
    expectedAt: soon(60),
    note: '等配件',
    customerTold: true,
  })
  await here.pass(60)
  await desk.step('wang', slow, 'resume')
  await here.pass(120)
  await desk.step('wang', slow, 'finish', finished)
  await sign(slow)
  await desk.step('lu', slow, 'callBack', { ...callBack, conclusion: 'dissatisfied', handling: '次日返修' })
  await desk.step('lu', slow, 'reopen', { reason: '仍滴水' })
  // The same unit and category once more, five days after the quick one was finished; nobody has accepted it.
  at('01:00', '28')
  await given('again', 2)
  const dropped = await desk.open('lu', { priority: 'P2', appointmentStart: soon(5), appointmentEnd: soon(60) })
  numbers.dropped = dropped
  await desk.step('lu', dropped, 'cancel', { reason: '重复登记' })
  // The one from October.
  await worked(numbers.carried ?? '', 0, 5, 5)
  // Paid the next working day, and billed but never paid.
  at('01:00', '16')
  const paid = await charged(here, 'billed')
  numbers.paid = paid
  at('02:00', '17')
  const { unpaidFen } = await desk.read('yao', paid)
  await desk.step('yao', paid, 'collect', { method: 'cash', payer: '秦澜', amountFen: unpaidFen, reference: '' })
  at('03:00', '17')
  numbers.owed = await charged(here, 'billed')
  at('02:00', '29')
})
afterAll(() => here.close())

test('M1: accepted within the limit of those delivered in the month; the carried one was delivered before it', async () => {
  expect(await figure('m1')).toMatchObject({ hits: 3, of: 5, value: 60, target: 98 })
  expect(named(await cases('m1', '?hit=yes'))).toEqual(these('quick', 'paid', 'owed'))
  expect(named(await cases('m1', '?hit=no'))).toEqual(these('slow', 'again'))
})

test('M2: arrived in time of those whose arrival was due; who is on his way too late counts', async () => {
  expect(named(await cases('m2', '?hit=no'))).toEqual(these('slow'))
  expect(await figure('m2')).toMatchObject({ hits: 4, of: 5, value: 80 })
})

test('M3: finished in time, the pause deducted; what nobody has finished is late as soon as its time is up', async () => {
  expect(named(await cases('m3', '?hit=yes'))).toEqual(these('quick', 'paid', 'owed'))
  expect(named(await cases('m3', '?hit=no'))).toEqual(these('slow', 'again'))
  expect(await figure('m3', '2026-10')).toMatchObject({ hits: 0, of: 1, value: 0 })
})

test('M4: finished of what was opened or carried in, the cancelled one left out', async () => {
  expect(await figure('m4')).toMatchObject({ hits: 5, of: 6, value: 83.33, last: 0 })
  expect(named(await cases('m4', '?hit=no'))).toEqual(these('again'))
})

test('M5: reworked, or reported again within seven days for the same unit and category, of those finished', async () => {
  expect(named(await cases('m5', '?hit=yes'))).toEqual(these('quick', 'slow', 'paid'))
  expect(named(await cases('m5', '?hit=no'))).toEqual(these('carried', 'owed'))
  expect(await figure('m5')).toMatchObject({ hits: 3, of: 5, value: 60, target: 3 })
})

test('M6: real answers of the slips signed', async () => {
  expect(await figure('m6r')).toMatchObject({ hits: 4, of: 4, value: 100, last: null })
})

test('M7: satisfied and acceptable of the valid answers', async () => {
  expect(await figure('m7')).toMatchObject({ hits: 3, of: 4, value: 75 })
  expect(named(await cases('m7', '?hit=no'))).toEqual(these('slow'))
})

test('M8: mean, median and P90 from report to finish, gross and net of the pause, by category', async () => {
  const view = await figure('m8')
  const plumbing = view.parts.find(({ part }) => part === 'plumbing')
  expect(plumbing).toMatchObject({ of: 1, value: 236, gross: { mean: 236, median: 236, p90: 236 } })
  expect(plumbing?.net).toEqual({ mean: 176, median: 176, p90: 176 })
  expect(view.parts.find(({ part }) => part === 'airCon')?.gross?.mean).toBe(51)
  const list = await cases('m8')
  const minutes = list.items.map((one) => one.value ?? 0)
  expect(view.gross?.mean).toBeCloseTo(minutes.reduce((sum, one) => sum + one, 0) / minutes.length, 6)
  expect(view.of).toBe(list.count)
})

test('M9: what repairs brought, and paid within five working days of those billed', async () => {
  expect((await figure('m9a')).value).toBe((await cases('m9a')).items.reduce((sum, one) => sum + (one.value ?? 0), 0))
  expect(await figure('m9p')).toMatchObject({ hits: 1, of: 2, value: 50 })
  expect(named(await cases('m9p', '?hit=yes'))).toEqual(these('paid'))
})

test('every figure equals the list behind it, whole and by part', async () => {
  const { items } = (await here.ask('lin', 'GET', '/api/figures/2026-11')).body as unknown as FigureMonth
  for (const one of items) {
    const [all, counted] = [await cases(one.key), await cases(one.key, '?hit=yes')]
    expect([one.key, counted.count]).toEqual([one.key, one.hits])
    if (!['m10t', 'm10a'].includes(one.key)) expect([one.key, all.count]).toEqual([one.key, one.of])
    expect(all.items.length).toBe(all.count)
    for (const part of one.parts) {
      const some = await cases(one.key, `?part=${part.part}`)
      expect([one.key, part.part, some.count]).toEqual([one.key, part.part, part.of])
    }
  }
})

test('a month in which nothing happened has nothing to divide by', async () => {
  for (const key of ['m1', 'm2', 'm3', 'm5', 'm6r', 'm7', 'm8', 'm9p'] as const)
    expect([key, (await figure(key, '2026-08')).value]).toEqual([key, null])
})

test('a head sees the figures of his department only, and staff without a department to lead none', async () => {
  const keys = async (who: Somebody) =>
    ((await here.ask(who, 'GET', '/api/figures/2026-11')).body as unknown as FigureMonth).items.map(({ key }) => key)
  expect(await keys('gao')).toEqual(expect.arrayContaining(['m1', 'm5', 'm16']))
  expect(await keys('gao')).not.toEqual(expect.arrayContaining(['m11']))
  expect((await keys('xu')).filter((key) => key.startsWith('m9'))).toEqual(['m9a', 'm9p'])
  expect((await here.ask('gao', 'GET', '/api/figures/2026-11/m11')).status).toBe(404)
  for (const who of ['lu', 'wang', 'yao', 'qin', null] as const)
    for (const path of ['2026-11', '2026-11/m1', '2026-11/export.xlsx', '2026-11/m1/export.xlsx'])
      expect([who, path, (await here.ask(who, 'GET', `/api/figures/${path}`)).status]).toEqual([
        who,
        path,
        who === null ? 401 : 404,
      ])
})

test('the table and each list go out as spreadsheets', async () => {
  for (const path of ['2026-11/export.xlsx', '2026-11/m8/export.xlsx', '2026-11/m9a/export.xlsx?hit=yes'])
    for (const language of ['zh', 'en']) {
      const answer = await here.ask('lin', 'GET', `/api/figures/${path}`, undefined, { 'accept-language': language })
      expect([path, answer.status, answer.text.startsWith('PK')]).toEqual([path, 200, true])
    }
})

test('what is no month and no figure is not found', async () => {
  for (const path of ['2026-13', '26-11', '2026-11/m99', '2026-11/__proto__'])
    expect([path, (await here.ask('lin', 'GET', `/api/figures/${path}`)).status]).toEqual([path, 404])
  expect((await here.ask('lin', 'GET', '/api/figures/2026-11/m1?after=x')).status).toBe(400)
})

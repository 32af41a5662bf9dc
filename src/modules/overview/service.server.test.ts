import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView, LinkedView, Page } from '#kernel/process/view.ts'
import { type Somebody, type TestHouse, testHouse } from '#test/house.ts'
import { report } from '#test/complaint.ts'
import type { FigureCase, FigureMonth, FigureView } from './rules.ts'
import type { QualityMonth, TodayView } from './slip.ts'
import type { FigureKey } from './words/figures.ts'

/* M10 to M16, M28 and M34 from complaints, service slips, corrective actions, opinions and messages through the door. */

let here: TestHouse
const numbers: Record<string, string> = {}
const these = (...names: string[]): string[] => names.map((name) => numbers[name] ?? name).toSorted()

const set = (day: string, clock: string) => here.setClock(`2026-11-${day}T${clock}:00.000Z`)
const plus = (minutes: number) => new Date(Date.parse(here.house.now()) + minutes * 60_000).toISOString()

async function open(who: Somebody, process: string, input: object): Promise<CaseView> {
  const header = { customerId: here.customer.chengji, unitId: here.unit['1-1701'] ?? null, contactId: null }
  const answer = await here.ask(who, 'POST', `/api/${process}`, { header, input })
  if (answer.status !== 201) throw new Error(`${who} opens ${process}: ${answer.text}`)
  return answer.body as unknown as CaseView
}
async function step(who: Somebody, process: string, number: string, action: string, input?: object): Promise<CaseView> {
  const row = await here.house.database.asHouse((tx) =>
    tx.selectFrom('cases').select('version').where('number', '=', number).executeTakeFirstOrThrow(),
  )
  const body = { version: row.version, ...(input === undefined ? {} : { input }) }
  const answer = await here.ask(who, 'POST', `/api/${process}/${number}/${action}`, body)
  if (answer.status !== 200) throw new Error(`${who} ${action} ${number}: ${answer.text}`)
  return answer.body as unknown as CaseView
}
const down = (view: CaseView, process: string): LinkedView => {
  const found = view.linked.find((one) => one.way === 'down' && one.process === process)
  if (!found) throw new Error(`nothing of ${process} was raised`)
  return found
}

/** Taken at the desk, engineering asked; gives the complaint, its service slip and its corrective action. */
async function dispatched(name: string, more: object = {}) {
  const complaint = await open('lu', 'complaint', { ...report, occurredAt: plus(-5), ...more })
  numbers[name] = complaint.number
  await step('lu', 'complaint', complaint.number, 'take')
  const sent = await step('lu', 'complaint', complaint.number, 'dispatch', {
    serviceSlips: [{ department: 'engineering', requiredBy: plus(60), content: '恢复会议室制冷' }],
  })
  return {
    number: complaint.number,
    slip: down(sent, 'service-slip').number,
    plan: down(sent, 'corrective-action').number,
  }
}
async function solved(one: { number: string; slip: string; plan: string }) {
  await step('gao', 'service-slip', one.slip, 'accept')
  await step('gao', 'service-slip', one.slip, 'finish', { result: '阀门已更换' })
  await step('gao', 'corrective-action', one.plan, 'submitPlan', {
    causes: ['machine'],
    causeText: '阀门卡死',
    responsible: '王志勇',
    corrective: '更换阀门',
    correctiveBy: plus(1440).slice(0, 10),
    preventive: '每日巡检阀门',
    preventiveBy: plus(2880).slice(0, 10),
  })
  await step('gao', 'complaint', one.number, 'resolve', { result: '阀门已更换', notOnSite: '客户要求先修后看' })
}
const heard = { how: 'phone', spokeWith: 'Ms Tan', timeliness: 4, attitude: 5, quality: 5, opinion: '', handling: '' }

beforeAll(async () => {
  here = await testHouse('2026-11-09T01:00:00.000Z')
  // Solved in 70 minutes, accepted, closed in the first round; the corrective action was effective.
  const good = await dispatched('good')
  await here.pass(70)
  await solved(good)
  await step('lu', 'service-slip', good.slip, 'verify', {})
  await step('lu', 'complaint', good.number, 'confirm', { answer: '阀门已更换，会议室已恢复。' })
  await step('lin', 'corrective-action', good.plan, 'acceptPlan')
  await step('lu', 'complaint', good.number, 'callBack', { ...heard, conclusion: 'satisfied' })
  numbers.slipLate = good.slip
  // Nobody solves it: up to the manager after two hours, to the property manager at six, accepted the same day.
  set('10', '01:00')
  const bad = await dispatched('bad')
  numbers.slipOpen = bad.slip
  await here.pass(125)
  await here.pass(9 * 60 - 120)
  await here.pass(0)
  const { body } = await here.ask('shen', 'GET', '/api/escalations')
  for (const one of (body as unknown as { items: { id: string; acceptedAt: string | null }[] }).items)
    if (one.acceptedAt === null)
      await here.ask('shen', 'POST', `/api/escalations/${one.id}/accept`, { instruction: '今晚解决。' })
  // Not affecting anybody directly, and called off.
  set('11', '01:00')
  numbers.mild = (
    await open('lu', 'complaint', { ...report, occurredAt: plus(-5), direct: false, category: 'greenery' })
  ).number
  numbers.void = (await open('lu', 'complaint', { ...report, occurredAt: plus(-5), category: 'mail' })).number
  await step('lin', 'complaint', numbers.void ?? '', 'cancel', { reason: '重复登记' })
  // An opinion answered in time; a message handed over late.
  const opinion = await open('lu', 'opinion', {
    source: 'phone',
    kind: 'opinion',
    content: '大堂灯光偏暗',
    reporterName: '秦澜',
  })
  await step('lu', 'opinion', opinion.number, 'classify', {
    kind: 'opinion',
    topic: 'other',
    department: 'engineering',
  })
  await step('lu', 'opinion', opinion.number, 'send', {})
  await here.pass(60)
  await step('gao', 'opinion', opinion.number, 'answer', { answer: '已调亮大堂灯光。' })
  const message = await open('ye', 'message', {
    addressee: 'tenant',
    wantedName: '秦澜',
    wantedCompany: '澄霁信息',
    wantedExtension: '8001',
    callerName: '王小明',
    callerCompany: '某公司',
    callerPhone: '13800000000',
    numberReadBack: true,
    matter: '请回电',
    wish: 'pleaseCall',
  })
  numbers.message = message.number
  await here.pass(15)
  await step('ye', 'message', message.number, 'handOver', { how: 'inPerson', receivedBy: '秦澜' })
  set('18', '01:00')
  await step('gao', 'corrective-action', good.plan, 'implement', { implementation: '已更换', evidence: '维修记录' })
  set('30', '09:00')
  await step('lin', 'corrective-action', good.plan, 'verify', { effect: 'effective', verifyNote: '未再发生' })
  set('30', '10:00')
})
afterAll(() => here.close())

const month = async (who: Somebody = 'lin') =>
  (await here.ask(who, 'GET', '/api/figures/2026-11')).body as unknown as FigureMonth
let table: FigureMonth | null = null
const figure = async (key: FigureKey): Promise<FigureView | undefined> => {
  table ??= await month()
  return table.items.find((one) => one.key === key)
}
const cases = async (key: FigureKey, query = '', who: Somebody = 'lin'): Promise<Page<FigureCase>> =>
  (await here.ask(who, 'GET', `/api/figures/2026-11/${key}${query}`)).body as unknown as Page<FigureCase>
const named = (page: Page<FigureCase>) => page.items.map((one) => one.case.number).toSorted()

test('M10: complaints of the month, per live tenancy and per 10,000 m² let; the cancelled one is none', async () => {
  expect(await figure('m10n')).toMatchObject({ hits: 3, value: 3 })
  expect(named(await cases('m10n'))).toEqual(these('good', 'bad', 'mild'))
  expect(await figure('m10t')).toMatchObject({ hits: 3, of: 2, value: 150, target: 2 })
  expect(await figure('m10a')).toMatchObject({ hits: 3, of: 805.8, value: 37.23 })
})

test('M11: solved within two hours of those with direct impact', async () => {
  expect(await figure('m11')).toMatchObject({ hits: 1, of: 2, value: 50, target: 90 })
  expect(named(await cases('m11', '?hit=yes'))).toEqual([numbers.good])
})

test('M12: solved, and closed satisfied, of those registered', async () => {
  expect(await figure('m12s')).toMatchObject({ hits: 1, of: 3, value: 33.33 })
  expect(await figure('m12c')).toMatchObject({ hits: 1, of: 3, value: 33.33 })
})

test('M13: up to the manager, up to the property manager, and accepted by him the same day', async () => {
  expect(named(await cases('m13a', '?hit=yes'))).toContain(numbers.bad)
  expect(named(await cases('m13b', '?hit=yes'))).toContain(numbers.bad)
  expect(named(await cases('m13a', '?hit=yes'))).not.toContain(numbers.good)
  expect(named(await cases('m13s', '?hit=yes'))).toEqual([numbers.bad])
})

test('M14 and M6: satisfied the first time, and asked at all', async () => {
  expect(await figure('m14')).toMatchObject({ hits: 1, of: 1, value: 100 })
  expect(await figure('m6c')).toMatchObject({ hits: 1, of: 1, value: 100 })
})

test('M15: corrective actions verified effective, and those that missed a promise', async () => {
  expect(await figure('m15')).toMatchObject({ hits: 1, of: 1, value: 100 })
  expect((await figure('m15'))?.parts.map(({ part }) => part)).toEqual(['engineering'])
  expect((await figure('m15o'))?.value).toBeGreaterThan(0)
})

test('M16: service slips finished in time, by department', async () => {
  expect(await figure('m16')).toMatchObject({ hits: 0, of: 2, value: 0 })
  expect(named(await cases('m16', '?hit=no'))).toEqual(these('slipLate', 'slipOpen'))
})

test('M28 and M34: opinions answered and messages handed over in time', async () => {
  expect(await figure('m28')).toMatchObject({ hits: 1, of: 1, value: 100 })
  expect(await figure('m34')).toMatchObject({ hits: 0, of: 1, value: 0 })
  expect(named(await cases('m34'))).toEqual([numbers.message])
})

test('every figure equals the list behind it, for the manager and for a head', async () => {
  for (const who of ['lin', 'gao'] as const)
    for (const one of (await month(who)).items) {
      const [all, counted] = [await cases(one.key, '', who), await cases(one.key, '?hit=yes', who)]
      expect([who, one.key, counted.count, counted.items.length]).toEqual([who, one.key, one.hits, one.hits])
      if (!['m10t', 'm10a'].includes(one.key)) expect([who, one.key, all.count]).toEqual([who, one.key, one.of])
      for (const part of one.parts)
        expect([one.key, part.part, (await cases(one.key, `?part=${part.part}`, who)).count]).toEqual([
          one.key,
          part.part,
          part.of,
        ])
    }
})

const quality = async (who: Somebody) =>
  (await here.ask(who, 'GET', '/api/quality/2026-11')).body as unknown as QualityMonth
const score = { complaints: 20, serviceSlips: 15, patrols: 22, survey: 18, comment: '服务单两次超时，望改进。' }
const sign = (who: Somebody, department: string, version: number, more: object = {}) =>
  here.ask(who, 'POST', `/api/quality/2026-11/${department}`, { version, ...score, ...more })
const note = (who: Somebody, department: string, version: number) =>
  here.ask(who, 'POST', `/api/quality/2026-11/${department}/note`, { version, remark: '请工程部整改' })

test('the quality page shows what a month says of security, engineering and cleaning', async () => {
  const { items } = await quality('lin')
  expect(items.map(({ department }) => department)).toEqual(['security', 'engineering', 'cleaning'])
  const engineering = items[1]
  expect(engineering?.figures.find(({ key }) => key === 'qComplaints')).toMatchObject({ value: 2 })
  expect(engineering?.figures.find(({ key }) => key === 'm16')).toMatchObject({ hits: 0, of: 2, value: 0 })
  expect(engineering?.missed).toBeGreaterThan(0)
  expect(items[0]?.figures.find(({ key }) => key === 'm16')).toMatchObject({ of: 0, value: null })
  expect((await quality('gao')).items.map(({ department }) => department)).toEqual(['engineering'])
})

test('the manager signs, may sign again, and the property manager notes; then it stands', async () => {
  expect((await sign('lin', 'engineering', 0)).status).toBe(201)
  expect((await sign('lin', 'engineering', 0)).body).toMatchObject({ code: 'stale' })
  expect((await sign('lin', 'engineering', 1, { patrols: 25 })).status).toBe(201)
  expect((await note('shen', 'engineering', 1)).body).toMatchObject({ code: 'stale' })
  expect((await note('shen', 'security', 1)).body).toMatchObject({ code: 'nothingToNote' })
  expect((await note('shen', 'engineering', 2)).status).toBe(200)
  expect((await note('shen', 'engineering', 2)).body).toMatchObject({ code: 'alreadyNoted' })
  expect((await sign('lin', 'engineering', 2)).body).toMatchObject({ code: 'alreadyNoted' })
  const sheet = (await quality('gao')).items[0]?.sheet
  expect(sheet).toMatchObject({ total: 78, version: 2, signedBy: '林若溪', notedBy: '沈维岳', remark: '请工程部整改' })
})

test('only the manager scores and only the property manager notes; a score has bounds and a comment', async () => {
  for (const who of ['shen', 'gao', 'he', 'lu', 'qin'] as const)
    expect([who, (await sign(who, 'cleaning', 0)).status]).toEqual([who, 404])
  for (const who of ['lin', 'gao', 'zhou'] as const)
    expect([who, (await note(who, 'engineering', 2)).status]).toEqual([who, 404])
  for (const who of ['he', 'lu', 'feng', 'xu', 'tao'] as const)
    expect([who, (await here.ask(who, 'GET', '/api/quality/2026-11')).status]).toEqual([who, 404])
  for (const wrong of [
    { survey: 26 },
    { patrols: -1 },
    { comment: '' },
    { complaints: 1.5 },
    { version: -1 },
    { more: 1 },
  ])
    expect([wrong, (await sign('lin', 'cleaning', 0, wrong)).status]).toEqual([wrong, 400])
  expect((await sign('lin', 'customerService', 0)).status).toBe(404)
  const later = await here.ask('lin', 'POST', '/api/quality/2026-12/cleaning', { version: 0, ...score })
  expect(later.body).toMatchObject({ code: 'notBegun' })
})

test('a signed sheet cannot be changed in the table either', async () => {
  const change = here.house.database.asHouse((tx) => tx.updateTable('quality_scores').set({ survey: 1 }).execute())
  await expect(change).rejects.toThrow(/sign a new one/)
  const gone = here.house.database.asHouse((tx) => tx.deleteFrom('quality_scores').execute())
  await expect(gone).rejects.toThrow(/permission denied/)
})

test('the strip of today counts what burns, for managers only', async () => {
  const today = (await here.ask('lin', 'GET', '/api/today')).body as unknown as TodayView
  expect(today).toMatchObject({ complaints: 2, next: { process: 'complaint' } })
  expect(today.serviceSlips).toBeGreaterThan(0)
  for (const who of ['he', 'lu', 'gao', 'qin'] as const)
    expect([who, (await here.ask(who, 'GET', '/api/today')).status]).toEqual([who, 404])
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { departmentDesk, type DepartmentDesk } from '#test/department-desk.ts'
import { type TestHouse, testHouse } from '#test/house.ts'

/* Corrective actions through the HTTP door: raised, planned, accepted, done, verified, and late. */

let here: TestHouse
let desk: DepartmentDesk
const nine = '2026-11-23T01:00:00.000Z'
const found = { department: 'engineering', source: 'inspection', kind: 'lift', fact: '二号客梯平层偏差超标，两次' }
const plan = {
  causes: ['machine', 'method'],
  causeText: '平层感应器松动；月检未列入',
  responsible: '王志勇',
  corrective: '紧固并校正感应器',
  correctiveBy: '2026-11-24',
  preventive: '列入月检表',
  preventiveBy: '2026-11-27',
  generalisation: '全部客梯',
}
const evidence = { implementation: '已紧固校正，月检表已改', evidence: '月检表 11 月版' }

beforeAll(async () => {
  here = await testHouse(nine)
  desk = departmentDesk(here, 'corrective-action')
})
beforeEach(() => here.setClock(nine))
afterAll(() => here.close())

const opened = (changes: object = {}) => desk.open('lin', { ...found, ...changes })
const accepted = async (changes: object = {}) => {
  const number = await opened(changes)
  await desk.step('gao', number, 'submitPlan', plan)
  await desk.step('lin', number, 'acceptPlan')
  return number
}

test('a report goes from the fact to its closing day, each part by the one who may write it', async () => {
  const number = await opened({ kind: 'fire' })
  expect(number).toMatch(/^JZ-2026-\d{4}$/)
  expect(await desk.told('gao', number)).toEqual(['open'])
  expect(await desk.queue('gao')).toContain(number)
  expect(await desk.queue('lin')).not.toContain(number)
  await desk.step('gao', number, 'submitPlan', plan)
  expect(await desk.told('lin', number)).toEqual(['submitPlan'])
  expect(await desk.queue('lin')).toContain(number)
  await desk.step('lin', number, 'acceptPlan')
  const picture = await desk.upload('gao')
  const done = await desk.step('gao', number, 'implement', { implementation: '已换', photos: [picture] })
  expect(done.files.map(({ purpose }) => purpose)).toEqual(['evidence'])
  const early = await desk.ask('lin', number, 'verify', { effect: 'effective', verifyNote: '正常' })
  expect([early.status, early.body['missing']]).toMatchObject([422, [{ need: 'waitedLongEnough' }]])
  here.setClock('2026-11-30T01:00:00.000Z')
  const verified = await desk.step('lin', number, 'verify', { effect: 'effective', verifyNote: '正常' })
  expect(verified.state).toBe('verified')
  const closed = await desk.step('heMin', number, 'close')
  expect([closed.state, closed.slip['closedOn']]).toEqual(['closed', '2026-11-30'])
  expect(closed.clocks.filter(({ metAt }) => metAt === null)).toEqual([])
  expect(closed.documents[0]?.form).toBe('F-42')
})

test('measures that did not help lead to a second round, the first kept', async () => {
  const number = await accepted({ kind: 'temperature' })
  await desk.step('gao', number, 'implement', evidence)
  here.setClock('2026-12-01T01:00:00.000Z')
  const again = await desk.step('lin', number, 'verify', { effect: 'ineffective', verifyNote: '又不平层' })
  expect(again).toMatchObject({ state: 'open', slip: { round: 2, corrective: null } })
  expect(again.slip['earlierRounds']).toMatchObject([{ round: 1, corrective: plan.corrective, verifiedBy: '林若溪' }])
  expect(again.clocks.find(({ clock, metAt }) => clock === 'plan' && metAt === null)?.dueAt).toBe(
    '2026-12-03T10:00:00.000Z',
  )
})

describe('who may not', () => {
  test('nobody but the head of the department fills it in; engineers, guards and tenants do not see it', async () => {
    const number = await opened({ kind: 'parking' })
    const other = await desk.ask('lin', number, 'submitPlan', plan)
    expect([other.status, other.body['missing']]).toMatchObject([422, [{ need: 'yourDepartment' }]])
    for (const who of ['wang', 'feng', 'xu', 'qin'] as const) {
      const { status } = await here.ask(who, 'GET', `/api/corrective-action/${number}`)
      expect([who, status]).toEqual([who, 404])
    }
    expect((await desk.read('gao', number)).number).toBe(number)
  })

  test('a plan whose day has passed is refused by name', async () => {
    const number = await opened({ kind: 'mail' })
    const late = await desk.ask('gao', number, 'submitPlan', { ...plan, preventiveBy: '2026-11-22' })
    expect([late.status, late.body['missing']]).toMatchObject([422, [{ need: 'daysAhead' }]])
  })

  test('customer service does not judge itself: its superior does', async () => {
    const number = await desk.open('shen', { ...found, department: 'customerService', kind: 'attitude' })
    await desk.step('lin', number, 'submitPlan', plan)
    const own = await desk.ask('lin', number, 'acceptPlan')
    expect([own.status, (own.body['missing'] as object[]).length]).toEqual([422, 2])
    expect((await desk.step('shen', number, 'acceptPlan')).state).toBe('accepted')
  })

  test('without a kind of trouble, or a word too many, nothing is opened', async () => {
    const header = { customerId: null, unitId: null, contactId: null }
    const none = await here.ask('lin', 'POST', '/api/corrective-action', {
      header,
      input: { ...found, kind: undefined },
    })
    expect([none.status, none.body['missing']]).toMatchObject([422, [{ need: 'kindNamed' }]])
    const more = await here.ask('lin', 'POST', '/api/corrective-action', { header, input: { ...found, blame: 'x' } })
    expect(more.status).toBe(400)
  })
})

describe('the same trouble twice', () => {
  test('within 90 days in one department is systemic, and the property manager has to instruct', async () => {
    await opened({ kind: 'lift' })
    const second = await opened({ kind: 'lift' })
    expect((await desk.read('lin', second)).slip['systemic']).toBe(true)
    await desk.step('gao', second, 'submitPlan', plan)
    expect(await desk.raised(second)).toEqual(['systemic PM 2'])
    expect(await desk.told('shen', second)).toContain('escalation')
  })
  test('in another department, or of another kind, it is not', async () => {
    const other = await opened({ kind: 'canteen' })
    expect((await desk.read('lin', other)).slip['systemic']).toBe(false)
    const elsewhere = await opened({ kind: 'lift', department: 'security' })
    expect((await desk.read('lin', elsewhere)).slip['systemic']).toBe(false)
  })
  test('after 90 days it is forgotten', async () => {
    await opened({ kind: 'greenery' })
    here.setClock('2027-02-22T01:00:00.000Z')
    const late = await opened({ kind: 'greenery' })
    expect((await desk.read('lin', late)).slip['systemic']).toBe(false)
  })
})

describe('late', () => {
  test('a plan not submitted in two working days goes to the manager of customer service', async () => {
    const number = await opened({ kind: 'meeting' })
    here.setClock('2026-11-25T09:59:00.000Z')
    await here.pass(0)
    expect(await desk.raised(number)).toEqual([])
    await here.pass(1)
    expect(await desk.raised(number)).toEqual(['plan CSM 1'])
  })
  test('measures not carried out by the end of their last day as well', async () => {
    const number = await accepted({ kind: 'charges' })
    here.setClock('2026-11-27T15:58:00.000Z')
    await here.pass(0)
    expect(await desk.raised(number)).toEqual([])
    await here.pass(1)
    expect(await desk.raised(number)).toEqual(['implement CSM 1'])
  })
  test('an effect nobody verified in 30 days goes to the property manager', async () => {
    const number = await accepted({ kind: 'businessCentre' })
    await desk.step('gao', number, 'implement', evidence)
    here.setClock('2026-12-23T01:00:00.000Z')
    await here.pass(0)
    expect(await desk.raised(number)).toEqual(['verify PM 2'])
  })
})

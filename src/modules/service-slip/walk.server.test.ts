import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { open } from '#kernel/process/server/open.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { departmentDesk, type DepartmentDesk } from '#test/department-desk.ts'
import { complaintDesk, slipsTo } from '#test/complaint-desk.ts'
import { type TestHouse, testHouse } from '#test/house.ts'
import { deskOf } from '#test/repair-desk.ts'

/* Service slips through the HTTP door: sent, received, dated, done, verified, and late. */

let here: TestHouse
let desk: DepartmentDesk
const nine = '2026-11-23T01:00:00.000Z'
const noon = '2026-11-23T04:00:00.000Z'
const request = { department: 'engineering', content: '1701 前厅温度偏低，请检查风阀', requiredBy: noon }

beforeAll(async () => {
  here = await testHouse(nine)
  desk = departmentDesk(here, 'service-slip')
})
beforeEach(() => here.setClock(nine))
afterAll(() => here.close())

test('a slip goes from the desk to engineering and back, with both copies and a photograph', async () => {
  const number = await desk.open('lu', { ...request, customerWish: '十二点前', photos: [await desk.upload('lu')] })
  expect(number).toMatch(/^FW-2026-\d{4}$/)
  expect(await desk.told('gao', number)).toEqual(['open'])
  expect(await desk.queue('wang')).toContain(number)
  const accepted = await desk.step('wang', number, 'accept')
  expect(accepted.crew.map(({ name }) => name)).toEqual(['王志勇'])
  expect(accepted.documents[0]?.copies.map(({ goesTo, handedTo }) => [goesTo, handedTo])).toEqual([
    ['desk', 'desk'],
    ['department', '王志勇'],
  ])
  const after = await desk.upload('wang')
  const done = await desk.step('wang', number, 'finish', { result: '风阀卡死，已复位', photos: [after] })
  expect(done.files.map(({ purpose }) => purpose)).toEqual(['photo', 'after'])
  expect(await desk.told('lu', number)).toEqual(['accept', 'finish'])
  expect(await desk.queue('wang')).not.toContain(number)
  const verified = await desk.step('lu', number, 'verify', { verifyNote: '22.5 度' })
  expect([verified.state, verified.closedAt]).toEqual(['verified', here.house.now()])
  expect(verified.clocks.filter(({ metAt }) => metAt === null)).toEqual([])
  expect(verified.timeline.map(({ action }) => action)).toEqual(['open', 'accept', 'finish', 'verify'])
})

test('an engineer answers with another time; the desk agrees, and the old time stays on the slip', async () => {
  const number = await desk.open('he', request)
  const later = '2026-11-23T08:00:00.000Z'
  await desk.step('li', number, 'suggestTime', { requiredBy: later, reason: '水泵抢修', ownWorkFirst: true })
  expect(await desk.told('he', number)).toContain('suggestTime')
  const agreed = await desk.step('lu', number, 'agreeTime')
  expect(agreed).toMatchObject({ state: 'accepted', slip: { requiredBy: later, receivedBy: '李卫东' } })
  expect(agreed.slip['earlierDates']).toMatchObject([{ requiredBy: noon, reason: '水泵抢修' }])
  expect(agreed.clocks.find(({ clock, metAt }) => clock === 'finish' && metAt === null)?.dueAt).toBe(later)
})

test('work given back is done again and verified, each result kept', async () => {
  const number = await desk.open('lu', request)
  await desk.step('gao', number, 'assign', { workers: [here.id.li] })
  await desk.step('li', number, 'finish', { result: '已调' })
  const back = await desk.step('he', number, 'giveBack', { reason: '仍偏低', requiredBy: '2026-11-23T06:00:00.000Z' })
  expect([back.state, back.slip['redos']]).toEqual(['returned', 1])
  expect(await desk.told('li', number)).toContain('giveBack')
  await desk.step('li', number, 'finish', { result: '更换风阀' })
  expect((await desk.step('lu', number, 'verify', {})).slip['earlierResults']).toMatchObject([{ result: '已调' }])
})

describe('who sees it and who may not', () => {
  test('another department, another desk and a tenant do not see it at all; its head and the desk do', async () => {
    const number = await desk.open('ye', request)
    for (const who of ['feng', 'yao', 'heMin', 'qin'] as const) {
      const { status } = await here.ask(who, 'GET', `/api/service-slip/${number}`)
      expect([who, status]).toEqual([who, who === 'heMin' ? 200 : 404])
    }
    for (const who of ['ye', 'lu', 'gao', 'wang', 'shen'] as const)
      expect((await desk.read(who, number)).number).toBe(number)
    expect(await desk.queue('feng')).not.toContain(number)
  })

  test('the department does not verify itself, and nobody sends guards after debts', async () => {
    const number = await desk.open('lu', { ...request, department: 'customerService' })
    await desk.step('su', number, 'accept')
    await desk.step('su', number, 'finish', { result: '已向客户说明' })
    const refused = await desk.ask('lu', number, 'verify', {})
    expect([refused.status, refused.body['missing']]).toMatchObject([422, [{ need: 'notTheDoingDepartment' }]])
    expect((await desk.step('shen', number, 'verify', {})).state).toBe('verified')
    const header = { customerId: null, unitId: null, contactId: null }
    const input = { ...request, department: 'security', content: '陪同催缴 1701 物业费' }
    const debt = await here.ask('lu', 'POST', '/api/service-slip', { header, input })
    expect([debt.status, debt.body['missing']]).toMatchObject([422, [{ need: 'noDebtCollection' }]])
  })

  test('a slip already past its time is refused by name, in both languages', async () => {
    const header = { customerId: null, unitId: null, contactId: null }
    const late = { header, input: { ...request, requiredBy: nine } }
    const zh = await here.ask('lu', 'POST', '/api/service-slip', late)
    expect(zh.text).toContain('要求完成时间已经过去')
    const en = await here.ask('lu', 'POST', '/api/service-slip', late, { 'accept-language': 'en' })
    expect(en.text).toContain('The required time has passed')
  })
})

describe('late', () => {
  test('not received within the hour of service, the head of that department hears, and only he', async () => {
    const number = await desk.open('lu', { ...request, requiredBy: '2026-11-23T09:00:00.000Z' })
    await here.pass(59)
    expect(await desk.raised(number)).toEqual([])
    await here.pass(1)
    expect(await desk.raised(number)).toEqual(['accept ENGM 1'])
  })

  test('raised from a complaint, after a quarter of an hour, whether urgent or not', async () => {
    const complaints = complaintDesk(here)
    const complaint = await complaints.take('lu', { direct: false })
    await complaints.step('lu', complaint, 'dispatch', slipsTo(here, 'engineering'))
    const [number] = await complaints.raisedFrom(complaint, 'service-slip')
    if (number === undefined) throw new Error('no slip was raised')
    expect((await desk.read('gao', number)).slip).toMatchObject({ sourceNumber: complaint, urgent: false, round: 1 })
    await here.pass(14)
    expect(await desk.raised(number)).toEqual([])
    await here.pass(1)
    expect(await desk.raised(number)).toEqual(['accept ENGM 1'])
  })

  test('urgent, after a quarter of an hour', async () => {
    const number = await desk.open('lu', { ...request, urgent: true, requiredBy: '2026-11-23T09:00:00.000Z' })
    await here.pass(14)
    expect(await desk.raised(number)).toEqual([])
    await here.pass(1)
    expect(await desk.raised(number)).toEqual(['accept ENGM 1'])
  })

  test('not done by the time required, the head and the manager of customer service hear', async () => {
    const number = await desk.open('lu', { ...request, requiredBy: '2026-11-23T02:00:00.000Z' })
    await desk.step('wang', number, 'accept')
    await here.pass(59)
    expect(await desk.raised(number)).toEqual([])
    await here.pass(1)
    await here.pass(0)
    expect((await desk.raised(number)).toSorted()).toEqual(['finish CSM 1', 'finish ENGM 1'])
    const done = await desk.step('wang', number, 'finish', { result: '已处理' })
    expect(done.clocks.find(({ clock }) => clock === 'finish')).toMatchObject({ dueAt: '2026-11-23T02:00:00.000Z' })
  })

  test('finished and not verified within the hour of service, the shift lead hears', async () => {
    const number = await desk.open('lu', { ...request, requiredBy: '2026-11-23T09:00:00.000Z' })
    await desk.step('wang', number, 'accept')
    await desk.step('wang', number, 'finish', { result: '已处理' })
    await here.pass(60)
    expect(await desk.raised(number)).toEqual(['verify CSS 1'])
  })
})

test('raised from another case it carries that number, and whoever has that case hears when it is done', async () => {
  const repair = await deskOf(here).open('ye')
  const module = here.house.modules.find(({ process }) => process.name === 'service-slip')
  if (!module) throw new Error('no service slip in the house')
  const actor: Actor = {
    kind: 'staff',
    id: here.id.su,
    name: '苏瑾',
    roles: ['CSA'],
    customerId: null,
    guestTokenHash: null,
  }
  const { number } = await here.house.database.as(actor, async (tx) => {
    const { id } = await tx.selectFrom('cases').select('id').where('number', '=', repair).executeTakeFirstOrThrow()
    const header = { customerId: null, unitId: null, contactId: null }
    const as = {
      kind: 'raised',
      way: 'up',
      process: 'repair',
      number: repair,
      title: '',
      state: 'registered',
      final: false,
      customerId: here.customer.chengji,
      openedAt: nine,
      closedAt: null,
      shows: { round: 2 },
    } as const
    return open(tx, here.house, module, { header, input: request, parent: { id, as } }, actor)
  })
  const slip = await desk.read('su', number)
  expect(slip.slip).toMatchObject({ sourceNumber: repair, round: 2 })
  expect(slip.linked.map((one) => one.number)).toEqual([repair])
  await desk.step('wang', number, 'accept')
  await desk.step('wang', number, 'finish', { result: '已处理' })
  expect(await desk.told('lu', number)).toContain('finish')
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#test/house.ts'
import { type Desk, deskOf, finished } from '#test/repair-desk.ts'

/* Broken promises, with a clock turned by hand: who is told, at which minute, and what he must answer. */

let here: TestHouse
let desk: Desk

beforeAll(async () => {
  here = await testHouse()
  desk = deskOf(here)
})
beforeEach(() => here.setClock('2026-11-23T01:00:00.000Z'))
afterAll(() => here.close())

const pressing = { priority: 'P2', category: 'power', pricing: 'free', freeReason: 'warranty', problem: '办公区灯不亮' }
const raised = async (number: string) =>
  (await desk.escalations(number)).map(({ cause, role, level }) => `${cause} ${role} ${level}`)
/** the case taken, and carried as far as asked without letting a minute pass */
async function taken(upTo: 'registered' | 'delivered' | 'accepted' | 'working', more: object = {}): Promise<string> {
  const soon = { appointmentStart: '2026-11-23T01:05:00.000Z', appointmentEnd: '2026-11-23T02:00:00.000Z' }
  const number = await desk.open('lu', { ...pressing, ...soon, ...more })
  if (upTo === 'registered') return number
  await desk.step('lu', number, 'deliver', {})
  if (upTo === 'delivered') return number
  await desk.step('wang', number, 'accept', {})
  if (upTo === 'accepted') return number
  await desk.step('wang', number, 'arrive', { companion: here.id.su })
  await desk.step('wang', number, 'begin')
  return number
}

test('a slip not dispatched in five minutes goes to the shift lead', async () => {
  const number = await taken('registered')
  await here.pass(4)
  expect(await raised(number)).toEqual([])
  await here.pass(1)
  expect(await raised(number)).toEqual(['dispatch CSS 1'])
  expect(await desk.told('he', number)).toContain('escalation')
  await desk.step('lu', number, 'deliver', {})
  const late = (await desk.read('he', number)).clocks.find(({ clock }) => clock === 'dispatch')
  expect(late).toMatchObject({ dueAt: '2026-11-23T01:05:00.000Z', metAt: '2026-11-23T01:05:00.000Z' })
})

test('a slip nobody accepts goes to the chief engineer at the minute, and only once', async () => {
  const number = await taken('delivered')
  await here.pass(4)
  expect(await raised(number)).toEqual([])
  await here.pass(1)
  expect(await raised(number)).toEqual(['accept ENGM 1'])
  await here.pass(3)
  expect(await raised(number)).toEqual(['accept ENGM 1'])
  const line = (await desk.read('lin', number)).timeline.find(({ action }) => action === 'escalate')
  expect(line).toMatchObject({
    actorKind: 'clock',
    role: 'CLOCK',
    at: '2026-11-23T01:05:00.000Z',
    shownToCustomer: false,
  })
})

test('an engineer who does not arrive is reported to the chief engineer and to the shift lead together', async () => {
  const number = await taken('accepted')
  await here.pass(14)
  expect(await raised(number)).toEqual([])
  await here.pass(1)
  await here.pass(0)
  expect((await raised(number)).toSorted()).toEqual(['arrive CSS 1', 'arrive ENGM 1'])
})

test('work not finished in two hours from the report goes to the manager of customer service', async () => {
  const number = await taken('working')
  await here.pass(119)
  expect(await raised(number)).toEqual([])
  await here.pass(1)
  expect(await raised(number)).toEqual(['finish CSM 1'])
})

test('a danger not under control in thirty minutes goes to the property manager at the second level', async () => {
  const number = await taken('working', { priority: 'P1', problem: '配电箱冒烟' })
  await here.pass(29)
  expect(await raised(number)).toEqual([])
  await here.pass(1)
  expect(await raised(number)).toEqual(['control PM 2'])
  const other = await taken('working', {
    priority: 'P1',
    problem: '插座冒烟',
    appointmentStart: undefined,
    appointmentEnd: undefined,
  })
  await desk.step('wang', other, 'control')
  await here.pass(31)
  expect(await raised(other)).toEqual([])
})

test('a call-back not made in thirty service minutes goes to the shift lead', async () => {
  const number = await taken('working')
  await desk.step('wang', number, 'finish', finished)
  await desk.step('qin', number, 'sign', { signatureMethod: 'platform', signedBy: '秦澜', satisfaction: 'satisfied' })
  await here.pass(29)
  expect(await raised(number)).toEqual([])
  await here.pass(1)
  expect(await raised(number)).toEqual(['callBack CSS 1'])
})

test('the second rework goes to the property manager with the rejection itself, and its slip can still be signed', async () => {
  const number = await taken('working')
  await desk.step('wang', number, 'finish', finished)
  await desk.step('qin', number, 'reject', { reason: '仍不亮' })
  expect(await raised(number)).toEqual([])
  await desk.step('wang', number, 'revisit')
  await desk.step('wang', number, 'finish', finished)
  await desk.step('qin', number, 'sign', { signatureMethod: 'platform', signedBy: '秦澜', satisfaction: 'acceptable' })
  await desk.step('lu', number, 'reopen', { reason: '又不亮' })
  expect(await raised(number)).toEqual(['reworkedTooOften PM 2'])
  await here.pass(0)
  expect(await desk.told('shen', number)).toContain('escalation')
  await desk.step('lu', number, 'agreeTime', {
    appointmentStart: '2026-11-23T01:05:00.000Z',
    appointmentEnd: '2026-11-23T02:00:00.000Z',
    appointmentWith: '秦澜',
  })
  await desk.step('wang', number, 'revisit')
  await desk.step('wang', number, 'finish', finished)
  const again = await desk.step('qin', number, 'sign', {
    signatureMethod: 'platform',
    signedBy: '秦澜',
    satisfaction: 'satisfied',
  })
  expect([again.state, again.documents[0]?.copies[3]?.handedTo]).toEqual(['signed', '秦澜'])
  const rounds = (await desk.read('lin', number)).clocks.filter(({ clock }) => clock === 'callBack')
  expect(rounds).toHaveLength(2)
})

test('an escalation is accepted once, by its role, with an instruction, and the crew and the owner are told', async () => {
  const number = await taken('accepted')
  await here.pass(15)
  const mine = await here.ask('gao', 'GET', '/api/escalations')
  const row = (mine.body['items'] as { id: string; number: string }[]).find((one) => one.number === number)
  expect(row).toBeDefined()
  const url = `/api/escalations/${row?.id}/accept`
  const accept = (who: 'gao' | 'he' | 'wang' | 'shen', instruction: string) =>
    here.ask(who, 'POST', url, { instruction })
  expect((await accept('wang', '我来')).status).toBe(404)
  expect((await accept('shen', '我来')).status).toBe(404)
  expect((await accept('gao', '   ')).status).toBe(400)
  const done = await accept('gao', '李卫东即刻前往')
  const shown = (done.body['items'] as { number: string }[]).find((one) => one.number === number)
  expect([done.status, shown]).toMatchObject([200, { acceptedBy: '高建平', instruction: '李卫东即刻前往' }])
  const twice = await accept('gao', '再说一次')
  expect([twice.status, twice.body['code']]).toEqual([409, 'alreadyAccepted'])
  await here.pass(0)
  expect(await desk.told('wang', number)).toContain('repair.instruction')
  expect(await desk.told('lu', number)).toContain('repair.instruction')
  const line = (await desk.read('lin', number)).timeline.find(({ action }) => action === 'acceptEscalation')
  expect(line).toMatchObject({ actorName: '高建平', role: 'ENGM', input: { instruction: '李卫东即刻前往' } })
})

test('until it is accepted it is sent again after fifteen minutes, at the second level after ten', async () => {
  const sent = async (who: 'gao' | 'shen', number: string) =>
    (await desk.told(who, number)).filter((event) => event === 'escalation').length
  const slow = await taken('delivered')
  await here.pass(5)
  await here.pass(14)
  expect(await sent('gao', slow)).toBe(1)
  await here.pass(1)
  expect(await sent('gao', slow)).toBe(2)
  await here.pass(15)
  expect(await sent('gao', slow)).toBe(3)
  const items = (await here.ask('gao', 'GET', '/api/escalations')).body['items'] as { id: string; number: string }[]
  const row = items.find((one) => one.number === slow)
  await here.ask('gao', 'POST', `/api/escalations/${row?.id}/accept`, { instruction: '王志勇接单' })
  await here.pass(30)
  expect(await sent('gao', slow)).toBe(3)

  here.setClock('2026-11-23T01:00:00.000Z')
  const danger = await taken('working', { priority: 'P1', problem: '配电箱冒烟' })
  await here.pass(30)
  await here.pass(9)
  expect(await sent('shen', danger)).toBe(1)
  await here.pass(1)
  expect(await sent('shen', danger)).toBe(2)
})

test('nothing is sent again outside service hours; the next morning it is', async () => {
  const number = await taken('delivered')
  here.setClock('2026-11-23T09:58:00.000Z') // 17:58 in Shanghai
  await here.pass(0)
  const sent = async () => (await desk.told('gao', number)).filter((event) => event === 'escalation').length
  expect(await sent()).toBe(1)
  await here.pass(30)
  await here.pass(6 * 60)
  expect(await sent()).toBe(1)
  here.setClock('2026-11-24T00:29:00.000Z')
  await here.pass(0)
  expect(await sent()).toBe(1)
  await here.pass(1) // 08:30
  expect(await sent()).toBe(2)
})

test('a suspension stops the finish clock and moves its end by as long as it lasted', async () => {
  const number = await taken('working')
  await here.pass(30)
  const suspended = await desk.step('wang', number, 'suspend', {
    reason: 'awaitMaterial',
    expectedAt: '2026-11-23T07:00:00.000Z',
    customerTold: true,
    note: '等配件',
  })
  expect([suspended.paused, suspended.pauses]).toMatchObject([true, [{ reason: 'awaitMaterial', endedAt: null }]])
  await here.pass(300)
  expect(await raised(number)).toEqual([])
  const resumed = await desk.step('wang', number, 'resume')
  const finish = resumed.clocks.find(({ clock }) => clock === 'finish')
  expect([resumed.paused, finish?.dueAt]).toEqual([false, '2026-11-23T08:00:00.000Z'])
  await here.pass(89)
  expect(await raised(number)).toEqual([])
  await here.pass(1)
  expect(await raised(number)).toEqual(['finish CSM 1'])
})

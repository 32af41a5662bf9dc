import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyChains } from '#kernel/process/server/timeline.ts'
import { type ComplaintDesk, complaintDesk, content, discontent, slipsTo } from '#test/complaint-desk.ts'
import { type TestHouse, testHouse } from '#test/house.ts'
import { shanghai } from '#test/moment.ts'

/* Complaints from the call to 满意, through the HTTP door, each step by whoever the plan gives it to. */

let here: TestHouse
let desk: ComplaintDesk

beforeAll(async () => {
  here = await testHouse(shanghai('09:00'))
  desk = complaintDesk(here)
})
afterAll(() => here.close())

const time = (clock: string) => here.setClock(shanghai(clock))
const missing = async (who: Parameters<ComplaintDesk['ask']>[0], number: string, action: string, input?: object) => {
  const { status, body } = await desk.ask(who, number, action, input)
  return status === 422 ? (body['missing'] as { need: string }[]).map(({ need }) => need) : status
}
const letter = {
  addressee: '澄霁信息技术有限公司',
  matter: '会议室室温过高',
  investigation: '电动阀卡死',
  treatment: '已更换',
  outcome: '室温二十四度',
  apology: '深表歉意',
  followUp: '列入每日巡检',
}

test('taken by reception, two departments, one late, a letter, not satisfied, then satisfied', async () => {
  time('09:10')
  const number = await desk.take('ye', { channel: 'letter' })
  expect(number).toMatch(/^TS-2026-\d{4}$/)
  expect(await desk.told('he', number)).toContain('open')
  expect(await desk.told('lu', number)).toContain('open')
  await desk.step('lu', number, 'take')
  await desk.step('lu', number, 'contact', { how: 'visit', spokeWith: '秦澜', said: '当面致歉' })
  await desk.step('lu', number, 'holdingReply', { words: '来信收悉，正在处理', delivery: 'byEmail' })
  const sent = await desk.step('lu', number, 'dispatch', slipsTo(here, 'engineering', 'finance'))
  expect([sent.state, sent.crew.map(({ name }) => name)]).toEqual(['dispatched', ['陆思远']])
  const [cool, check] = await desk.raisedFrom(number, 'service-slip')
  const [repairs, money] = await desk.raisedFrom(number, 'corrective-action')
  if (!cool || !check || !repairs || !money) throw new Error('two slips and two plans were raised')
  expect(await desk.queue('gao')).toEqual(expect.arrayContaining([number, cool, repairs]))
  await desk.step('lu', number, 'goOnSite', { together: true, withWhom: '高建平', found: '三十度' })

  time('10:00')
  await desk.work('gao', cool)
  expect(await missing('gao', number, 'resolve', { result: '已更换阀门' })).toEqual(['everySlipDone', 'plansSubmitted'])
  time('11:10')
  await here.pass(0)
  expect(await desk.raised(number)).toEqual(['solve CSM 1'])
  expect((await desk.accepts('lin', number, '财务部十二点前核对完')).status).toBe(200)
  time('11:50')
  await desk.work('xu', check)
  await desk.plan('gao', repairs)
  await desk.plan('xu', money, null)
  expect(await missing('feng', number, 'resolve', { result: '代填' })).toBe(404)
  await desk.step('gao', number, 'resolve', { result: '已更换阀门' })
  expect(await missing('gao', number, 'confirm', { answer: '好了' })).toBe(403)

  await desk.step('lu', number, 'confirm', { answer: '阀门已更换，室温恢复' })
  await desk.step('lu', number, 'draftReply', letter)
  expect(await missing('lin', number, 'deliverReply', {})).toBe(403)
  expect(await missing('lu', number, 'approveReply')).toBe(403)
  const approved = await desk.step('lin', number, 'approveReply')
  expect(approved.slip['letter']).toMatchObject({ number: `${number}-H1`, approvedBy: '林若溪' })
  const tenant = await desk.read('qin', number)
  expect([tenant.slip['letter'], tenant.slip['replies']]).toEqual([undefined, []])
  const delivery = { delivery: 'byHand', deliveredAt: here.house.now(), signedBy: '秦澜' }
  expect(await missing('lu', number, 'deliverReply', delivery)).toBe(400)
  const delivered = await desk.step('lu', number, 'deliverReply', { ...delivery, proof: [await desk.upload('lu')] })
  expect(delivered.state).toBe('callBack')
  expect(delivered.documents.find(({ form }) => form === 'F-43')?.copies.map(({ handedTo }) => handedTo)).toEqual([
    'desk',
    '秦澜',
  ])

  const no = await desk.step('lu', number, 'callBack', discontent)
  expect([no.state, no.slip['round'], no.slip['roundReason']]).toEqual(['dispatched', 2, '又热了；工程部再次检查'])
  expect(await missing('gao', number, 'resolve', { result: '再修' })).toEqual(['everySlipDone'])
  time('13:00')
  await desk.step('lu', number, 'dispatch', slipsTo(here, 'engineering'))
  expect(await desk.raisedFrom(number, 'corrective-action')).toHaveLength(2)
  const again = (await desk.raisedFrom(number, 'service-slip')).at(-1) ?? ''
  await desk.work('wang', again)
  await desk.step('gao', number, 'resolve', { result: '更换执行器', notOnSite: '中控远程调整' })
  await desk.step('lu', number, 'confirm', { answer: '执行器已更换' })
  await desk.step('lu', number, 'draftReply', { ...letter, treatment: '已更换执行器' })
  await desk.step('lin', number, 'approveReply')
  const second = { ...delivery, deliveredAt: here.house.now(), delivery: 'portal' }
  await desk.step('lu', number, 'deliverReply', second)

  const yes = await desk.step('lu', number, 'callBack', content)
  expect([yes.state, yes.slip['conclusion']]).toEqual(['callBack', 'satisfied'])
  expect(await missing('lu', number, 'close')).toEqual(['plansAccepted'])
  const plans = await here.ask('lin', 'GET', `/api/corrective-action/${money}`)
  const accepted = await here.ask('lin', 'POST', `/api/corrective-action/${money}/acceptPlan`, {
    version: plans.body['version'],
  })
  expect(accepted.status).toBe(200)
  const closed = await desk.step('lu', number, 'close')
  expect([closed.state, closed.closedAt]).toEqual(['closed', here.house.now()])
  expect(closed.clocks.filter(({ metAt }) => metAt === null)).toEqual([])
  expect((closed.slip['replies'] as { number: string }[]).map((one) => one.number)).toEqual([
    `${number}-H1`,
    `${number}-H2`,
  ])
  expect(await here.house.database.asHouse((tx) => verifyChains(tx))).toMatchObject({})
})

describe('the customer’s own word', () => {
  /** solved, confirmed, everything accepted: the customer is asked */
  async function asked(more: object = {}): Promise<string> {
    const number = await desk.take('lu', more)
    await desk.step('lu', number, 'dispatch', slipsTo(here, 'engineering'))
    for (const slip of await desk.raisedFrom(number, 'service-slip')) await desk.work('gao', slip)
    for (const plan of await desk.raisedFrom(number, 'corrective-action')) await desk.plan('gao', plan)
    await desk.step('gao', number, 'resolve', { result: '已修复', notOnSite: '电话中已指导' })
    await desk.step('lu', number, 'confirm', { answer: '已修复' })
    return number
  }

  test('he says it in the portal, and it is closed', async () => {
    time('14:00')
    const number = await asked({ category: 'lift' })
    expect(await missing('tao', number, 'satisfied', {})).toBe(404)
    expect(await missing('bai', number, 'satisfied', {})).toBe(404)
    const closed = await desk.step('qin', number, 'satisfied', { words: '谢谢' })
    expect([closed.state, closed.slip['answers']]).toMatchObject(['closed', [{ satisfied: true, by: '秦澜' }]])
  })

  test('he says no, and it begins again', async () => {
    const number = await asked({ category: 'lift' })
    const again = await desk.step('qin', number, 'notSatisfied', { words: '又停了' })
    expect([again.state, again.slip['round'], again.slip['roundReason']]).toEqual(['dispatched', 2, undefined])
    expect((await desk.read('lu', number)).slip['roundReason']).toBe('又停了')
    expect(await desk.told('gao', number)).toContain('notSatisfied')
  })

  test('engineering does not call back about engineering', async () => {
    const number = await asked({ category: 'other' })
    expect(await missing('gao', number, 'callBack', content)).toBe(403)
    expect((await desk.step('lu', number, 'callBack', content)).state).toBe('closed')
  })

  test('what everybody reported is one complaint, and everybody is called', async () => {
    time('15:00')
    const number = await asked({ category: 'fire' })
    const other = await desk.take('ye', { category: 'fire', complainantName: '白沐', company: '枫杳咨询' }, 'fengyao')
    const joined = await desk.step('lu', other, 'join', { joinedInto: number })
    expect(joined.state).toBe('joined')
    await desk.step('lu', number, 'callBack', content)
    expect(await missing('lu', number, 'close')).toEqual(['joinedCalled'])
    await desk.step('lu', number, 'callJoined', { joinedNumber: other, spokeWith: '白沐', conclusion: 'satisfied' })
    expect((await desk.step('lu', number, 'close')).state).toBe('closed')
    expect(await desk.told('bai', other)).not.toEqual([])
    const seen = await desk.read('bai', other)
    expect([seen.linked, JSON.stringify(seen).includes(number)]).toEqual([[], false])
    expect(JSON.stringify(await desk.read('qin', number))).not.toContain(other)
  })
})

describe('§14 test 3: whose complaint it is', () => {
  test('another tenant gets 404 for the case and each of its steps, and so does another department', async () => {
    time('16:00')
    const number = await desk.take('qin', { channel: 'indirect', source: 'portal', category: 'mail' })
    await desk.step('lu', number, 'contact', { apologised: true, how: 'phone', spokeWith: '秦澜', said: '致歉' })
    await desk.step('lu', number, 'dispatch', slipsTo(here, 'engineering'))
    for (const who of ['bai', 'tao', 'feng', 'wang', 'xu', 'yao'] as const)
      expect([who, (await here.ask(who, 'GET', `/api/complaint/${number}`)).status]).toEqual([who, 404])
    for (const who of ['qin', 'gao', 'lu', 'shen', 'heMin'] as const)
      expect((await desk.read(who, number)).number).toBe(number)
    expect(await missing('bai', number, 'notSatisfied', { words: '不是我的' })).toBe(404)
  })

  test('a tenant sees neither the grade nor the departments’ notes, nor what was said of him', async () => {
    const number = await desk.take('qin', { channel: 'indirect', source: 'portal', category: 'mail' })
    await desk.step('lu', number, 'contact', { apologised: true, how: 'phone', spokeWith: '秦澜', said: '情绪激动' })
    await desk.step('lu', number, 'dispatch', slipsTo(here, 'engineering'))
    await desk.step('lu', number, 'goOnSite', { together: false, reason: '人手不足' })
    const seen = await desk.read('qin', number)
    for (const secret of ['情绪激动', '人手不足', '恢复制冷', 'gradings', 'FW-', 'JZ-'])
      expect(JSON.stringify(seen)).not.toContain(secret)
    expect(seen.slip).not.toHaveProperty('grade')
    expect(seen.slip).toMatchObject({ apologised: true, departments: ['engineering'] })
  })
})

describe('taking it', () => {
  test('staff apologise first; a blank left open is named; the future has not happened', async () => {
    time('16:30')
    const first = await desk.asks('ye', { apologised: false })
    expect([first.status, first.body['missing']]).toMatchObject([422, [{ need: 'apologyFirst' }]])
    expect((await desk.asks('ye', { complainantName: ' ' })).status).toBe(400)
    expect((await desk.asks('ye', { occurredAt: shanghai('17:00') })).status).toBe(422)
    expect((await desk.asks('ye', {}, null)).status).toBe(400)
    // Finance takes no complaints: the door is not there.
    expect((await desk.asks('yao', {})).status).toBe(404)
  })

  test('a visitor complains without a customer, and by the code on a door without an account', async () => {
    const visitor = { complainant: 'visitor', company: '', complainantName: '王先生', category: 'security' }
    const number = await desk.take('ye', visitor, null)
    expect((await desk.read('lu', number)).customer).toBeNull()
    const key = { 'x-guest-key': 'k'.repeat(40) }
    const input = { ...visitor, apologised: false, channel: 'indirect', source: 'qr', complainantPhone: '13800000000' }
    const body = {
      input: { ...input, location: '1-1708', occurredAt: here.house.now(), problem: '门禁打不开', direct: true },
    }
    const door = await here.ask(null, 'POST', '/api/door/door-1-1708-0123456789abcdef/complaint', body, key)
    expect([door.status, door.body['state']]).toEqual([201, 'registered'])
  })

  test('the third of one customer about one thing is major by itself, and names the earlier ones', async () => {
    const numbers = []
    for (let n = 0; n < 3; n += 1) numbers.push(await desk.take('ye', { category: 'canteen' }))
    const [first, second, third] = numbers
    const { slip, priority } = await desk.read('lu', third ?? '')
    expect([priority, slip]).toMatchObject([
      1,
      { grade: 'major', majorBecause: ['repeated'], repeatOf: expect.arrayContaining([first, second]) },
    ])
    expect(
      (await desk.ask('lin', third ?? '', 'grade', { grade: 'general', reason: '小事' })).body['missing'],
    ).toMatchObject([{ need: 'notBelowTheRule' }])
  })
})

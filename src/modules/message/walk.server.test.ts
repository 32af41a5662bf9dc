import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CaseView, Queue } from '#kernel/process/view.ts'
import { type Somebody, type TestHouse, testHouse } from '#test/house.ts'

/* Messages through the HTTP door: taken at a desk, handed over, received, and never forgotten. */

let here: TestHouse
const nine = '2026-11-23T01:00:00.000Z'
beforeAll(async () => {
  here = await testHouse(nine)
})
beforeEach(() => here.setClock(nine))
afterAll(() => here.close())

const call = {
  addressee: 'tenant',
  wantedName: '秦澜',
  wantedExtension: '8017',
  callerName: '欧阳志远',
  callerCompany: '北京汇川贸易有限公司',
  callerPhone: '010-62000000',
  numberReadBack: true,
  matter: '合同的附件今天下午送到',
  wish: 'pleaseCall',
}

async function ask<Answer>(who: Somebody, method: 'GET' | 'POST', path: string, status: number, body?: unknown) {
  const answer = await here.ask(who, method, path, body)
  expect(answer.status, answer.text).toBe(status)
  return answer.body as unknown as Answer
}
const taken = (who: Somebody, more: object = {}, status = 201) => {
  const header = { customerId: here.customer.chengji, unitId: here.unit['1-1701'] ?? null, contactId: null }
  return ask<CaseView>(who, 'POST', '/api/message', status, { header, input: { ...call, ...more } })
}
const forStaff = (who: Somebody, addressee: Somebody, status = 201) =>
  ask<CaseView>(who, 'POST', '/api/message', status, {
    header: { customerId: null, unitId: null, contactId: null },
    input: { ...call, addressee: 'staff', wantedStaff: here.id[addressee], wantedName: '', wantedExtension: undefined },
  })
const read = (who: Somebody, { number }: CaseView, status = 200) =>
  ask<CaseView>(who, 'GET', `/api/message/${number}`, status)
const step = ({ number, version }: CaseView, who: Somebody, action: string, input: object = {}, status = 200) =>
  ask<CaseView>(who, 'POST', `/api/message/${number}/${action}`, status, { version, input })

test('a message is taken, printed in two copies, handed over in person and received', async () => {
  const message = await taken('ye')
  expect(message.number).toMatch(/^LY-2026-\d{4}$/)
  const paper = await here.ask('ye', 'GET', `/api/message/${message.number}/paper/slip.pdf`)
  expect([paper.status, paper.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  const received = await step(await read('ye', message), 'ye', 'handOver', { how: 'inPerson', receivedBy: '秦澜' })
  expect(received).toMatchObject({ state: 'acknowledged', closedAt: nine })
  expect(received.documents[0]?.copies.map(({ goesTo, handedTo }) => [goesTo, handedTo])).toEqual([
    ['addressee', '秦澜'],
    ['desk', 'desk'],
  ])
  expect(received.clocks.filter(({ metAt }) => metAt === null)).toEqual([])
})

test('one of our own people sees it from the first, is handed it in the system, and signs for it; nobody else does', async () => {
  const message = await forStaff('ye', 'wang')
  expect(await read('wang', message)).toMatchObject({ state: 'taken', assignee: { id: here.id.wang } })
  await read('li', message, 404)
  const handed = await step(message, 'ye', 'handOver', { how: 'inSystem' })
  expect(handed).toMatchObject({ state: 'handed', assignee: { id: here.id.wang } })
  await read('li', message, 404)
  await step(await read('wang', message), 'li', 'acknowledge', {}, 404)
  const signed = await step(await read('wang', message), 'wang', 'acknowledge')
  expect(signed).toMatchObject({ state: 'acknowledged', slip: { receivedBy: '王志勇' } })
})

test('whoever is picked has to be one of our own people', async () => {
  await forStaff('ye', 'qin', 422)
})

test('after ten minutes nobody is called, after thirty the supervisor is, and next day again', async () => {
  const message = await taken('ye')
  await here.pass(11)
  expect((await read('ye', message)).escalations).toEqual([])
  await here.pass(20)
  const late = await read('he', message)
  expect(late.escalations.map(({ cause, role }) => [cause, role])).toEqual([['unhanded', 'CSS']])
  const queue = await ask<Queue>('ye', 'GET', '/api/queue?scope=team', 200)
  expect(queue.items.map(({ number }) => number)).toContain(message.number)
  await step(late, 'he', 'expire', { expiryNote: '已自行联系' }, 422)
  here.setClock('2026-11-24T00:31:00.000Z')
  await here.pass(0)
  const lying = await read('he', message)
  expect(lying.escalations.map(({ cause }) => cause).toSorted()).toEqual(['review', 'unhanded'])
  expect(await step(lying, 'he', 'expire', { expiryNote: '已自行联系' })).toMatchObject({ state: 'expired' })
})

test('a step upon an old version, a forged reading back and another’s desk are refused', async () => {
  const message = await taken('ye')
  await taken('ye', { numberReadBack: false }, 422)
  await taken('gao', {}, 404)
  await step(message, 'ye', 'handOver', { how: 'onThePhone' })
  await step(message, 'ye', 'acknowledge', { receivedBy: '秦澜' }, 409)
})

test('tenants see no messages', async () => {
  const message = await taken('ye')
  await read('qin', message, 404)
  await ask('qin', 'GET', '/api/message', 404)
})

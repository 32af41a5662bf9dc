import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CaseRow, CaseView, Page, Queue } from '#kernel/process/view.ts'
import { type Somebody, type TestHouse, testHouse } from '#test/house.ts'

/* Enquiries through the HTTP door: answered on the spot, transferred, promised, returned, and none unseen. */

let here: TestHouse
const nine = '2026-11-23T01:00:00.000Z'
beforeAll(async () => {
  here = await testHouse(nine)
})
beforeEach(() => here.setClock(nine))
afterAll(() => here.close())

const question = { channel: 'phone', enquirer: '周先生', enquirerPhone: '13900000000', question: '周六货梯几点开放？' }

async function ask<Answer>(who: Somebody, method: 'GET' | 'POST', path: string, status: number, body?: unknown) {
  const answer = await here.ask(who, method, path, body)
  expect(answer.status, answer.text).toBe(status)
  return answer.body as unknown as Answer
}
const asked = (who: Somebody, more: object = {}, customerId: string | null = null) =>
  ask<CaseView>(who, 'POST', '/api/enquiry', 201, {
    header: { customerId, unitId: null, contactId: null },
    input: { ...question, ...more },
  })
const read = (who: Somebody, { number }: CaseView, status = 200) =>
  ask<CaseView>(who, 'GET', `/api/enquiry/${number}`, status)
const step = ({ number, version }: CaseView, who: Somebody, action: string, input: object = {}, status = 200) =>
  ask<CaseView>(who, 'POST', `/api/enquiry/${number}/${action}`, status, { version, input })
const queueOf = async (who: Somebody) =>
  (await ask<Queue>(who, 'GET', '/api/queue?scope=team', 200)).items.map(({ number }) => number)

test('answered on the spot it is registered and done with in one step', async () => {
  const done = await asked('ye', { answer: '九点至十七点' })
  expect(done.number).toMatch(/^WX-2026-\d{4}$/)
  expect(done).toMatchObject({ state: 'closed', closedAt: nine, clocks: [] })
  expect(await queueOf('ye')).not.toContain(done.number)
})

test('a transfer lies in the queue of that department alone, and its answer comes back to the enquirer', async () => {
  const open = await asked('ye')
  await read('wang', open, 404)
  const sent = await step(open, 'ye', 'transfer', { department: 'engineering' })
  expect(await queueOf('gao')).toContain(sent.number)
  expect(await queueOf('feng')).not.toContain(sent.number)
  await read('feng', sent, 404)
  const answered = await step(sent, 'wang', 'reply', { answer: '九点至十七点' })
  expect(answered).toMatchObject({ state: 'answered', slip: { answeredBy: '王志勇' } })
  expect(await step(answered, 'ye', 'inform', { informedHow: 'phone' })).toMatchObject({ state: 'closed' })
})

test('a wrong transfer comes back to the desk, and the clock ran on', async () => {
  const open = await asked('ye')
  const sent = await step(open, 'ye', 'transfer', { department: 'security', follower: here.id.feng })
  expect(sent.assignee).toMatchObject({ id: here.id.feng })
  here.setClock('2026-11-23T02:00:00.000Z')
  const back = await step(sent, 'feng', 'returnToDesk', { returnCause: 'wrongDepartment' })
  expect(back).toMatchObject({ state: 'open', assignee: null, dueAt: '2026-11-23T03:00:00.000Z' })
  expect(await queueOf('ye')).toContain(back.number)
})

test('who was named to follow up from another department returns it and still sees it', async () => {
  const sent = await step(await asked('ye'), 'ye', 'transfer', { department: 'engineering', follower: here.id.yao })
  const back = await step(sent, 'yao', 'returnToDesk', { returnCause: 'other', returnNote: '不了解情况' })
  expect(back).toMatchObject({ state: 'open', slip: { follower: null, returnedFrom: 'engineering' } })
  await read('gao', back)
  expect(await queueOf('gao')).not.toContain(back.number)
})

test('two hours without an answer go to the supervisor', async () => {
  const open = await asked('ye')
  await here.pass(121)
  const late = await read('he', open)
  expect(late.escalations.map(({ cause, role }) => [cause, role])).toEqual([['answer', 'CSS']])
})

test('a promised reply is watched by its own time', async () => {
  const open = await asked('ye')
  const promised = await step(open, 'ye', 'promise', { replyBy: '2026-11-23T06:00:00.000Z', follower: here.id.lu })
  expect(promised).toMatchObject({ state: 'open', dueAt: '2026-11-23T06:00:00.000Z', assignee: { id: here.id.lu } })
  await here.pass(121)
  expect((await read('he', open)).escalations).toEqual([])
  here.setClock('2026-11-23T06:01:00.000Z')
  await here.pass(0)
  expect((await read('he', open)).escalations.map(({ cause }) => cause)).toEqual(['promised'])
})

test('a tenant asks by the portal, reads the answer there, and nothing of anybody else’s', async () => {
  const open = await asked('tao', {}, here.customer.chengji)
  expect(open.slip).toMatchObject({ channel: 'portal' })
  expect(Object.keys(open.slip)).not.toContain('returns')
  const answer = await step(await read('ye', open), 'ye', 'reply', { answer: '九点' })
  expect(answer).toMatchObject({ state: 'closed', slip: { informedHow: 'portal' } })
  expect((await read('tao', open)).slip).toMatchObject({ answer: '九点' })
  await read('qin', open)
  await read('bai', open, 404)
})

test('the register of a day is printed, and nobody without a desk prints it', async () => {
  const paper = await here.ask('ye', 'GET', '/api/enquiry/daily/2026-11-23')
  expect([paper.status, paper.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  await ask('gao', 'GET', '/api/enquiry/daily/2026-11-23', 404)
  await ask('qin', 'GET', '/api/enquiry/daily/2026-11-23', 404)
  await ask('ye', 'GET', '/api/enquiry/daily/2026-13-40', 404)
  const page = await ask<Page<CaseRow>>('ye', 'GET', '/api/enquiry', 200)
  const slip = await here.ask('ye', 'GET', `/api/enquiry/${page.items[0]?.number}/paper/slip.pdf`)
  expect(slip.text.slice(0, 5)).toBe('%PDF-')
})

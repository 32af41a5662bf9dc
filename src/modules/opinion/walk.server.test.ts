import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CaseView, Queue } from '#kernel/process/view.ts'
import { type Somebody, type TestHouse, testHouse } from '#test/house.ts'

/* Opinions through the HTTP door: 件件有着落, from the customer's word to his verdict. */

let here: TestHouse
const nine = '2026-11-23T01:00:00.000Z'
beforeAll(async () => {
  here = await testHouse(nine)
})
beforeEach(() => here.setClock(nine))
afterAll(() => here.close())

const word = { source: 'portal', kind: 'suggestion', content: '建议在大堂增加雨伞架', reporterName: '陶然' }
const lifts = { kind: 'suggestion', topic: 'lifts', department: 'engineering' }

async function ask<Answer>(who: Somebody, method: 'GET' | 'POST', path: string, status: number, body?: unknown) {
  const answer = await here.ask(who, method, path, body)
  expect(answer.status, answer.text).toBe(status)
  return answer.body as unknown as Answer
}
const collected = (who: Somebody, more: object = {}, customer: string | null = here.customer.chengji, status = 201) =>
  ask<CaseView>(who, 'POST', '/api/opinion', status, {
    header: { customerId: customer, unitId: null, contactId: null },
    input: { ...word, ...more },
  })
const read = (who: Somebody, { number }: CaseView, status = 200) =>
  ask<CaseView>(who, 'GET', `/api/opinion/${number}`, status)
/** A step with the version that is current. */
async function step(about: CaseView, who: Somebody, action: string, input: object = {}, status = 200) {
  const { version } = await read('lin', about)
  return ask<CaseView>(who, 'POST', `/api/opinion/${about.number}/${action}`, status, { version, input })
}
const queueOf = async (who: Somebody) =>
  (await ask<Queue>(who, 'GET', '/api/queue?scope=team', 200)).items.map(({ number }) => number)

async function sent(who: Somebody = 'tao'): Promise<CaseView> {
  const opinion = await collected(who)
  await step(opinion, 'lu', 'classify', lifts)
  return step(opinion, 'lu', 'send', { responsible: here.id.wang })
}

test('a tenant suggests, the department answers, customer service tells him, he is content', async () => {
  const opinion = await sent()
  expect(opinion.number).toMatch(/^YJX-2026-\d{4}$/)
  expect(await queueOf('gao')).toContain(opinion.number)
  await read('wang', opinion)
  await read('feng', opinion, 404)
  await step(opinion, 'gao', 'answer', { answer: '本周增加', measures: '已报采购' })
  const waiting = await read('tao', opinion)
  expect(waiting.slip).toMatchObject({ answer: null })
  for (const inner of ['proposal', 'measures', 'responsible']) expect(Object.keys(waiting.slip)).not.toContain(inner)
  expect(JSON.stringify(waiting)).not.toContain('本周增加')
  await step(opinion, 'gao', 'feedBack', { informedHow: 'portal' }, 403)
  await step(opinion, 'lu', 'feedBack', { informedHow: 'portal' })
  expect((await read('tao', opinion)).slip).toMatchObject({ answer: '本周增加' })
  const closed = await step(opinion, 'tao', 'content', { satisfaction: 5 })
  expect(closed).toMatchObject({ state: 'closed', slip: { verdict: 'content', satisfaction: 5 } })
})

test('not content, it goes round again with what he was told kept', async () => {
  const opinion = await sent()
  await step(opinion, 'gao', 'answer', { answer: '无法增加' })
  await step(opinion, 'lu', 'feedBack', { informedHow: 'phone' })
  const again = await step(opinion, 'qin', 'notContent', { verdictNote: '没有说明原因' })
  expect(again).toMatchObject({
    state: 'sent',
    slip: { round: 2, rounds: [{ answer: '无法增加', verdictBy: '秦澜' }] },
  })
  expect(await queueOf('gao')).toContain(opinion.number)
  const paper = await here.ask('lu', 'GET', `/api/opinion/${opinion.number}/paper/slip.pdf`)
  expect([paper.status, paper.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  const his = await here.ask('qin', 'GET', `/api/opinion/${opinion.number}/paper/slip.pdf`)
  expect([his.status, his.text.slice(0, 5)]).toEqual([200, '%PDF-'])
})

test('three working days without an answer reach the head of the department and the manager', async () => {
  const opinion = await sent()
  here.setClock('2026-11-30T01:00:00.000Z')
  await here.pass(0)
  const late = await read('lin', opinion)
  expect(late.escalations.map(({ cause, role }) => `${cause} ${role}`).toSorted()).toEqual([
    'answer CSM',
    'answer ENGM',
  ])
})

test('the box is anonymous and answered by a notice', async () => {
  const opinion = await collected('ye', { source: 'box', anonymous: true, reporterName: '' }, null)
  await step(opinion, 'lu', 'classify', { ...lifts, kind: 'opinion' })
  await step(opinion, 'lu', 'send')
  await step(opinion, 'gao', 'answer', { answer: '已处理' })
  await step(opinion, 'lu', 'feedBack', { informedHow: 'phone' }, 422)
  expect(await step(opinion, 'lu', 'feedBack', { informedHow: 'notice' })).toMatchObject({ state: 'closed' })
})

test('a signed opinion belongs to a customer, and another company learns nothing of it', async () => {
  await collected('lu', { source: 'visit' }, null, 400)
  const opinion = await collected('tao')
  await read('bai', opinion, 404)
  await ask('bai', 'POST', `/api/opinion/${opinion.number}/content`, 404, { version: opinion.version, input: {} })
})

/** A text to a customer on its way through the door: held against the 忌语 when a case is opened and at every step. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testHouse, type TestHouse } from '#test/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const asked = (answer: string) => ({
  header: { customerId: house.customer.chengji, unitId: house.unit['1-1701'], contactId: house.id.qin },
  input: { channel: 'phone', enquirer: '秦澜', question: '周末空调开吗？', answer },
})
const rude = '这事不归我管。'
const reason = '客户要求照录接线员原话'
interface Line {
  readonly action: string
  readonly input: Readonly<Record<string, unknown>>
}

test('opening with a taboo is refused at its field, and nothing is written', async () => {
  const refused = await house.ask('ye', 'POST', '/api/enquiry', asked(rude), { 'accept-language': 'zh' })
  expect([refused.status, refused.body.code]).toEqual([422, 'taboo'])
  expect(refused.body.errors).toMatchObject([
    { path: 'answer', code: 'taboo', message: expect.stringContaining('我马上帮您转到负责的部门') },
  ])
  const kept = await house.house.database.asHouse((tx) => tx.selectFrom('cases').select('number').execute())
  expect(kept).toEqual([])
})

test('with a reason it passes, and the reason stands in the timeline', async () => {
  const opened = await house.ask('ye', 'POST', '/api/enquiry', { ...asked(rude), despite: reason })
  expect(opened.status).toBe(201)
  expect((opened.body.timeline as Line[])[0]).toMatchObject({
    action: 'open',
    input: { answer: rude, despite: reason },
  })
})

test('the tenant reads the answer, but not why it was sent against the warning', async () => {
  const opened = await house.ask('ye', 'POST', '/api/enquiry', { ...asked(rude), despite: reason })
  const { status, text } = await house.ask('qin', 'GET', `/api/enquiry/${String(opened.body.number)}`)
  expect([status, text.includes(rude), text.includes(reason)]).toEqual([200, true, false])
})

test('a reason too short is none, and a text without a taboo keeps none', async () => {
  const short = await house.ask('ye', 'POST', '/api/enquiry', { ...asked(rude), despite: '原话' })
  expect([short.status, short.body.code]).toEqual([422, 'taboo'])
  const polite = await house.ask('ye', 'POST', '/api/enquiry', { ...asked('周末九点到六点开。'), despite: reason })
  expect(polite.status).toBe(201)
  expect((polite.body.timeline as Line[])[0]?.input).not.toHaveProperty('despite')
})

test('a step is held against the list like an opening', async () => {
  const { input, header } = asked('')
  const { answer: _none, ...question } = input
  const opened = await house.ask('ye', 'POST', '/api/enquiry', { header, input: question })
  const at = `/api/enquiry/${String(opened.body.number)}/answerAtOnce`
  const step = { version: opened.body.version, input: { answer: rude } }
  const refused = await house.ask('ye', 'POST', at, step)
  expect([refused.status, refused.body.code]).toEqual([422, 'taboo'])
  const passed = await house.ask('ye', 'POST', at, { ...step, despite: reason })
  expect(passed.status).toBe(200)
  expect((passed.body.timeline as Line[]).at(-1)?.input).toEqual({ answer: rude, despite: reason })
})

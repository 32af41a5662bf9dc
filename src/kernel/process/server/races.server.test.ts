import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type Somebody, type TestHouse, testHouse } from '#test/house.ts'
import { charged, type Desk, deskOf, report } from '#test/repair-desk.ts'
import { invariants } from '#test/invariants.ts'
import { deliver } from '#kernel/outbox/server/deliver.ts'
import { tick } from './clock.ts'
import { verifyChains } from './timeline.ts'

/* Many hands at once: exactly one wins, the others are told so, and nobody ever meets a 5xx. */

let here: TestHouse
let desk: Desk
beforeAll(async () => {
  here = await testHouse()
  desk = deskOf(here)
})
afterAll(() => here.close())

const together = <T>(count: number, work: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)))
/** how often each answer came: its status, and its code when it is a refusal */
function tally(answers: readonly Answer[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const { status, body } of answers) {
    const key = status < 300 ? String(status) : `${status} ${String(body['code'])}`
    found[key] = (found[key] ?? 0) + 1
  }
  return found
}
const act = (who: Somebody, number: string, action: string, version: number, input: unknown, key?: string) =>
  here.ask(
    who,
    'POST',
    `/api/repair/${number}/${action}`,
    { version, input },
    key === undefined ? {} : { 'idempotency-key': key },
  )

test('of thirty-two who move one slip at once one wins and the others are stale', async () => {
  const number = await desk.open('lu')
  const clerks = ['lu', 'su', 'he'] as const
  const answers = await together(32, (at) => act(clerks[at % 3] ?? 'lu', number, 'deliver', 1, {}))
  expect(tally(answers)).toEqual({ '200': 1, '409 stale': 31 })
  expect(await desk.version(number)).toBe(2)
})

test('two clerks with different intentions: one is done, the other must look again', async () => {
  for (let round = 0; round < 10; round += 1) {
    const number = await desk.open('lu')
    const answers = await Promise.all([
      act('lu', number, 'cancel', 1, { reason: '误报' }),
      act('su', number, 'deliver', 1, {}),
      act('he', number, 'note', 1, { text: '已致电' }),
    ])
    expect(tally(answers)).toEqual({ '200': 1, '409 stale': 2 })
    expect((await desk.read('he', number)).timeline).toHaveLength(2)
  }
})

test('one key sixteen times at once has one effect and sixteen identical answers', async () => {
  const number = await desk.open('lu')
  const answers = await together(16, () => act('lu', number, 'deliver', 1, {}, 'sixteen-times-the-same'))
  expect(tally(answers)).toEqual({ '200': 16 })
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect((await desk.read('lu', number)).timeline.map(({ action }) => action)).toEqual(['open', 'deliver'])
  const header = { customerId: here.customer.chengji, unitId: null, contactId: null }
  const openings = await together(16, () =>
    here.ask('lu', 'POST', '/api/repair', { header, input: report() }, { 'idempotency-key': 'one-call-only-one-slip' }),
  )
  expect(tally(openings)).toEqual({ '201': 16 })
  expect(new Set(openings.map(({ text }) => text)).size).toBe(1)
})

test('fifty slips opened at once bear fifty different numbers', async () => {
  const who = ['lu', 'su', 'he', 'ye', 'qin', 'tao', 'feng', 'bai'] as const
  const header = (one: Somebody) => ({
    customerId: here.customer[one === 'bai' ? 'fengyao' : 'chengji'],
    unitId: null,
    contactId: null,
  })
  const answers = await together(50, (at) => {
    const one = who[at % who.length] ?? 'lu'
    return here.ask(one, 'POST', '/api/repair', { header: header(one), input: report() })
  })
  expect(tally(answers)).toEqual({ '201': 50 })
  expect(new Set(answers.map(({ body }) => body['number'])).size).toBe(50)
})

test('of sixty-four who take the money of one slip one takes it, with one receipt', async () => {
  const number = await charged(here, 'billed')
  const version = await desk.version(number)
  const money = { method: 'code', payer: '秦澜', amountFen: 9000 }
  const answers = await together(64, (at) => act(at % 2 === 0 ? 'yao' : 'xu', number, 'collect', version, money))
  expect(tally(answers)).toEqual({ '200': 1, '409 stale': 63 })
  const settled = await desk.read('yao', number)
  expect([settled.receipts.length, settled.unpaidFen]).toEqual([1, 0])
  expect(await invariants(here.house)).toEqual([])
})

test('receipts are numbered without gaps, also when payments at once are refused or meet each other', async () => {
  const numbers: string[] = []
  for (let at = 0; at < 6; at += 1) numbers.push(await charged(here, 'billed'))
  const payments = numbers.flatMap((number) => [9000, 8999, 9000].map((amountFen) => ({ number, amountFen })))
  const versions = new Map(
    await Promise.all(numbers.map(async (number) => [number, await desk.version(number)] as const)),
  )
  const answers = await Promise.all(
    payments.map(({ number, amountFen }, at) =>
      act(at % 2 === 0 ? 'yao' : 'xu', number, 'collect', versions.get(number) ?? 0, {
        method: 'cash',
        payer: '秦澜',
        amountFen,
      }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(6)
  expect(answers.filter(({ status }) => status !== 200 && status !== 409 && status !== 422)).toEqual([])
  const { rows } = await here.house.database.pool.query<{ number: string }>(
    'select number from receipts order by number',
  )
  expect(rows.map(({ number }) => Number(number.slice(-4)))).toEqual(rows.map((_, at) => at + 1))
  expect(await invariants(here.house)).toEqual([])
})

test('one upload cannot be attached to two slips, however fast', async () => {
  const numbers = [await desk.open('lu'), await desk.open('lu')]
  const photo = await desk.upload('lu')
  const answers = await together(8, (at) => act('lu', numbers[at % 2] ?? '', 'attach', 1, { photos: [photo] }))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.every(({ status }) => [200, 409, 422].includes(status))).toBe(true)
})

test('two clocks that strike at once raise one escalation, tell it once and write one line', async () => {
  const number = await desk.open('lu', { priority: 'P2', problem: '办公区灯不亮' })
  here.setClock('2026-11-23T01:05:00.000Z')
  await together(4, () => tick(here.house))
  while ((await deliver(here.house)) > 0);
  const view = await desk.read('he', number)
  expect(view.escalations.map(({ cause, role }) => `${cause} ${role}`)).toEqual(['dispatch CSS'])
  expect(view.timeline.filter(({ action }) => action === 'escalate')).toHaveLength(1)
  expect((await desk.told('he', number)).filter((event) => event === 'escalation')).toHaveLength(1)
})

test('a clock and a clerk at once: both are written, neither is lost', async () => {
  for (let round = 0; round < 5; round += 1) {
    here.setClock('2026-11-23T01:00:00.000Z')
    const number = await desk.open('lu', { priority: 'P2', problem: '办公区灯不亮' })
    here.setClock('2026-11-23T01:05:00.000Z')
    const [answer] = await Promise.all([
      act('lu', number, 'note', 1, { text: '在找人' }),
      tick(here.house),
      tick(here.house),
    ])
    await tick(here.house)
    const lines = (await desk.read('he', number)).timeline.map(({ action }) => action)
    expect([answer.status, lines.toSorted()]).toEqual([200, ['escalate', 'note', 'open']])
  }
})

test('an escalation accepted sixteen times at once is accepted once', async () => {
  const rows = (await here.ask('he', 'GET', '/api/escalations')).body['items'] as { id: string; acceptedAt: null }[]
  const open = rows.find(({ acceptedAt }) => acceptedAt === null)
  const answers = await together(16, (at) =>
    here.ask('he', 'POST', `/api/escalations/${open?.id}/accept`, { instruction: `第${at}次` }),
  )
  expect(tally(answers)).toEqual({ '200': 1, '409 alreadyAccepted': 15 })
})

test('after all races no transaction had deadlocked and every chain verifies', async () => {
  const { rows } = await here.house.database.pool.query<{ deadlocks: number }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  )
  expect(rows).toEqual([{ deadlocks: 0 }])
  expect(await here.house.database.asHouse((tx) => verifyChains(tx))).toEqual([])
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliver } from '#kernel/outbox/server/deliver.ts'
import { collectForCase } from '#kernel/ledger/server/collect.ts'
import { chargeCase, putOnAccount } from '#kernel/ledger/server/post.ts'
import { uuidv7 } from '#lib/uuid.ts'
import { type Somebody, type tenants, type TestHouse, testHouse } from '#test/house.ts'

const at = '2026-11-24T02:00:00.000Z'
const books = join(import.meta.dirname, '../../src/kernel/ledger/invariants.sql')
let trial: TestHouse

beforeAll(async () => {
  trial = await testHouse(at)
})

afterAll(() => trial.close())

/** A case of the company with one charge on it. */
async function charged(number: string, company: keyof typeof tenants, amountFen: number): Promise<string> {
  const id = uuidv7(Date.parse(at))
  const customerId = trial.customer[company]
  const line = {
    item: 'R01',
    description: '更换灯管',
    quantity: '1',
    unitPriceFen: amountFen,
    amountFen,
    taxRateBp: 600,
    explained: {},
  }
  await trial.house.database.asHouse(async (tx) => {
    const row = {
      id,
      process: 'repair',
      number,
      state: 'registered',
      title: '灯不亮',
      customer_id: customerId,
      owner_id: trial.id.lu,
    }
    await tx
      .insertInto('cases')
      .values({ ...row, opened_as: 'staff', opened_at: at, entered_at: at })
      .execute()
    await chargeCase(tx, {
      caseId: id,
      customerId,
      unitId: trial.unit['1-1701'] ?? null,
      lines: [line],
      onAccount: false,
      at,
      byId: trial.id.lu,
      today: '2026-11-24',
    })
  })
  return id
}

async function pay(caseId: string, company: keyof typeof tenants, amountFen: number): Promise<string> {
  const collected = { method: 'code', payer: '经办人', amountFen, reference: '2026', carriedBy: null } as const
  const taken = await trial.house.database.asHouse((tx) =>
    collectForCase(tx, {
      caseId,
      customerId: trial.customer[company],
      collected,
      cashLimitFen: 500_000,
      at,
      byId: trial.id.yao,
    }),
  )
  if ('refused' in taken) throw new Error(taken.refused)
  return taken.paymentNumber
}

const status = async (who: Somebody | null, url: string) => (await trial.ask(who, 'GET', url)).status
const json = (text: string) =>
  JSON.parse(text) as { items: { id: string; number: string; state: string }[]; unpaidFen: number; id: string }

test('payments are read by the desk and the finance office, and by a company its own alone', async () => {
  const [ours, theirs] = [
    await charged('GW-2026-0001', 'chengji', 1_500),
    await charged('GW-2026-0002', 'fengyao', 2_000),
  ]
  const [first, second] = [await pay(ours, 'chengji', 1_500), await pay(theirs, 'fengyao', 2_000)]
  for (const [who, wanted] of [
    ['yao', 200],
    ['lu', 200],
    ['zhou', 200],
    ['qin', 200],
    ['bai', 404],
    ['tao', 404],
    ['wang', 404],
    ['peng', 404],
    [null, 401],
  ] as const) {
    expect(await status(who, `/api/payments/${first}`), String(who)).toBe(wanted)
    expect(await status(who, '/api/statements/case/GW-2026-0001'), String(who)).toBe(wanted)
    expect(await status(who, '/api/statements/account/T003'), String(who)).toBe(wanted)
  }
  const list = async (who: Somebody, query = '') =>
    json((await trial.ask(who, 'GET', `/api/payments${query}`)).text).items.map(({ number }) => number)
  expect(await list('yao')).toEqual(expect.arrayContaining([first, second]))
  expect(await list('qin')).toEqual([first])
  expect(await list('bai')).toEqual([second])
  expect(await list('yao', '?q=cjxx')).toEqual([first])
  expect(await list('yao', '?q=gw-2026-0002')).toEqual([second])
  expect(await list('yao', '?method=cash')).toEqual([])
  expect(await list('yao', '?from=2026-11-25')).toEqual([])
  expect(await status('yao', '/api/payments?from=2026-02-30')).toBe(400)
  expect(await status('yao', '/api/payments?sort=amount')).toBe(400)
})

test('the list goes on where the page ended', async () => {
  const caseIds = await Promise.all(
    Array.from({ length: 55 }, (_, n) => charged(`GW-2026-1${String(n).padStart(3, '0')}`, 'fengyao', 100 + n)),
  )
  for (const [n, caseId] of caseIds.entries()) await pay(caseId, 'fengyao', 100 + n)
  const first = (await trial.ask('bai', 'GET', '/api/payments')).text
  const page = JSON.parse(first) as { items: { id: string }[]; next: string; count: number; more: boolean }
  expect([page.items.length, page.count, page.more]).toEqual([50, 56, false])
  const rest = JSON.parse((await trial.ask('bai', 'GET', `/api/payments?after=${page.next}`)).text) as typeof page
  expect(rest.next).toBeNull()
  expect(new Set([...page.items, ...rest.items].map(({ id }) => id)).size).toBe(56)
})

test('the receipt prints for the company that paid, in both languages', async () => {
  const caseId = await charged('GW-2026-0003', 'chengji', 12_345)
  const number = await pay(caseId, 'chengji', 12_345)
  for (const language of ['zh', 'en']) {
    const answer = await trial.ask('qin', 'GET', `/api/payments/${number}/receipt.pdf`, undefined, {
      'accept-language': language,
    })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(answer.text.startsWith('%PDF-')).toBe(true)
  }
  expect(await status('bai', `/api/payments/${number}/receipt.pdf`)).toBe(404)
})

test('a payment is taken back by two persons of the finance office, and everybody concerned is told', async () => {
  const caseId = await charged('GW-2026-0004', 'chengji', 4_500)
  const number = await pay(caseId, 'chengji', 4_500)
  const url = `/api/payments/${number}/reversal`
  expect((await trial.ask('lu', 'POST', url, { reason: '错收' })).status).toBe(404)
  expect((await trial.ask('yao', 'POST', url, { reason: ' ' })).status).toBe(400)
  const asked = await trial.ask('yao', 'POST', url, { reason: '错收' })
  expect(asked.status).toBe(201)
  const { id } = json(asked.text)
  expect(json((await trial.ask('xu', 'GET', '/api/reversals')).text).items).toMatchObject([
    { id, own: false, paymentNumber: number },
  ])
  expect(json((await trial.ask('yao', 'GET', '/api/reversals')).text).items).toMatchObject([{ id, own: true }])

  const approve = `/api/reversals/${id}/approve`
  expect((await trial.ask('yao', 'POST', approve, { receipt: 'returned' })).status).toBe(403)
  const key = { 'idempotency-key': 'approve-it-once-0001' }
  const done = await trial.ask('xu', 'POST', approve, { receipt: 'returned' }, key)
  expect(done.status).toBe(200)
  expect((await trial.ask('xu', 'POST', approve, { receipt: 'returned' }, key)).text).toBe(done.text)
  expect((await trial.ask('xu', 'POST', approve, { receipt: 'returned' })).status).toBe(409)

  expect(json((await trial.ask('yao', 'GET', '/api/statements/case/GW-2026-0004')).text).unpaidFen).toBe(4_500)
  const card = (await trial.ask('yao', 'GET', `/api/payments/${number}`)).text
  expect(JSON.parse(card)).toMatchObject({
    state: 'reversed',
    receipt: { state: 'returned' },
    requests: [{ approved: true }],
  })
  while ((await deliver(trial.house)) > 0);
  for (const [who, event] of [
    ['yao', 'ledger.paymentReversed'],
    ['lu', 'ledger.paymentReversed'],
    ['xu', 'ledger.reversalAsked'],
  ] as const) {
    expect(JSON.parse((await trial.ask(who, 'GET', '/api/inbox')).text).items).toContainEqual(
      expect.objectContaining({ event }),
    )
  }
})

test('a customer pays his account with what was taken back, never more than it owes', async () => {
  const caseId = await charged('GW-2026-0005', 'chengji', 3_000)
  const customerId = trial.customer.chengji
  await trial.house.database.asHouse((tx) => putOnAccount(tx, { caseId, customerId, at, byId: trial.id.lu }))
  const body = { customerId, method: 'transfer', payer: '澄霁', amountFen: 7_501, reference: '' }
  expect((await trial.ask('yao', 'POST', '/api/payments', body)).body).toMatchObject({ code: 'amountBeyondDebt' })
  expect((await trial.ask('lu', 'POST', '/api/payments', body)).status).toBe(404)
  expect((await trial.ask('yao', 'POST', '/api/payments', { ...body, amountFen: 7_500 })).status).toBe(201)
  expect(json((await trial.ask('qin', 'GET', '/api/statements/account/T003')).text)).toMatchObject({ unpaidFen: 0 })
})

test('after all this the books hold', async () => {
  const { rows } = await trial.house.database.pool.query(await readFile(books, 'utf8'))
  expect(rows).toEqual([])
})

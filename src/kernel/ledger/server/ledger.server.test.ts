import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { freshDatabase, type FreshDatabase } from '#test/database.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '#kernel/database/database.ts'
import type { ChargeLine, Collected } from '#kernel/process/define.ts'
import { uuidv7 } from '#lib/uuid.ts'
import { collectForCase, collectOnAccount } from './collect.ts'
import { chargeCase, putOnAccount, unpaidOfCase } from './post.ts'
import { approveReversal, denyReversal, requestReversal } from './reversal.ts'

const at = '2026-11-24T02:00:00.000Z'
const cashLimitFen = 500_000
const cashier = uuidv7(1)
const manager = uuidv7(2)
const customerId = uuidv7(3)

let fresh: FreshDatabase
let database: Database
let cases = 0

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase({ connectionString: fresh.url, max: 20 })
  await database.asHouse(async (tx) => {
    await tx
      .insertInto('people')
      .values([
        { id: cashier, kind: 'staff', name: '收费员' },
        { id: manager, kind: 'staff', name: '财务经理' },
      ])
      .execute()
    await tx
      .insertInto('customers')
      .values({ id: customerId, code: 'T001', name: '甲公司', short_name: '甲', kind: 'tenant' })
      .execute()
    await tx.insertInto('process_edges').values({ process: 'repair', from_state: '', to_state: 'billed' }).execute()
  })
})

afterAll(async () => {
  await database.close()
  await fresh.drop()
})

async function openCase(): Promise<string> {
  cases += 1
  const id = uuidv7(1000 + cases)
  await database.asHouse((tx) =>
    tx
      .insertInto('cases')
      .values({
        id,
        process: 'repair',
        number: `GW-2026-${String(cases).padStart(4, '0')}`,
        state: 'billed',
        title: '灯不亮',
        customer_id: customerId,
        opened_as: 'staff',
        opened_at: at,
        entered_at: at,
      })
      .execute(),
  )
  return id
}

const line = (amountFen: number): ChargeLine => ({
  item: 'R01',
  description: '更换灯管',
  quantity: '1',
  unitPriceFen: amountFen,
  amountFen,
  taxRateBp: 600,
  explained: { price: 'R01' },
})

let charged = Date.parse(at)
/** Each bill a millisecond after the one before. */
const later = () => new Date((charged += 1)).toISOString()

const charge = (caseId: string, ...amounts: number[]) =>
  database.asHouse((tx) =>
    chargeCase(tx, {
      caseId,
      customerId,
      unitId: null,
      lines: amounts.map(line),
      onAccount: false,
      at: later(),
      byId: cashier,
      today: '2026-11-24',
    }),
  )

const money = (amountFen: number, method: Collected['method'] = 'code'): Collected => ({
  method,
  payer: '甲公司',
  amountFen,
  reference: '',
  carriedBy: null,
})

const pay = (caseId: string, collected: Collected) =>
  database.asHouse((tx) => collectForCase(tx, { caseId, customerId, collected, cashLimitFen, at, byId: cashier }))

const owed = (caseId: string) => database.asHouse((tx) => unpaidOfCase(tx, caseId))

async function faultsInTheBooks(): Promise<unknown[]> {
  const text = await readFile(join(import.meta.dirname, '..', 'invariants.sql'), 'utf8')
  return (await database.pool.query(text)).rows
}

test('a case is charged with tax inside the price, paid in full, and receipted in characters', async () => {
  const caseId = await openCase()
  expect(await charge(caseId, 10_600, 0, 3_000)).toBe(13_600)
  expect(await owed(caseId)).toEqual({ charged: 13_600, unpaid: 13_600, onAccount: 0 })

  const paid = await pay(caseId, money(13_600))
  expect(paid).toMatchObject({ paymentNumber: 'SK-2026-0001', receiptNumber: 'SJ-2026-0001' })
  expect(await owed(caseId)).toEqual({ charged: 13_600, unpaid: 0, onAccount: 0 })

  const receipt = await database.asHouse((tx) =>
    tx.selectFrom('receipts').selectAll().where('number', '=', 'SJ-2026-0001').executeTakeFirstOrThrow(),
  )
  expect(receipt.in_words).toBe('壹佰叁拾陆元整')
  expect(receipt.lines).toMatchObject([{ paidFen: 10_600 }, { paidFen: 3_000 }])
  const { rows } = await database.asHouse((tx) =>
    sql`select account, sum(amount_fen)::int as fen from ledger_postings group by account order by account`.execute(tx),
  )
  expect(rows).toEqual([
    { account: '1012', fen: 13_600 },
    { account: '1122', fen: 0 },
    { account: '2221', fen: -770 },
    { account: '6001', fen: -12_830 },
  ])
  expect(await faultsInTheBooks()).toEqual([])
})

test('another amount than what is owed, nothing owed, and too much cash are refused and leave no number behind', async () => {
  const caseId = await openCase()
  expect(await pay(caseId, money(100))).toEqual({ refused: 'nothingOwed', owedFen: 0 })
  await charge(caseId, 600_000)
  expect(await pay(caseId, money(599_999))).toEqual({ refused: 'amountDiffers', owedFen: 600_000 })
  expect(await pay(caseId, money(600_000, 'cash'))).toEqual({ refused: 'cashAboveLimit', owedFen: 600_000 })
  expect(await pay(caseId, money(600_000, 'transfer'))).toMatchObject({ paymentNumber: 'SK-2026-0002' })
  expect(await faultsInTheBooks()).toEqual([])
})

test('of 64 who pay one case at the same moment exactly one is believed', async () => {
  const caseId = await openCase()
  await charge(caseId, 2_000)
  const answers = await Promise.all(Array.from({ length: 64 }, () => pay(caseId, money(2_000))))
  expect(answers.filter((answer) => 'paymentNumber' in answer)).toHaveLength(1)
  expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'nothingOwed')).toHaveLength(63)
  expect(await faultsInTheBooks()).toEqual([])
})

test('what goes to the account stays owed, and is paid oldest first in parts', async () => {
  const [first, second] = [await openCase(), await openCase()]
  await charge(first, 1_000)
  await charge(second, 500)
  for (const caseId of [first, first, second]) {
    await database.asHouse((tx) => putOnAccount(tx, { caseId, customerId, at, byId: cashier }))
  }
  expect(await owed(first)).toEqual({ charged: 1_000, unpaid: 1_000, onAccount: 1_000 })

  const payAccount = (fen: number) =>
    database.asHouse((tx) =>
      collectOnAccount(tx, { customerId, collected: money(fen), cashLimitFen, at, byId: cashier }),
    )
  expect(await payAccount(1_501)).toEqual({ refused: 'amountBeyondDebt', owedFen: 1_500 })
  expect(await payAccount(0)).toEqual({ refused: 'amountDiffers', owedFen: 1_500 })
  expect(await payAccount(1_200)).toHaveProperty('receiptId')
  expect([(await owed(first)).unpaid, (await owed(second)).unpaid]).toEqual([0, 300])
  expect(await payAccount(300)).toHaveProperty('receiptId')
  expect(await payAccount(300)).toEqual({ refused: 'nothingOwed', owedFen: 0 })
  expect(await faultsInTheBooks()).toEqual([])
})

test('a payment is taken back by two persons, and the case owes again', async () => {
  const caseId = await openCase()
  await charge(caseId, 4_500)
  const paid = await pay(caseId, money(4_500))
  if ('refused' in paid) throw new Error(paid.refused)
  const request = (byId: string) =>
    database.asHouse((tx) => requestReversal(tx, { number: paid.paymentNumber, reason: '错收', byId, at }))
  const approve = (requestId: string, byId: string) =>
    database.asHouse((tx) => approveReversal(tx, { requestId, receipt: 'returned', byId, at }))

  const denied = await request(cashier)
  if ('refused' in denied) throw new Error(denied.refused)
  expect(await request(manager)).toEqual({ refused: 'alreadyRequested' })
  expect(await approve(denied.id, cashier)).toEqual({ refused: 'notYourOwn' })
  await database.asHouse((tx) => denyReversal(tx, { requestId: denied.id, denial: '没有错', byId: manager, at }))
  expect(await approve(denied.id, manager)).toEqual({ refused: 'alreadyDecided' })

  const asked = await request(cashier)
  if ('refused' in asked) throw new Error(asked.refused)
  const both = await Promise.all([approve(asked.id, manager), approve(asked.id, manager)])
  expect(both.filter((answer) => 'reversalNumber' in answer)).toHaveLength(1)
  expect(both).toContainEqual({ refused: 'alreadyDecided' })
  expect(both.find((answer) => 'reversalNumber' in answer)).toMatchObject({ cases: [{ id: caseId }] })

  expect(await owed(caseId)).toEqual({ charged: 4_500, unpaid: 4_500, onAccount: 4_500 })
  expect(await request(cashier)).toEqual({ refused: 'alreadyRequested' })
  expect(await pay(caseId, money(4_500))).toHaveProperty('receiptId')
  expect(await faultsInTheBooks()).toEqual([])
})

test('nobody edits the books, and a tenant reads his own payments and nothing else', async () => {
  await expect(database.asHouse((tx) => sql`update charges set amount_fen = 1`.execute(tx))).rejects.toThrow(
    /permission denied/,
  )
  await expect(database.asHouse((tx) => sql`delete from payments`.execute(tx))).rejects.toThrow(/permission denied/)
  const tenant = (company: string) => ({
    kind: 'customer' as const,
    id: uuidv7(9),
    name: '',
    roles: ['TADM' as const],
    customerId: company,
    guestTokenHash: null,
  })
  const seen = (company: string) =>
    database.as(tenant(company), (tx) =>
      sql`select (select count(*) from payments)::int as payments, (select count(*) from receipts)::int as receipts,
                 (select count(*) from allocations)::int as allocations, (select count(*) from ledger_postings)::int as postings,
                 (select count(*) from reversal_requests)::int as requests`.execute(tx),
    )
  expect((await seen(uuidv7(77))).rows).toEqual([
    { payments: 0, receipts: 0, allocations: 0, postings: 0, requests: 0 },
  ])
  const { rows } = await seen(customerId)
  expect(rows).toEqual([expect.objectContaining({ postings: 0, requests: 0 })])
  expect(rows[0]).not.toMatchObject({ payments: 0 })
})

test('five digits follow 9999, and every year begins anew', async () => {
  const { gapFreeNumber } = await import('#kernel/forms/server/numbers.ts')
  await database.asHouse(async (tx) => {
    await tx.insertInto('number_series').values({ prefix: 'CJ', year: 2026, last: 9998 }).execute()
    expect(await gapFreeNumber(tx, 'CJ', 2026)).toBe('CJ-2026-9999')
    expect(await gapFreeNumber(tx, 'CJ', 2026)).toBe('CJ-2026-10000')
    expect(await gapFreeNumber(tx, 'CJ', 2027)).toBe('CJ-2027-0001')
  })
})

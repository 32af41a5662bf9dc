import { freshDatabase, type FreshDatabase } from '#test/database.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '#kernel/database/database.ts'
import { uuidv7 } from '#lib/uuid.ts'
import { copiesOf, countPrint, handCopy, makeDocument, voidDocuments } from './documents.ts'
import { looseNumber, yearOf } from './numbers.ts'

const at = '2026-11-24T02:00:00.000Z'
const caseId = uuidv7(1)
const form = 'F-30'

let fresh: FreshDatabase
let database: Database

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase({ connectionString: fresh.url })
  await database.asHouse(async (tx) => {
    await tx.insertInto('process_edges').values({ process: 'repair', from_state: '', to_state: 'registered' }).execute()
    await tx
      .insertInto('cases')
      .values({
        id: caseId,
        process: 'repair',
        number: 'GW-2026-0001',
        state: 'registered',
        title: '灯不亮',
        opened_as: 'staff',
        opened_at: at,
        entered_at: at,
      })
      .execute()
  })
})

afterAll(async () => {
  await database.close()
  await fresh.drop()
})

const make = (version: string, ...copies: string[]) =>
  database.asHouse((tx) => makeDocument(tx, { caseId, form, number: 'GW-2026-0001', version, copies, byId: null, at }))
const hand = (copy: number, to = '王海') =>
  database.asHouse((tx) => handCopy(tx, { caseId, form, copy, to, byId: null, at }))

test('a paper is issued once, with the version and the copies it was issued with', async () => {
  await make('1.0', 'customerService', 'engineering', 'finance', 'customer')
  await make('2.0', 'customerService')
  const copies = await database.asHouse((tx) => copiesOf(tx, caseId))
  expect(copies.map(({ copy, goesTo }) => [copy, goesTo])).toEqual([
    [1, 'customerService'],
    [2, 'engineering'],
    [3, 'finance'],
    [4, 'customer'],
  ])
})

test('a copy is handed over once, also when two try', async () => {
  const both = await Promise.allSettled([hand(2), hand(2, '李明')])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(hand(2)).rejects.toMatchObject({ spec: { code: 'copyHanded' } })
  await expect(hand(5)).rejects.toMatchObject({ spec: { code: 'noSuchCopy' } })
  const copies = await database.asHouse((tx) => copiesOf(tx, caseId))
  expect(copies.filter(({ handedTo }) => handedTo !== null)).toHaveLength(1)
})

test('prints are counted from the first', async () => {
  const count = () => database.asHouse((tx) => countPrint(tx, caseId, form))
  expect([await count(), await count(), await count()]).toEqual([0, 1, 2])
  expect(await database.asHouse((tx) => countPrint(tx, caseId, 'F-32'))).toBeNull()
})

test('the papers of a cancelled case stay but count no more', async () => {
  await database.asHouse((tx) => voidDocuments(tx, caseId))
  expect(await database.asHouse((tx) => copiesOf(tx, caseId))).toEqual([])
  await expect(hand(1)).rejects.toMatchObject({ spec: { code: 'copyVoid' } })
})

test('fifty desks that open papers at once get fifty numbers, in the year of Shanghai', async () => {
  const year = yearOf('2026-12-31T16:00:00.000Z')
  expect(year).toBe(2027)
  const numbers = await Promise.all(
    Array.from({ length: 50 }, () => database.asHouse((tx) => looseNumber(tx, 'GW', year))),
  )
  expect(new Set(numbers).size).toBe(50)
  expect(numbers.every((number) => /^GW-2027-00\d\d$/.test(number))).toBe(true)
})

import { setTimeout as wait } from 'node:timers/promises'
import { freshDatabase, type FreshDatabase } from '#test/database.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '#kernel/database/database.ts'
import type { Change, House } from '#kernel/http/server/house.ts'
import { uuidv7 } from '#lib/uuid.ts'
import { deliver, inboxChannel, keepDelivering } from './deliver.ts'
import { type Live, openEvents } from './events.ts'
import { announce, tell } from './tell.ts'

const at = '2026-11-24T02:00:00.000Z'
const [lead, second, gone, tenant, foreigner] = [1, 2, 3, 4, 5].map((n) => uuidv7(n)) as [
  string,
  string,
  string,
  string,
  string,
]
const [ours, theirs] = [uuidv7(11), uuidv7(12)] as [string, string]
const caseId = uuidv7(20)

let fresh: FreshDatabase
let database: Database
let live: Live
let house: House

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase({ connectionString: fresh.url })
  live = await openEvents({ connectionString: fresh.url })
  house = { database, now: () => at, log: { warn: () => undefined } } as unknown as House
  await database.asHouse(async (tx) => {
    const staff = (id: string, name: string, active = true) => ({ id, kind: 'staff', name, active })
    const contact = (id: string, name: string) => ({ id, kind: 'contact', name })
    await tx
      .insertInto('people')
      .values([staff(lead, '主管'), staff(second, '副主管'), staff(gone, '离职', false)])
      .execute()
    await tx
      .insertInto('people')
      .values([contact(tenant, '甲方'), contact(foreigner, '乙方')])
      .execute()
    const company = (id: string, code: string) => ({ id, code, name: code, short_name: code, kind: 'tenant' })
    await tx
      .insertInto('customers')
      .values([company(ours, 'T001'), company(theirs, 'T002')])
      .execute()
    await tx
      .insertInto('contacts')
      .values([
        { person_id: tenant, customer_id: ours },
        { person_id: foreigner, customer_id: theirs },
      ])
      .execute()
    await tx
      .insertInto('person_roles')
      .values([
        { person_id: lead, role: 'CSS' },
        { person_id: second, role: 'CSS' },
        { person_id: gone, role: 'CSS' },
        { person_id: tenant, role: 'TADM' },
        { person_id: foreigner, role: 'TADM' },
      ])
      .execute()
    await tx.insertInto('process_edges').values({ process: 'repair', from_state: '', to_state: 'registered' }).execute()
    await tx
      .insertInto('cases')
      .values({
        id: caseId,
        process: 'repair',
        number: 'GW-2026-0001',
        state: 'registered',
        title: '灯不亮',
        customer_id: ours,
        opened_as: 'staff',
        opened_at: at,
        entered_at: at,
      })
      .execute()
  })
})

afterAll(async () => {
  await live.close()
  await database.close()
  await fresh.drop()
})

const told = (to: Parameters<typeof tell>[1]['to'], byId: string | null = null) =>
  database.asHouse((tx) => tell(tx, { caseId, event: 'delivered', data: { number: 'GW-2026-0001' }, to, at, byId }))

async function takeInbox(): Promise<string[]> {
  return await database.asHouse(async (tx) => {
    const rows = await tx.selectFrom('inbox').select(['person_id', 'data']).orderBy('id').execute()
    await tx.deleteFrom('inbox').execute()
    for (const { data } of rows) expect(data).toEqual({ number: 'GW-2026-0001' })
    return rows.map(({ person_id }) => person_id).toSorted()
  })
}

test('a role is every active person who holds it, and nobody is told of his own deed', async () => {
  await told([{ role: 'CSS' }], lead)
  await told([{ personId: gone }, { personId: lead }])
  expect(await deliver(house)).toBe(3)
  expect(await takeInbox()).toEqual([second, lead].toSorted())
})

test("a tenant's role is told to his own company only", async () => {
  await told([{ role: 'TADM' }])
  await database.asHouse((tx) => tell(tx, { caseId: null, event: 'delivered', data: {}, to: [{ role: 'TADM' }], at }))
  await deliver(house)
  expect(await takeInbox()).toEqual([tenant])
})

test('eight who deliver at once deliver every line once', async () => {
  for (let times = 0; times < 20; times += 1) await told(Array.from({ length: 10 }, () => ({ role: 'CSS' })))
  const taken = await Promise.all(Array.from({ length: 8 }, () => deliver(house)))
  expect(taken.reduce((a, b) => a + b)).toBe(200)
  expect(await deliver(house)).toBe(0)
  expect(await takeInbox()).toHaveLength(400)
})

test('a channel that fails leaves the rows waiting, and the next try reaches each person once', async () => {
  await told([{ role: 'CSS' }])
  const broken = { name: 'broken', send: () => Promise.reject(new Error('no line')) }
  await expect(deliver(house, [inboxChannel, broken])).rejects.toThrow('no line')
  expect(await takeInbox()).toEqual([])
  await deliver(house)
  expect(await takeInbox()).toHaveLength(2)
})

test('what is told is delivered by itself, and the screens of who was told hear of it', async () => {
  const heard: Change[] = []
  const deaf = live.listen((change) => heard.push(change))
  const delivery = keepDelivering(house, live, 60_000)
  await told([{ personId: lead }])
  const notice = { process: '', number: '', customerId: null, people: [lead], what: 'inbox' }
  await expect.poll(() => heard, { timeout: 5_000 }).toContainEqual(notice)
  await delivery.stop()
  deaf()
  expect(await takeInbox()).toEqual([lead])
})

test('a change is announced only by the commit, and people beyond what a notice holds are left out', async () => {
  const heard: Change[] = []
  const deaf = live.listen((change) => heard.push(change))
  const change = { process: 'repair', number: 'GW-2026-0001', customerId: ours, people: [], what: 'moved' } as const
  await expect(
    database.asHouse(async (tx) => {
      await announce(tx, change)
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow()
  await database.asHouse((tx) => announce(tx, { ...change, people: Array.from({ length: 900 }, (_, n) => uuidv7(n)) }))
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(1)
  expect(heard[0]).toMatchObject({ number: 'GW-2026-0001' })
  expect(heard[0]?.people.length).toBeGreaterThan(50)
  deaf()
})

test('a listener whose connection is cut listens again and says that it may have missed something', async () => {
  const heard: Change[] = []
  let gaps = 0
  const deaf = [live.listen((change) => heard.push(change)), live.onGap(() => (gaps += 1))]
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'",
  )
  await expect.poll(() => gaps, { timeout: 10_000 }).toBe(1)
  await database.asHouse((tx) =>
    announce(tx, { process: 'repair', number: 'GW-2026-0001', customerId: null, people: [], what: 'moved' }),
  )
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(1)
  for (const stop of deaf) stop()
})

test('a session that ends, a role taken and an account closed are heard at once', async () => {
  const heard: string[] = []
  const deaf = live.onSession((personId) => heard.push(personId))
  await database.asHouse(async (tx) => {
    await tx
      .insertInto('sessions')
      .values({ token_hash: 'x', person_id: lead, stage: 'full', created_at: at, seen_at: at, expires_at: at })
      .execute()
    await tx.deleteFrom('sessions').where('token_hash', '=', 'x').execute()
    await tx.deleteFrom('person_roles').where('person_id', '=', second).execute()
    await tx.updateTable('people').set({ active: false }).where('id', '=', tenant).execute()
    await tx.updateTable('people').set({ name: '新名字' }).where('id', '=', foreigner).execute()
  })
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(3)
  await wait(50)
  expect(heard.toSorted()).toEqual([lead, second, tenant].toSorted())
  deaf()
})

test('a person reads only his own inbox', async () => {
  await told([{ personId: lead }])
  await deliver(house)
  const actor = { kind: 'staff', id: second, name: '', roles: ['CSS'], customerId: null, guestTokenHash: null } as const
  const seen = await database.as(actor, (tx) => tx.selectFrom('inbox').select('id').execute())
  expect(seen).toEqual([])
  const waiting = await database.as(actor, (tx) => tx.selectFrom('outbox').select('id').execute())
  expect(waiting).toEqual([])
})

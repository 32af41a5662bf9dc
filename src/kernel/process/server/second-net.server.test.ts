import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/process/roles.ts'
import { codeOf, constraintOf } from '#kernel/database/database.ts'
import { uuidv7 } from '#lib/uuid.ts'
import { type TestHouse, testHouse } from '#test/house.ts'
import { invariants } from '#test/invariants.ts'
import { charged, type Desk, deskOf } from '#test/repair-desk.ts'
import { columnKinds, columnOf } from './slip-rows.ts'
import { verifyChains } from './timeline.ts'

/* The database by itself: what the code would never ask is refused even when somebody asks it, under the roles the server acts as. */

let here: TestHouse
let desk: Desk
let paid: string

beforeAll(async () => {
  here = await testHouse()
  desk = deskOf(here)
  paid = await charged(here, 'billed')
  await desk.step('ye', paid, 'note', { text: 'x' }).catch(() => undefined)
  await desk.step('yao', paid, 'collect', { method: 'cash', payer: '秦澜', amountFen: 9000 })
})
afterAll(() => here.close())

type Role = 'atrium_app' | 'atrium_house'
const roles: readonly Role[] = ['atrium_app', 'atrium_house']

/** SQLSTATE with which the database refuses this as that role acting for the house; 'done' when it does not. Nothing stays. */
async function refusal(role: Role, sql: string, values: unknown[] = []): Promise<string> {
  const client = await here.house.database.pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('role', $1, true), set_config('atrium.kind', 'system', true)`, [role])
    await client.query(sql, values)
    await client.query('set constraints all immediate')
    return 'done'
  } catch (error) {
    return constraintOf(error) ?? codeOf(error) ?? 'unknown'
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const caseId = async (number: string) =>
  (await here.house.database.pool.query<{ id: string }>('select id from cases where number = $1', [number])).rows[0]?.id

test('a move the definition does not know is refused, and so is a version that does not follow', async () => {
  const number = await desk.open('lu')
  const move = `update cases set state = $2, version = version + $3 where number = $1`
  for (const role of roles) {
    for (const state of ['archived', 'done', 'settled', 'nonsense', ''])
      expect([state, await refusal(role, move, [number, state, 1])]).toEqual([state, '23000'])
    for (const jump of [0, 2, -1]) expect(await refusal(role, move, [number, 'delivered', jump])).toBe('23000')
    expect(await refusal(role, move, [number, 'delivered', 1])).toBe('done')
    expect(
      await refusal(role, `update cases set number = 'GW-2026-9999', version = version + 1 where number = $1`, [
        number,
      ]),
    ).toBe('23000')
  }
})

test('a case is opened only where its process opens, and never deleted', async () => {
  const insert = `insert into cases (id, process, number, state, title, opened_as, opened_at, entered_at) values ($1, 'repair', 'GW-2026-7777', $2, 'x', 'system', now(), now())`
  for (const role of roles) {
    expect(await refusal(role, insert, [uuidv7(0), 'archived'])).toBe('23000')
    expect(await refusal(role, insert, [uuidv7(0), 'registered'])).toBe('done')
    expect(await refusal(role, 'delete from cases where number = $1', [paid])).toBe('42501')
    expect(await refusal(role, 'truncate cases cascade')).toBe('42501')
  }
})

test('what was written stays: timeline, books, parameters, prices and the security log are only added to', async () => {
  const kept = [
    'timeline',
    'ledger_entries',
    'ledger_postings',
    'charges',
    'payments',
    'allocations',
    'account_releases',
    'parameters',
    'price_items',
    'security_log',
  ]
  for (const role of roles)
    for (const table of kept) {
      const { rows } = await here.house.database.pool.query<{ name: string }>(
        `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position desc limit 1`,
        [table],
      )
      const column = rows[0]?.name ?? ''
      expect([role, table, await refusal(role, `update ${table} set ${column} = ${column}`)]).toEqual([
        role,
        table,
        '42501',
      ])
      expect([role, table, await refusal(role, `delete from ${table}`)]).toEqual([role, table, '42501'])
    }
})

test('the owner himself is stopped by the trigger when he edits what was written', async () => {
  for (const table of ['timeline', 'ledger_postings', 'payments', 'charges', 'allocations'])
    await expect(here.house.database.pool.query(`delete from ${table}`)).rejects.toMatchObject({ code: '23001' })
  await expect(here.house.database.pool.query('delete from cases')).rejects.toMatchObject({ code: '23001' })
})

test('an entry out of balance and an allocation beyond the debt are refused', async () => {
  const id = await caseId(paid)
  const entry = `with entry as (insert into ledger_entries (id, kind, happened_on, written_at) values ($1, 'charge', '2026-11-23', now()) returning id)
    insert into ledger_postings (entry_id, line, account, customer_id, amount_fen) select id, line, '1001', null, fen from entry, (values (1, 100), (2, $2::int)) as p (line, fen)`
  for (const role of roles) {
    expect(await refusal(role, entry, [uuidv7(0), -99])).toBe('entry_balances')
    expect(await refusal(role, entry, [uuidv7(0), -100])).toBe('done')
    const twice = `insert into allocations (payment_id, charge_id, amount_fen, written_at)
      select p.id, c.id, 1, now() from payments p, charges c where c.case_id = $1 and not exists (select from allocations a where a.payment_id = p.id and a.charge_id = c.id)`
    expect(['done', 'allocation_fits']).toContain(await refusal(role, twice, [id]))
    const again = `with paid as (insert into payments (id, number, entry_id, customer_id, payer, method, amount_fen, received_at, received_by)
      select $2, 'SK-2026-9999', entry_id, customer_id, payer, method, 5, now(), received_by from payments limit 1 returning id)
      insert into allocations (payment_id, charge_id, amount_fen, written_at) select paid.id, charges.id, 5, now() from paid, charges where case_id = $1 limit 1`
    expect(await refusal(role, again, [id, uuidv7(0)])).toBe('allocation_fits')
  }
})

test('a unit is let once at a time, and nobody stands above himself', async () => {
  const letting = `insert into tenancy_units (tenancy_id, unit_id, during)
    select t.id, u.id, $2::daterange from tenancies t, units u where t.customer_id = $1 and u.code = '1-1701'`
  expect(await refusal('atrium_house', letting, [here.customer.fengyao, '[2026-01-01,2027-01-01)'])).toBe(
    'unit_let_once',
  )
  expect(await refusal('atrium_house', letting, [here.customer.fengyao, '[2029-01-01,2030-01-01)'])).toBe('done')
  const above = 'update staff set superior_id = $2 where person_id = $1'
  expect(await refusal('atrium_house', above, [here.id.zhou, here.id.lu])).toBe('staff_superior_acyclic')
})

test('every table that holds a customer, a case or what hangs on one has row-level security on', async () => {
  const { rows } = await here.house.database.pool.query<{ name: string }>(
    `select distinct c.table_name as name from information_schema.columns c join pg_class on relname = c.table_name and relkind = 'r'
      where c.table_schema = 'public' and c.column_name in ('customer_id', 'case_id', 'payment_id', 'charge_id', 'document_id', 'entry_id', 'tenancy_id') and not relrowsecurity order by 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual([])
})

test('a tenant’s session finds nothing of another company in any table', async () => {
  const foreign = await desk.open('bai', { channel: 'portal', category: 'power', problem: '枫杳的秘密插座' }, 'fengyao')
  const photo = await desk.upload('bai')
  await desk.step('bai', foreign, 'attach', { photos: [photo] })
  await desk.step('lu', foreign, 'quote', { lines: [{ code: 'R04', quantity: '2' }], estimateFen: 0 })
  await desk.step('bai', foreign, 'agree', { how: 'platform', agreedFen: 4000 })
  await desk.step('lu', foreign, 'deliver', {})
  here.setClock('2026-11-23T06:00:00.000Z')
  await here.pass(0)
  here.setClock('2026-11-23T01:00:00.000Z')
  const id = await caseId(foreign)
  const secrets = [foreign, id, here.customer.fengyao, '枫杳', 'T004', photo]
  const qin: Actor = {
    kind: 'customer',
    id: here.id.qin,
    name: '秦澜',
    roles: ['TADM'],
    customerId: here.customer.chengji,
    guestTokenHash: null,
  }
  const guest: Actor = {
    kind: 'guest',
    id: null,
    name: '',
    roles: ['GUEST'],
    customerId: null,
    guestTokenHash: 'f'.repeat(64),
  }
  const tables = await here.house.database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const found = async (actor: Actor, table: string) => {
    const client = await here.house.database.pool.connect()
    try {
      await client.query('begin')
      await client.query(
        `select set_config('role', 'atrium_app', true), set_config('atrium.kind', $1, true), set_config('atrium.customer', $2, true), set_config('atrium.person', $3, true), set_config('atrium.guest', $4, true)`,
        [actor.kind, actor.customerId ?? '', actor.id ?? '', actor.guestTokenHash ?? ''],
      )
      const { rows } = await client.query<{ count: number }>(
        `select count(*) as count from ${table} t where t::text like any ($1)`,
        [secrets.map((secret) => `%${secret}%`)],
      )
      return Number(rows[0]?.count)
    } catch (error) {
      return codeOf(error)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const open = async (actor: Actor) => {
    const counts = await Promise.all(tables.rows.map(async ({ name }) => [name, await found(actor, name)] as const))
    return counts.filter(([, count]) => count !== 0 && count !== '42501').map(([name]) => name)
  }
  expect(await open(qin)).toEqual([])
  expect(await open(guest)).toEqual([])
  const nobody: Actor = { ...guest, guestTokenHash: null }
  expect(await open(nobody)).toEqual([])
})

test('a line changed behind the house’s back breaks the chain at its number, whatever was changed', async () => {
  const number = await desk.open('lu')
  await desk.step('lu', number, 'note', { text: '说明' })
  await desk.step('lu', number, 'deliver', {})
  const id = await caseId(number)
  const changes = {
    at: `at + interval '1 minute'`,
    actor_id: 'null',
    actor_name: `'别人'`,
    actor_role: `'GM'`,
    action: `'cancel'`,
    to_state: `'cancelled'`,
    input: `'{"text":"另一说明"}'`,
    changes: `'{"problem":["a","b"]}'`,
    hash: `md5('x') || md5('y')`,
    previous_hash: `md5('x') || md5('y')`,
    actor_kind: `'customer'`,
    shown_to_customer: 'not shown_to_customer',
  }
  for (const [column, value] of Object.entries(changes)) {
    const client = await here.house.database.pool.connect()
    try {
      await client.query('alter table timeline disable trigger timeline_append_only')
      const { rows } = await client.query(`select * from timeline where case_id = $1 and seq = 2`, [id])
      await client.query(`update timeline set ${column} = ${value} where case_id = $1 and seq = 2`, [id])
      const breaks = await here.house.database.asHouse((tx) => verifyChains(tx))
      expect([column, breaks]).toEqual([column, [{ number, seq: 2 }]])
      const before = (rows[0] as Record<string, unknown>)[column]
      const plain =
        typeof before === 'object' && before !== null && !(before instanceof Date) ? JSON.stringify(before) : before
      await client.query(`update timeline set ${column} = $2 where case_id = $1 and seq = 2`, [id, plain])
    } finally {
      await client.query('alter table timeline enable trigger timeline_append_only')
      client.release()
    }
  }
  expect(await here.house.database.asHouse((tx) => verifyChains(tx))).toEqual([])
})

test('each process’s slip has exactly the columns of its shape, of the same kind, and empty where it may be', async () => {
  for (const { process } of here.house.modules) {
    const { rows } = await here.house.database.pool.query<{ name: string; type: string; empty: string }>(
      `select column_name as name, data_type as type, is_nullable as empty from information_schema.columns where table_schema = 'public' and table_name = $1`,
      [process.table],
    )
    const kinds = columnKinds(process.slip)
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['case_id', ...[...kinds.keys()].map(columnOf)].toSorted())
    const kindOf = (type: string) => (type === 'jsonb' ? 'json' : type === 'ARRAY' ? 'array' : 'plain')
    for (const [field, kind] of kinds) {
      const column = rows.find(({ name }) => name === columnOf(field))
      expect([field, kindOf(column?.type ?? '')]).toEqual([field, kind])
      const nullable = process.slip.shape[field]?.safeParse(null).success === true
      expect([field, column?.empty === 'YES']).toEqual([field, nullable])
    }
  }
})

test('after all of this every invariant of books and cases holds', async () => {
  expect(await invariants(here.house)).toEqual([])
})

test('lines cut off at the end of a chain are noticed', async () => {
  const number = await desk.open('lu')
  await desk.step('lu', number, 'note', { text: '说明' })
  const client = await here.house.database.pool.connect()
  try {
    await client.query('begin')
    await client.query('alter table timeline disable trigger timeline_append_only')
    await client.query('delete from timeline where seq = 2 and case_id = (select id from cases where number = $1)', [
      number,
    ])
    await client.query('alter table timeline enable trigger timeline_append_only')
    await client.query('commit')
  } finally {
    client.release()
  }
  expect(await here.house.database.asHouse((tx) => verifyChains(tx))).toEqual([{ number, seq: 2 }])
})

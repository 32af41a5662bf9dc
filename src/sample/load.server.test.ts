import { readFile, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { passwordFits } from '#kernel/people/server/passwords.ts'
import { verifyChains } from '#kernel/process/server/timeline.ts'
import { openHouse, type RunningHouse } from '#server/house.ts'
import { freshDatabase } from '#test/database.ts'
import { loadSampleIfEmpty } from './load.ts'
import { printSignIns } from './sign-ins.ts'

const now = '2026-11-23T07:00:00.000Z' // 15:00 in Shanghai, a Monday
const slips = 120

interface Loaded {
  readonly running: RunningHouse
  readonly varDir: string
  close(): Promise<void>
}

async function emptyHouse(at = now): Promise<Loaded> {
  const fresh = await freshDatabase()
  const varDir = await mkdtemp(join(tmpdir(), 'atrium-sample-'))
  const running = await openHouse({
    databaseUrl: fresh.url,
    varDir,
    origin: 'http://127.0.0.1:8080',
    webDir: null,
    perMinute: 1000,
    mostAtOnce: 100,
    trustProxy: false,
    logLevel: 'silent',
    now: () => at,
    connections: 4,
  })
  return {
    running,
    varDir,
    async close() {
      await running.close()
      await fresh.drop()
      await rm(varDir, { recursive: true, force: true })
    },
  }
}

let loaded: Loaded
const ask = async <Row>(query: string): Promise<Row[]> =>
  loaded.running.house.database.asHouse(async (tx) => (await sql.raw<Row>(query).execute(tx)).rows)
const number = async (query: string): Promise<number> => {
  const rows = await ask<{ n: number }>(query)
  return Number(rows[0]?.n)
}

beforeAll(async () => {
  loaded = await emptyHouse()
  await loadSampleIfEmpty(loaded.running.house, loaded.varDir, { slips, terminal: null })
}, 180_000)
afterAll(() => loaded.close())

/** Opened out of another case. */
const raised = `exists (select from case_links where lower_id = cases.id and kind = 'raised')`

describe('§12.1, §12.2: the towers', () => {
  test.each([
    ['226 office units', `select count(*) n from units where use = 'office'`, 226],
    ['of 52,939.00 m²', `select sum(area_cm2) / 10000.0 n from units where use = 'office'`, 52_939],
    ['21 commercial units', `select count(*) n from units where use = 'commercial'`, 21],
    ['of 5,590 m²', `select sum(area_cm2) / 10000.0 n from units where use = 'commercial'`, 5590],
    ['hotel and theatre as a whole', `select count(*) n from units where use in ('hotel', 'theatre')`, 2],
    ['32 lifts', `select count(*) n from lifts`, 32],
    ['790 spaces below', `select sum(spaces) n from parking_zones where level = 'underground'`, 790],
    ['28 outside', `select sum(spaces) n from parking_zones where level = 'surface'`, 28],
    ['no owner named', `select count(*) n from buildings where owner is not null`, 0],
    ['one manager named', `select count(*) n from buildings where manager is not null`, 1],
  ])('%s', async (_says, query, wanted) => expect(await number(query)).toBe(wanted))
})

describe('§12.3: the staff', () => {
  test('45, each with one superior except the general manager', async () => {
    expect(await number('select count(*) n from staff')).toBe(45)
    const alone = await ask<{ name: string }>(
      'select name from staff join people on id = person_id where superior_id is null',
    )
    expect(alone).toEqual([{ name: '周启明' }])
  })
  test('every role is held', async () =>
    expect(await number(`select count(distinct role) n from person_roles where role not like 'T%'`)).toBe(22))
  test('each signs in by name, telephone and mail with the one passphrase', async () => {
    expect(await number(`select count(*) n from login_names join staff using (person_id)`)).toBe(45 * 3)
    const kept = JSON.parse(await readFile(join(loaded.varDir, 'sign-ins.json'), 'utf8')) as { passphrase: string }
    const hashes = await ask<{ hash: string }>('select distinct password_hash as hash from accounts')
    expect(hashes).toHaveLength(1)
    expect(await passwordFits(kept.passphrase, hashes[0]?.hash ?? null)).toBe(true)
  })
  test('the passphrase is readable by its owner alone, and printed with one row a role', async () => {
    expect((await stat(join(loaded.varDir, 'sign-ins.json'))).mode & 0o777).toBe(0o600)
    const lines: string[] = []
    printSignIns(loaded.varDir, (line) => lines.push(line))
    for (const part of ['SYS', 'TADM', 'TUSR', 'lusiyuan', '客服部经理', 'Customer service manager'])
      expect(lines.join('\n')).toContain(part)
  })
})

describe('§12.4: the customers', () => {
  test.each([
    ['60 companies', 'select count(*) n from customers', 60],
    [
      '43,398.70 m² of offices let',
      `select sum(area_cm2) / 10000.0 n from tenancy_units join units on id = unit_id where use = 'office'`,
      43_398.7,
    ],
    [
      '121 units of tower 1',
      `select count(*) n from tenancy_units join units on id = unit_id where use = 'office' and building_code = '1'`,
      121,
    ],
    [
      '65 units of tower 2',
      `select count(*) n from tenancy_units join units on id = unit_id where use = 'office' and building_code = '2'`,
      65,
    ],
    ['two VIPs', 'select count(*) n from customers where vip', 2],
    ['everybody is in a portfolio', 'select count(*) n from customers where csa_id is null', 0],
    ['one authorised person each', `select count(*) n from contacts where 'authorised' = any(authorities)`, 60],
    [
      'two for emergencies each',
      `select min(n) n from (select count(*) n from contacts where 'emergency' = any(authorities) group by customer_id) each`,
      2,
    ],
    ['no telephone twice', `select count(*) - count(distinct phone) n from people`, 0],
    ['none outside the fictional block', `select count(*) n from people where phone not like '199-0000-%'`, 0],
    ['one lease still to begin', `select count(*) n from tenancies where state = 'coming'`, 1],
  ])('%s', async (_says, query, wanted) => expect(await number(query)).toBe(wanted))
  test('82.0 % of the office area is let', async () => expect(((43_398.7 / 52_939) * 100).toFixed(1)).toBe('82.0'))
})

describe('§12.5: the repairs', () => {
  test.each([
    ['as many as asked for', `select count(*) n from cases where process = 'repair'`, slips],
    ['35 % P3', `select count(*) n from cases where process = 'repair' and priority = 3`, 42],
    ['5 % P1', `select count(*) n from cases where process = 'repair' and priority = 1`, 6],
    ['8 % open', `select count(*) n from cases where process = 'repair' and closed_at is null`, 10],
    [
      '3 of them overdue',
      `select count(*) n from cases where process = 'repair' and closed_at is null and due_at < '${now}'`,
      3,
    ],
    ['one suspended', `select count(*) n from cases where state = 'suspended'`, 1],
    [
      'one reworked twice',
      `select count(*) n from cases join repair_slips on id = case_id where state = 'rework' and reworks = 2`,
      1,
    ],
    [
      'two escalations nobody accepted yet',
      `select count(*) n from escalations join cases on cases.id = case_id where process = 'repair' and accepted_at is null`,
      2,
    ],
    ['nothing lies in the future', `select count(*) n from timeline where at > '${now}'`, 0],
    [
      'numbers follow the time',
      `select count(*) n from (select number, lag(number) over (partition by process order by opened_at, number) before from cases) x where before > number`,
      0,
    ],
    [
      'receipts too',
      `select count(*) n from (select number, lag(number) over (order by issued_at, id) before from receipts) x where before > number`,
      0,
    ],
    [
      'read, except of the last day',
      `select count(*) n from inbox where (read_at is null) <> (at >= '2026-11-22T07:00:00Z')`,
      0,
    ],
    ['all delivered', 'select count(*) n from outbox where delivered_at is null', 0],
  ])('%s', async (_says, query, wanted) => expect(await number(query)).toBe(wanted))

  test('22 % paid, give or take one withdrawn before anybody had looked at it', async () => {
    const paid = await number(`select count(*) n from repair_slips where pricing = 'chargeable'`)
    expect(Math.abs(paid - 26)).toBeLessThanOrEqual(1)
  })
  test('most promises were kept, some were not', async () => {
    const kept = await number('select avg((met_at <= due_at)::int) n from deadlines where met_at is not null')
    expect(kept).toBeGreaterThan(0.9)
    expect(kept).toBeLessThan(1)
  })
  test('the books balance', async () => {
    const invariants = await readFile(join(import.meta.dirname, '../kernel/ledger/invariants.sql'), 'utf8')
    expect(await ask(invariants)).toEqual([])
    expect(await number('select count(*) n from payments')).toBeGreaterThan(5)
  })
  test('every timeline is whole', async () =>
    expect(await loaded.running.house.database.asHouse((tx) => verifyChains(tx))).toEqual([]))
  test('a second start changes nothing', async () => {
    expect(await loadSampleIfEmpty(loaded.running.house, loaded.varDir, { terminal: null })).toBe(false)
    expect(await number("select count(*) n from people where kind = 'staff'")).toBe(45)
  })
})

describe('§12.5: complaints and what goes with them', () => {
  test.each([
    ['six open, and of the others as many as belong to so many repairs', `process = 'complaint'`, 13],
    ['six of them open', `process = 'complaint' and closed_at is null`, 6],
    ['two joined into another', `process = 'complaint' and state = 'joined'`, 2],
    ['service slips without a complaint', `process = 'service-slip' and not ${raised}`, 11],
    ['messages', `process = 'message'`, 5],
    ['enquiries', `process = 'enquiry'`, 8],
    ['opinions', `process = 'opinion'`, 4],
    ['no corrective action without its complaint', `process = 'corrective-action' and not ${raised}`, 0],
  ])('%s', async (_says, which, wanted) =>
    expect(await number(`select count(*) n from cases where ${which}`)).toBe(wanted),
  )

  test('exactly three are not solved in their first round: an hour and a half old, with the manager, with the project manager', async () => {
    const rows = await ask<{ minutes: number; state: string; short_name: string; up: string | null }>(
      `select (extract(epoch from '${now}'::timestamptz - opened_at) / 60)::int as minutes, state, short_name,
        (select string_agg(role || ' ' || level || case when accepted_at is null then ' open' else ' accepted' end, ', ')
          from escalations where case_id = cases.id) as up
      from cases join complaint_slips on id = case_id join customers on customers.id = customer_id
      where process = 'complaint' and round = 1 and state in ('registered', 'assigned', 'dispatched', 'onSite', 'deferred')
      order by opened_at desc`,
    )
    expect(rows).toEqual([
      { minutes: 90, state: 'onSite', short_name: '晏清教育咨询', up: null },
      { minutes: 160, state: 'onSite', short_name: '泓钧昱保险经纪', up: 'CSM 1 open' },
      { minutes: expect.any(Number) as number, state: 'deferred', short_name: '瀚栎能源科技', up: 'PM 2 accepted' },
    ])
  })
  test('one is answered in writing today, two are in their second round', async () => {
    const ofToday = await number(
      `select count(*) n from deadlines join cases on cases.id = case_id
      where process = 'complaint' and state = 'replyPending' and clock = 'reply' and met_at is null
        and deadlines.due_at between '${now}' and '2026-11-23T16:00:00Z'`,
    )
    expect(ofToday).toBe(1)
    const again = `select count(*) n from cases join complaint_slips on id = case_id where round = 2 and state in ('dispatched', 'onSite')`
    expect(await number(again)).toBe(2)
  })
  test('nobody but the named ones has something to accept', async () => {
    const open = await ask<{ process: string; role: string }>(
      `select process, role from escalations join cases on cases.id = case_id
      where accepted_at is null and process <> 'repair' order by process`,
    )
    expect(open).toEqual([
      { process: 'complaint', role: 'CSM' },
      { process: 'enquiry', role: 'CSS' },
      { process: 'message', role: 'CSS' },
    ])
  })
  test.each([
    [
      'a corrective action waits for its effect in the second round',
      `select count(*) n from corrective_actions where round = 2`,
      1,
    ],
    ['a month of shifts is counted', 'select count(distinct day) n from call_counts', 30],
    ['three months of three departments are scored', 'select count(*) n from quality_scores', 9],
    ['all noted', 'select count(*) n from quality_scores where noted_at is null', 0],
  ])('%s', async (_says, query, wanted) => expect(await number(query)).toBe(wanted))
})

const shape = `select number, title, state, cases.priority, place, opened_at, closed_at, due_at, total_fen, conclusion
  from cases join repair_slips on id = case_id order by number`

test('the same day gives the same building; a load that breaks off leaves nothing', async () => {
  const [one, other] = [await emptyHouse(), await emptyHouse()]
  try {
    const shapes = []
    for (const { running, varDir } of [one, other]) {
      const broken = { ...running.house, modules: [] }
      await expect(loadSampleIfEmpty(broken, varDir, { slips: 12, terminal: null })).rejects.toThrow(
        'nothing of it was written',
      )
      await loadSampleIfEmpty(running.house, varDir, { slips: 12, terminal: null })
      shapes.push(await running.house.database.asHouse(async (tx) => (await sql.raw(shape).execute(tx)).rows))
    }
    expect(shapes[0]).toHaveLength(12)
    expect(shapes[0]).toEqual(shapes[1])
  } finally {
    await one.close()
    await other.close()
  }
}, 120_000)

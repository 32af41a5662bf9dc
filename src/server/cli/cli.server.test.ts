import { appendFile, mkdtemp, rm, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDatabase } from '#kernel/database/database.ts'
import { seedCalendar } from '#kernel/parameters/server/calendar.ts'
import { passwordFits } from '#kernel/people/server/passwords.ts'
import { type FreshDatabase, emptyDatabase, freshDatabase } from '#test/database.ts'
import { type TestHouse, testHouse } from '#test/house.ts'
import { deskOf } from '#test/repair-desk.ts'
import { atrium } from './atrium.ts'

let said: string
beforeEach(() => {
  said = ''
  const hear = (...parts: unknown[]) => {
    said += `${parts.join(' ')}\n`
  }
  vi.spyOn(console, 'log').mockImplementation(hear)
  vi.spyOn(console, 'error').mockImplementation(hear)
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

function run(url: string, varDir: string, ...typed: string[]): Promise<number> {
  vi.stubEnv('DATABASE_URL', url)
  vi.stubEnv('ATRIUM_VAR', varDir)
  return atrium(typed)
}

test('a misspelled command is told apart from a bad installation', async () => {
  expect(await atrium(['verfy'])).toBe(2)
  expect(await atrium(['user', 'add'])).toBe(2)
  expect(await atrium(['help'])).toBe(0)
})

describe('verify', () => {
  let here: TestHouse
  let varDir: string
  let number: string
  beforeAll(async () => {
    here = await testHouse()
    varDir = dirname(here.house.filesDir)
    const desk = deskOf(here)
    number = await desk.open('lu', { photos: [await desk.upload('lu')] })
    await desk.open('su')
  })
  afterAll(() => here.close())
  const verify = () => run(here.url, varDir, 'verify')
  const asOwner = async (statement: string) => {
    await here.house.database.pool.query(
      `set session_replication_role = replica; ${statement}; reset session_replication_role`,
    )
  }

  test('what was kept is as it was written', async () => {
    expect(await verify(), said).toBe(0)
    expect(said).toContain('every chain whole')
    expect(said).toContain('everything balances')
    expect(said).toContain('each as it was uploaded')
  })

  test('a line of the timeline that was changed is named', async () => {
    await asOwner(
      `update timeline set actor_name = '某人' where case_id = (select id from cases where number = '${number}') and seq = 1`,
    )
    expect(await verify()).toBe(1)
    expect(said).toContain(`${number}: its timeline does not hold from line 1 on`)
    await asOwner(`update timeline set actor_name = '陆思远' where actor_name = '某人'`)
    expect(await verify(), said).toBe(0)
  })

  test('an entry without its other side is named', async () => {
    await asOwner(
      "insert into ledger_entries (id, kind, happened_on, written_at) values ('00000000-0000-7000-8000-000000000001', 'charge', current_date, now())",
    )
    expect(await verify()).toBe(1)
    expect(said).toContain('分录没有明细')
    expect(said).toContain('entry without postings: 00000000-0000-7000-8000-000000000001')
    await asOwner('delete from ledger_entries')
  })

  test('a file that was changed, and one that is gone', async () => {
    const { rows } = await here.house.database.pool.query<{ path: string; name: string }>(
      'select path, name from files',
    )
    const file = rows[0] ?? { path: '', name: '' }
    const place = join(here.house.filesDir, file.path)
    await appendFile(place, 'x')
    expect(await verify()).toBe(1)
    expect(said).toContain(`${number} ${file.name}: files/${file.path} is no longer what was uploaded`)
    await unlink(place)
    expect(await verify()).toBe(1)
    expect(said).toContain(`${number} ${file.name}: files/${file.path} is not there`)
  })
})

describe('the first people of an empty house', () => {
  let fresh: FreshDatabase
  let varDir: string
  const secretSaid = () => /one-time secret (\S+)/.exec(said)?.[1] ?? ''
  beforeAll(async () => {
    fresh = await emptyDatabase()
    varDir = await mkdtemp(join(tmpdir(), 'atrium-cli-'))
  })
  afterAll(async () => {
    await fresh.drop()
    await rm(varDir, { recursive: true })
  })
  const add = (name: string, login: string, ...more: string[]) =>
    run(fresh.url, varDir, 'user', 'add', '--name', name, '--login', login, ...more)
  const rows = async <Row extends object>(statement: string): Promise<Row[]> => {
    const database = openDatabase({ connectionString: fresh.url, max: 1 })
    const answer = await database.pool.query<Row>(statement)
    await database.close()
    return answer.rows
  }

  test('the schema is made, the administrator added, and the secret opens his account once', async () => {
    expect(await add('彭博文', 'Peng'), said).toBe(0)
    expect(said).toContain('Sign in as peng')
    const [account] = await rows<{ password_hash: string; must_change_password: boolean }>('select * from accounts')
    expect(account?.must_change_password).toBe(true)
    expect(await passwordFits(secretSaid(), account?.password_hash ?? null)).toBe(true)
    expect(await rows('select role from person_roles')).toEqual([{ role: 'SYS' }])
    expect(await rows('select event, address from security_log')).toEqual([
      { event: 'personCreated', address: 'console' },
    ])
  })

  test('a second administrator is for the first one to add', async () => {
    expect(await add('另一人', 'other')).toBe(1)
    expect(said).toContain('Somebody holds SYS already')
  })

  test('a name that is taken, and options that make no sense', async () => {
    expect(await add('沈维岳', 'peng', '--role', 'PM')).toBe(1)
    expect(await add('', 'x', '--role', 'CSA', '--phone', 'abc')).toBe(1)
    expect(said).toContain('--name, --login, --role, --phone')
    expect(await rows('select from people')).toHaveLength(1)
  })

  test('who approves roles comes next, and the general manager ends up above everybody', async () => {
    expect(await add('沈维岳', 'shen', '--role', 'PM'), said).toBe(0)
    expect(await add('周启明', 'zhou', '--role', 'GM'), said).toBe(0)
    const tree = await rows(
      'select people.name, above.name as superior from staff join people on people.id = person_id left join people as above on above.id = superior_id order by staff_number',
    )
    expect(tree).toEqual([
      { name: '周启明', superior: null },
      { name: '沈维岳', superior: '彭博文' },
      { name: '彭博文', superior: '周启明' },
    ])
  })

  test('somebody locked out gets another secret, and no session of his stays', async () => {
    await rows(
      "insert into sessions (token_hash, person_id, stage, created_at, seen_at, expires_at) select repeat('a', 64), person_id, 'full', now(), now(), now() + interval '1 day' from login_names where name = 'peng'",
    )
    expect(await run(fresh.url, varDir, 'user', 'reset', 'PENG', '--factor'), said).toBe(0)
    expect(await rows('select from sessions')).toHaveLength(0)
    const [account] = await rows<{ password_hash: string }>(
      "select password_hash from accounts join login_names using (person_id) where name = 'peng'",
    )
    expect(await passwordFits(secretSaid(), account?.password_hash ?? null)).toBe(true)
    expect(await run(fresh.url, varDir, 'user', 'reset', 'nobody')).toBe(1)
    expect(said).toContain('Nobody signs in as nobody')
  })
})

describe('doctor', () => {
  let fresh: FreshDatabase
  let varDir: string
  beforeAll(async () => {
    fresh = await freshDatabase()
    varDir = await mkdtemp(join(tmpdir(), 'atrium-cli-'))
    const database = openDatabase({ connectionString: fresh.url, max: 1 })
    await database.asHouse((tx) => seedCalendar(tx))
    await database.pool.query(
      "insert into calendar_days (day, kind, name) values ('2027-01-01', 'holiday', '元旦') on conflict do nothing",
    )
    await database.close()
  })
  afterAll(async () => {
    await fresh.drop()
    await rm(varDir, { recursive: true })
  })
  const doctor = () => run(fresh.url, varDir, 'doctor')

  test('names database, schema, calendar and messages, each fine', async () => {
    await doctor()
    for (const line of ['✓ Node', '✓ 程序', '✓ 磁盘', '✓ 文件夹', '✓ 数据库：PostgreSQL', '✓ 数据结构', '✓ 通知'])
      expect(said).toContain(line)
  })

  test('a message nobody delivers', async () => {
    const database = openDatabase({ connectionString: fresh.url, max: 1 })
    await database.pool.query(
      "insert into outbox (written_at, role, event) values (now() - interval '1 hour', 'CSA', 'x')",
    )
    await database.close()
    expect(await doctor()).toBe(1)
    expect(said).toContain('✗ 通知：1 条')
  })

  test('a database that lacks its schema, and one that does not answer', async () => {
    const bare = await emptyDatabase()
    expect(await run(bare.url, varDir, 'doctor')).toBe(1)
    expect(said).toContain('migrations are pending')
    expect(await run(bare.url, varDir, 'verify')).toBe(1)
    expect(said).toContain('Run npm start once')
    await bare.drop()
    expect(await run(bare.url, varDir, 'doctor')).toBe(1)
    expect(said).toContain('cannot be reached')
  })
})

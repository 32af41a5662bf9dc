import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endsWithin } from './pid-file.ts'
import { runningProcess } from './process-table.ts'
import { type Embedded, runningEmbedded, startEmbedded } from './start.ts'

let house: string
let dataDir: string
let said: string[]
let running: Embedded | null

beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), 'atrium-embedded-'))
  await chmod(house, 0o711)
  dataDir = join(house, 'postgres')
  said = []
  running = null
})

afterEach(async () => {
  await running?.stop()
  await rm(house, { recursive: true, force: true })
})

async function start(): Promise<Embedded> {
  running = await startEmbedded({ dataDir, log: (sentence) => said.push(sentence.en), settings: { fsync: 'off' } })
  return running
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another program that starts the same database, to be killed without warning. */
async function otherProgram(): Promise<{ child: ChildProcess; postmaster: number }> {
  const source = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'start.ts'))}
    const database = await startEmbedded({ dataDir: process.argv[1], log: () => undefined, settings: { fsync: 'off' } })
    console.log(database.pid)
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source, dataDir], {
    cwd: join(import.meta.dirname, '..', '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, postmaster: Number(line) }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('the first start creates a UTF-8 database reached by socket only; the second keeps what was written', async () => {
  const first = await start()
  expect(said[0]).toMatch(/First start/)
  await query(first.url, "create table slip (words text); insert into slip values ('空调不制冷 䶮')")
  const settings =
    'select current_setting($$server_encoding$$) as encoding, current_setting($$listen_addresses$$) as tcp'
  expect(await query(first.url, settings)).toEqual([{ encoding: 'UTF8', tcp: '' }])
  await first.stop()
  await first.stop()
  said = []
  const second = await start()
  expect(said).toHaveLength(1)
  expect(await query(second.url, 'select words from slip')).toEqual([{ words: '空调不制冷 䶮' }])
})

describe('after a crash', () => {
  test('a killed postmaster is started again and what was committed is there', async () => {
    const first = await start()
    await query(first.url, 'create table slip (n int); insert into slip values (7)')
    process.kill(first.pid, 'SIGKILL')
    await first.ended
    await first.stop()
    const second = await start()
    expect(await query(second.url, 'select n from slip')).toEqual([{ n: 7 }])
  })

  test('the database a killed program left behind is ended, and a new one serves', async () => {
    const { child, postmaster } = await otherProgram()
    await kill(child)
    expect(await runningProcess(postmaster)).not.toBeNull()
    const mine = await start()
    expect(said[0]).toContain(String(postmaster))
    expect(mine.pid).not.toBe(postmaster)
    expect(await runningProcess(postmaster)).toBeNull()
  })

  test('program and database both killed at once: the next start recovers', async () => {
    const { child, postmaster } = await otherProgram()
    process.kill(postmaster, 'SIGKILL')
    await kill(child)
    expect(await endsWithin(postmaster, 5000)).toBe(true)
    await start()
  })

  test('a stale pid file and socket lock of dead processes are cleared away', async () => {
    await (await start()).stop()
    const dead = spawn('true')
    await once(dead, 'exit')
    await writeFile(join(dataDir, 'postmaster.pid'), `${dead.pid}\n${dataDir}\n1700000000\n5432\n`)
    await writeFile(join(house, 'postgres.socket', '.s.PGSQL.5432.lock'), `${dead.pid}\n${dataDir}\n`)
    await start()
  })

  test('a pid whose number went to a younger process does not stand in the way', async () => {
    await (await start()).stop()
    await writeFile(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n1700000000\n5432\n`)
    await start()
  })

  test('an initdb that was cut off leaves nothing that matters', async () => {
    await mkdir(join(house, 'postgres.new'))
    await writeFile(join(house, 'postgres.new', 'half'), '')
    await start()
  })
})

describe('refused, with the way out', () => {
  test('a second program on a database that a live program uses', async () => {
    const { child, postmaster } = await otherProgram()
    await expect(start()).rejects.toThrow(new RegExp(`already running here \\(process ${child.pid}\\)`))
    expect(await runningEmbedded(dataDir)).toMatch(/^postgresql:/)
    await kill(child)
    process.kill(postmaster, 'SIGINT')
    expect(await endsWithin(postmaster, 10_000)).toBe(true)
    expect(await runningEmbedded(dataDir)).toBeNull()
  })

  test('a pid file that names a live program which is no database', async () => {
    await (await start()).stop()
    const now = Math.floor(Date.now() / 1000)
    await writeFile(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n${now}\n5432\n`)
    await expect(start()).rejects.toThrow(/which is another program/)
    await rm(join(dataDir, 'postmaster.pid'))
  })

  test('a data folder of another PostgreSQL version is left as it is', async () => {
    await mkdir(dataDir)
    await writeFile(join(dataDir, 'PG_VERSION'), '15\n')
    await expect(start()).rejects.toThrow(/written by PostgreSQL 15/)
    expect(await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).toBe('15\n')
  })

  test('a folder with something else in it', async () => {
    await mkdir(dataDir)
    await writeFile(join(dataDir, 'letters.txt'), 'dear')
    await expect(start()).rejects.toThrow(/holds files but no database/)
    expect(await readFile(join(dataDir, 'letters.txt'), 'utf8')).toBe('dear')
  })

  test('a setting the database cannot live with: the last lines of its log are shown', async () => {
    const bad = { dataDir, log: () => undefined, settings: { shared_buffers: 'plenty' } }
    await expect(startEmbedded(bad)).rejects.toThrow(/shared_buffers/)
    await start()
  })
})

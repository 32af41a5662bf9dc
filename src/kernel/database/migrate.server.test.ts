import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyDatabase, type FreshDatabase } from '#test/database.ts'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from './migrate.ts'

let database: FreshDatabase
let folder: string

beforeEach(async () => {
  database = await emptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'atrium-migrations-'))
})

afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const run = () => migrate({ connectionString: database.url }, folder)
const file = (name: string, sql: string) => writeFile(join(folder, name), sql)

test('files are applied once, in the order of their numbers', async () => {
  await file('0002-b.sql', 'alter table a add column two int;')
  await file('0001-a.sql', 'create table a (one int);')
  expect(await run()).toEqual(['0001-a.sql', '0002-b.sql'])
  expect(await run()).toEqual([])
})

test('a failing file leaves nothing of itself, keeps what was applied before it, and names its line', async () => {
  await file('0001-a.sql', 'create table a (one int);')
  await file('0002-b.sql', 'create table b (one int);\nselect nonsense;\n')
  await expect(run()).rejects.toThrow(/0002-b\.sql \(line 2\)/)
  expect(await query("select to_regclass('a') is not null as a, to_regclass('b') is null as b")).toEqual([
    { a: true, b: true },
  ])
})

test('a changed file is refused and nothing is applied', async () => {
  await file('0001-a.sql', 'create table a (one int);')
  await run()
  await file('0001-a.sql', 'create table a (one bigint);')
  await file('0002-b.sql', 'create table b (one int);')
  await expect(run()).rejects.toThrow(/0001-a\.sql/)
  expect(await query("select to_regclass('b') is null as absent")).toEqual([{ absent: true }])
})

test('two programs that start together apply each file once', async () => {
  await file('0001-a.sql', 'select pg_sleep(0.2); create table a (one int);')
  const both = await Promise.all([run(), run()])
  expect(both.flat()).toEqual(['0001-a.sql'])
})

test('two files with one number, or a name without one, are refused', async () => {
  await file('0001-a.sql', 'select 1;')
  await file('0001-b.sql', 'select 1;')
  await expect(run()).rejects.toThrow(/0001-b\.sql/)
  await rm(join(folder, '0001-b.sql'))
  await file('later.sql', 'select 1;')
  await expect(run()).rejects.toThrow(/later\.sql/)
})

test('a database that cannot be reached is a sentence, not a stack', async () => {
  const nowhere = { connectionString: 'postgresql://nobody@/none?host=/nonexistent' }
  await expect(migrate(nowhere, folder)).rejects.toMatchObject({ name: 'StartError' })
})

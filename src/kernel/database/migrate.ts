/** Brings a database up to the schema of `db/migrations`: forward only, each file once, in one transaction. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { StartError } from './start-error.ts'
import { words } from './words.ts'

export type Migration = { name: string; sql: string; sha256: string }

const oldestServer = 15
/** Any number, the same for every copy of the program: only one migrates at a time. */
const lockKey = 4_172_011_993

/** Applies what is missing and returns the names applied. Throws StartError with the way out. */
export async function migrate(config: pg.ClientConfig, folder: string): Promise<string[]> {
  const files = await readMigrations(folder)
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new StartError(words.unreachable(error instanceof Error ? error.message : String(error)), { cause: error })
  }
  try {
    await requireServer(client)
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(
      'create table if not exists schema_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const missing = pending(files, await appliedBefore(client))
    for (const migration of missing) await apply(client, migration)
    return missing.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

/** The files in order. Other files than SQL are not looked at; misnamed or doubly numbered ones are refused. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  names.forEach((name, index) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]
    if (number === undefined || names[index - 1]?.startsWith(`${number}-`)) throw new StartError(words.badName(name))
  })
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** Pure: what is still to do. Throws StartError when an applied file changed or is unknown here. */
export function pending(files: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  const known = new Set(files.map((file) => file.name))
  for (const name of applied.keys()) if (!known.has(name)) throw new StartError(words.unknown(name))
  for (const file of files) {
    const before = applied.get(file.name)
    if (before !== undefined && before !== file.sha256) throw new StartError(words.changed(file.name))
  }
  return files.filter((file) => !applied.has(file.name))
}

async function requireServer(client: pg.Client): Promise<void> {
  const result = await client.query<{ number: number; shown: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as shown",
  )
  const server = result.rows[0]
  if (server !== undefined && server.number >= oldestServer * 10_000) return
  throw new StartError(words.tooOld(server?.shown ?? '?', oldestServer))
}

async function appliedBefore(client: pg.Client): Promise<Map<string, string>> {
  const result = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migrations')
  return new Map(result.rows.map((row) => [row.name, row.sha256]))
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw failure(migration, error)
  }
}

function failure(migration: Migration, error: unknown): StartError {
  const position = error instanceof pg.DatabaseError ? Number(error.position ?? 0) : 0
  const line = position > 0 ? migration.sql.slice(0, position).split('\n').length : null
  const reason = error instanceof Error ? error.message : String(error)
  return new StartError(words.failed(migration.name, line, reason), { cause: error })
}

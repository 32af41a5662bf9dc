import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from '#kernel/database/database.ts'
import { migrate, pending, readMigrations } from '#kernel/database/migrate.ts'
import { StartError } from '#kernel/database/start-error.ts'
import { words } from '#kernel/database/words.ts'
import type { Config } from '../config.ts'
import { choosePlaces } from '../embedded/folders.ts'
import { runningEmbedded, startEmbedded } from '../embedded/start.ts'
import { tell } from './tell.ts'
import { cliWords } from './words.ts'

/* The way to the database of this installation, whether the house is open at the moment or not. */

export const migrationsDir = join(import.meta.dirname, '..', '..', '..', 'db', 'migrations')

export interface Reached {
  readonly url: string
  /** `outside`: named by DATABASE_URL; `running`: the house is open; `started`: for this command only */
  readonly how: 'outside' | 'running' | 'started'
  /** ends what was started here, nothing else */
  readonly leave: () => Promise<void>
}

/** @throws StartError with the way out; also when there is no database yet and `create` is false */
export async function reach(config: Config, create: boolean): Promise<Reached> {
  const nothing = () => Promise.resolve()
  if (config.databaseUrl !== null) return { url: config.databaseUrl, how: 'outside', leave: nothing }
  const dataDir = join(config.varDir, 'postgres')
  const running = await runningEmbedded(dataDir)
  if (running !== null) return { url: running, how: 'running', leave: nothing }
  const places = await choosePlaces(dataDir)
  if (!create && !existsSync(join(places.dataDir, 'PG_VERSION'))) throw new StartError(cliWords.noDatabaseYet)
  const embedded = await startEmbedded({ dataDir, log: create ? tell.plain : () => undefined })
  const interrupted = () => void embedded.stop().then(() => process.exit(130))
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  const leave = async () => {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    await embedded.stop()
  }
  return { url: embedded.url, how: 'started', leave }
}

/** `bring`: the schema is brought up to date first; otherwise a schema that is not is refused. */
export async function withDatabase<T>(
  config: Config,
  { bring }: { readonly bring: boolean },
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const reached = await reach(config, bring)
  try {
    if (bring) await migrate({ connectionString: reached.url }, migrationsDir)
    else await demandCurrent(reached.url)
    // Whole tables are read here: the limits of a request do not fit.
    const database = openDatabase({
      connectionString: reached.url,
      max: 2,
      query_timeout: 0,
      statement_timeout: 0,
      idle_in_transaction_session_timeout: 0,
    })
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  } finally {
    await reached.leave()
  }
}

async function demandCurrent(url: string): Promise<void> {
  const names = await withClient(url, pendingMigrations)
  if (names.length > 0) throw new StartError(cliWords.notMigrated(names.length))
}

/** One plain connection. @throws StartError when the database does not answer */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new StartError(words.unreachable(error instanceof Error ? error.message : String(error)), { cause: error })
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Names of the migration files this database has not had. */
export async function pendingMigrations(client: pg.Client): Promise<string[]> {
  const files = await readMigrations(migrationsDir)
  const { rows: tables } = await client.query("select from pg_tables where tablename = 'schema_migrations'")
  if (tables.length === 0) return files.map(({ name }) => name)
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migrations')
  return pending(files, new Map(rows.map(({ name, sha256 }) => [name, sha256]))).map(({ name }) => name)
}

import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Actor } from '#kernel/process/roles.ts'
import { named } from './named.ts'
import { type Notice, openNotices } from './notices.ts'
import type { DB } from './types.ts'

/*
 * One pool, one way in: every query runs in a transaction that has said for whom it acts, under a role that owns nothing.
 * Row-level security is thereby always on; forgetting to say who means seeing no tenant's row at all.
 */

export type Tx = Transaction<DB>

export interface Database {
  readonly pool: pg.Pool
  readonly kysely: Kysely<DB>
  /** As this actor: only the rows his borders let through. Retries when the database asks for it (40001, 40P01). */
  as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  /** As the house itself: jobs, sign-in, loading. */
  asHouse<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const { types } = pg
const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

export function readInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${text}`)
  return value
}

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, readInt8],
  [DATE, (text) => text],
  [TIMESTAMPTZ, (text) => new Date(text).toISOString()],
])

export function openDatabase(config: pg.PoolConfig): Database {
  const pool = new pg.Pool({
    max: 12,
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
    statement_timeout: 14_000,
    idle_in_transaction_session_timeout: 30_000,
    ...config,
    types: {
      getTypeParser: (oid, format) =>
        (format === 'binary' ? undefined : parsers.get(oid)) ?? types.getTypeParser(oid, format),
    },
  })
  // A dying database raises an error on idle and on checked-out clients alike; unheard, either ends the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: named(pool) }) })

  const notices = openNotices(pool)

  const run = <T>(actor: Actor | null, work: (tx: Tx) => Promise<T>) =>
    again(async () => {
      const said: Notice[] = []
      const done = await kysely.transaction().execute(async (tx) => {
        saidIn.set(tx, said)
        actsIn.set(tx, actor)
        await tx.executeQuery(sayWho(actor))
        return work(tx)
      })
      notices.say(said)
      return done
    })

  return {
    pool,
    kysely,
    as: run,
    asHouse: (work) => run(null, work),
    async close() {
      await notices.rest()
      await kysely.destroy()
    },
  }
}

const saidIn = new WeakMap<Tx, Notice[]>()
const actsIn = new WeakMap<Tx, Actor | null>()

/**
 * One reading beyond the borders of who acts in this transaction: what the rules must know and he must not see. Nothing of
 * it may leave the house but the decision. A failure ends the transaction, so the role need not be put back then.
 */
export async function beyondBorders<T>(tx: Tx, read: () => Promise<T>): Promise<T> {
  const actor = actsIn.get(tx) ?? null
  if (actor === null || actor.kind === 'staff' || actor.kind === 'clock') return read()
  await tx.executeQuery(sayWho(null))
  const found = await read()
  await tx.executeQuery(sayWho(actor))
  return found
}

/** Tells every listener once this transaction has committed, and nobody if it does not. */
export function notify(tx: Tx, notice: Notice): void {
  const said = saidIn.get(tx)
  if (said === undefined) throw new Error('a notice in a transaction that is not the house’s')
  said.push(notice)
}

function sayWho(actor: Actor | null): CompiledQuery {
  const kind = actor === null || actor.kind === 'clock' ? 'system' : actor.kind
  return CompiledQuery.raw(
    `select set_config('role', $5, true), set_config('atrium.kind', $1, true), set_config('atrium.customer', $2, true),
            set_config('atrium.person', $3, true), set_config('atrium.guest', $4, true)`,
    [
      kind,
      actor?.customerId ?? '',
      actor?.id ?? '',
      actor?.guestTokenHash ?? '',
      kind === 'staff' || kind === 'system' ? 'atrium_house' : 'atrium_app',
    ],
  )
}

const RETRIED = new Set(['40001', '40P01'])

async function again<T>(attempt: () => Promise<T>, left = 3): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (left > 1 && RETRIED.has(codeOf(error) ?? '')) return again(attempt, left - 1)
    throw error
  }
}

/** SQLSTATE of a driver error, or null for anything else. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** Name of the violated constraint of a driver error, or null. */
export function constraintOf(error: unknown): string | null {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : null
}

export const json = (value: unknown): string => JSON.stringify(value)

import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** So many statements are remembered by each connection; whatever comes after them is planned each time. */
const mostNames = 400

/**
 * The pool with a name for every statement that takes values: each connection has it parsed once and, where its plan does
 * not hang on the values, planned once. Pages carry their `limit` as a value, which keeps the planner looking at the filters.
 */
export function named(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const nameOf = (text: string): string | undefined => {
    if (!names.has(text) && names.size < mostNames) names.set(text, `s${names.size}`)
    return names.get(text)
  }
  const naming = (client: pg.PoolClient): PostgresPoolClient => ({
    release: (destroy) => client.release(destroy),
    query: (async (text: string, values: readonly unknown[]): Promise<unknown> => {
      const name = values.length === 0 ? undefined : nameOf(text)
      return client.query(name === undefined ? { text, values: [...values] } : { name, text, values: [...values] })
    }) as PostgresPoolClient['query'],
  })
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? naming(client)
      clients.set(client, known)
      return known
    },
  }
}

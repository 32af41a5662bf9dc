/** The plans the database makes for the real queries of a reading, run with their own values and as their own actor. */
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import type { Database, Tx } from '#kernel/database/database.ts'
import type { DB } from '#kernel/database/types.ts'
import type { Reading } from './readings.ts'

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly Node[]
}
interface Explained {
  readonly Plan: Node
  readonly 'Planning Time': number
  readonly 'Execution Time': number
}

export interface Looked {
  readonly name: string
  readonly queries: number
  /** milliseconds in the database, planning and execution, without the time of explaining itself */
  readonly ms: number
  /** most rows of a large table any one query touched */
  readonly rows: number
  readonly faults: readonly string[]
}

/** Tables that grow with every slip. */
const growing = new Set([
  'cases',
  'repair_slips',
  'timeline',
  'deadlines',
  'documents',
  'charges',
  'payments',
  'allocations',
])
/** A list may walk so many rows of a growing table and no more. */
const mostRows = 50_000

export async function look(database: Database, reading: Reading): Promise<Looked> {
  const heard: CompiledQuery[] = []
  const kysely = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: database.pool }),
    log: ({ query }) => {
      heard.push(query)
    },
  })
  await kysely.transaction().execute(async (tx) => {
    await asActor(tx, reading)
    await reading.read(tx)
  })
  const asked = heard.filter(({ sql }) => /^\s*(select|with)\b/i.test(sql) && !sql.includes('set_config'))
  const plans = await kysely.transaction().execute(async (tx) => {
    await asActor(tx, reading)
    const all: Explained[] = []
    for (const { sql, parameters } of asked) all.push(await explain(tx, sql, parameters))
    return all
  })
  const nodes = plans.flatMap(({ Plan }) => walk(Plan)).filter((node) => growing.has(node['Relation Name'] ?? ''))
  return {
    name: reading.name,
    queries: asked.length,
    ms: plans.reduce((sum, plan) => sum + plan['Planning Time'] + plan['Execution Time'], 0),
    rows: Math.max(0, ...nodes.map(touched)),
    faults: [...new Set(nodes.flatMap(faultOf))],
  }
}

/** The same words as the pool's own `as`, which does not lend its transaction to a listener. */
const asActor = (tx: Tx, { actor }: Reading) =>
  tx.executeQuery(
    CompiledQuery.raw(
      `select set_config('role', $1, true), set_config('atrium.kind', $2, true), set_config('atrium.customer', $3, true), set_config('atrium.person', $4, true)`,
      [actor.kind === 'staff' ? 'atrium_house' : 'atrium_app', actor.kind, actor.customerId ?? '', actor.id ?? ''],
    ),
  )

async function explain(tx: Tx, text: string, parameters: readonly unknown[]): Promise<Explained> {
  const { rows } = await tx.executeQuery<{ 'QUERY PLAN': readonly [Explained] }>(
    CompiledQuery.raw(`explain (analyze, buffers, timing off, format json) ${text}`, [...parameters]),
  )
  const plan = rows[0]?.['QUERY PLAN'][0]
  if (plan === undefined) throw new Error('the database gave no plan')
  return plan
}

const walk = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(walk)]

const touched = (node: Node): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
  node['Actual Loops']

function faultOf(node: Node): string[] {
  const table = node['Relation Name'] ?? ''
  if (node['Node Type'] === 'Seq Scan') return [`reads all of ${table}`]
  return touched(node) > mostRows
    ? [`walks ${Math.round(touched(node))} rows of ${table} by ${node['Index Name'] ?? 'a bitmap'}`]
    : []
}

import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { DB } from '#kernel/database/types.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { type Choice, choices, type Current, type Now, type Slip } from '../decide.ts'
import { list, type Process } from '../define.ts'
import { type Actor, departmentsOf } from '../roles.ts'
import type { Queue, QueueItem } from '../view.ts'
import { type CaseRecord, loadFactsOf } from './facts.ts'
import { rowOf, type RowRecord, rowsOfCases } from './rows.ts'
import { readSlips } from './slip-rows.ts'
import { visible } from './visible.ts'

/*
 * The home of each role: open cases that wait for it, the broken promises first, then by the minutes left. `mine` is what
 * lies with me: assigned to me, or in my portfolio; for a role without either, what waits for the role.
 */

export async function queue(tx: Tx, house: House, actor: Actor, scope: 'mine' | 'team', most = 200): Promise<Queue> {
  const rows = await waiting(tx, house, actor)
    .select(['cases.contact_id', 'cases.opened_by', 'cases.crew_ids'])
    .$if(scope === 'mine', (query) => query.where(lies(actor)))
    .orderBy('cases.paused')
    .orderBy('cases.due_at', (order) => order.asc().nullsLast())
    .orderBy('cases.entered_at')
    .limit(most)
    .execute()
  return { items: await itemsOf(tx, house, actor, rows), counts: await counts(tx, house, actor) }
}

type Row = RowRecord & Pick<CaseRecord, 'contact_id' | 'opened_by' | 'crew_ids'>

/** The rows with the step this reader would take next, asked of the rulebook for every slip on the page. */
async function itemsOf(tx: Tx, house: House, actor: Actor, rows: readonly Row[]): Promise<QueueItem[]> {
  const now = house.now()
  const facts = await loadFactsOf(tx, house, rows, now)
  const slips = new Map<string, Slip>()
  for (const { process } of house.modules) {
    const ids = rows.filter((row) => row.process === process.name).map(({ id }) => id)
    if (ids.length > 0) for (const [id, slip] of await readSlips(tx, process, ids)) slips.set(id, slip)
  }
  return rows.map((row) => {
    const process = house.modules.find((module) => module.process.name === row.process)?.process
    const [slip, fact] = [slips.get(row.id), facts.get(row.id)]
    const next =
      process && slip && fact ? nextStep(process, { state: row.state, slip }, { now, actor, facts: fact }) : null
    return { ...rowOf(row, actor.kind === 'staff'), next, escalated: row.due_at !== null && row.due_at < now }
  })
}

/** The normal next step: what can be done now before what cannot, and the chart's own way before another. */
function nextStep(process: Process, current: Current, at: Now): Choice | null {
  const onward = process.states[current.state]?.next
  const rank = ({ action, missing }: Choice) =>
    (missing.length === 0 ? 0 : 2) +
    (onward !== undefined && list(process.actions[action]?.to).includes(onward) ? 0 : 1)
  const primary = choices(process, current, at).filter((choice) => choice.primary)
  return primary.toSorted((one, other) => rank(one) - rank(other))[0] ?? null
}

const waiting = (tx: Tx, house: House, actor: Actor) =>
  rowsOfCases(tx)
    .where('cases.closed_at', 'is', null)
    .where(visible(actor, house.modules))
    .where(waitsFor(house.modules, actor))

function waitsFor(modules: readonly LoadedModule[], actor: Actor) {
  return (eb: ExpressionBuilder<DB, 'cases'>): Expression<SqlBool> => {
    const ways = modules.flatMap(({ process }) => {
      const states = Object.entries(process.states).filter(([, state]) =>
        list(state.waitsFor).some((role) => actor.roles.includes(role)),
      )
      const [own, all] = [true, false].map((bound) =>
        states.filter(([, state]) => (state.forDepartment === true) === bound).map(([name]) => name),
      )
      const among = (names: readonly string[] = []) =>
        eb.and([eb('cases.process', '=', process.name), eb('cases.state', 'in', [...names])])
      return [...(all?.length ? [among(all)] : []), ...(own?.length ? [eb.and([among(own), ofDepartment(actor)])] : [])]
    })
    return ways.length === 0 ? sql<SqlBool>`false` : eb.or(ways)
  }
}

/** Of the departments this actor works for. */
const ofDepartment = (actor: Actor) => sql<SqlBool>`cases.departments && ${[...departmentsOf(actor.roles)]}::text[]`

/** Roles that work from a shared pool: what nobody has taken is everybody's. */
const portfolio = ['CSA']
const worker = ['ENG', 'SEC']

function lies(actor: Actor) {
  return (eb: ExpressionBuilder<DB, 'cases'>): Expression<SqlBool> => {
    if (actor.id === null) return sql<SqlBool>`true`
    const crew = sql<SqlBool>`${actor.id}::uuid = any (cases.crew_ids)`
    if (actor.roles.some((role) => worker.includes(role)))
      return eb.or([crew, eb('cases.assignee_id', '=', actor.id), eb('cases.assignee_id', 'is', null)])
    if (actor.roles.some((role) => portfolio.includes(role)))
      return eb.or([
        eb('cases.owner_id', '=', actor.id),
        eb('cases.owner_id', 'is', null),
        eb('cases.opened_by', '=', actor.id),
        crew,
      ])
    return sql<SqlBool>`true`
  }
}

async function counts(tx: Tx, house: House, actor: Actor): Promise<Queue['counts']> {
  const now = house.now()
  const found = await waiting(tx, house, actor)
    .clearSelect()
    .select((eb) => [
      eb.fn.countAll<number>().as('team'),
      eb.fn.countAll<number>().filterWhere(lies(actor)).as('mine'),
      eb.fn
        .countAll<number>()
        .filterWhere(eb.and([eb('cases.due_at', '<', now), eb('cases.paused', '=', false)]))
        .as('overdue'),
    ])
    .executeTakeFirstOrThrow()
  const escalations =
    actor.kind !== 'staff' || actor.roles.length === 0
      ? 0
      : await tx
          .selectFrom('escalations')
          .innerJoin('cases', 'cases.id', 'case_id')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('role', 'in', [...actor.roles])
          .where('accepted_at', 'is', null)
          .where('cases.closed_at', 'is', null)
          .executeTakeFirstOrThrow()
          .then((row) => Number(row.count))
  return { mine: Number(found.mine), team: Number(found.team), overdue: Number(found.overdue), escalations }
}

import { type Expression, type SqlBool, sql } from 'kysely'
import type { IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import { oversight, type PromiseBoard, type PromiseCounts, type PromiseQuery, type RedRow } from '../promises.ts'
import { departmentsOf, type StaffRole, staffRoles } from '../roles.ts'
import type { Actor } from '../roles.ts'
import { departmentsOfPromise, openPromises, personOfPromise, standsAs } from './promises.ts'
import { rowOf, rowsOfCases } from './rows.ts'
import { visible } from './visible.ts'

/** The figures over the board. A promise of two departments is counted in each, and once in all. */
export async function promiseBoard(tx: Tx, house: House, actor: Actor, asked: PromiseQuery): Promise<PromiseBoard> {
  const seen = oversight(actor)
  const { process } = asked
  const filter: PromiseQuery = process === undefined ? {} : { process }
  const all = openPromises(tx, house, actor, filter).clearSelect()
  const now = house.now()
  const counts = await all.select(countsAt(now)).executeTakeFirstOrThrow()
  const people = await all
    .innerJoin(sql`lateral unnest(${departmentsOfPromise})`.as<'kept_by'>(sql`kept_by (department)`), (join) =>
      join.onTrue(),
    )
    .leftJoin('people as keeper', (join) => join.on(sql<boolean>`keeper.id = ${personOfPromise}`))
    .select(countsAt(now))
    .select([sql<string>`kept_by.department`.as('of'), 'keeper.id', 'keeper.name'])
    .select(sql<string | null>`case when keeper.id is null then keepers.role end`.as('waited'))
    .groupBy(['of', 'keeper.id', 'keeper.name', 'waited'])
    .orderBy('of')
    .orderBy('overdue', 'desc')
    .orderBy('open', 'desc')
    .orderBy('keeper.id')
    .limit(500)
    .execute()
  return {
    counts: plain(counts),
    red: await countRed(tx, house, actor),
    people: people
      .filter((row) => seen === 'all' || seen.some((department) => department === row.of))
      .map((row) => ({
        ...plain(row),
        department: row.of,
        person: row.id === null ? null : { id: row.id, name: row.name ?? '' },
        role: row.waited,
      })),
  }
}

const countsAt = (now: IsoInstant) => {
  const those = (condition: Expression<SqlBool>) => sql<number>`count(*) filter (where ${condition})`
  return [
    sql<number>`count(*)`.as('open'),
    those(standsAs('overdue', now)).as('overdue'),
    those(standsAs('soon', now)).as('soon'),
    those(standsAs('today', now)).as('today'),
    those(standsAs('paused', now)).as('paused'),
  ] as const
}

const plain = ({ open, overdue, soon, today, paused }: PromiseCounts): PromiseCounts => ({
  open,
  overdue,
  soon,
  today,
  paused,
})

/** Escalations of open cases that a superior of these departments has not accepted yet (红色未签收), the oldest first. */
export async function redOnes(tx: Tx, house: House, actor: Actor): Promise<RedRow[]> {
  const rows = await red(tx, house, actor)
    .select(['escalations.cause', 'escalations.level', 'escalations.role', 'escalations.raised_at'])
    .orderBy('escalations.raised_at')
    .orderBy('escalations.id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    case: rowOf(row, true),
    cause: row.cause,
    level: row.level,
    role: row.role,
    raisedAt: row.raised_at,
  }))
}

async function countRed(tx: Tx, house: House, actor: Actor): Promise<number> {
  const { count } = await red(tx, house, actor)
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function red(tx: Tx, house: House, actor: Actor) {
  const seen = oversight(actor)
  const roles: StaffRole[] = staffRoles.filter(
    (role) => seen === 'all' || departmentsOf([role]).some((department) => seen.includes(department)),
  )
  return rowsOfCases(tx)
    .innerJoin('escalations', 'escalations.case_id', 'cases.id')
    .where('escalations.accepted_at', 'is', null)
    .where('cases.closed_at', 'is', null)
    .where(sql<SqlBool>`escalations.role = any (${roles}::text[])`)
    .where(visible(actor, house.modules))
}

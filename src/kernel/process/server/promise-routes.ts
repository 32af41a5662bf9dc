import { z } from 'zod'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { keptGroupings, overseers, standings } from '../promises.ts'
import type { PromiseQuery } from '../promises.ts'
import { departments } from '../roles.ts'
import { kept, keptCases, type KeptQuery } from './kept.ts'
import { promiseBoard, redOnes } from './promise-board.ts'
import { pausesNow, promises } from './promises.ts'
import { CaseRowAnswer } from './schemas.ts'

/* The promise board over all processes, and what was kept and missed, with the cases behind every figure. */

const at = z.string()
const Named = z.object({ id: z.string(), name: z.string() })
const word = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/)
const Person = z.union([z.uuid(), z.literal('none')])
/** A calendar month, `2026-11`. */
export const Month = z.string().regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/)

const Filters = z
  .object({
    department: z.enum(departments).optional(),
    person: Person.optional(),
    process: word.optional(),
    show: z.enum(standings).optional(),
    after: z.string().max(200).optional(),
  })
  .strict()
const counts = { open: z.int(), overdue: z.int(), soon: z.int(), today: z.int(), paused: z.int() }
const pause = { startedAt: at, reason: z.string(), expectedAt: at.nullable() }

const PromiseAnswer = z.object({
  case: CaseRowAnswer,
  clock: z.string(),
  round: z.int(),
  startedAt: at,
  dueAt: at,
  pausedAt: at.nullable(),
  pause: z.object(pause).nullable(),
  departments: z.array(z.string()),
  person: Named.nullable(),
  role: z.string(),
  level: z.int().nullable(),
  accepted: z.boolean(),
})
const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable(), count: z.int(), more: z.boolean() })

const KeptFilters = z
  .object({
    month: Month,
    process: word.optional(),
    clock: word.optional(),
    department: z.enum(departments).optional(),
    person: Person.optional(),
    missed: z.enum(['yes', 'no']).optional(),
    after: z.string().max(200).optional(),
  })
  .strict()
/** What was not asked is left out, not passed on as undefined. */
const said = <Query>(query: object): Query =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Query
const keptQuery = ({ missed, ...rest }: z.infer<typeof KeptFilters>): KeptQuery =>
  said({ ...rest, missed: missed === undefined ? undefined : missed === 'yes' })

export const promiseRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/promises',
    policy: overseers,
    tag: 'promises',
    id: 'promises.open',
    summary: 'Every open promise this reader oversees, soonest first: whose it is, how long it has, how far up it went',
    query: Filters,
    answer: page(PromiseAnswer),
    handle: ({ actor, query }, house) =>
      house.database.as(actor, (tx) => promises(tx, house, actor, said<PromiseQuery>(query))),
  }),
  route({
    method: 'GET',
    path: '/api/promises/board',
    policy: overseers,
    tag: 'promises',
    id: 'promises.board',
    summary: 'How many promises are open, overdue, soon due and paused: in all, by department and by person',
    query: Filters.pick({ process: true }),
    answer: z.object({
      counts: z.object(counts),
      red: z.int(),
      people: z.array(
        z.object({ ...counts, department: z.string(), person: Named.nullable(), role: z.string().nullable() }),
      ),
    }),
    handle: ({ actor, query }, house) =>
      house.database.as(actor, (tx) => promiseBoard(tx, house, actor, said<PromiseQuery>(query))),
  }),
  route({
    method: 'GET',
    path: '/api/promises/pauses',
    policy: overseers,
    tag: 'promises',
    id: 'promises.pauses',
    summary: 'Cases whose clocks rest: reason, expected end and since when; those over 24 hours are marked',
    query: Filters.omit({ show: true, after: true }),
    answer: z.object({
      items: z.array(z.object({ ...pause, case: CaseRowAnswer, departments: z.array(z.string()), long: z.boolean() })),
    }),
    handle: ({ actor, query }, house) =>
      house.database.as(actor, async (tx) => ({
        items: await pausesNow(tx, house, actor, said<PromiseQuery>(query)),
      })),
  }),
  route({
    method: 'GET',
    path: '/api/promises/red',
    policy: overseers,
    tag: 'promises',
    id: 'promises.red',
    summary: 'Escalations nobody has accepted yet, the oldest first',
    answer: z.object({
      items: z.array(
        z.object({ case: CaseRowAnswer, cause: z.string(), level: z.int(), role: z.string(), raisedAt: at }),
      ),
    }),
    handle: ({ actor }, house) => house.database.as(actor, async (tx) => ({ items: await redOnes(tx, house, actor) })),
  }),
  route({
    method: 'GET',
    path: '/api/promises/kept',
    policy: overseers,
    tag: 'promises',
    id: 'promises.kept',
    summary: 'Promises that fell due in a month, kept and missed, by promise, department or person',
    query: KeptFilters.omit({ after: true, missed: true }).extend({ by: z.enum(keptGroupings).default('clock') }),
    answer: z.object({
      items: z.array(
        z.object({
          process: z.string().nullable(),
          clock: z.string().nullable(),
          department: z.string().nullable(),
          person: Named.nullable(),
          kept: z.int(),
          missed: z.int(),
        }),
      ),
    }),
    handle: ({ actor, query: { by, ...rest } }, house) =>
      house.database.as(actor, async (tx) => ({ items: await kept(tx, house, actor, keptQuery(rest), by) })),
  }),
  route({
    method: 'GET',
    path: '/api/promises/kept/cases',
    policy: overseers,
    tag: 'promises',
    id: 'promises.keptCases',
    summary: 'The very promises behind a figure of kept and missed',
    query: KeptFilters,
    answer: page(
      z.object({
        case: CaseRowAnswer,
        clock: z.string(),
        round: z.int(),
        dueAt: at,
        metAt: at.nullable(),
        missed: z.boolean(),
      }),
    ),
    handle: ({ actor, query }, house) =>
      house.database.as(actor, (tx) => keptCases(tx, house, actor, keptQuery(query))),
  }),
]

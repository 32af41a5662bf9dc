import { type Expression, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { normaliseUnit } from '#lib/unit-code.ts'
import { normalise } from '#lib/text.ts'
import { plusDays, startOfDay } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import { doorWords } from '#kernel/http/words.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { instant } from '../fields.ts'
import type { Actor } from '../roles.ts'
import type { CaseRow, Page, RegisterQuery } from '../view.ts'
import { type RowRecord, rowOf, rowsOfCases } from './rows.ts'
import { amongNewest, foundBy, readsLike, sortedByTime } from './search-text.ts'
import { visible } from './visible.ts'

/* The register of a process: filters from the URL, keyset paging by (opened_at, id), never a count beyond a thousand. */

const countedAtMost = 1000

export async function register(
  tx: Tx,
  house: House,
  module: LoadedModule,
  asked: RegisterQuery,
  actor: Actor,
): Promise<Page<CaseRow>> {
  const size = asked.size ?? 50
  const inside = actor.kind === 'staff'
  const cases = await filtered(tx, house, module, asked, actor)
  const from = asked.after === undefined ? cases : cases.where(after(asked.after))
  const { found, all } = await newest(from, wordsOf(asked.q), size + 1)
  const items = found.slice(0, size)
  const last = items.at(-1)
  const counted = asked.after === undefined ? await countUpTo(tx, all) : items.length
  return {
    items: items.map((row) => rowOf(row, inside)),
    next: found.length > size && last ? cursorOf(last) : null,
    count: Math.min(counted, countedAtMost),
    more: counted > countedAtMost,
  }
}

/** The same rows without pages, for the spreadsheet: in chunks, so that a long register does not lie in memory twice. */
export async function* everyRow(
  tx: Tx,
  house: House,
  module: LoadedModule,
  asked: RegisterQuery,
  actor: Actor,
  most = 20_000,
): AsyncGenerator<CaseRow> {
  let cursor: string | null = null
  for (let sent = 0; sent < most; ) {
    const page: Page<CaseRow> = await register(
      tx,
      house,
      module,
      { ...asked, size: 500, ...(cursor === null ? {} : { after: cursor }) },
      actor,
    )
    yield* page.items
    sent += page.items.length
    if (page.next === null) return
    cursor = page.next
  }
}

type Cases = ReturnType<typeof rowsOfCases>

/** A common word fills its page from the cases at hand; only what is not found there is looked up by the index of words. */
async function newest(
  cases: Cases,
  words: readonly string[],
  most: number,
): Promise<{ found: RowRecord[]; all: Cases }> {
  const ordered = (some: Cases) => some.orderBy('cases.opened_at', 'desc').orderBy('cases.id', 'desc').limit(most)
  if (words.length === 0) return { found: await ordered(cases).execute(), all: ordered(cases) }
  const read = cases.where(every(words, readsLike))
  const near = await ordered(read.where(amongNewest(cases))).execute()
  if (near.length === most) return { found: near, all: ordered(read) }
  const all = cases.where(every(words, foundBy))
  return { found: await all.orderBy(sortedByTime, 'desc').orderBy('cases.id', 'desc').limit(most).execute(), all }
}

async function countUpTo(tx: Tx, cases: Cases): Promise<number> {
  const limited = cases
    .clearSelect()
    .select(sql`1`.as('one'))
    .limit(countedAtMost + 1)
  const { count } = await tx
    .selectFrom(limited.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function filtered(
  tx: Tx,
  house: House,
  module: LoadedModule,
  asked: RegisterQuery,
  actor: Actor,
): Promise<Cases> {
  const split = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(',').slice(0, 30))
  const states = split(asked.state)
  const priorities = split(asked.priority)
    .map((text) => Number(text.replace(/^P/, '')))
    .filter((n) => n >= 1 && n <= 4)
  const categories = split(asked.category)
  const departments = split(asked.department)
  const units = asked.building === undefined ? [] : await unitsIn(tx, asked.building)
  return rowsOfCases(tx)
    .where('cases.process', '=', module.process.name)
    .where(visible(actor, [module]))
    .$if(states.length > 0, (query) => query.where('cases.state', 'in', states))
    .$if(asked.open === 'yes', (query) => query.where('cases.closed_at', 'is', null))
    .$if(asked.open === 'no', (query) => query.where('cases.closed_at', 'is not', null))
    .$if(priorities.length > 0, (query) => query.where('cases.priority', 'in', priorities))
    .$if(categories.length > 0, (query) => query.where('cases.category', 'in', categories))
    .$if(departments.length > 0, (query) => query.where(sql<SqlBool>`cases.departments && ${departments}::text[]`))
    .$if(asked.customerId !== undefined, (query) => query.where('cases.customer_id', '=', asked.customerId ?? null))
    .$if(asked.unitId !== undefined, (query) => query.where('cases.unit_id', '=', asked.unitId ?? null))
    .$if(asked.assigneeId !== undefined, (query) => query.where('cases.assignee_id', '=', asked.assigneeId ?? null))
    .$if(asked.building !== undefined, (query) => query.where(sql<SqlBool>`cases.unit_id = any (${units})`))
    .$if(asked.from !== undefined, (query) => query.where('cases.opened_at', '>=', startOfDay(asked.from ?? '')))
    .$if(asked.to !== undefined, (query) =>
      query.where('cases.opened_at', '<', startOfDay(plusDays(asked.to ?? '', 1))),
    )
    .$if(asked.overdue === 'yes', (query) =>
      query
        .where('cases.closed_at', 'is', null)
        .where('cases.paused', '=', false)
        .where('cases.due_at', '<', house.now()),
    )
}

async function unitsIn(tx: Tx, building: string): Promise<string[]> {
  const units = await tx.selectFrom('units').select('id').where('building_code', '=', building).execute()
  return units.map(({ id }) => id)
}

/** Every word must be found; two characters are enough. */
function wordsOf(q: string | undefined): string[] {
  const typed = q?.trim() ?? ''
  const unit = normaliseUnit(typed)
  if (unit !== null) return [unit]
  return normalise(typed)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 5)
}

const every = (words: readonly string[], holds: (word: string) => Expression<SqlBool>) =>
  sql<SqlBool>`(${sql.join(words.map(holds), sql` and `)})`

const cursorOf = (row: { readonly opened_at: string; readonly id: string }): string =>
  Buffer.from(`${row.opened_at}|${row.id}`).toString('base64url')

function after(cursor: string): Expression<SqlBool> {
  const [openedAt, id] = Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  if (!openedAt || !id || !instant().safeParse(openedAt).success || !z.uuid().safeParse(id).success) {
    throw new Refused({
      status: 400,
      code: 'input',
      says: doorWords.malformed,
      errors: [{ path: 'after', code: 'invalid_format', says: doorWords.malformed }],
    })
  }
  return sql<SqlBool>`(cases.opened_at, cases.id) < (${openedAt}::timestamptz, ${id}::uuid)`
}

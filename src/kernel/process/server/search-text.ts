import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { doubled, escapeLike, normalise } from '#lib/text.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { DB } from '#kernel/database/types.ts'
import type { Slip } from '../decide.ts'
import type { Process } from '../define.ts'

/**
 * What a case is found by: its number, its own words, its unit, and its customer by name, pinyin and initials; every
 * character twice, so that an index of three characters serves words of two.
 */
export async function searchText(
  tx: Tx,
  process: Process,
  of: { readonly number: string; readonly unit_id: string | null; readonly customer_id: string | null },
  slip: Slip,
): Promise<string> {
  const found = await sql<{ place: string }>`
    select concat_ws(' ', (select lower(code) from units where id = ${of.unit_id}), (select search from customers where id = ${of.customer_id})) as place
  `.execute(tx)
  const parts = [
    of.number.toLowerCase(),
    normalise((process.searched?.(slip) ?? []).join(' ')),
    found.rows[0]?.place ?? '',
  ]
  return doubled(parts.filter((part) => part !== '').join(' '))
}

/* Behind row-level security the planner may not look at its statistics for `like` and takes every word for a rare one. */

/** True where a case is found by this text, normalised already: by the index, for whatever is not in every other case. */
export const foundBy = (text: string): Expression<SqlBool> =>
  sql<SqlBool>`cases.search like ${`%${escapeLike(doubled(text))}%`}`

/** The same read from the row itself: for rows that are at hand in their order. */
export const readsLike = (text: string): Expression<SqlBool> => sql<SqlBool>`strpos(cases.search, ${doubled(text)}) > 0`

/** So many of the newest cases are read through before the index is asked: a common word fills its page from them. */
const atHand = 2000

/** True for the newest of what `cases` selects; an index gives them in this order. */
export const amongNewest = (cases: SelectQueryBuilder<DB, 'cases', object>): Expression<SqlBool> =>
  sql<SqlBool>`cases.opened_at >= coalesce((${cases
    .clearSelect()
    .select('cases.opened_at')
    .orderBy('cases.opened_at', 'desc')
    .orderBy('cases.id', 'desc')
    .offset(atHand)
    .limit(1)}), '-infinity')`

/** The order of time for what the index of words finds: as a sum, so that no index of times is walked in its stead. */
export const sortedByTime = sql`cases.opened_at + interval '0'`

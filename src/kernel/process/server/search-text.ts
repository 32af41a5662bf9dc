import { type Expression, type SqlBool, sql } from 'kysely'
import { doubled, escapeLike, normalise } from '#lib/text.ts'
import type { Tx } from '#kernel/database/database.ts'
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

/** True where a case is found by this text, normalised already. */
export const foundBy = (text: string): Expression<SqlBool> =>
  sql<SqlBool>`cases.search like ${`%${escapeLike(doubled(text))}%`}`

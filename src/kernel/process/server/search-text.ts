import { sql } from 'kysely'
import { normalise } from '#lib/text.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { Slip } from '../decide.ts'
import type { Process } from '../define.ts'

/** What a case is found by: its number, its own words, its unit, and its customer by name, pinyin and initials. */
export async function searchText(
  tx: Tx,
  process: Process,
  of: { readonly number: string; readonly unit_id: string | null; readonly customer_id: string | null },
  slip: Slip,
): Promise<string> {
  const found = await sql<{ place: string }>`
    select concat_ws(' ', (select lower(code) from units where id = ${of.unit_id}), (select search from customers where id = ${of.customer_id})) as place
  `.execute(tx)
  return [of.number.toLowerCase(), normalise((process.searched?.(slip) ?? []).join(' ')), found.rows[0]?.place ?? '']
    .filter((part) => part !== '')
    .join(' ')
}

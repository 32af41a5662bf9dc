/** Numbers of papers: `GW-2026-0001`, four digits, five when 9999 is passed; the year is the one in Shanghai (domain §1.4). */
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import type { IsoInstant } from '#lib/time.ts'
import { dateOf } from '#lib/show-time.ts'

/** The year a paper of that instant is numbered in. */
export const yearOf = (at: IsoInstant): number => Number(dateOf(at).slice(0, 4))

export const paperNumber = (prefix: string, year: number, count: number): string =>
  `${prefix}-${year}-${String(count).padStart(4, '0')}`

/** From a sequence: nobody waits, and an abandoned transaction leaves a gap. For every paper that may have gaps. */
export async function looseNumber(tx: Tx, prefix: string, year: number): Promise<string> {
  const { rows } = await sql<{ count: number }>`select next_loose_number(${prefix}, ${year}) as count`.execute(tx)
  return paperNumber(prefix, year, counted(rows[0]))
}

/**
 * Counted in this transaction: no gaps, and the next paper of the series waits for the commit. For bills, payments,
 * receipts, deposits, release slips and dunning letters. Two series in one transaction are always asked for in the same
 * order (SK before SJ), so that no two transactions wait for each other.
 */
export async function gapFreeNumber(tx: Tx, prefix: string, year: number): Promise<string> {
  const { rows } = await sql<{ count: number }>`
    insert into number_series (prefix, year, last) values (${prefix}, ${year}, 1)
    on conflict (prefix, year) do update set last = number_series.last + 1
    returning last as count`.execute(tx)
  return paperNumber(prefix, year, counted(rows[0]))
}

function counted(row: { count: number } | undefined): number {
  if (row === undefined) throw new Error('the database gave no number')
  return row.count
}

import type pg from 'pg'
import type { Both } from '#lib/language.ts'
import { dateOf } from '#lib/show-time.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import { cliWords } from './words.ts'

/* What the doctor reads in the tables. */

export interface Look {
  readonly fine: boolean
  readonly says: Both
}

/** The notice about the next year's holidays comes in November (§1.2); from December on its absence is a fault. */
export async function calendarLook(client: pg.Client, now: IsoInstant): Promise<Look> {
  const year = Number(dateOf(now).slice(0, 4))
  const month = Number(dateOf(now).slice(5, 7))
  const { rows } = await client.query<{ year: number }>(
    "select distinct extract(year from day)::int as year from calendar_days where kind = 'holiday' and day >= make_date($1, 1, 1)",
    [year],
  )
  const known = new Set(rows.map((row) => row.year))
  const missing = [year, year + 1].filter((wanted) => !known.has(wanted))
  if (missing.length === 0) return { fine: true, says: cliWords.calendarFine(year + 1) }
  const early = missing[0] === year + 1 && month < 12
  return { fine: early, says: early ? cliWords.calendarSoon(year + 1) : cliWords.calendarMissing(missing) }
}

/** Told within a second when the house is open; what has waited longer than this has nobody to tell it. */
const patience = 5

export async function outboxLook(client: pg.Client, now: IsoInstant): Promise<Look> {
  const { rows } = await client.query<{ waiting: number; late: number }>(
    'select count(*)::int as waiting, (count(*) filter (where written_at < $1))::int as late from outbox where delivered_at is null',
    [plusMinutes(now, -patience)],
  )
  const { waiting = 0, late = 0 } = rows[0] ?? {}
  return late === 0
    ? { fine: true, says: cliWords.outboxFine(waiting) }
    : { fine: false, says: cliWords.outboxLate(late, patience) }
}

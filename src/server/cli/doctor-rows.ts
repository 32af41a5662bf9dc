import type { Both } from '#lib/language.ts'
import { dateOf } from '#lib/show-time.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import { missingYears } from '#kernel/parameters/server/calendar.ts'
import { cliWords } from './words.ts'

/* What the doctor reads in the tables. */

export interface Look {
  readonly fine: boolean
  readonly says: Both
}

/** The notice about the next year's holidays comes in November (§1.2); from December on its absence is a fault. */
export async function calendarLook(tx: Tx, now: IsoInstant): Promise<Look> {
  const year = Number(dateOf(now).slice(0, 4))
  const month = Number(dateOf(now).slice(5, 7))
  const missing = await missingYears(tx, now)
  if (missing.length === 0) return { fine: true, says: cliWords.calendarFine(year + 1) }
  const early = missing[0] === year + 1 && month < 12
  return { fine: early, says: early ? cliWords.calendarSoon(year + 1) : cliWords.calendarMissing(missing) }
}

/** Told within a second when the house is open; what has waited longer than this has nobody to tell it. */
const patience = 5

export async function outboxLook(tx: Tx, now: IsoInstant): Promise<Look> {
  const late = plusMinutes(now, -patience)
  const waiting = await tx
    .selectFrom('outbox')
    .select((of) => [
      of.fn.countAll<number>().as('all'),
      of.fn.countAll<number>().filterWhere('written_at', '<', late).as('late'),
    ])
    .where('delivered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return waiting.late === 0
    ? { fine: true, says: cliWords.outboxFine(waiting.all) }
    : { fine: false, says: cliWords.outboxLate(waiting.late, patience) }
}

/** The days the State Council moved: the years known when this was written, and what is entered each year after (§1.2). */
import chineseDays from 'chinese-days'
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import { dateOf } from '#lib/show-time.ts'
import { daysBetween, type IsoInstant, plusDays } from '#lib/time.ts'
import type { DayKind } from '#lib/working-calendar.ts'
import type { CalendarDay } from '../view.ts'

const first = '2004-01-01'
const last = '2026-12-31'

/** Public holidays and make-up working days of 2004 to 2026. */
export function knownDays(): CalendarDay[] {
  const dates = Array.from({ length: daysBetween(first, last) + 1 }, (_, at) => plusDays(first, at))
  return dates.flatMap((day) => {
    const detail = chineseDays.getDayDetail(day)
    // A plain day is called by its weekday, a moved one `English,中文,days`.
    const name = detail.name.split(',')[1]
    return name === undefined ? [] : [{ day, kind: detail.work ? 'makeup' : 'holiday', name }]
  })
}

/** Enters the known years; a day somebody already entered stays as it is. */
export async function seedCalendar(tx: Tx): Promise<void> {
  const days = knownDays()
  await sql`
    insert into calendar_days (day, kind, name)
    select * from unnest(${days.map(({ day }) => day)}::date[], ${days.map(({ kind }) => kind)}::text[], ${days.map(({ name }) => name)}::text[])
    on conflict (day) do nothing`.execute(tx)
}

export async function daysOfYear(tx: Tx, year: number): Promise<CalendarDay[]> {
  const days = await tx
    .selectFrom('calendar_days')
    .select(['day', 'kind', 'name'])
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .execute()
  return days.map((row) => ({ ...row, kind: row.kind as DayKind }))
}

/** Of this year and the next, those without a single public holiday: deadlines there would count holidays as work. */
export async function missingYears(tx: Tx, now: IsoInstant): Promise<number[]> {
  const year = Number(dateOf(now).slice(0, 4))
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from day)::int as year from calendar_days
    where kind = 'holiday' and day >= ${`${year}-01-01`}::date`.execute(tx)
  const known = new Set(rows.map((row) => row.year))
  return [year, year + 1].filter((wanted) => !known.has(wanted))
}

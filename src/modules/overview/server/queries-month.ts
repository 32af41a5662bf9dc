import { type RawBuilder, sql } from 'kysely'
import { dateOf } from '#lib/show-time.ts'
import { type IsoInstant, plusDays, startOfDay } from '#lib/time.ts'
import { addWorkingDays, type WorkingCalendar } from '#lib/working-calendar.ts'
import type { House } from '#kernel/http/server/house.ts'
import { spanOf, voidStates } from '#kernel/process/server/kept.ts'
import { rereportKey } from '../parameters.ts'

/** What the queries of a month may ask besides the tables. */
export interface MonthFacts {
  readonly from: IsoInstant
  readonly to: IsoInstant
  readonly now: IsoInstant
  /** `process/state` of cancelled and declined cases */
  readonly voided: readonly string[]
  readonly rereportDays: number
  readonly calendar: WorkingCalendar
}

/**
 * The cases of a figure: `case_id`, `hit` (counted in the numerator), `value` and `net` (fen or minutes), `part`. One row a
 * case and part; the figure is counted from these rows and the list behind it shows them.
 */
export type Rows = RawBuilder<unknown>

export function monthFacts(house: House, month: string): MonthFacts {
  const now = house.now()
  return {
    ...spanOf(month),
    now,
    voided: voidStates(house.modules),
    rereportDays: house.rulebook.parameter<number>(rereportKey, now),
    calendar: house.rulebook.calendar(),
  }
}

/** Of the process, and neither cancelled nor void. `cases` is at hand. */
export const counts = (process: string, { voided }: MonthFacts) =>
  sql<boolean>`(cases.process = ${process} and not (cases.process || '/' || cases.state = any (${[...voided]}::text[])))`

/** An instant inside the month. */
export const within = (column: string, { from, to }: MonthFacts) =>
  sql<boolean>`(${sql.ref(column)} >= ${from}::timestamptz and ${sql.ref(column)} < ${to}::timestamptz)`

/** Inside the month, and decided: met, or its time up. What still runs in time is not counted yet. */
export const fellDue = (month: MonthFacts) =>
  sql<boolean>`(${within('deadlines.due_at', month)} and (deadlines.met_at is not null or coalesce(deadlines.paused_at, ${month.now}::timestamptz) > deadlines.due_at))`

/** Met by its time. */
export const inTime = sql<boolean>`(deadlines.met_at is not null and deadlines.met_at <= deadlines.due_at)`

export const nothing = sql`null::float8 as value, null::float8 as net`

/** For each day of the month, the end of the so-many-th working day after it. */
export function workingDaysAfter(
  month: MonthFacts,
  days: number,
): { readonly day: string; readonly end: IsoInstant }[] {
  const list: { day: string; end: IsoInstant }[] = []
  for (let day = dateOf(month.from); day < dateOf(month.to); day = plusDays(day, 1)) {
    const last = dateOf(addWorkingDays(month.calendar, startOfDay(day), days))
    list.push({ day, end: startOfDay(plusDays(last, 1)) })
  }
  return list
}

/** A clock of a process: on time or not, one row a case. `part` is the expression the parts are named by. */
export const onTime = (process: string, clock: string, month: MonthFacts, part: RawBuilder<string>): Rows => sql`
  select cases.id as case_id, bool_and(${inTime}) as hit, ${nothing}, ${part} as part
  from deadlines join cases on cases.id = deadlines.case_id
  where deadlines.clock = ${clock} and ${counts(process, month)} and ${fellDue(month)}
  group by cases.id`

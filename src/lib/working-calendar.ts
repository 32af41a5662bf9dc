/**
 * Which hours count (domain §1.2, §1.3): the SERVICE clock counts service hours, the WD clock whole working days.
 * The calendar is data: the days the State Council moved, and the hours of each kind of day. No Temporal: a browser
 * counts down by the same rules.
 */

import {
  dateOfDay,
  dayOfDate,
  epochMs,
  isoOfWall,
  minute,
  msOfClock,
  type Wall,
  wallOf,
  weekdayOfDay,
} from './shanghai.ts'

/** `makeup`: 调休上班, a Saturday or Sunday worked as a working day. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup'

/** Opening included, closing not: `['08:30', '18:00']`. `24:00` ends a day. */
export type Hours = readonly (readonly [opens: string, closes: string])[]

export type CalendarData = {
  /** Exceptions by date; every other Saturday and Sunday is a weekend, every other day a workday. */
  readonly days: Readonly<Record<string, DayKind>>
  /** Weekend hours by weekday, 6 Saturday and 7 Sunday. Makeup days keep workday hours. */
  readonly hours: {
    readonly workday: Hours
    readonly weekend: { readonly 6: Hours; readonly 7: Hours }
    readonly holiday: Hours
  }
}

type Window = { readonly opens: number; readonly closes: number }

/** Checked and ready to count with; made by `workingCalendar`. Windows are milliseconds since midnight, in order. */
export type WorkingCalendar = {
  readonly days: ReadonlyMap<string, DayKind>
  readonly workday: readonly Window[]
  readonly saturday: readonly Window[]
  readonly sunday: readonly Window[]
  readonly holiday: readonly Window[]
}

/** The service hours a new building starts with (§1.2). */
export const officeHours: CalendarData['hours'] = {
  workday: [['08:30', '18:00']],
  weekend: { 6: [['09:00', '17:00']], 7: [] },
  holiday: [],
}

/** A longer closed stretch than this is a calendar filled in wrongly, not a holiday. */
const longestClosure = 400

/** A RangeError for a date or time that does not exist, windows that overlap, or working days without hours. */
export function workingCalendar(data: CalendarData): WorkingCalendar {
  for (const date of Object.keys(data.days)) dayOfDate(date)
  const workday = windows(data.hours.workday)
  if (workday.length === 0) throw new RangeError('a working day needs hours')
  return {
    days: new Map(Object.entries(data.days)),
    workday,
    saturday: windows(data.hours.weekend[6]),
    sunday: windows(data.hours.weekend[7]),
    holiday: windows(data.hours.holiday),
  }
}

function windows(hours: Hours): Window[] {
  const list = hours.map(([opens, closes]) => ({ opens: msOfClock(opens), closes: msOfClock(closes) }))
  list.sort((a, b) => a.opens - b.opens)
  list.forEach(({ opens, closes }, at) => {
    if (closes <= opens || opens < (list[at - 1]?.closes ?? 0)) throw new RangeError('hours overlap or end too early')
  })
  return list
}

export function dayKind(calendar: WorkingCalendar, date: string): DayKind {
  return kindOfDay(calendar, dayOfDate(date))
}

export function isWorkday(calendar: WorkingCalendar, date: string): boolean {
  return isWorked(dayKind(calendar, date))
}

const isWorked = (kind: DayKind): boolean => kind === 'workday' || kind === 'makeup'

function kindOfDay(calendar: WorkingCalendar, day: number): DayKind {
  return calendar.days.get(dateOfDay(day)) ?? (weekdayOfDay(day) > 5 ? 'weekend' : 'workday')
}

/** A weekday the calendar calls a weekend has no hours of its own: closed. */
function windowsOfDay(calendar: WorkingCalendar, day: number): readonly Window[] {
  const kind = kindOfDay(calendar, day)
  if (isWorked(kind)) return calendar.workday
  if (kind === 'holiday') return calendar.holiday
  const weekday = weekdayOfDay(day)
  return weekday === 6 ? calendar.saturday : weekday === 7 ? calendar.sunday : []
}

export function isServiceTime(calendar: WorkingCalendar, iso: string): boolean {
  const { day, ms } = wallOf(iso)
  return windowsOfDay(calendar, day).some(({ opens, closes }) => ms >= opens && ms < closes)
}

/**
 * The instant itself in service hours, else the next opening. With a clock (`09:30`): the first such time, now or
 * later, that lies in service hours.
 */
export function nextServiceTime(calendar: WorkingCalendar, iso: string, atClock?: string): string {
  const clock = atClock === undefined ? undefined : msOfClock(atClock)
  const from = wallOf(iso)
  for (const { day, opens, closes } of openings(calendar, from)) {
    if (day - from.day > longestClosure) break
    if (clock === undefined) return isoOfWall({ day, ms: opens })
    if (clock >= opens && clock < closes) return isoOfWall({ day, ms: clock })
  }
  throw new RangeError(`the calendar never opens${atClock === undefined ? '' : ` at ${atClock}`}`)
}

/** What is left of each window from that moment on; ends after the longest closure without an opening. */
function* openings(calendar: WorkingCalendar, from: Wall): Generator<Window & { readonly day: number }> {
  let lastOpen = from.day
  for (let day = from.day; day - lastOpen <= longestClosure; day += 1) {
    for (const { opens, closes } of windowsOfDay(calendar, day)) {
      const start = day === from.day ? Math.max(opens, from.ms) : opens
      if (start >= closes) continue
      lastOpen = day
      yield { day, opens: start, closes }
    }
  }
}

/** When that many service minutes are used up; counting starts at the next opening. Due at closing time, not after. */
export function addServiceMinutes(calendar: WorkingCalendar, fromIso: string, minutes: number): string {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError(`not a number of minutes: ${minutes}`)
  let left = minutes * minute
  for (const { day, opens, closes } of openings(calendar, wallOf(fromIso))) {
    if (left <= closes - opens) return isoOfWall({ day, ms: opens + left })
    left -= closes - opens
  }
  throw new RangeError('the calendar never opens')
}

/** Whole service minutes from a to b, the broken one dropped; negative when b comes first. */
export function serviceMinutesBetween(calendar: WorkingCalendar, a: string, b: string): number {
  if (epochMs(a) > epochMs(b)) return 0 - serviceMinutesBetween(calendar, b, a)
  const from = wallOf(a)
  const to = wallOf(b)
  let ms = 0
  for (let day = from.day; day <= to.day; day += 1) {
    for (const { opens, closes } of windowsOfDay(calendar, day)) {
      const start = day === from.day ? Math.max(opens, from.ms) : opens
      const end = day === to.day ? Math.min(closes, to.ms) : closes
      ms += Math.max(0, end - start)
    }
  }
  return Math.floor(ms / minute)
}

/**
 * The end of service hours on the n-th working day after the day of receipt, which is day 0 (§1.3). n = 0 is that day
 * itself, or the next working day when none is worked on it.
 */
export function addWorkingDays(calendar: WorkingCalendar, fromIso: string, n: number): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`)
  let { day } = wallOf(fromIso)
  let left = n
  let closed = 0
  while (left > 0 || !isWorked(kindOfDay(calendar, day))) {
    day += 1
    const worked = isWorked(kindOfDay(calendar, day))
    closed = worked ? 0 : closed + 1
    if (closed > longestClosure) throw new RangeError('the calendar has no working days')
    if (worked && left > 0) left -= 1
  }
  return isoOfWall({ day, ms: calendar.workday.at(-1)?.closes ?? 0 })
}

/** True outside the building's hours (18:00–8:00, weekends, holidays): visits then cost item R44 of §3.4. */
export function isOutOfHours(
  calendar: WorkingCalendar,
  iso: string,
  hours: readonly [opens: string, closes: string],
): boolean {
  const { day, ms } = wallOf(iso)
  return !isWorked(kindOfDay(calendar, day)) || ms < msOfClock(hours[0]) || ms >= msOfClock(hours[1])
}

import { clockTime, dateOf } from '#lib/show-time.ts'
import { atClock, type IsoDate, type IsoInstant, plusDays, plusMinutes } from '#lib/time.ts'
import {
  isServiceTime,
  isWorkday,
  nextServiceTime,
  serviceMinutesBetween,
  type WorkingCalendar,
} from '#lib/working-calendar.ts'
import type { Chance } from './random.ts'

/* When things happen in an office building. Minutes are wall minutes unless the name says service. */

/** An hour on a working day between nine and half past five, the first that begins not before. */
export function nextSlot(calendar: WorkingCalendar, notBefore: IsoInstant): { start: IsoInstant; end: IsoInstant } {
  const halfHour = 30 * 60_000
  let ms = Math.ceil(Date.parse(notBefore) / halfHour) * halfHour
  for (;;) {
    const start = new Date(ms).toISOString()
    const clock = clockTime(start)
    if (clock >= '09:00' && clock <= '16:30' && isWorkday(calendar, dateOf(start)))
      return { start, end: plusMinutes(start, 60) }
    ms += halfHour
  }
}

/** So many minutes later; outside service hours soon after the next opening. */
export function later(calendar: WorkingCalendar, from: IsoInstant, minutes: number, luck: Chance): IsoInstant {
  const at = plusMinutes(from, minutes)
  return isServiceTime(calendar, at) ? at : plusMinutes(nextServiceTime(calendar, at), luck.between(1, 9))
}

/** The last moment at which so many service minutes were still to pass before now; sixty days back at most. */
export function lately(calendar: WorkingCalendar, now: IsoInstant, serviceMinutes: number): IsoInstant {
  let [enough, few] = [60 * 1440, 0]
  while (enough - few > 1) {
    const middle = Math.floor((enough + few) / 2)
    if (serviceMinutesBetween(calendar, plusMinutes(now, -middle), now) >= serviceMinutes) enough = middle
    else few = middle
  }
  return plusMinutes(now, -enough)
}

/** Some moment of a day, mostly in the hours in which people call. */
export function sometime(date: string, luck: Chance, hours: 'desk' | 'any'): IsoInstant {
  const minute = hours === 'desk' ? luck.between(540, 1010) : luck.between(0, 1439)
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return new Date(Date.parse(atClock(date, clock)) + luck.between(0, 59) * 1000).toISOString()
}

/** This day when it is worked, else the last that was. */
export function workdayNotAfter(calendar: WorkingCalendar, date: IsoDate): IsoDate {
  let day = date
  while (!isWorkday(calendar, day)) day = plusDays(day, -1)
  return day
}

/** A service hour of a day between these days ago; of the last fortnight before three, so that the day is long enough for what follows. */
export function pastServiceTime(
  calendar: WorkingCalendar,
  now: IsoInstant,
  [least, most]: readonly [least: number, most: number],
  luck: Chance,
): IsoInstant {
  for (;;) {
    const daysAgo = luck.between(least, most)
    const date = plusDays(dateOf(now), -daysAgo)
    const at = sometime(date, luck, 'desk')
    const early = daysAgo > longAgo || clockTime(at) < '15:00'
    if (early && isServiceTime(calendar, at) && (isWorkday(calendar, date) || luck.often(0.3))) return at
  }
}

/** Days after which whatever was begun is finished, the longest holidays between. */
export const longAgo = 13
export const isLongAgo = (now: IsoInstant, at: IsoInstant): boolean => plusDays(dateOf(at), longAgo) < dateOf(now)

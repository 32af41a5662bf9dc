/** Instants and dates in the zone of the house, by Temporal. What only shows a time is in `show-time.ts`. */

export const zone = 'Asia/Shanghai'

/** An instant as slips and JSON spell it: `2026-11-24T06:05:00.000Z`. */
export type IsoInstant = string

/** A calendar day in Shanghai: `2026-11-24`. */
export type IsoDate = string

/** A RangeError when the text is no instant. */
export function instant(text: IsoInstant): Temporal.Instant {
  return Temporal.Instant.from(text)
}

export function iso(at: Temporal.Instant): IsoInstant {
  return at.toString({ fractionalSecondDigits: 3 })
}

/** The date in Shanghai at that instant. */
export function dateIn(at: Temporal.Instant): IsoDate {
  return at.toZonedDateTimeISO(zone).toPlainDate().toString()
}

export function plusMinutes(from: IsoInstant, minutes: number): IsoInstant {
  return iso(instant(from).add({ minutes }))
}

/** Whole minutes from a to b, the broken one dropped; negative when b comes first. */
export function minutesBetween(a: IsoInstant, b: IsoInstant): number {
  return instant(a).until(instant(b), { largestUnit: 'minute', smallestUnit: 'minute', roundingMode: 'trunc' }).minutes
}

/** Midnight in Shanghai. */
export function startOfDay(date: IsoDate): IsoInstant {
  return atClock(date, '00:00')
}

/** The instant of a date and a time of day (`09:30`) in Shanghai. */
export function atClock(date: IsoDate, clock: string): IsoInstant {
  const at = plainDate(date).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(clock) })
  return iso(at.toInstant())
}

/** Negative counts backwards. */
export function plusDays(date: IsoDate, days: number): IsoDate {
  return plainDate(date).add({ days }).toString()
}

/** The same day of a later month, or its last day when the month is shorter. */
export function plusMonths(date: IsoDate, months: number): IsoDate {
  return plainDate(date).add({ months }).toString()
}

/** Days from a to b; 0 on the same day, negative when b comes first. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return plainDate(a).until(plainDate(b), { largestUnit: 'day' }).days
}

/** 28 to 31, for the part of a month. */
export function daysOfMonth(date: IsoDate): number {
  return plainDate(date).daysInMonth
}

export function isDate(text: string): boolean {
  try {
    return plainDate(text).toString() === text
  } catch {
    return false
  }
}

/** Only the plain spelling: Temporal alone would take a whole date-time and drop its zone. */
function plainDate(date: IsoDate): Temporal.PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`not a date: ${date}`)
  return Temporal.PlainDate.from(date)
}

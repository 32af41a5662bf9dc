/**
 * Wall time in Shanghai by plain arithmetic, for browsers without Temporal and for rules counted by the million.
 * Shanghai has stood at +08:00 without summer time since 1991-09-15; instants before 1992 are refused.
 */

export const minute = 60_000
export const day = 1440 * minute

const spelling = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/
const offset = 8 * 60 * minute
const earliest = Date.UTC(1992, 0, 1) - offset
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999) - offset

/** A day counted from 1970-01-01 in Shanghai, and the milliseconds since its midnight. */
export type Wall = { readonly day: number; readonly ms: number }

/** Milliseconds since 1970 UTC of an ISO instant with `Z` or an offset; a RangeError when it is none. */
export function epochMs(iso: string): number {
  const at = spelling.test(iso) ? Date.parse(iso) : Number.NaN
  if (!(at >= earliest && at <= latest)) throw new RangeError(`not an instant: ${iso}`)
  dayOfDate(iso.slice(0, 10))
  return at
}

/** The ISO spelling used in slips and JSON: milliseconds and `Z`. */
export function isoOfEpoch(ms: number): string {
  return new Date(ms).toISOString()
}

export function wallOf(iso: string): Wall {
  const ms = epochMs(iso) + offset
  return { day: Math.floor(ms / day), ms: ms % day }
}

export function isoOfWall(wall: Wall): string {
  return isoOfEpoch(wall.day * day + wall.ms - offset)
}

export function dateOfDay(n: number): string {
  return isoOfEpoch(n * day).slice(0, 10)
}

/** The day a date names; a RangeError for 2026-02-30 and other nonsense. */
export function dayOfDate(date: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(ms) || isoOfEpoch(ms).slice(0, 10) !== date) throw new RangeError(`not a date: ${date}`)
  return ms / day
}

/** 1 Monday … 7 Sunday. */
export function weekdayOfDay(n: number): number {
  return ((((n + 3) % 7) + 7) % 7) + 1
}

/** Milliseconds since midnight of `08:30`; `24:00` is the end of the day; a RangeError for anything else. */
export function msOfClock(clock: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(clock)
  if (!parts) throw new RangeError(`not a time of day: ${clock}`)
  return parts[1] === undefined ? day : (Number(parts[1]) * 60 + Number(parts[2])) * minute
}

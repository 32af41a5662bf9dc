/** Times as people read them, in Shanghai, without Temporal: every browser can show them. */

import { type Language, say } from './language.ts'
import { dateOfDay, day, dayOfDate, minute, wallOf } from './shanghai.ts'
import { dayMark } from './words.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const two = (n: number): string => String(n).padStart(2, '0')

/** The date in Shanghai of an instant, `2026-11-24`. */
export function dateOf(iso: string): string {
  return dateOfDay(wallOf(iso).day)
}

/** `14:05`, the second dropped. */
export function clockTime(iso: string): string {
  const minutes = Math.floor(wallOf(iso).ms / minute)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** A date, or the date of an instant: `2026-11-24`, `24 Nov 2026`. */
export function formatDate(dateOrInstant: string, language: Language): string {
  const date = dateOrInstant.length === 10 ? dateOfDay(dayOfDate(dateOrInstant)) : dateOf(dateOrInstant)
  if (language === 'zh') return date
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  return `${dayOfMonth} ${months[(month ?? 1) - 1]} ${year}`
}

/** `2026-11-24 14:05`, `24 Nov 2026 14:05`. */
export function formatDateTime(iso: string, language: Language): string {
  return `${formatDate(dateOf(iso), language)} ${clockTime(iso)}`
}

/** `0:05`, `17:58`, `2天 3:05`, `2d 3:05`; a broken minute is dropped, a negative one keeps its sign. */
export function duration(minutes: number, language: Language): string {
  const whole = Math.trunc(Math.abs(minutes))
  const perDay = day / minute
  const days = Math.floor(whole / perDay)
  const rest = whole % perDay
  const clock = `${Math.floor(rest / 60)}:${two(rest % 60)}`
  return `${minutes <= -1 ? '-' : ''}${days > 0 ? `${days}${say(dayMark, language)} ` : ''}${clock}`
}

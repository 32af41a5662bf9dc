/** How urgent a deadline is: over an hour, under an hour, under half an hour, breached; or the clock is stopped. */
export type CountdownLevel = 'calm' | 'soon' | 'urgent' | 'breached' | 'paused'

export const levelOf = (due: number, now: number, paused: boolean): CountdownLevel => {
  if (paused) return 'paused'
  const left = due - now
  if (left < 0) return 'breached'
  if (left < 30 * MINUTE) return 'urgent'
  return left < 60 * MINUTE ? 'soon' : 'calm'
}

/** `17:58`, `1:34:58`, or days and hours from one day on. `days` renders the last form in the reader's language. */
export const spell = (milliseconds: number, days: (days: number, hours: number) => string): string => {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000)
  const hours = Math.floor(seconds / 3600)
  if (hours >= 24) return days(Math.floor(hours / 24), hours % 24)
  const pad = (value: number) => String(value).padStart(2, '0')
  const tail = `${pad(Math.floor((seconds % 3600) / 60))}:${pad(seconds % 60)}`
  return hours > 0 ? `${hours}:${tail}` : tail
}

/** The part of the allowed time that is used up, 0 … 1. Without a start the last four hours fill the bar. */
export const usedPart = (start: number | null, due: number, now: number): number => {
  const from = start !== null && start < due ? start : due - 240 * MINUTE
  return Math.min(1, Math.max(0, (now - from) / (due - from)))
}

const MINUTE = 60_000

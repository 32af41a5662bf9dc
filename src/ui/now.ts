import { useSyncExternalStore } from 'react'

/** One ticker for every clock on the page. Time is the server's: a wrong clock on a desk must not move a deadline. */

let offset = 0
let current = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

const tick = () => {
  current = Date.now() + offset
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  if (listeners.size === 1) {
    current = Date.now() + offset
    timer = setInterval(tick, 1000)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

/** Milliseconds since 1970 on the server's clock, refreshed every second (or every `step` ms, to render less). */
export const useNow = (step = 1000): number => {
  const snapshot = () => Math.floor(current / step) * step
  return useSyncExternalStore(subscribe, snapshot, snapshot)
}

/** Tell the page what time it is, from an answer's `Date` header. Answers slower than `roundTrip` ms are too vague to use. */
export const setServerTime = (date: string | null, roundTrip = 0): void => {
  const server = date === null ? Number.NaN : Date.parse(date)
  if (!Number.isFinite(server) || roundTrip > 5000) return
  const next = server + roundTrip / 2 - Date.now()
  // The header has whole seconds: smaller corrections would only make clocks jump.
  if (Math.abs(next - offset) > 2000) offset = next
}

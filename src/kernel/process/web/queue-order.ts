import { dateOf } from '#lib/show-time.ts'
import type { QueueItem } from '../view.ts'

export type QueueGroup = 'overdue' | 'soon' | 'today' | 'later'
export const queueGroups = ['overdue', 'soon', 'today', 'later'] as const satisfies readonly QueueGroup[]

/** How pressing a slip is at `now` (milliseconds); a paused one presses nobody. */
export function groupOf(item: Pick<QueueItem, 'dueAt' | 'paused'>, now: number): QueueGroup {
  if (item.dueAt === null || item.paused) return 'later'
  const left = Date.parse(item.dueAt) - now
  if (left < 0) return 'overdue'
  if (left < 30 * 60_000) return 'soon'
  return dateOf(item.dueAt) === dateOf(new Date(now).toISOString()) ? 'today' : 'later'
}

/** Broken promises first, then by the time left; what has no promise, by age. */
export function inOrder<Item extends Pick<QueueItem, 'dueAt' | 'paused' | 'enteredAt'>>(
  items: readonly Item[],
  now: number,
): readonly Item[] {
  const rank = (item: Item) => queueGroups.indexOf(groupOf(item, now))
  const time = (item: Item) => (item.dueAt === null || item.paused ? Number.POSITIVE_INFINITY : Date.parse(item.dueAt))
  return items.toSorted((one, other) => {
    if (rank(one) !== rank(other)) return rank(one) - rank(other)
    if (time(one) !== time(other)) return time(one) < time(other) ? -1 : 1
    return one.enteredAt < other.enteredAt ? -1 : 1
  })
}

/** The order as it was last shown, new ones at the end: nothing may move under the pointer. */
export function heldOrder<Item>(
  items: readonly Item[],
  shown: readonly string[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const place = new Map(shown.map((key, at) => [key, at]))
  return items.toSorted((one, other) => (place.get(keyOf(one)) ?? 1e9) - (place.get(keyOf(other)) ?? 1e9))
}

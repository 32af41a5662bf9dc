/** When to try again: twice as long each time, up to two hours, a fifth sooner or later so that not all come at once. */
import type { IsoInstant } from '#lib/time.ts'
import { isoOfEpoch } from '#lib/shanghai.ts'

const minute = 60_000
const longest = 120 * minute

/** Milliseconds until the next attempt after this many; `chance` between 0 and 1. */
export function waitAfter(attempts: number, firstMinutes: number, chance: number): number {
  const plain = Math.min(firstMinutes * minute * 2 ** Math.min(attempts - 1, 20), longest)
  return Math.round(plain * (0.8 + 0.4 * chance))
}

export const later = (at: IsoInstant, ms: number): IsoInstant => isoOfEpoch(Date.parse(at) + ms)

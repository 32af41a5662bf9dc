/** Chance that falls the same way every time it is given the same seed. */
export interface Chance {
  /** a number in [0, 1) */
  next(): number
  /** a whole number from `least` to `most`, both possible */
  between(least: number, most: number): number
  /** true with this likelihood */
  often(likelihood: number): boolean
  pick<T>(from: readonly T[]): T
  /** one of the keys, as often as its weight says */
  weighted<T>(from: readonly (readonly [T, number])[]): T
  /** another source, independent of how far this one was used */
  branch(name: string): Chance
}

export function chance(seed: string): Chance {
  let state = hashOf(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    often: (likelihood) => next() < likelihood,
    pick: (from) => one(from, between(0, from.length - 1)),
    weighted(from) {
      const total = from.reduce((sum, [, weight]) => sum + weight, 0)
      let left = next() * total
      const found = from.find(([, weight]) => (left -= weight) < 0) ?? one(from, from.length - 1)
      return found[0]
    },
    branch: (name) => chance(`${seed}/${name}`),
  }
}

function one<T>(from: readonly T[], at: number): T {
  const found = from[at]
  if (found === undefined) throw new RangeError('nothing to choose from')
  return found
}

/** FNV-1a over the code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}

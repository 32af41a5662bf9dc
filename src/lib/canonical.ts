/** One spelling for one value: JSON with sorted keys and no space, fit to be hashed and compared. */

/**
 * Keys are sorted by UTF-16 code units; properties that are undefined are left out.
 * A TypeError for what JSON cannot say without loss: undefined in a list, NaN, bigint, functions, class instances.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(',')}]`
  if (isPlain(value)) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
  }
  throw new TypeError(`no canonical form for ${typeof value}`)
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * The router's own search parser reads `?code=662E41` as a number and rounds long ids; values stay plain text here,
 * and the route's schema turns them into numbers or lists. Pass both to `createRouter`.
 */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

export const stringifySearch = (values: Record<string, unknown>): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    const text = Array.isArray(value) ? value.join(',') : plain(value)
    if (text !== '') search.set(name, text)
  }
  const query = search.toString()
  return query === '' ? '' : `?${query}`
}

/** `a,b` → `['a', 'b']`; nothing → `[]`. */
export const listOf = (text: string | undefined): string[] =>
  text ? text.split(',').filter((part) => part !== '') : []

/** Text, numbers and yes/no have a place in an address; nothing else has. */
const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? `${value}`
    : ''

/** Identifiers that sort by the time they were made (UUID version 7). */

/** 48 bits of time, 74 bits of chance. `random`: ten bytes, given only by tests. */
export function uuidv7(nowMs: number, random: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): string {
  if (!Number.isInteger(nowMs) || nowMs < 0 || nowMs >= 2 ** 48) throw new RangeError(`not a time: ${nowMs}`)
  if (random.length !== 10) throw new RangeError('ten random bytes are needed')
  const chance = Uint8Array.from(random)
  chance[0] = ((chance[0] ?? 0) & 0x0f) | 0x70
  chance[2] = ((chance[2] ?? 0) & 0x3f) | 0x80
  const hex =
    nowMs.toString(16).padStart(12, '0') + Array.from(chance, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUuid, uuidv7 } from './uuid.ts'

test('time, version, variant and chance lie where RFC 9562 puts them', () => {
  expect(uuidv7(0x017f22e279b0, new Uint8Array(10).fill(0xff))).toBe('017f22e2-79b0-7fff-bfff-ffffffffffff')
  expect(uuidv7(0, new Uint8Array(10))).toBe('00000000-0000-7000-8000-000000000000')
})

test('identifiers of a later millisecond sort after earlier ones', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 2 }), (ms) => {
      const [a, b] = [uuidv7(ms), uuidv7(ms + 1)]
      expect(isUuid(a) && isUuid(b) && a < b).toBe(true)
    }),
  )
  expect(uuidv7(1)).not.toBe(uuidv7(1))
})

test('the bytes given are not written to', () => {
  const bytes = new Uint8Array(10).fill(0xff)
  uuidv7(1, bytes)
  expect(bytes.every((byte) => byte === 0xff)).toBe(true)
})

test('times outside 48 bits and wrong chance are refused', () => {
  for (const ms of [-1, 0.5, 2 ** 48, Number.NaN]) expect(() => uuidv7(ms)).toThrow(RangeError)
  expect(() => uuidv7(1, new Uint8Array(9))).toThrow(RangeError)
})

test('a uuid is told from other values', () => {
  expect(isUuid('017F22E2-79B0-7FFF-BFFF-FFFFFFFFFFFF')).toBe(true)
  for (const bad of [
    '',
    '017f22e279b07fffbfffffffffffffff',
    'x17f22e2-79b0-7fff-bfff-ffffffffffff',
    7,
    null,
    undefined,
  ]) {
    expect(isUuid(bad)).toBe(false)
  }
  expect(isUuid('017f22e2-79b0-7fff-bfff-ffffffffffff\n')).toBe(false)
})

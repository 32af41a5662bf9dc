import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'

test('keys are sorted at every depth and undefined is left out', () => {
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined, A: true })).toBe(
    '{"A":true,"b":[1,{"c":"x","d":null}]}',
  )
  expect(canonical({ 10: 'a', 9: 'b', 单: '元' })).toBe('{"10":"a","9":"b","单":"元"}')
  expect(canonical(-0)).toBe('0')
  expect(canonical('\uD800')).toBe('"\\ud800"')
})

test('what JSON would lose is refused', () => {
  const bad = [
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1n,
    () => 1,
    Symbol('s'),
    new Date(0),
    new Map(),
    [undefined],
  ]
  for (const value of bad) expect(() => canonical(value)).toThrow(TypeError)
})

test('the value is read back, and the order of keys does not matter', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value)
      expect(canonical(JSON.parse(text))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(canonical(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonical(value))
    }),
  )
})

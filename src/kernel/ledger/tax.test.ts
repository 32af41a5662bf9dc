import fc from 'fast-check'
import { expect, test } from 'vitest'
import { taxWithin } from './tax.ts'

test('six per cent inside 106.00 is 6.00', () => {
  expect(taxWithin(10_600, 600)).toBe(600)
})

test('the net amount is rounded half up once, and the tax is what is left', () => {
  expect(taxWithin(1, 600)).toBe(0)
  expect(taxWithin(100, 600)).toBe(6)
  expect(taxWithin(1500, 600)).toBe(85)
  expect(taxWithin(1500, 0)).toBe(0)
})

test('a rate outside nought to a hundred per cent is no rate', () => {
  expect(() => taxWithin(100, -1)).toThrow(RangeError)
  expect(() => taxWithin(100, 10_001)).toThrow(RangeError)
  expect(() => taxWithin(100, 0.5)).toThrow(RangeError)
})

test('net and tax always add up to the gross, and a reversal takes back the same tax', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900_000_000_000 }), fc.integer({ min: 0, max: 10_000 }), (gross, rate) => {
      const tax = taxWithin(gross, rate)
      expect(tax).toBeGreaterThanOrEqual(0)
      expect(tax).toBeLessThanOrEqual(gross)
      expect(taxWithin(-gross, rate)).toBe(tax === 0 ? 0 : -tax)
    }),
  )
})

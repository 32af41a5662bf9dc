import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decimal,
  exactFen,
  formatYuan,
  largestFen,
  multiply,
  parseYuan,
  product,
  prorate,
  roundHalfUp,
  share,
  sum,
  times,
  yuan,
} from './money.ts'

const typedFen = fc.integer({ min: -largestFen, max: largestFen })

test('an amount is written plainly for machines and with marks for people', () => {
  expect(yuan(123450)).toBe('1234.50')
  expect(yuan(5)).toBe('0.05')
  expect(yuan(-5)).toBe('-0.05')
  expect(yuan(-0)).toBe('0.00')
  expect(formatYuan(123450, 'zh')).toBe('¥1,234.50')
  expect(formatYuan(-90_000_000_000, 'en')).toBe('-¥900,000,000.00')
  expect(formatYuan(99_999, 'en')).toBe('¥999.99')
  expect(formatYuan(100_000, 'en')).toBe('¥1,000.00')
})

test('what is no whole number of fen is refused', () => {
  for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(() => yuan(bad)).toThrow(RangeError)
  expect(() => exactFen(2n ** 60n)).toThrow(RangeError)
  expect(Object.is(exactFen(-0), 0)).toBe(true)
})

test.each([
  ['1234.5', 123450],
  ['1234.50', 123450],
  [' 1,234.50 ', 123450],
  ['１２３４．５０', 123450],
  ['\u3000￥１，２３４', 123400],
  ['¥12', 1200],
  ['-0.01', -1],
  ['－１', -100],
  ['+3', 300],
  ['-0', 0],
  ['007', 700],
  ['9000000000.00', largestFen],
  ['-9,000,000,000', -largestFen],
])('%j is read as %d fen', (text, fen) => {
  expect(parseYuan(text)).toBe(fen)
})

test.each([
  '',
  ' ',
  '.',
  '.5',
  '5.',
  '1e3',
  '0x10',
  '1.234',
  '12,34',
  '1,2345',
  ',123',
  '--1',
  '1 000',
  '9000000000.01',
  '-9000000000.01',
  '2²',
  '①',
  '½',
  '一百',
  'NaN',
  'Infinity',
  '1.2.3',
  '1\n2',
  `${'9'.repeat(400)}`,
])('%j is no amount', (text) => {
  expect(parseYuan(text)).toBeNull()
})

test('every amount is read back from both ways of writing it', () => {
  fc.assert(
    fc.property(typedFen, (fen) => {
      expect(parseYuan(yuan(fen))).toBe(fen)
      expect(parseYuan(formatYuan(Math.abs(fen), 'zh'))).toBe(Math.abs(fen))
    }),
  )
})

test('no text makes the reader throw or answer with anything but a possible amount', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+¥ e１．，') }), (text) => {
      const fen = parseYuan(text)
      expect(fen === null || (Number.isSafeInteger(fen) && Math.abs(fen) <= largestFen)).toBe(true)
    }),
  )
})

test('a half is rounded away from zero', () => {
  expect(roundHalfUp(1n, 2n)).toBe(1n)
  expect(roundHalfUp(-1n, 2n)).toBe(-1n)
  expect(roundHalfUp(1n, -2n)).toBe(-1n)
  expect(roundHalfUp(5n, 2n)).toBe(3n)
  expect(roundHalfUp(49n, 100n)).toBe(0n)
  expect(roundHalfUp(-149n, 100n)).toBe(-1n)
  expect(() => roundHalfUp(1n, 0n)).toThrow(RangeError)
})

test('rounding never moves by more than a half and mirrors at zero', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 12n }), (num, den) => {
      const distance = 2n * (roundHalfUp(num, den) * den - num)
      expect(distance <= den && distance >= -den).toBe(true)
      expect(roundHalfUp(-num, den)).toBe(-roundHalfUp(num, den))
    }),
  )
})

test('the example of the plan: 2,000.00 m² at 28.00 from 15 April costs 29,866.67', () => {
  const monthly = times(2800, '2000.00')
  expect(monthly).toBe(5_600_000)
  expect(prorate(monthly, 16, 30)).toBe(2_986_667)
})

test('rate, area and part of a month make one line, rounded once', () => {
  const part = { num: 17n, den: 30n }
  expect(multiply(2850, product(decimal('1234.56'), part))).toBe(1_993_814)
})

test('thirty days late at 0.05 % a day are 1.50 %', () => {
  expect(multiply(1_000_000, { num: 5n * 30n, den: 10_000n })).toBe(15_000)
})

test('a quantity has at most three decimals and is exact', () => {
  expect(times(95, '1234.567')).toBe(117_284)
  expect(times(100, 0.1)).toBe(10)
  expect(times(1, '0.5')).toBe(1)
  expect(times(-1, 0.5)).toBe(-1)
  expect(times(2800, '-268.60')).toBe(-752_080)
  for (const bad of ['1.2345', '', 'x', '1e3', ' 1', 1e-7, 1e21, Number.NaN, 0.1 + 0.2]) {
    expect(() => times(100, bad)).toThrow(RangeError)
  }
  expect(() => times(largestFen, '100000')).toThrow(RangeError)
})

test('a whole month costs the whole fee and no day nothing', () => {
  fc.assert(
    fc.property(typedFen, fc.integer({ min: 28, max: 31 }), (fee, days) => {
      expect(prorate(fee, days, days)).toBe(fee)
      expect(prorate(fee, 0, days)).toBe(0)
    }),
  )
  for (const [days, of] of [
    [32, 31],
    [-1, 30],
    [1.5, 30],
    [1, 27],
    [1, 30.5],
  ] as const) {
    expect(() => prorate(100, days, of)).toThrow(RangeError)
  }
})

test('a share gives the odd fen to the largest remainder, ties to the earlier', () => {
  expect(share(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(share(-100, [1, 1, 1])).toEqual([-34, -33, -33])
  expect(share(100, ['268.60', '196.40', 0])).toEqual([58, 42, 0])
  expect(share(0, [1, 2])).toEqual([0, 0])
  expect(share(5, [1, 1, 8])).toEqual([1, 0, 4])
  expect(() => share(100, [])).toThrow(RangeError)
  expect(() => share(100, [0, 0])).toThrow(RangeError)
  expect(() => share(100, [2, -1])).toThrow(RangeError)
})

test('shares add up to the total, stay within a fen of the exact part, and nothing weighs nothing', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(
      typedFen,
      weights.filter((list) => list.some((weight) => weight > 0)),
      (total, list) => {
        const parts = share(total, list)
        expect(sum(parts)).toBe(total)
        const whole = BigInt(list.reduce((a, b) => a + b, 0))
        parts.forEach((part, at) => {
          const off = BigInt(part) * whole - BigInt(total) * BigInt(list[at] ?? 0)
          expect(off < whole && off > -whole).toBe(true)
          if (list[at] === 0) expect(part).toBe(0)
        })
      },
    ),
  )
})

test('a sum is exact or refused', () => {
  expect(sum([])).toBe(0)
  expect(sum([1, -1, 5])).toBe(5)
  expect(() => sum([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
})

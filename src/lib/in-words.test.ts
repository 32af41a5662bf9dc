import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inWords } from './in-words.ts'
import { parseYuan } from './money.ts'

test.each([
  ['0', '零元整'],
  ['0.01', '壹分'],
  ['0.05', '伍分'],
  ['0.10', '壹角整'],
  ['0.56', '伍角陆分'],
  ['1', '壹元整'],
  ['1.05', '壹元零伍分'],
  ['1.50', '壹元伍角整'],
  ['1.56', '壹元伍角陆分'],
  ['10', '壹拾元整'],
  ['10.05', '壹拾元零伍分'],
  ['11', '壹拾壹元整'],
  ['100', '壹佰元整'],
  ['101', '壹佰零壹元整'],
  ['110', '壹佰壹拾元整'],
  ['1001', '壹仟零壹元整'],
  ['1010', '壹仟零壹拾元整'],
  ['1100.01', '壹仟壹佰元零壹分'],
  ['1409.50', '壹仟肆佰零玖元伍角整'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['10000', '壹万元整'],
  ['10001', '壹万零壹元整'],
  ['10010.00', '壹万零壹拾元整'],
  ['10100', '壹万零壹佰元整'],
  ['11000', '壹万壹仟元整'],
  ['29866.67', '贰万玖仟捌佰陆拾陆元陆角柒分'],
  ['100000', '壹拾万元整'],
  ['105000', '壹拾万伍仟元整'],
  ['1000500.00', '壹佰万零伍佰元整'],
  ['10010000', '壹仟零壹万元整'],
  ['10000001', '壹仟万零壹元整'],
  ['12345678.90', '壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整'],
  ['100000000.00', '壹亿元整'],
  ['100000001', '壹亿零壹元整'],
  ['100010000', '壹亿零壹万元整'],
  ['101000000', '壹亿零壹佰万元整'],
  ['110000000', '壹亿壹仟万元整'],
  ['1000000000', '壹拾亿元整'],
  ['1020030040.05', '壹拾亿贰仟零叁万零肆拾元零伍分'],
  ['9000000000.00', '玖拾亿元整'],
  ['-12.30', '负壹拾贰元叁角整'],
  ['-0.05', '负伍分'],
])('%s is %s', (amount, words) => {
  expect(inWords(parseYuan(amount) ?? Number.NaN)).toBe(words)
})

test('amounts above what may be typed are worded too', () => {
  expect(inWords(10_000_000_000_00)).toBe('壹佰亿元整')
  expect(inWords(100_000_000_000_00)).toBe('壹仟亿元整')
  expect(inWords(305_000_070_002_09)).toBe('叁仟零伍拾亿零柒万零贰元零玖分')
  expect(inWords(1_000_000_000_000_00)).toBe('壹万亿元整')
  expect(inWords(1_000_100_000_000_00)).toBe('壹万零壹亿元整')
  expect(inWords(Number.MAX_SAFE_INTEGER)).toBe('玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分')
})

test('what is no amount in fen is refused', () => {
  for (const bad of [0.5, Number.NaN, 2 ** 53]) expect(() => inWords(bad)).toThrow(RangeError)
  expect(inWords(-0)).toBe('零元整')
})

const digits = '零壹贰叁肆伍陆柒捌玖'
const units: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 }

/** Reads an amount in words the way a clerk does, without the writer's tables. */
function read(words: string): bigint {
  if (words.startsWith('负')) return -read(words.slice(1))
  const [before, after] = words.includes('元') ? words.split('元') : ['', words]
  const jiao = /(.)角/.exec(after ?? '')?.[1] ?? '零'
  const cents = /(.)分/.exec(after ?? '')?.[1] ?? '零'
  return readWhole(before ?? '') * 100n + BigInt(digits.indexOf(jiao) * 10 + digits.indexOf(cents))
}

function readWhole(words: string): bigint {
  for (const [mark, size] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    const at = words.lastIndexOf(mark)
    if (at >= 0) return readWhole(words.slice(0, at)) * size + readWhole(words.slice(at + 1))
  }
  let total = 0
  for (const [, sign = '', unit = ''] of words.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g)) {
    total += digits.indexOf(sign) * (units[unit] ?? 1)
  }
  return BigInt(total)
}

test('every amount is read back from its words', () => {
  const sparse = fc
    .array(fc.constantFrom('0', '0', '0', '1', '7'), { minLength: 1, maxLength: 15 })
    .map((list) => Number(list.join('')))
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeInteger(), sparse), (fen) => {
      expect(read(inWords(fen))).toBe(BigInt(fen))
    }),
    { numRuns: 2000 },
  )
})

test('a zero is never doubled and never stands before a rank', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e15 }), (fen) => {
      expect(inWords(fen)).not.toMatch(/零零|零[拾佰仟万亿元角]/)
    }),
    { numRuns: 2000 },
  )
})

import { expect, test } from 'vitest'
import { specOf } from './process/figures.ts'
import { betterThan, perTenThousand, rate, reached } from './rules.ts'
import { figureWords } from './words/figures.ts'

test('a rate has two decimals, and is not applicable without anything to divide by', () => {
  expect([rate(1, 3), rate(2, 3), rate(0, 7), rate(7, 7), rate(0, 0)]).toEqual([33.33, 66.67, 0, 100, null])
  expect([perTenThousand(3, 26_860), perTenThousand(0, 1), perTenThousand(1, 0)]).toEqual([1.12, 0, null])
})

test('a target is reached from above or below, as the figure is meant, and to the hundredth', () => {
  expect([reached(specOf('m1'), 98, 98), reached(specOf('m1'), 97.99, 98)]).toEqual([true, false])
  expect([reached(specOf('m5'), 3, 3), reached(specOf('m5'), 3.01, 3)]).toEqual([true, false])
  expect([reached(specOf('m1'), null, 98), reached(specOf('m13a'), 10, null)]).toEqual([null, null])
})

test('a change is good or bad as the figure is meant; no change, and a month without figure, say nothing', () => {
  expect([betterThan(specOf('m1'), 90, 80), betterThan(specOf('m1'), 70, 80)]).toEqual([true, false])
  expect([betterThan(specOf('m5'), 2, 4), betterThan(specOf('m8'), 90, 60)]).toEqual([true, false])
  expect([betterThan(specOf('m1'), 80, 80), betterThan(specOf('m1'), 80, null)]).toEqual([null, null])
})

test('every figure says in both languages what it is and how it is counted', () => {
  for (const { says, formula } of Object.values(figureWords))
    for (const both of [says, formula]) expect([both.zh.length > 2, both.en.length > 5]).toEqual([true, true])
})

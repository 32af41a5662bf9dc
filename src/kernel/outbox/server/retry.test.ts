import { expect, test } from 'vitest'
import { later, waitAfter } from './retry.ts'

test('each wait is twice the one before, up to two hours', () => {
  const minutes = Array.from({ length: 10 }, (_, n) => waitAfter(n + 1, 1, 0.5) / 60_000)
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120, 120])
  expect(waitAfter(5_000, 1, 0.5)).toBe(120 * 60_000)
})

test('a fifth sooner or later, so that not all come back at once', () => {
  expect(waitAfter(1, 1, 0)).toBe(48_000)
  expect(waitAfter(1, 1, 1)).toBe(72_000)
})

test('a moment later', () => {
  expect(later('2026-11-23T01:00:00.000Z', 90_000)).toBe('2026-11-23T01:01:30.000Z')
})

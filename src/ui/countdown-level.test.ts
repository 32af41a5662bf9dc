import { expect, test } from 'vitest'
import { levelOf, spell, usedPart } from './countdown-level.ts'

const minutes = (count: number) => count * 60_000
const days = (whole: number, hours: number) => `${whole}d${hours}h`

test('urgency rises at one hour, at half an hour and at the deadline', () => {
  const due = minutes(1000)
  expect(levelOf(due, due - minutes(61), false)).toBe('calm')
  expect(levelOf(due, due - minutes(60), false)).toBe('calm')
  expect(levelOf(due, due - minutes(59), false)).toBe('soon')
  expect(levelOf(due, due - minutes(29), false)).toBe('urgent')
  expect(levelOf(due, due, false)).toBe('urgent')
  expect(levelOf(due, due + 1, false)).toBe('breached')
  expect(levelOf(due, due + 1, true)).toBe('paused')
})

test('time is spelled as minutes, hours or days', () => {
  expect(spell(minutes(17) + 58_000, days)).toBe('17:58')
  expect(spell(-(minutes(15) + 2_000), days)).toBe('15:02')
  expect(spell(minutes(94) + 58_000, days)).toBe('1:34:58')
  expect(spell(minutes(60 * 76), days)).toBe('3d4h')
})

test('the bar is empty at the start, full at the deadline and stays full after it', () => {
  expect(usedPart(0, 100, 0)).toBe(0)
  expect(usedPart(0, 100, 25)).toBe(0.25)
  expect(usedPart(0, 100, 500)).toBe(1)
  expect(usedPart(null, minutes(240), minutes(120))).toBe(0.5)
  expect(usedPart(200, 100, 50)).toBeGreaterThan(0)
})

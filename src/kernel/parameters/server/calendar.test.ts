import { expect, test } from 'vitest'
import { knownDays } from './calendar.ts'

const days = new Map(knownDays().map(({ day, ...rest }) => [day, rest]))

test('the holidays and make-up days of 2026 are those of the State Council', () => {
  expect(days.get('2026-10-01')).toEqual({ kind: 'holiday', name: '国庆节' })
  expect(days.get('2026-10-10')).toEqual({ kind: 'makeup', name: '国庆节' })
  expect(days.get('2026-09-20')).toEqual({ kind: 'makeup', name: '国庆节' })
  expect(days.has('2026-10-11')).toBe(false)
  expect(days.has('2026-10-12')).toBe(false)
})

test('every year from 2004 to 2026 has holidays, and nothing is known of 2027', () => {
  const years = new Set([...days].filter(([, { kind }]) => kind === 'holiday').map(([day]) => Number(day.slice(0, 4))))
  expect([...years]).toEqual(Array.from({ length: 23 }, (_, at) => 2004 + at))
})

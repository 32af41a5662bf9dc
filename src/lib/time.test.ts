import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  atClock,
  dateIn,
  daysBetween,
  daysOfMonth,
  instant,
  isDate,
  iso,
  minutesBetween,
  plusDays,
  plusMinutes,
  plusMonths,
  startOfDay,
} from './time.ts'

test('instants are spelled with milliseconds and Z', () => {
  expect(iso(instant('2026-11-24T06:05:00Z'))).toBe('2026-11-24T06:05:00.000Z')
  expect(iso(instant('2026-11-24T14:05:00.1239+08:00'))).toBe('2026-11-24T06:05:00.123Z')
  for (const bad of ['', '2026-11-24', '2026-11-24T14:05:00', '2026-02-30T00:00:00Z']) {
    expect(() => instant(bad)).toThrow(RangeError)
  }
})

test('the date changes at midnight in Shanghai', () => {
  expect(dateIn(instant('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23')
  expect(dateIn(instant('2026-11-23T16:00:00Z'))).toBe('2026-11-24')
  expect(startOfDay('2026-11-24')).toBe('2026-11-23T16:00:00.000Z')
  expect(atClock('2026-11-24', '09:30')).toBe('2026-11-24T01:30:00.000Z')
})

test('minutes are added and counted', () => {
  expect(plusMinutes('2026-12-31T15:59:00Z', 2)).toBe('2026-12-31T16:01:00.000Z')
  expect(plusMinutes('2026-12-31T15:59:00Z', -59)).toBe('2026-12-31T15:00:00.000Z')
  expect(minutesBetween('2026-11-24T00:00:00Z', '2026-11-25T00:01:59.999Z')).toBe(1441)
  expect(minutesBetween('2026-11-24T00:00:30Z', '2026-11-24T00:00:00Z')).toBe(0)
  expect(minutesBetween('2026-11-24T00:02:00Z', '2026-11-24T00:00:00Z')).toBe(-2)
  const offset = fc.integer({ min: -10_000_000, max: 10_000_000 })
  fc.assert(
    fc.property(offset, (n) => {
      const from = '2026-11-24T00:00:00.000Z'
      expect(minutesBetween(from, plusMinutes(from, n))).toBe(n)
    }),
  )
})

test('days and months are those of the calendar', () => {
  expect(plusDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(plusDays('2027-01-01', -1)).toBe('2026-12-31')
  expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(daysBetween('2026-02-01', '2026-03-01')).toBe(28)
  expect(daysBetween('2026-03-01', '2026-02-01')).toBe(-28)
  expect(daysOfMonth('2028-02-10')).toBe(29)
})

test('only a plain existing day is a date', () => {
  expect(isDate('2026-11-24')).toBe(true)
  for (const bad of ['', '2026-02-30', '20261124', '2026-11-24T00:00', '2026-1-1', '2026-11-24[u-ca=chinese]']) {
    expect(isDate(bad)).toBe(false)
  }
  expect(() => plusDays('2026-11-24T23:00:00Z', 1)).toThrow(RangeError)
})

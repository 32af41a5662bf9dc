import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfDay, dayOfDate, epochMs, isoOfWall, msOfClock, wallOf, weekdayOfDay } from './shanghai.ts'
import { instant, zone } from './time.ts'

const anyInstant = fc
  .date({ min: new Date('1992-01-01T00:00:00Z'), max: new Date('2150-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())

test('plain arithmetic agrees with Temporal from 1992 on', () => {
  fc.assert(
    fc.property(anyInstant, (text) => {
      const there = instant(text).toZonedDateTimeISO(zone)
      const wall = wallOf(text)
      expect(dateOfDay(wall.day)).toBe(there.toPlainDate().toString())
      expect(wall.ms).toBe(there.since(there.startOfDay()).total('milliseconds'))
      expect(weekdayOfDay(wall.day)).toBe(there.dayOfWeek)
      expect(isoOfWall(wall)).toBe(text)
      expect(dayOfDate(dateOfDay(wall.day))).toBe(wall.day)
    }),
  )
})

test.each([
  '',
  'today',
  '2026-11-24',
  '2026-11-24T14:05:00',
  '2026-02-30T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '1988-06-01T00:00:00Z',
  '1764000000000',
])('%j is no instant', (text) => {
  expect(() => epochMs(text)).toThrow(RangeError)
})

test('an offset is honoured', () => {
  expect(epochMs('2026-11-24T14:05:00+08:00')).toBe(epochMs('2026-11-24T06:05:00.000Z'))
})

test('weekdays run from Monday 1 to Sunday 7, also before 1970', () => {
  expect(weekdayOfDay(dayOfDate('2026-11-23'))).toBe(1)
  expect(weekdayOfDay(dayOfDate('2026-11-29'))).toBe(7)
  expect(weekdayOfDay(dayOfDate('1949-10-01'))).toBe(6)
})

test('a time of day is two figures each, up to 24:00', () => {
  expect(msOfClock('00:00')).toBe(0)
  expect(msOfClock('24:00')).toBe(86_400_000)
  for (const bad of ['', '8:30', '24:01', '12:60', '12', '12:00:00']) expect(() => msOfClock(bad)).toThrow(RangeError)
  for (const bad of ['', '2026-02-29', '2026-1-1', '20261124']) expect(() => dayOfDate(bad)).toThrow(RangeError)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atClock, plusMinutes } from './time.ts'
import {
  addServiceMinutes,
  addWorkingDays,
  type CalendarData,
  dayKind,
  isOutOfHours,
  isServiceTime,
  isWorkday,
  nextServiceTime,
  officeHours,
  serviceMinutesBetween,
  workingCalendar,
} from './working-calendar.ts'

/** October 2026: holiday from Thursday 1 to Wednesday 7, Saturday 10 worked for it; New Year's Day 2027 a Friday. */
const days: CalendarData['days'] = {
  '2026-10-01': 'holiday',
  '2026-10-02': 'holiday',
  '2026-10-03': 'holiday',
  '2026-10-04': 'holiday',
  '2026-10-05': 'holiday',
  '2026-10-06': 'holiday',
  '2026-10-07': 'holiday',
  '2026-10-10': 'makeup',
  '2027-01-01': 'holiday',
}
const calendar = workingCalendar({ days, hours: officeHours })
const withLunch = workingCalendar({
  days,
  hours: {
    workday: [
      ['13:00', '18:00'],
      ['08:30', '12:00'],
    ],
    weekend: { 6: [], 7: [] },
    holiday: [],
  },
})
const nightDesk = workingCalendar({
  days: {},
  hours: {
    workday: [
      ['00:00', '02:00'],
      ['22:00', '24:00'],
    ],
    weekend: { 6: [], 7: [] },
    holiday: [],
  },
})

/** `2026-11-24 14:05` in Shanghai. */
const at = (text: string): string => atClock(text.slice(0, 10), text.slice(11))

test('days are what the table says, else what the week says', () => {
  expect(dayKind(calendar, '2026-11-24')).toBe('workday')
  expect(dayKind(calendar, '2026-11-28')).toBe('weekend')
  expect(dayKind(calendar, '2026-10-01')).toBe('holiday')
  expect(dayKind(calendar, '2026-10-10')).toBe('makeup')
  expect(isWorkday(calendar, '2026-10-10')).toBe(true)
  expect(isWorkday(calendar, '2026-10-11')).toBe(false)
  expect(isWorkday(calendar, '2026-10-06')).toBe(false)
  expect(() => isWorkday(calendar, '2026-02-30')).toThrow(RangeError)
})

test('opening belongs to service hours, closing does not', () => {
  expect(isServiceTime(calendar, at('2026-11-24 08:29'))).toBe(false)
  expect(isServiceTime(calendar, at('2026-11-24 08:30'))).toBe(true)
  expect(isServiceTime(calendar, at('2026-11-24 17:59'))).toBe(true)
  expect(isServiceTime(calendar, at('2026-11-24 18:00'))).toBe(false)
  expect(isServiceTime(calendar, at('2026-11-28 09:00'))).toBe(true)
  expect(isServiceTime(calendar, at('2026-11-29 09:00'))).toBe(false)
  expect(isServiceTime(calendar, at('2026-10-10 08:30'))).toBe(true)
  expect(isServiceTime(withLunch, at('2026-11-24 12:30'))).toBe(false)
})

test.each([
  ['within a day', '2026-11-24 09:00', 120, '2026-11-24 11:00'],
  ['up to closing time', '2026-11-24 16:00', 120, '2026-11-24 18:00'],
  ['across midnight', '2026-11-24 17:30', 60, '2026-11-25 09:00'],
  ['from before opening', '2026-11-24 07:00', 30, '2026-11-24 09:00'],
  ['from after closing', '2026-11-24 22:40', 30, '2026-11-25 09:00'],
  ['from closing time itself', '2026-11-24 18:00', 30, '2026-11-25 09:00'],
  ['across a weekend with a Saturday desk', '2026-11-27 17:30', 600, '2026-11-30 10:00'],
  ['from a Sunday', '2026-11-29 12:00', 30, '2026-11-30 09:00'],
  ['across the National Day holiday', '2026-09-30 17:00', 120, '2026-10-08 09:30'],
  ['into a makeup Saturday', '2026-10-09 17:30', 60, '2026-10-10 09:00'],
  ['across a makeup Saturday and a Sunday', '2026-10-10 17:30', 60, '2026-10-12 09:00'],
  ['across the end of the year', '2026-12-31 17:30', 60, '2027-01-02 09:30'],
  ['nothing, inside hours', '2026-11-24 10:00', 0, '2026-11-24 10:00'],
  ['nothing, outside hours', '2026-11-24 20:00', 0, '2026-11-25 08:30'],
])('service minutes count %s', (_, from, minutes, due) => {
  expect(addServiceMinutes(calendar, at(from), minutes)).toBe(at(due))
})

test('the lunch break does not count', () => {
  expect(addServiceMinutes(withLunch, at('2026-11-24 11:30'), 60)).toBe(at('2026-11-24 13:30'))
  expect(addServiceMinutes(withLunch, at('2026-11-24 12:10'), 10)).toBe(at('2026-11-24 13:10'))
  expect(addServiceMinutes(withLunch, at('2026-11-24 11:30'), 30)).toBe(at('2026-11-24 12:00'))
  expect(serviceMinutesBetween(withLunch, at('2026-11-24 11:30'), at('2026-11-24 13:30'))).toBe(60)
})

test('hours that touch midnight count on both sides of it', () => {
  expect(addServiceMinutes(nightDesk, at('2026-11-24 23:30'), 60)).toBe(at('2026-11-25 00:30'))
  expect(addServiceMinutes(nightDesk, at('2026-11-24 23:30'), 30)).toBe(at('2026-11-25 00:00'))
})

test('seconds are kept', () => {
  expect(addServiceMinutes(calendar, '2026-11-24T09:59:30.250Z', 1)).toBe('2026-11-25T00:30:30.250Z')
  expect(serviceMinutesBetween(calendar, '2026-11-24T01:00:30Z', '2026-11-24T01:02:00Z')).toBe(1)
})

test('service minutes between two instants leave closed hours out', () => {
  expect(serviceMinutesBetween(calendar, at('2026-11-24 20:00'), at('2026-11-25 08:00'))).toBe(0)
  expect(serviceMinutesBetween(calendar, at('2026-11-23 08:00'), at('2026-11-30 08:00'))).toBe(5 * 570 + 480)
  expect(serviceMinutesBetween(calendar, at('2026-11-25 09:00'), at('2026-11-24 17:30'))).toBe(-60)
  expect(serviceMinutesBetween(calendar, at('2026-10-01 00:00'), at('2026-10-08 08:30'))).toBe(0)
})

test('minutes that are no count are refused', () => {
  for (const bad of [-1, 0.5, Number.NaN])
    expect(() => addServiceMinutes(calendar, at('2026-11-24 09:00'), bad)).toThrow(RangeError)
})

test('whatever is added is what lies between', () => {
  const start = fc.integer({ min: 0, max: 800 * 1440 }).map((n) => plusMinutes('2025-12-31T16:00:00.000Z', n))
  const list = fc.constantFrom(calendar, withLunch, nightDesk)
  fc.assert(
    fc.property(
      list,
      start,
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 20_000 }),
      (hours, from, n, m) => {
        const due = addServiceMinutes(hours, from, n)
        expect(serviceMinutesBetween(hours, from, due)).toBe(n)
        expect(serviceMinutesBetween(hours, due, from)).toBe(0 - n)
        expect(addServiceMinutes(hours, due, m + 1)).toBe(addServiceMinutes(hours, from, n + m + 1))
        expect(due >= from).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

test.each([
  ['the same working day', '2026-11-24 10:00', 0, '2026-11-24 18:00'],
  ['the day of receipt is day 0', '2026-11-24 10:00', 1, '2026-11-25 18:00'],
  ['received after hours, still that day', '2026-11-24 23:59', 1, '2026-11-25 18:00'],
  ['received on a Saturday', '2026-11-28 10:00', 1, '2026-11-30 18:00'],
  ['received on a Sunday, due the same day', '2026-11-29 10:00', 0, '2026-11-30 18:00'],
  ['over a weekend', '2026-11-27 10:00', 3, '2026-12-02 18:00'],
  ['over a holiday and a makeup Saturday', '2026-09-30 10:00', 3, '2026-10-10 18:00'],
  ['over the end of the year', '2026-12-31 10:00', 1, '2027-01-04 18:00'],
])('working days: %s', (_, from, n, due) => {
  expect(addWorkingDays(calendar, at(from), n)).toBe(at(due))
})

test('working days that are no count are refused', () => {
  for (const bad of [-1, 1.5]) expect(() => addWorkingDays(calendar, at('2026-11-24 09:00'), bad)).toThrow(RangeError)
})

test('the next service time is now, or the next opening', () => {
  expect(nextServiceTime(calendar, at('2026-11-24 10:00'))).toBe(at('2026-11-24 10:00'))
  expect(nextServiceTime(calendar, at('2026-11-27 18:00'))).toBe(at('2026-11-28 09:00'))
  expect(nextServiceTime(calendar, at('2026-09-30 18:00'))).toBe(at('2026-10-08 08:30'))
  expect(nextServiceTime(withLunch, at('2026-11-24 12:00'))).toBe(at('2026-11-24 13:00'))
})

test('the next service morning 09:30', () => {
  expect(nextServiceTime(calendar, at('2026-11-24 17:50'), '09:30')).toBe(at('2026-11-25 09:30'))
  expect(nextServiceTime(calendar, at('2026-11-24 08:00'), '09:30')).toBe(at('2026-11-24 09:30'))
  expect(nextServiceTime(calendar, at('2026-11-24 09:30'), '09:30')).toBe(at('2026-11-24 09:30'))
  expect(nextServiceTime(calendar, at('2026-11-28 17:30'), '09:30')).toBe(at('2026-11-30 09:30'))
  expect(() => nextServiceTime(withLunch, at('2026-11-24 09:00'), '12:30')).toThrow(RangeError)
})

test('visits at night, on weekends and on holidays are out of hours', () => {
  const hours = ['08:00', '18:00'] as const
  expect(isOutOfHours(calendar, at('2026-11-24 07:59'), hours)).toBe(true)
  expect(isOutOfHours(calendar, at('2026-11-24 08:00'), hours)).toBe(false)
  expect(isOutOfHours(calendar, at('2026-11-24 17:59'), hours)).toBe(false)
  expect(isOutOfHours(calendar, at('2026-11-24 18:00'), hours)).toBe(true)
  expect(isOutOfHours(calendar, at('2026-11-28 10:00'), hours)).toBe(true)
  expect(isOutOfHours(calendar, at('2026-10-05 10:00'), hours)).toBe(true)
  expect(isOutOfHours(calendar, at('2026-10-10 10:00'), hours)).toBe(false)
})

test('a calendar filled in wrongly is refused', () => {
  const hours = (workday: CalendarData['hours']['workday']): CalendarData => ({
    days: {},
    hours: { ...officeHours, workday },
  })
  expect(() => workingCalendar(hours([]))).toThrow(RangeError)
  expect(() => workingCalendar(hours([['18:00', '08:30']]))).toThrow(RangeError)
  expect(() =>
    workingCalendar(
      hours([
        ['08:00', '12:00'],
        ['11:00', '18:00'],
      ]),
    ),
  ).toThrow(RangeError)
  expect(() => workingCalendar(hours([['8:00', '12:00']]))).toThrow(RangeError)
  expect(() => workingCalendar({ days: { '2026-02-30': 'holiday' }, hours: officeHours })).toThrow(RangeError)
})

test('a weekday called a weekend is closed, and endless holidays end in an error', () => {
  const closed = workingCalendar({ days: { '2026-11-24': 'weekend' }, hours: officeHours })
  expect(nextServiceTime(closed, at('2026-11-24 10:00'))).toBe(at('2026-11-25 08:30'))
  const forever = Object.fromEntries(
    Array.from({ length: 600 }, (_, n) => [
      plusMinutes('2026-11-24T00:00:00Z', n * 1440).slice(0, 10),
      'holiday' as const,
    ]),
  )
  const shut = workingCalendar({ days: forever, hours: officeHours })
  expect(() => addServiceMinutes(shut, at('2026-11-24 10:00'), 1)).toThrow(RangeError)
  expect(() => nextServiceTime(shut, at('2026-11-24 10:00'))).toThrow(RangeError)
  expect(() => addWorkingDays(shut, at('2026-11-24 10:00'), 1)).toThrow(RangeError)
})

import { expect, test } from 'vitest'
import { clockTime, dateOf, duration, formatDate, formatDateTime } from './show-time.ts'

test('an instant is shown in Shanghai in either language', () => {
  expect(formatDateTime('2026-11-24T06:05:59.999Z', 'zh')).toBe('2026-11-24 14:05')
  expect(formatDateTime('2026-11-24T06:05:59.999Z', 'en')).toBe('24 Nov 2026 14:05')
  expect(formatDateTime('2026-12-31T16:00:00Z', 'en')).toBe('1 Jan 2027 00:00')
  expect(clockTime('2026-11-24T01:02:03Z')).toBe('09:02')
  expect(dateOf('2026-11-23T16:00:00Z')).toBe('2026-11-24')
})

test('a date is shown as it is, an instant by its day in Shanghai', () => {
  expect(formatDate('2026-02-05', 'zh')).toBe('2026-02-05')
  expect(formatDate('2026-02-05', 'en')).toBe('5 Feb 2026')
  expect(formatDate('1976-05-01', 'en')).toBe('1 May 1976')
  expect(formatDate('2026-11-23T16:00:00Z', 'en')).toBe('24 Nov 2026')
  for (const bad of ['', '2026-02-30', 'yesterday!']) expect(() => formatDate(bad, 'zh')).toThrow(RangeError)
})

test('showing needs no Temporal', () => {
  const kept = Object.getOwnPropertyDescriptor(globalThis, 'Temporal')
  Reflect.deleteProperty(globalThis, 'Temporal')
  try {
    expect('Temporal' in globalThis).toBe(false)
    expect(formatDateTime('2026-11-24T06:05:00Z', 'zh')).toBe('2026-11-24 14:05')
  } finally {
    if (kept) Object.defineProperty(globalThis, 'Temporal', kept)
  }
})

test.each([
  [0, '0:00', '0:00'],
  [5, '0:05', '0:05'],
  [5.9, '0:05', '0:05'],
  [1078, '17:58', '17:58'],
  [1439, '23:59', '23:59'],
  [1440, '1天 0:00', '1d 0:00'],
  [3065, '2天 3:05', '2d 3:05'],
  [-0.5, '0:00', '0:00'],
  [-65, '-1:05', '-1:05'],
  [-1500, '-1天 1:00', '-1d 1:00'],
])('%d minutes are %s', (minutes, zh, en) => {
  expect(duration(minutes, 'zh')).toBe(zh)
  expect(duration(minutes, 'en')).toBe(en)
})

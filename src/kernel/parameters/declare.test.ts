import { z } from 'zod'
import { expect, test } from 'vitest'
import { declared, declareParameter } from './declare.ts'
import { kernelParameters } from './kernel.ts'

const cash = declareParameter({
  key: 'payment.cash',
  default: 500,
  schema: z.int().min(0),
  unit: 'fen',
  editableBy: ['FINM'],
  says: { zh: '现金', en: 'cash' },
})

test('the parameters of the house itself are sound', () => {
  expect(declared(kernelParameters).size).toBe(kernelParameters.length)
})

test('a key said twice, a wrong key, nobody to edit, or an impossible default stops the boot', () => {
  expect(() => declared([cash], [cash])).toThrow(/twice/)
  expect(() => declared([{ ...cash, key: 'cash' }])).toThrow(/not a key/)
  expect(() => declared([{ ...cash, editableBy: [] }])).toThrow(/nobody/)
  expect(() => declared([{ ...cash, default: -1 }])).toThrow(/default/)
})

test('service hours that overlap or leave working days without any are no service hours', () => {
  const hours = declared(kernelParameters).get('calendar.service_hours')?.schema
  const of = (workday: unknown) => hours?.safeParse({ workday, weekend: { 6: [], 7: [] }, holiday: [] }).success
  expect(
    of([
      ['08:30', '12:00'],
      ['13:00', '18:00'],
    ]),
  ).toBe(true)
  expect(
    of([
      ['08:30', '12:00'],
      ['11:00', '18:00'],
    ]),
  ).toBe(false)
  expect(of([['18:00', '08:30']])).toBe(false)
  expect(of([])).toBe(false)
})

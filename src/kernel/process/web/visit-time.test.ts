import { expect, test } from 'vitest'
import { slotOf } from './visit-time.tsx'

const none = [null, null] as const

test('as soon as possible starts now and ends by the priority', () => {
  const now = Date.parse('2026-11-24T06:02:00.000Z')
  expect(slotOf('asap', 'P2', now, none)).toEqual({
    appointmentStart: '2026-11-24T06:05:00.000Z',
    appointmentEnd: '2026-11-24T07:05:00.000Z',
  })
})

test('what is not urgent waits for the morning, a danger does not', () => {
  const friday = Date.parse('2026-11-27T15:00:00.000Z')
  expect(slotOf('asap', 'P3', friday, none)).toMatchObject({ appointmentStart: '2026-11-30T00:30:00.000Z' })
  expect(slotOf('asap', 'P2', friday, none)).toMatchObject({ appointmentStart: '2026-11-27T15:00:00.000Z' })
})

test('tomorrow morning is in Shanghai, and on a Friday it is Monday', () => {
  expect(slotOf('morning', 'P3', Date.parse('2026-11-24T06:00:00.000Z'), none)).toEqual({
    appointmentStart: '2026-11-25T01:00:00.000Z',
    appointmentEnd: '2026-11-25T04:00:00.000Z',
  })
  expect(slotOf('afternoon', 'P3', Date.parse('2026-11-27T06:00:00.000Z'), none)).toEqual({
    appointmentStart: '2026-11-30T06:00:00.000Z',
    appointmentEnd: '2026-11-30T09:00:00.000Z',
  })
})

test('late in the evening today still leaves two hours', () => {
  const slot = slotOf('today', 'P3', Date.parse('2026-11-24T12:10:00.000Z'), none)
  expect(slot).toEqual({ appointmentStart: '2026-11-24T12:30:00.000Z', appointmentEnd: '2026-11-24T14:30:00.000Z' })
})

test('a time of one’s own is sent only when it is complete', () => {
  expect(slotOf('own', 'P3', 0, ['2026-11-24T06:00:00.000Z', null])).toEqual({})
})

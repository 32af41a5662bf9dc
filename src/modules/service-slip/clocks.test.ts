import { describe, expect, it, test } from 'vitest'
import { list } from '#kernel/process/define.ts'
import { at, complaint } from '#test/department-case.ts'
import { cast, shanghai, somebody } from '#test/moment.ts'
import { done, returned, sent, serviceSlip } from '#test/service-slip.ts'
import type { Facts } from '#kernel/process/moment.ts'

const moment = (facts: Partial<Facts> = {}) => ({ ...at(somebody('CLOCK'), { facts }), role: 'CLOCK' as const })
const due = (clock: string, slip: object, started: string, facts: Partial<Facts> = {}) =>
  serviceSlip.clocks[clock]?.due({ ...sent.slip, ...slip }, started, moment(facts)) ?? null
/** Who hears, in order, of this slip. */
const hears = (clock: string, slip: object) =>
  serviceSlip.clocks[clock]?.late.flatMap(({ role, level, when }) =>
    (when?.({ ...sent.slip, ...slip }, moment()) ?? true) ? [`${role} ${level}`] : [],
  )

describe('the department receives in time', () => {
  test('a slip from a complaint in 15 minutes, day or night', () =>
    expect(due('accept', {}, shanghai('22:00'), { linked: [complaint()] })).toEqual({
      kind: 'WALL',
      at: shanghai('22:15'),
    }))
  test('an urgent slip as well', () =>
    expect(due('accept', { urgent: true }, shanghai('10:00'))).toEqual({ kind: 'WALL', at: shanghai('10:15') }))
  it.each([
    [shanghai('10:00'), shanghai('11:00')],
    [shanghai('17:30'), shanghai('09:00', '2026-11-25')],
    [shanghai('16:30', '2026-11-28'), shanghai('09:00', '2026-11-30')],
    [shanghai('17:30', '2026-09-30'), shanghai('09:00', '2026-10-08')],
  ])('any other within an hour of service: sent %s, due %s', (started, at) =>
    expect(due('accept', {}, started)).toEqual({ kind: 'SERVICE', at }),
  )
  it.each([
    ['engineering', 'ENGM'],
    ['security', 'SECM'],
    ['cleaning', 'CLNM'],
    ['finance', 'FINM'],
    ['leasing', 'LEA'],
    ['hr', 'HR'],
    ['customerService', 'CSM'],
  ])('late, the head of %s hears, %s, and nobody else', (department, role) =>
    expect(hears('accept', { department })).toEqual([`${role} 1`]),
  )
})

describe('the work is done by the time required', () => {
  test('whatever it is, through a suggestion and before it is received', () => {
    expect(due('finish', {}, shanghai('10:00'))).toEqual({ kind: 'WALL', at: shanghai('12:00') })
    expect(list(serviceSlip.clocks['finish']?.runs)).toEqual(['sent', 'accepted', 'returned', 'suggested'])
  })
  test('given back, by its new time', () =>
    expect(serviceSlip.clocks['finish']?.due(returned.slip, shanghai('11:20'), moment())?.at).toBe(shanghai('17:00')))
  test('late, the head and the customer service manager hear, once each', () => {
    expect(hears('finish', {})).toEqual(['ENGM 1', 'CSM 1'])
    expect(hears('finish', { department: 'customerService' })).toEqual(['CSM 1'])
  })
})

describe('the sender does his part in time', () => {
  test('a suggestion is answered within half an hour of service', () => {
    expect(due('answer', {}, shanghai('10:10'))).toEqual({ kind: 'SERVICE', at: shanghai('10:40') })
    expect(hears('answer', {})).toEqual(['CSS 1'])
    expect(hears('answer', { department: 'customerService' })).toEqual(['PM 1'])
  })
  test('finished work is verified within an hour of service', () => {
    expect(serviceSlip.clocks['verify']?.due(done.slip, shanghai('17:30'), moment())?.at).toBe(
      shanghai('09:00', '2026-11-25'),
    )
    expect(hears('verify', {})).toEqual(['CSS 1'])
    expect(hears('verify', { department: 'customerService' })).toEqual(['PM 1'])
  })
  test('the minutes are parameters, not constants', () => {
    const later = { ...at(cast.csa, { parameters: { 'service.verify_minutes': 90 } }), role: 'CSA' as const }
    expect(serviceSlip.clocks['verify']?.due(done.slip, shanghai('10:00'), later)?.at).toBe(shanghai('11:30'))
  })
})

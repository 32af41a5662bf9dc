import { describe, expect, it, test } from 'vitest'
import { accepted, correctiveAction, done, open, planned } from '#test/corrective-action.ts'
import { at, type Case } from '#test/department-case.ts'
import { shanghai, somebody } from '#test/moment.ts'

const moment = (parameters = {}) => ({ ...at(somebody('CLOCK'), { parameters }), role: 'CLOCK' as const })
const due = (clock: string, of: Case, started: string, parameters = {}) =>
  correctiveAction.clocks[clock]?.due(of.slip, started, moment(parameters)) ?? null
const hears = (clock: string, department: string) =>
  correctiveAction.clocks[clock]?.late.flatMap(({ role, level, when }) =>
    (when?.({ ...open.slip, department }, moment()) ?? true) ? [`${role} ${level}`] : [],
  )

describe('the plan', () => {
  it.each([
    [shanghai('10:00'), shanghai('18:00', '2026-11-26')],
    [shanghai('10:00', '2026-11-27'), shanghai('18:00', '2026-12-01')],
    [shanghai('10:00', '2026-09-29'), shanghai('18:00', '2026-10-08')],
  ])('asked for %s, is submitted by %s: two working days', (started, at) =>
    expect(due('plan', open, started)).toEqual({ kind: 'WD', at }),
  )
  test('is judged within a working day, or the property manager hears', () => {
    expect(due('accept', planned, shanghai('11:00'))).toEqual({ kind: 'WD', at: shanghai('18:00', '2026-11-25') })
    expect(hears('accept', 'engineering')).toEqual(['PM 2'])
  })
  test('late, the customer service manager hears; about himself, his superior', () => {
    expect(hears('plan', 'engineering')).toEqual(['CSM 1'])
    expect(hears('plan', 'customerService')).toEqual(['PM 1'])
  })
})

describe('the measures', () => {
  test('are carried out by the end of the later of the two days', () => {
    expect(due('implement', accepted, accepted.now)).toEqual({ kind: 'WALL', at: shanghai('23:59', '2026-11-30') })
    expect(due('implement', open, open.now)).toBeNull()
    expect(hears('implement', 'security')).toEqual(['CSM 1'])
  })
  test('are verified within 30 days, or the property manager hears', () => {
    expect(due('verify', done, done.now)).toEqual({ kind: 'WALL', at: shanghai('12:00', '2026-12-25') })
    expect(due('verify', open, open.now)).toBeNull()
    expect(hears('verify', 'cleaning')).toEqual(['PM 2'])
  })
  test('the numbers are parameters, not constants', () => {
    expect(due('plan', open, shanghai('10:00'), { 'corrective.plan_wd': 1 })?.at).toBe(shanghai('18:00', '2026-11-25'))
    expect(due('verify', done, done.now, { 'corrective.verify_by_days': 10 })?.at).toBe(shanghai('12:00', '2026-12-05'))
  })
})

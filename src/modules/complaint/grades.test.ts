import { describe, expect, test } from 'vitest'
import { decideOpening } from '#kernel/process/decide.ts'
import type { RecentCase } from '#kernel/process/moment.ts'
import { at, complaint, does, missing, players, report, stages, taken, tries } from '#test/complaint.ts'
import { customerId, shanghai } from '#test/moment.ts'

const opening = (facts: object) => decideOpening(complaint, report, at(players.csa, { facts }))
const free = stages()

describe('§2.5.1: repeats and the major grade find themselves', () => {
  const recent = (number: string, more: Partial<RecentCase> = {}): RecentCase => ({
    number,
    customerId,
    building: '1',
    state: 'registered',
    openedAt: shanghai('09:00'),
    ...more,
  })
  const slipOf = (facts: { recent: RecentCase[] }) => {
    const first = opening(facts)
    return 'slip' in first ? first.slip : first
  }
  const other = (number: string, who: string | null, more: Partial<RecentCase> = {}) =>
    recent(number, { customerId: who, ...more })

  test('an earlier one of the same customer makes it a repeat, two make it major', () => {
    expect(slipOf({ recent: [recent('A')] })).toMatchObject({ repeatOf: ['A'], grade: 'serious', majorBecause: [] })
    expect(slipOf({ recent: [recent('A'), recent('B')] })).toMatchObject({ grade: 'major', majorBecause: ['repeated'] })
    const old = { openedAt: shanghai('09:00', '2026-10-24') }
    expect(slipOf({ recent: [recent('A', old), recent('B', old)] })).toMatchObject({ repeatOf: [], grade: 'general' })
  })

  test('three customers in one building in one day make it major, however they were taken', () => {
    const two = [other('A', 'x'), other('B', null)]
    expect(slipOf({ recent: two })).toMatchObject({ alike: ['A', 'B'], majorBecause: ['manyCustomers'] })
    expect(slipOf({ recent: [other('A', 'x'), other('B', 'x')] })).toMatchObject({ grade: 'general' })
    expect(slipOf({ recent: [other('A', 'x'), other('B', 'y', { building: '2' })] })).toMatchObject({
      grade: 'general',
    })
    const yesterday = { openedAt: shanghai('09:59', '2026-11-23') }
    expect(slipOf({ recent: [other('A', 'x'), other('B', 'y', yesterday)] })).toMatchObject({ grade: 'general' })
  })

  test('somebody hurt, or the press: major', () => {
    expect(taken('rec', { injury: true }).slip).toMatchObject({ grade: 'major', majorBecause: ['injury'] })
    expect(taken('rec', { media: true }).slip).toMatchObject({ grade: 'major', majorBecause: ['media'] })
    expect(taken('guest', { injury: true, channel: 'indirect', source: 'qr' }).slip.grade).toBe('major')
  })

  test('anybody at the desk raises a grade; only the manager lowers one, with a reason', () => {
    const raised = does(free.assigned, 'csa', 'grade')
    expect(raised.slip.gradings).toMatchObject([{ grade: 'general' }, { grade: 'major', byManager: false }])
    expect(missing(tries(raised, 'csa', 'grade', { grade: 'general', reason: 'calmer' }))).toEqual(['loweredByManager'])
    expect(missing(tries(raised, 'csm', 'grade', { grade: 'general' }))).toEqual(['loweredByManager'])
    expect(does(raised, 'csm', 'grade', { grade: 'serious', reason: 'calmer' }).slip.grade).toBe('serious')
  })
})

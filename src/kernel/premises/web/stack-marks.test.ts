import { expect, test } from 'vitest'
import type { StackedUnit } from '../view.ts'
import { marksOf } from './stack-marks.ts'

const now = Date.parse('2026-11-24T06:00:00.000Z')
const unit = (part: Partial<StackedUnit>): StackedUnit => ({
  code: '1-0805',
  areaCm2: 1_000_000,
  share: 0.25,
  use: 'office',
  tenant: { code: 'T001', shortName: '甲', vip: false },
  leaseEnds: '2030-01-01',
  open: 0,
  worst: null,
  ...part,
})

test('a broken promise colours the unit before everything else', () => {
  expect(marksOf(unit({ open: 2, worst: 'overdue', leaseEnds: '2026-12-01' }), now)).toEqual([
    'overdue',
    'open',
    'ending',
    'let',
  ])
})

test('danger and what stops work are urgent', () => {
  expect(marksOf(unit({ open: 1, worst: 'P2' }), now)).toEqual(['urgent', 'open', 'let'])
})

test('a lease ends soon from thirty days on', () => {
  expect(marksOf(unit({ leaseEnds: '2026-12-24' }), now)).toContain('ending')
  expect(marksOf(unit({ leaseEnds: '2026-12-25' }), now)).not.toContain('ending')
})

test('an empty unit is vacant and never let', () => {
  expect(marksOf(unit({ tenant: null, leaseEnds: null }), now)).toEqual(['vacant'])
})

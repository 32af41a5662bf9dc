import { describe, expect, it, test } from 'vitest'
import { decide, decideOpening } from '#kernel/process/decide.ts'
import { cast, momentOf, shanghai } from '../../../test/support/moment.ts'
import { asked, chargedReport, danger, repair, report } from '../../../test/support/repair.ts'
import { needsAfter } from '../../../test/support/repair-closing-needs.ts'
import { needsBefore } from '../../../test/support/repair-needs.ts'
import { charged, free, type Trial } from '../../../test/support/repair-trial.ts'
import { isRefusal, opened } from '../../../test/support/walk.ts'
import { needs } from './process/needs.ts'

const rows = { ...needsBefore, ...needsAfter }

const answer = ({ state, by, does, from, slip, input, facts, now }: Trial) => {
  const walk = (from === 'charged' ? charged : free)[state]
  if (!walk) throw new Error(`no walk stops at ${state}`)
  const number = repair.actions[does]?.numbered === undefined ? null : 'HF-202611-0001'
  const moment = momentOf({ actor: cast[by], now: now ?? shanghai('13:00'), facts: { number, ...facts } })
  return decide(repair, { state: walk.state, slip: { ...walk.slip, ...slip } }, does, input ?? asked[does], moment)
}

describe('every need', () => {
  it.each(Object.entries(rows))('%s: unmet, it alone is missing; met, the step is taken', (need, { met, ...row }) => {
    expect(answer(row)).toEqual({ why: 'needs', missing: [need] })
    const decision = answer({ ...row, ...met })
    expect(isRefusal(decision) ? decision : 'taken').toBe('taken')
  })

  it('has a row here', () => expect([...Object.keys(rows), 'timeAsked'].sort()).toEqual(Object.keys(needs).sort()))
})

describe('step 1 and 3: the report', () => {
  const noTime = { appointmentStart: undefined, appointmentEnd: undefined }
  const opening = (input: object) => decideOpening(repair, input, momentOf())

  test('an ordinary repair asks for the wished time', () =>
    expect(opening({ ...report, ...noTime })).toEqual({ why: 'needs', missing: ['timeAsked'] }))
  test('danger is taken without a time', () => expect(opened(repair, 'csa', danger).slip.priority).toBe('P1'))
  test('a time that has passed is no time', () =>
    expect(decideOpening(repair, report, momentOf({ now: shanghai('15:01') }))).toEqual({
      why: 'needs',
      missing: ['appointmentAhead'],
    }))
  test('a charged report waits for its quote', () => {
    const { state, slip } = opened(repair, 'csa', chargedReport)
    expect(decide(repair, { state, slip }, 'deliver', {}, momentOf())).toEqual({
      why: 'needs',
      missing: ['feeDecided', 'noFeeWithoutConsent'],
    })
  })
})

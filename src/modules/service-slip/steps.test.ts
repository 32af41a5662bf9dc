import { describe, expect, it, test } from 'vitest'
import { begun, complaint, does, person, tries } from '#test/department-case.ts'
import { cast, shanghai } from '#test/moment.ts'
import {
  accepted,
  asked,
  assistant,
  done,
  engineer,
  head,
  request,
  returned,
  sent,
  serviceSlip,
  suggested,
  verified,
} from '#test/service-slip.ts'

describe('plan step 3: the slip goes to the responsible department', () => {
  test('it names who sent it, and stands alone when nothing stands behind it', () =>
    expect(sent.slip).toMatchObject({ dispatchedBy: 'Wang Xin', sourceNumber: null, round: 1, urgent: false }))

  test('raised from a complaint it names the complaint and its round', () => {
    const raised = begun(serviceSlip, assistant, request, { facts: { linked: [complaint({ round: 3 })] } })
    expect(raised.slip).toMatchObject({ sourceNumber: 'TS-2026-0007', round: 3 })
  })

  test('without a complaint the sender says where it comes from', () =>
    expect(
      begun(serviceSlip, person('MTG'), { ...request, sourceText: 'room 3 before the meeting' }).slip,
    ).toMatchObject({ sourceNumber: null, sourceText: 'room 3 before the meeting' }))

  test('what a complaint may know of it: department, round, dates and result', () =>
    expect(serviceSlip.shows?.(done.slip)).toEqual({
      department: 'engineering',
      round: 1,
      requiredBy: shanghai('12:00'),
      doneAt: shanghai('11:10'),
      result: 'set the damper',
    }))
})

describe('F-41: received', () => {
  test('with name and time, and whoever takes it does it', () => {
    expect(accepted.slip).toMatchObject({
      receivedBy: 'Li Gang',
      acceptedAt: shanghai('10:10'),
      workers: [engineer.id],
    })
    expect(accepted.last?.assigns).toEqual([engineer.id])
  })
  test('two copies: the desk keeps one, the receiver has the other', () =>
    expect(accepted.copies).toEqual([
      { form: 'F-41', copy: 1, goesTo: 'desk', handedTo: 'desk' },
      { form: 'F-41', copy: 2, goesTo: 'department', handedTo: 'Li Gang' },
    ]))
  test('a head takes it for his team, which may all finish it', () => {
    const forTeam = does(sent, head, 'accept')
    expect(forTeam.slip).toMatchObject({ receivedBy: 'Liu Qiang', workers: [] })
    expect(does(forTeam, cast.engB, 'finish', asked['finish']).slip['responsible']).toBe('Chen Wei')
  })
  test('a head who names the workers has received it', () => {
    const assigned = does(sent, head, 'assign', asked['assign'])
    expect(assigned).toMatchObject({ state: 'accepted', slip: { receivedBy: 'Liu Qiang', workers: [engineer.id] } })
    expect(assigned.copies[1]?.handedTo).toBe('Liu Qiang')
  })
  test('assigned to another, work given back stays given back', () =>
    expect(does(returned, head, 'reassign', { workers: [cast.engB.id] })).toMatchObject({
      state: 'returned',
      slip: { workers: [cast.engB.id] },
    }))
})

describe('§10 principle 7: no plain refusal', () => {
  it('offers no step that declines', () =>
    expect(
      Object.entries(serviceSlip.actions).flatMap(([name, { by, to }]) =>
        to === 'cancelled' && [by].flat().includes('ENG') ? [name] : [],
      ),
    ).toEqual([]))

  test('who cannot make it names another time and a reason, and whether his own work comes first', () => {
    expect(suggested).toMatchObject({
      state: 'suggested',
      slip: { suggestion: { requiredBy: shanghai('16:00'), ownWorkFirst: true, by: 'Li Gang' } },
    })
    expect(tries(sent, engineer, 'suggestTime', { reason: 'no time' })).toMatchObject({ why: 'input' })
    expect(tries(sent, engineer, 'suggestTime', { requiredBy: shanghai('16:00') })).toMatchObject({ why: 'input' })
  })

  test('the sender agrees: the time moves, the old one is kept, and the department has taken it', () => {
    const agreed = does(suggested, assistant, 'agreeTime', undefined, 5)
    expect(agreed).toMatchObject({
      state: 'accepted',
      slip: {
        requiredBy: shanghai('16:00'),
        earlierDates: [{ requiredBy: shanghai('12:00'), reason: 'all fitters are at the pump', by: 'Wang Xin' }],
        receivedBy: 'Li Gang',
        suggestion: null,
      },
    })
    expect(agreed.copies.map(({ handedTo }) => handedTo)).toEqual(['desk', 'Li Gang'])
  })

  test('the sender insists: the slip goes back to where it was, at its old time', () => {
    const insisted = does(suggested, assistant, 'insist', asked['insist'])
    expect(insisted).toMatchObject({ state: 'sent', slip: { requiredBy: shanghai('12:00'), suggestion: null } })
    const later = does(accepted, engineer, 'suggestTime', asked['suggestTime'])
    expect(does(later, assistant, 'insist', asked['insist']).state).toBe('accepted')
    const again = does(returned, engineer, 'suggestTime', { ...asked['suggestTime'], requiredBy: shanghai('18:00') })
    expect(does(again, assistant, 'insist', asked['insist']).state).toBe('returned')
    expect(does(again, assistant, 'agreeTime').state).toBe('returned')
  })
})

describe('§1.5: a required time is moved in the open', () => {
  test('with a reason, the old value beside it', () =>
    expect(does(accepted, assistant, 'revise', asked['revise'])).toMatchObject({
      state: 'accepted',
      slip: {
        requiredBy: shanghai('15:00'),
        earlierDates: [{ requiredBy: shanghai('12:00'), reason: 'the meeting was moved', by: 'Wang Xin' }],
      },
    }))
  test('no reason, no move', () =>
    expect(tries(accepted, assistant, 'revise', { requiredBy: shanghai('15:00') })).toMatchObject({ why: 'input' }))
})

describe('F-41: done and verified', () => {
  test('result, time and responsible person stand on the slip', () =>
    expect(done.slip).toMatchObject({
      result: 'set the damper',
      completedAt: shanghai('11:10'),
      responsible: 'Li Gang',
    }))
  test('without a result nothing is done', () =>
    expect(tries(accepted, engineer, 'finish', { result: '' })).toMatchObject({ why: 'input' }))
  test('whoever raised it hears that it is done', () => expect(done.last?.tells).toContain('raiser'))
  test('verified by the desk it ends', () =>
    expect(verified).toMatchObject({
      state: 'verified',
      slip: { verifiedBy: 'Wang Xin', verifyNote: '23 degrees measured' },
    }))
  test('given back it is done again by a new time; the first result stays', () => {
    expect(returned).toMatchObject({
      state: 'returned',
      slip: {
        redos: 1,
        requiredBy: shanghai('17:00'),
        result: null,
        completedAt: null,
        earlierResults: [
          { result: 'set the damper', responsible: 'Li Gang', reason: 'still 19 degrees', by: 'Wang Xin' },
        ],
      },
    })
    const redone = does(does(returned, engineer, 'finish', asked['finish'], 30), assistant, 'verify', {})
    expect(redone).toMatchObject({ state: 'verified', slip: { redos: 1, returnReason: null } })
  })
  test('what is done is not called off any more', () =>
    expect(tries(done, assistant, 'cancel', asked['cancel'])).toEqual({ why: 'wrongState' }))
  test('called off, it is void and says why', () => {
    expect(does(sent, assistant, 'cancel', asked['cancel']).slip['closeReason']).toBe('sent twice')
    expect(serviceSlip.states['cancelled']).toMatchObject({ final: true, voids: true })
    expect(tries(sent, assistant, 'cancel', { reason: ' ' })).toMatchObject({ why: 'input' })
  })
})

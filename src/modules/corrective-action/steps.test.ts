import { describe, expect, it, test } from 'vitest'
import { decideOpening } from '#kernel/process/decide.ts'
import type { Actor } from '#kernel/process/roles.ts'
import {
  accepted,
  again,
  asked,
  boss,
  closed,
  correctiveAction,
  done,
  exempted,
  found,
  head,
  manager,
  ofComplaint,
  open,
  plan,
  planned,
  verified,
} from '#test/corrective-action.ts'
import { at, begun, type Case, complaint, does, person, tries } from '#test/department-case.ts'
import { cast, shanghai } from '#test/moment.ts'
import { isRefusal } from '#test/walk.ts'
import { needs } from './process/needs.ts'

const day = 24 * 60
const inCustomerService = (of: Case): Case => ({ ...of, slip: { ...of.slip, department: 'customerService' } })
const headOfBoth: Actor = { ...head, roles: ['ENGM', 'CSM'] }
const missing = (of: Case, by: Actor, action: string, input?: object, minutes = 60) => {
  const answer = tries(of, by, action, input ?? asked[action], minutes)
  return isRefusal(answer) ? (answer.why === 'needs' ? answer.missing : answer.why) : 'taken'
}

/** A moment in which this one need is missing, and one in which it holds. */
const rows: Readonly<Record<string, { readonly unmet: unknown; readonly met: unknown }>> = {
  kindNamed: {
    unmet: decideOpening(correctiveAction, { ...found, kind: undefined }, at(manager)),
    met: decideOpening(correctiveAction, found, at(manager)),
  },
  yourDepartment: {
    unmet: tries(open, person('SECM'), 'submitPlan', plan),
    met: tries(open, head, 'submitPlan', plan),
  },
  daysAhead: {
    unmet: tries(open, head, 'submitPlan', { ...plan, correctiveBy: '2026-11-23' }),
    met: tries(open, head, 'submitPlan', { ...plan, correctiveBy: '2026-11-24' }),
  },
  yoursToJudge: { unmet: tries(planned, boss, 'acceptPlan'), met: tries(planned, manager, 'acceptPlan') },
  notYourOwnPlan: {
    unmet: tries(does(open, headOfBoth, 'submitPlan', plan), headOfBoth, 'acceptPlan'),
    met: tries(does(open, head, 'submitPlan', plan), manager, 'acceptPlan'),
  },
  waitedLongEnough: {
    unmet: tries(done, manager, 'verify', asked['verify'], 6 * day),
    met: tries(done, manager, 'verify', asked['verify'], 7 * day),
  },
}

describe('every need', () => {
  it.each(Object.entries(rows))('%s: unmet, it alone is missing; met, the step is taken', (need, { unmet, met }) => {
    expect(unmet).toEqual({ why: 'needs', missing: [need] })
    expect(met).not.toHaveProperty('why')
  })
  it('has a row here', () => expect(Object.keys(rows).sort()).toEqual(Object.keys(needs).sort()))
})

describe('F-42 part 1: the fact', () => {
  test('raised from a complaint it takes number and kind of trouble from it', () => {
    const linked = [complaint({ category: 'temperature' })]
    const raised = begun(correctiveAction, cast.csa, ofComplaint, { facts: { linked } })
    expect(raised.slip).toMatchObject({ sourceNumber: 'TS-2026-0007', kind: 'temperature', raisedBy: 'Wang Xin' })
    expect(correctiveAction.category?.(raised.slip)).toBe('engineering:temperature')
  })
  test('a kind unknown here is filed under other', () =>
    expect(
      begun(correctiveAction, cast.csa, ofComplaint, { facts: { linked: [complaint({ category: 'ghosts' })] } }).slip,
    ).toMatchObject({ kind: 'other' }))
  it.each(['inspection', 'patrol', 'survey', 'audit', 'emergency', 'other'])('also comes from %s', (source) =>
    expect(begun(correctiveAction, head, { ...found, source, sourceText: 'XS-2026-0003' }).slip).toMatchObject({
      source,
      sourceText: 'XS-2026-0003',
    }),
  )
})

describe('F-42 parts 2 and 3: cause and measures', () => {
  test('the head of the department alone submits them, with his name and the time', () => {
    expect(planned.slip).toMatchObject({ ...plan, submittedBy: head.id, submittedAt: shanghai('11:00') })
    expect(missing(open, cast.eng, 'submitPlan', plan)).toBe('notYours')
    expect(missing(open, manager, 'submitPlan', plan)).toEqual(['yourDepartment'])
  })
  test('customer service accepts the plan; the complaint may then be closed', () => {
    expect(accepted.slip).toMatchObject({ acceptedBy: 'Sun Li', acceptedAt: shanghai('12:00') })
    expect(correctiveAction.shows?.(accepted.slip)).toMatchObject({ submitted: true, accepted: true, effective: null })
    expect(accepted.last?.tells).toContain('raiser')
  })
  test('or sends it back with a reason; what was written stays before the department', () => {
    const back = does(planned, manager, 'rejectPlan', asked['rejectPlan'])
    expect(back).toMatchObject({
      state: 'open',
      slip: { objection: 'the cause is a guess', corrective: plan.corrective, submittedAt: null },
    })
    expect(correctiveAction.shows?.(back.slip)).toMatchObject({ submitted: false, accepted: false })
    expect(does(back, head, 'submitPlan', plan).slip['objection']).toBeNull()
  })
  test('about customer service itself the property manager judges, and its own manager cannot', () => {
    const own = { ...inCustomerService(planned), slip: { ...inCustomerService(planned).slip, submittedBy: manager.id } }
    expect(missing(own, manager, 'acceptPlan')).toEqual(['yoursToJudge', 'notYourOwnPlan'])
    expect(missing(own, boss, 'acceptPlan')).toBe('taken')
    expect(missing(inCustomerService(done), boss, 'verify', asked['verify'], 8 * day)).toBe('taken')
    expect(missing(inCustomerService(open), boss, 'exempt')).toBe('taken')
  })
})

describe('F-42 part 4: carried out and verified', () => {
  test('carried out with evidence: a picture, or a note of what proves it', () => {
    expect(done.slip).toMatchObject({ implementedBy: 'Liu Qiang' })
    expect(done.slip['implementation']).toContain('service sheet 17')
    expect(tries(accepted, head, 'implement', { implementation: 'done' })).toMatchObject({
      why: 'input',
      problems: [{ path: 'photos', code: 'required' }],
    })
  })
  test('effective it waits to be filed, then it is closed with its day', () => {
    expect(verified).toMatchObject({ state: 'verified', slip: { effect: 'effective', verifiedBy: 'Sun Li' } })
    expect(closed).toMatchObject({ state: 'closed', slip: { closedOn: '2026-12-02' } })
    expect(closed.copies).toEqual([{ form: 'F-42', copy: 1, goesTo: 'desk', handedTo: 'desk' }])
  })
  test('ineffective it is open again, in its second round, the first kept whole', () => {
    expect(again).toMatchObject({
      state: 'open',
      slip: {
        round: 2,
        corrective: null,
        submittedAt: null,
        effect: null,
        earlierRounds: [{ round: 1, corrective: plan.corrective, verifyNote: 'cold again', verifiedBy: 'Sun Li' }],
      },
    })
    expect(correctiveAction.shows?.(again.slip)).toMatchObject({ effective: false, round: 2, accepted: false })
  })
  test('a second round can be verified as any other', () => {
    const later = { ...plan, correctiveBy: '2026-12-10', preventiveBy: '2026-12-20' }
    const second = does(does(again, head, 'submitPlan', later), manager, 'acceptPlan')
    const better = does(
      does(second, head, 'implement', asked['implement']),
      manager,
      'verify',
      asked['verify'],
      8 * day,
    )
    expect(correctiveAction.shows?.(better.slip)).toMatchObject({ effective: true, round: 2 })
  })
})

describe('exempted', () => {
  test('an invalid complaint needs no report: customer service says so, with a reason', () => {
    expect(exempted).toMatchObject({
      state: 'exempted',
      slip: { exemption: 'invalidComplaint', closeReason: 'the room is not air-conditioned by us' },
    })
    expect(correctiveAction.shows?.(exempted.slip)).toMatchObject({ exempted: true })
    expect(tries(open, manager, 'exempt', { exemption: 'invalidComplaint' })).toMatchObject({ why: 'input' })
  })
  test('not by the department itself, and not once the plan is accepted', () => {
    expect(missing(open, head, 'exempt')).toBe('notYours')
    expect(missing(accepted, manager, 'exempt')).toBe('wrongState')
  })
})

describe('the same kind of trouble twice in 90 days', () => {
  const one = {
    number: 'JZ-2026-0001',
    customerId: null,
    state: 'open',
    building: '1',
    openedAt: shanghai('10:00', '2026-10-01'),
  }

  test('is systemic, and the property manager hears once', () => {
    const facts = { recent: [one] }
    const second = begun(correctiveAction, manager, found, { facts })
    expect(second.slip['systemic']).toBe(true)
    const told = does(second, head, 'submitPlan', plan)
    expect(told.last?.escalates).toEqual({ cause: 'systemic', role: 'PM', level: 2 })
    const known = { cause: 'systemic', role: 'PM', level: 2, raisedAt: told.now, acceptedAt: null }
    const back = {
      ...does(told, manager, 'rejectPlan', asked['rejectPlan']),
      facts: { ...facts, escalations: [known] },
    }
    expect(does(back, head, 'submitPlan', plan).last?.escalates).toBeNull()
  })
  test('once is an accident', () => {
    expect(open.slip['systemic']).toBe(false)
    expect(planned.last?.escalates).toBeNull()
  })
  test('a second case that comes while the first waits makes the first systemic as well', () =>
    expect(does({ ...open, facts: { recent: [one] } }, head, 'submitPlan', plan).slip['systemic']).toBe(true))
  test('how many and how long are parameters', () => {
    const parameters = { 'corrective.systemic_count': 3 }
    expect(begun(correctiveAction, manager, found, { facts: { recent: [one] }, parameters }).slip['systemic']).toBe(
      false,
    )
    expect(correctiveAction.recent).toBe('corrective.systemic_days')
  })
})

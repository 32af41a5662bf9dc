import { describe, expect, it } from 'vitest'
import {
  asked,
  joinedCase,
  knowing,
  linked,
  missing,
  rounds,
  slipAnd,
  stages,
  taken,
  type Told,
  tries,
  type Who,
  writtenStages,
} from '#test/complaint.ts'
import { cast, shanghai } from '#test/moment.ts'
import { needs } from './process/needs.ts'
import type { ComplaintSlip } from './slip.ts'

/* Every need: a moment where it alone is missing, and what has to change for the step to be taken. */

interface Trial {
  readonly from: Told
  readonly by: Who
  readonly does: string
  readonly input?: object
  readonly minutes?: number
}
interface Row extends Trial {
  readonly met: Partial<Trial>
}

const at = stages()
const letter = writtenStages()
const slip = (told: Told, changes: Partial<ComplaintSlip>): Told => ({ ...told, slip: { ...told.slip, ...changes } })
const the = (action: string, more: object = {}) => ({ ...asked[action], ...more })
const atFault = (told: Told, ...departments: ComplaintSlip['departments']) => slip(told, { departments })
const joined = knowing(at.confirmed, { linked: [...(slipAnd('verified', 'accepted').linked ?? []), joinedCase] })
const content = slip(at.confirmed, { conclusion: 'satisfied', satisfiedAt: at.confirmed.now })
const major = slip(letter.drafted, { grade: 'major' })
const visit = (told: Told) => ({
  visitedAt: told.now,
  spokeWith: '',
  said: '',
  round: 1,
  role: 'PM' as const,
  at: told.now,
  by: 'Zhou Tao',
})

const rows: Readonly<Record<keyof typeof needs, Row | null>> = {
  // these two are demanded when it is taken: steps.test.ts, step 2 and 3
  apologyFirst: {
    from: taken('tadm'),
    by: 'csa',
    does: 'contact',
    input: the('contact', { apologised: false }),
    met: { input: the('contact') },
  },
  notInTheFuture: null,
  notBelowTheRule: {
    from: taken('rec', { injury: true }),
    by: 'csm',
    does: 'grade',
    input: { grade: 'serious', reason: 'a scratch' },
    met: { input: { grade: 'major', reason: 'as the rule says' } },
  },
  loweredByManager: {
    from: taken('rec', { channel: 'letter' }),
    by: 'css',
    does: 'grade',
    input: { grade: 'general', reason: 'a compliment, really' },
    met: { by: 'csm' },
  },
  requiredAhead: {
    from: at.assigned,
    by: 'csa',
    does: 'dispatch',
    input: { serviceSlips: [{ department: 'cleaning', requiredBy: shanghai('10:00'), content: 'mop' }] },
    met: { input: asked['dispatch'] ?? {} },
  },
  deferredInTime: { from: at.dispatched, by: 'csa', does: 'defer', minutes: 118, met: { minutes: 117 } },
  informedBeforeDue: {
    from: at.dispatched,
    by: 'csa',
    does: 'defer',
    minutes: 50,
    input: the('defer', { informedAt: shanghai('10:59') }),
    met: { input: the('defer', { informedAt: shanghai('10:53') }) },
  },
  promiseAhead: {
    from: at.dispatched,
    by: 'csa',
    does: 'defer',
    minutes: 50,
    input: the('defer', { promisedAt: shanghai('10:53') }),
    met: { input: the('defer', { promisedAt: shanghai('10:54') }) },
  },
  notGivenUp: {
    from: slip(at.dispatched, { cannotSolve: { reason: 'no valve', at: at.dispatched.now, by: 'Wang Xin' } }),
    by: 'csa',
    does: 'cannotSolve',
    met: { from: at.dispatched },
  },
  yourDepartment: {
    from: knowing(at.onSite, slipAnd('done', 'planned')),
    by: 'secm',
    does: 'resolve',
    met: { by: 'engm' },
  },
  everySlipDone: {
    from: knowing(at.onSite, slipAnd('accepted', 'planned')),
    by: 'engm',
    does: 'resolve',
    met: { from: knowing(at.onSite, slipAnd('done', 'planned')) },
  },
  plansSubmitted: {
    from: knowing(at.onSite, slipAnd('verified', 'open')),
    by: 'engm',
    does: 'resolve',
    met: { from: knowing(at.onSite, slipAnd('verified', 'planned')) },
  },
  presenceRecorded: {
    from: knowing(at.dispatched, slipAnd('done', 'planned')),
    by: 'engm',
    does: 'resolve',
    met: { input: the('resolve', { notOnSite: 'from the control room' }) },
  },
  slipsVerified: {
    from: at.resolved,
    by: 'csa',
    does: 'confirm',
    met: { from: at.checked },
  },
  notOfTheDepartment: {
    from: atFault(at.confirmed, 'customerService'),
    by: 'csa',
    does: 'callBack',
    met: { by: 'pm' },
  },
  writtenComplaint: { from: at.resolved, by: 'csa', does: 'draftReply', met: { from: letter.replyPending } },
  noReplyYet: {
    from: letter.delivered,
    by: 'csa',
    does: 'holdingReply',
    met: { from: letter.approved },
  },
  letterDrafted: { from: letter.replyPending, by: 'csm', does: 'approveReply', met: { from: letter.drafted } },
  notTheDrafter: {
    from: slip(letter.drafted, {
      letter: letter.drafted.slip.letter && { ...letter.drafted.slip.letter, draftedById: cast.csm.id },
    }),
    by: 'csm',
    does: 'approveReply',
    met: { by: 'pm' },
  },
  approverFits: { from: major, by: 'csm', does: 'approveReply', met: { by: 'pm' } },
  letterApproved: {
    from: letter.drafted,
    by: 'csa',
    does: 'deliverReply',
    input: the('deliverReply', { deliveredAt: letter.drafted.now }),
    met: { from: letter.approved },
  },
  deliveredPast: {
    from: letter.approved,
    by: 'csa',
    does: 'deliverReply',
    input: the('deliverReply', { deliveredAt: shanghai('23:00') }),
    met: { input: the('deliverReply', { deliveredAt: letter.approved.now }) },
  },
  managerVisited: {
    from: rounds(3),
    by: 'csa',
    does: 'callBack',
    met: { from: slip(rounds(3), { visits: [{ ...visit(rounds(3)), round: 3, role: 'CSM' }] }) },
  },
  reasonSaid: {
    from: at.confirmed,
    by: 'csa',
    does: 'callBack',
    input: the('callBack', { conclusion: 'acceptable' }),
    met: { input: the('callBack', { conclusion: 'acceptable', opinion: 'a little late' }) },
  },
  visitPast: {
    from: at.dispatched,
    by: 'csm',
    does: 'visit',
    input: the('visit', { visitedAt: shanghai('23:00') }),
    met: { input: the('visit', { visitedAt: at.dispatched.now }) },
  },
  joinedHere: {
    from: joined,
    by: 'csa',
    does: 'callJoined',
    input: the('callJoined', { joinedNumber: 'TS-2026-0777' }),
    met: { input: the('callJoined') },
  },
  notItself: {
    from: at.assigned,
    by: 'csa',
    does: 'join',
    input: { joinedInto: 'TS-2026-0001' },
    met: { input: the('join') },
  },
  nobodyJoined: {
    from: knowing(at.assigned, { linked: [joinedCase] }),
    by: 'css',
    does: 'cancel',
    input: the('cancel'),
    met: { from: at.assigned },
  },
  notSaidYet: { from: content, by: 'tadm', does: 'satisfied', met: { from: at.confirmed } },
  customerSatisfied: { from: at.confirmed, by: 'csa', does: 'close', met: { from: content } },
  plansAccepted: {
    from: knowing(content, slipAnd('verified', 'planned')),
    by: 'csa',
    does: 'close',
    met: { from: content },
  },
  replyDelivered: {
    from: slip(content, { written: true }),
    by: 'csa',
    does: 'close',
    met: { from: slip(content, { written: true, replies: letter.delivered.slip.replies }) },
  },
  joinedCalled: {
    from: { ...content, facts: joined.facts },
    by: 'csa',
    does: 'close',
    met: {
      from: {
        ...slip(content, {
          joinedCalls: [
            {
              joinedNumber: 'TS-2026-0008',
              spokeWith: 'Mr Yu',
              satisfied: true,
              said: '',
              at: content.now,
              by: 'Wang Xin',
            },
          ],
        }),
        facts: joined.facts,
      },
    },
  },
  twoVisits: {
    from: slip(at.confirmed, { visits: [visit(at.confirmed)] }),
    by: 'pm',
    does: 'closeExceptionally',
    met: { from: slip(at.confirmed, { visits: [visit(at.confirmed), visit(at.confirmed)] }) },
  },
}

const answer = ({ from, by, does, input, minutes }: Trial) =>
  missing(tries(from, by, does, input ?? asked[does], minutes))
const tried = Object.entries(rows).flatMap(([need, row]) => (row === null ? [] : [[need, row] as const]))

describe('every need', () => {
  it.each(tried)('%s: unmet, it alone is missing; met, the step is taken', (need, { met, ...trial }) => {
    expect(answer(trial)).toEqual([need])
    expect(answer({ ...trial, ...met })).toBe('taken')
  })

  it('has a row here', () => expect(Object.keys(rows).toSorted()).toEqual(Object.keys(needs).toSorted()))

  it('asks all four things of a close at once', () => {
    const bare = slip(knowing(at.confirmed, { linked: [linked('corrective-action', 'open'), joinedCase] }), {
      written: true,
    })
    expect(answer({ from: bare, by: 'csa', does: 'close' })).toEqual([
      ...['customerSatisfied', 'plansAccepted', 'replyDelivered', 'joinedCalled'],
    ])
  })
})

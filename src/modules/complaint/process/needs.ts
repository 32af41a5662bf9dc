import { joinedNeeds } from '#kernel/process/joined.ts'
import { departmentsOf } from '#kernel/process/roles.ts'
import type { Moment } from '#kernel/process/moment.ts'
import * as rules from '../rules.ts'
import type { ComplaintSlip } from '../slip.ts'
import { currentDue } from './clocks.ts'

type Rule = (slip: ComplaintSlip, at: Moment) => boolean

/** What a department may still be at, by the states of its slips and of its corrective action. */
const finished = new Set(['done', 'verified', 'cancelled'])
const checked = new Set(['verified', 'cancelled'])
const unwritten = new Set(['open'])
const accepted = new Set(['accepted', 'done', 'verified', 'closed', 'exempted'])

/** The deferral written last, and what had been promised before it. */
function promisedBefore(slip: ComplaintSlip, at: Moment): string {
  const before = { ...slip, deferrals: slip.deferrals.slice(0, -1) }
  return currentDue(before, at)
}

/** What must hold, by name; each has its sentence in words.ts. The numbers are the steps of the plan. */
export const needs = {
  // taking it up
  apologyFirst: (slip, at) => at.actor.kind !== 'staff' || slip.apologised, // 2
  notInTheFuture: (slip, at) => slip.occurredAt <= at.now,
  notBelowTheRule: (slip) => slip.majorBecause.length === 0 || slip.grade === 'major',
  loweredByManager: (slip) => {
    const [before, last] = slip.gradings.slice(-2)
    if (before === undefined || last === undefined) return true
    return !rules.isLower(last.grade, before.grade) || (last.byManager && last.reason !== '')
  },

  // solving it
  requiredAhead: (slip) => slip.dispatches.every((line) => line.requiredBy > line.at), // 3
  deferredInTime: (slip, at) => at.now <= currentDue(slip, at), // 4
  informedBeforeDue: (slip, at) => {
    const last = slip.deferrals.at(-1)
    if (last === undefined) return true
    return (
      last.informedAt >= slip.roundStartedAt && last.informedAt <= at.now && last.informedAt <= promisedBefore(slip, at)
    )
  },
  promiseAhead: (slip) =>
    slip.deferrals.every((one) => one.promisedAt > one.at) &&
    slip.contacts.every((one) => one.expectedAt === null || one.expectedAt > one.at),
  notGivenUp: (slip) => slip.cannotSolve === null,
  yourDepartment: (slip, at) =>
    departmentsOf(at.actor.roles).some((one) => (slip.departments as readonly string[]).includes(one)),
  everySlipDone: (slip, at) => {
    const sent = rules.serviceSlips(at)
    const ofRound = sent.filter((one) => one.openedAt >= slip.roundStartedAt && one.state !== 'cancelled')
    return ofRound.length > 0 && sent.every((one) => finished.has(one.state))
  },
  plansSubmitted: (_slip, at) => rules.plans(at).every((one) => !unwritten.has(one.state)), // 7
  presenceRecorded: (slip) =>
    slip.presences.some((one) => one.round === slip.round) || (slip.resolution?.notOnSite ?? '') !== '', // 4
  slipsVerified: (_slip, at) => rules.serviceSlips(at).every((one) => checked.has(one.state)),
  notOfTheDepartment: (slip, at) => !rules.fromDepartmentAtFault(slip, at), // §9: who is at fault does not ask

  // the written reply
  writtenComplaint: (slip) => slip.written, // 6
  noReplyYet: (slip) => slip.holding === null && slip.replies.length === 0,
  letterDrafted: (slip) =>
    slip.letter !== null && slip.letter.approvedAt === null && slip.letter.returnedBecause === null,
  notTheDrafter: (slip, at) => slip.letter?.draftedById === null || slip.letter?.draftedById !== at.actor.id,
  approverFits: (slip, at) => slip.grade !== 'major' || at.actor.roles.includes('PM'),
  letterApproved: (slip) => slip.letter !== null && slip.letter.approvedAt !== null,
  deliveredPast: (slip, at) => slip.replies.every((one) => one.deliveredAt <= at.now),

  // asking the customer
  managerVisited: rules.managerVisited,
  reasonSaid: (slip) => {
    const call = slip.callBacks.at(-1)
    return call === undefined || call.conclusion === 'satisfied' || call.opinion !== '' || call.handling !== ''
  },
  visitPast: (slip, at) => slip.visits.every((one) => one.visitedAt <= at.now && one.visitedAt >= slip.acceptedAt),
  ...joinedNeeds,
  notSaidYet: (slip) => slip.conclusion !== 'satisfied',

  // closing it
  customerSatisfied: (slip) => slip.conclusion === 'satisfied', // 5
  plansAccepted: (_slip, at) => rules.plans(at).every((one) => accepted.has(one.state)), // 7
  replyDelivered: rules.replyDelivered, // 6
  joinedCalled: rules.joinedCalled,
  twoVisits: (slip) => slip.visits.length >= 2,
} satisfies Record<string, Rule>

export type ComplaintNeed = keyof typeof needs

/** Whatever a close demands: 满意, the plans accepted, the letter delivered, everybody who was joined in called. */
export const closing = ['customerSatisfied', 'plansAccepted', 'replyDelivered', 'joinedCalled'] as const
export const everythingThere = (slip: ComplaintSlip, at: Moment): boolean =>
  closing.every((need) => needs[need](slip, at))

import type { z } from 'zod'
import { answered, unanswered, calledEnough } from '#kernel/process/call-back.ts'
import type { Raised, Reference } from '#kernel/process/define.ts'
import { type CallJoined, joinedCall } from '#kernel/process/joined.ts'
import type { Moment } from '#kernel/process/moment.ts'
import { departmentsOf } from '#kernel/process/roles.ts'
import * as rules from '../rules.ts'
import { type ComplaintSlip, responsible } from '../slip.ts'
import type * as asks from './asks.ts'
import { everythingThere } from './needs.ts'
import type { ComplaintState } from './states.ts'

/* What each action writes on the slip, raises and points at: pure, named after the action. */

type In<Schema extends z.ZodType> = z.infer<Schema>
type Written = Partial<ComplaintSlip>

const stamp = (at: Moment) => ({ at: at.now, by: at.actor.name })
export const files = (ids: readonly string[] | undefined, purpose: string): Reference[] =>
  (ids ?? []).map((id) => ({ kind: 'file', id, purpose }))

export function contact(slip: ComplaintSlip, input: In<typeof asks.Contact>, at: Moment): Written {
  const { how, spokeWith, said, expectedAt = null } = input
  return {
    apologised: slip.apologised || input.apologised,
    firstContactAt: slip.firstContactAt ?? at.now,
    contacts: [...slip.contacts, { how, spokeWith, said, expectedAt, ...stamp(at) }],
  }
}

export const take = (_slip: ComplaintSlip, _input: unknown, at: Moment): Written => ({
  assistant: at.actor.id,
  assignedAt: at.now,
})

export const assign = (_slip: ComplaintSlip, { assistant }: In<typeof asks.Assign>, at: Moment): Written => ({
  assistant,
  assignedAt: at.now,
})

/** The first grading remembers what the rule had set. */
export function grade(slip: ComplaintSlip, input: In<typeof asks.Grade>, at: Moment): Written {
  const first = { grade: slip.grade, reason: '', at: slip.acceptedAt, by: slip.acceptedBy, byManager: false }
  const before = slip.gradings.length === 0 ? [first] : slip.gradings
  const byManager = at.actor.roles.includes('CSM')
  return { grade: input.grade, gradings: [...before, { ...input, byManager, ...stamp(at) }] }
}

/** An assistant who dispatches what nobody has taken yet follows it himself. */
export function dispatch(slip: ComplaintSlip, input: In<typeof asks.Dispatch>, at: Moment): Written {
  const self = at.role === 'CSA' && slip.assistant === null
  const lines = input.serviceSlips.map((line) => ({ ...line, round: slip.round, ...stamp(at) }))
  const wanted = new Set([...slip.departments, ...lines.map((line) => line.department)])
  return {
    ...(self ? take(slip, input, at) : {}),
    departments: responsible.filter((one) => wanted.has(one)),
    dispatches: [...slip.dispatches, ...lines],
  }
}

/** A service slip for each line, and a corrective action for each department that has none yet (steps 3 and 7). */
export function raisedBy(slip: ComplaintSlip, input: In<typeof asks.Dispatch>, at: Moment): Raised[] {
  const planned = rules.plannedDepartments(at)
  const fresh = new Set(input.serviceSlips.map((line) => line.department).filter((one) => !planned.has(one)))
  return [
    ...input.serviceSlips.map(({ department, content, requiredBy, customerWish }) => ({
      process: 'service-slip',
      input: {
        department,
        content,
        requiredBy,
        urgent: slip.direct || slip.grade === 'major',
        ...(customerWish === '' ? {} : { customerWish }),
      },
    })),
    ...[...fresh].map((department) => ({
      process: 'corrective-action',
      input: { department, source: 'complaint', kind: slip.category, fact: slip.problem },
    })),
  ]
}

export function goOnSite(slip: ComplaintSlip, input: In<typeof asks.OnSite>, at: Moment): Written {
  return { presences: [...slip.presences, { ...input, round: slip.round, ...stamp(at) }] }
}

export function defer(slip: ComplaintSlip, input: In<typeof asks.Defer>, at: Moment): Written {
  return { deferrals: [...slip.deferrals, { ...input, round: slip.round, ...stamp(at) }] }
}

export const cannotSolve = (_slip: ComplaintSlip, { reason }: In<typeof asks.Reason>, at: Moment): Written => ({
  cannotSolve: { reason, ...stamp(at) },
})

export function resolve(slip: ComplaintSlip, input: In<typeof asks.Resolve>, at: Moment): Written {
  const mine: readonly string[] = departmentsOf(at.actor.roles)
  const department = slip.departments.find((one) => mine.includes(one)) ?? 'customerService'
  return {
    resolution: { department, result: input.result, notOnSite: input.notOnSite, ...stamp(at) },
    solvedAt: slip.solvedAt ?? at.now,
    sentBackBecause: null,
  }
}

export const confirm = (_slip: ComplaintSlip, { answer }: In<typeof asks.Confirm>): Written => ({
  answer,
  conclusion: null,
})

export const sendBack = (_slip: ComplaintSlip, { reason }: In<typeof asks.Reason>): Written => ({
  resolution: null,
  sentBackBecause: reason,
})

export const holdingReply = (_slip: ComplaintSlip, input: In<typeof asks.HoldingReply>, at: Moment): Written => ({
  holding: { ...input, ...stamp(at) },
})

export function draftReply(_slip: ComplaintSlip, input: In<typeof asks.Letter>, at: Moment): Written {
  const open = { returnedBecause: null, number: null, approvedAt: null, approvedBy: null }
  const letter = { draftedAt: at.now, draftedBy: at.actor.name, draftedById: at.actor.id, ...open }
  return { ...input, letter }
}

/** Approved is sealed (用印): the letter takes its number, which no other letter of this complaint has had. */
export function approveReply(slip: ComplaintSlip, _input: unknown, at: Moment): Written {
  if (slip.letter === null) return {}
  const lettersNumbered = slip.lettersNumbered + 1
  const number = `${at.facts.header.number}-H${lettersNumbered}`
  return { lettersNumbered, letter: { ...slip.letter, number, approvedAt: at.now, approvedBy: at.actor.name } }
}

export const returnReply = (slip: ComplaintSlip, { reason }: In<typeof asks.Reason>): Written =>
  slip.letter === null ? {} : { letter: { ...slip.letter, returnedBecause: reason } }

export function deliverReply(slip: ComplaintSlip, input: In<typeof asks.Deliver>): Written {
  const { letter, round } = slip
  const { delivery, deliveredAt, signedBy } = input
  const said = {
    addressee: slip.addressee ?? '',
    matter: slip.matter ?? '',
    investigation: slip.investigation ?? '',
    treatment: slip.treatment ?? '',
    outcome: slip.outcome ?? '',
    apology: slip.apology ?? '',
    followUp: slip.followUp ?? '',
  }
  const approved = { approvedAt: letter?.approvedAt ?? null, approvedBy: letter?.approvedBy ?? null }
  const reply = { ...said, ...approved, number: letter?.number ?? '', round, delivery, deliveredAt, signedBy }
  return { replies: [...slip.replies, reply] }
}

const noLetter = {
  addressee: null,
  matter: null,
  investigation: null,
  treatment: null,
  outcome: null,
  apology: null,
  followUp: null,
  letter: null,
} satisfies Written

/** Not satisfied: once more from the start of the work, with the reason, and a clock of its own. */
function nextRound(slip: ComplaintSlip, reason: string, at: Moment): Written {
  return {
    ...noLetter,
    round: slip.round + 1,
    roundStartedAt: at.now,
    roundReason: reason,
    resolution: null,
    sentBackBecause: null,
    cannotSolve: null,
    answer: null,
    satisfiedAt: null,
  }
}

export function callBack(slip: ComplaintSlip, input: In<typeof asks.CallBack>, at: Moment): Written {
  const { conclusion } = input
  const call = { ...answered({ ...input, fee: 1 }, at), fee: null }
  const kept = { callBacks: [...slip.callBacks, call], conclusion }
  if (conclusion === 'satisfied') return { ...kept, satisfiedAt: at.now }
  return { ...kept, ...nextRound(slip, [input.opinion, input.handling].filter(Boolean).join('；'), at) }
}

export const notReached = (slip: ComplaintSlip, input: Parameters<typeof unanswered>[0], at: Moment): Written => ({
  callBacks: [...slip.callBacks, unanswered(input, at)],
})

export function satisfied(slip: ComplaintSlip, { words }: In<typeof asks.Content>, at: Moment): Written {
  const answer = { satisfied: true, words, round: slip.round, ...stamp(at) }
  return { answers: [...slip.answers, answer], conclusion: 'satisfied', satisfiedAt: at.now }
}

export function notSatisfied(slip: ComplaintSlip, { words }: In<typeof asks.NotContent>, at: Moment): Written {
  const answer = { satisfied: false, words, round: slip.round, ...stamp(at) }
  return { answers: [...slip.answers, answer], conclusion: 'dissatisfied', ...nextRound(slip, words, at) }
}

export function visit(slip: ComplaintSlip, input: In<typeof asks.Visit>, at: Moment): Written {
  const { visitedAt, spokeWith, said } = input
  const role = at.actor.roles.includes('PM') ? 'PM' : 'CSM'
  return { visits: [...slip.visits, { visitedAt, spokeWith, said, round: slip.round, role, ...stamp(at) }] }
}

/** Somebody whose complaint was joined into this one is asked too; he may be discontent as well. */
export function callJoined(slip: ComplaintSlip, input: In<typeof CallJoined>, at: Moment): Written {
  const call = joinedCall(input, at)
  const kept = { joinedCalls: [...slip.joinedCalls, call] }
  return call.satisfied ? kept : { ...kept, conclusion: 'dissatisfied', ...nextRound(slip, call.said, at) }
}

/** Closed when he is content and everything is there; back to the departments when he is not. */
export function afterCall(slip: ComplaintSlip, at: Moment): ComplaintState {
  if (slip.conclusion !== 'satisfied') return 'dispatched'
  return everythingThere(slip, at) ? 'closed' : 'callBack'
}

export const afterJoinedCall = (slip: ComplaintSlip): ComplaintState =>
  slip.joinedCalls.at(-1)?.satisfied === false ? 'dispatched' : 'callBack'

export const afterConfirm = (slip: ComplaintSlip): ComplaintState =>
  rules.replyDelivered(slip) ? 'callBack' : 'replyPending'

/** A superior hears of the same cause once a round. */
const inRound = (cause: string, round: number): string => (round === 1 ? cause : `${cause}:${round}`)

export const toManager = (slip: ComplaintSlip) =>
  ({ cause: inRound('cannotSolve', slip.round), role: 'CSM', level: 1 }) as const

/** The third round brings the department's head to the customer, the fourth the project manager (domain §2.5.2). */
export function visitDue(slip: ComplaintSlip, _input: unknown, at: Moment) {
  if (slip.roundStartedAt !== at.now) return null
  const role = rules.visitorOf(slip.round)
  const cause = inRound('visitInPerson', slip.round)
  return role === null ? null : ({ cause, role, level: role === 'CSM' ? 1 : 2 } as const)
}

/** Nobody answers, on several days: the head of the department decides how he is to be found. */
export function neverReached(slip: ComplaintSlip, _input: unknown, at: Moment) {
  return calledEnough(slip.callBacks, slip.roundStartedAt, at)
    ? ({ cause: inRound('neverReached', slip.round), role: 'CSM', level: 1 } as const)
    : null
}

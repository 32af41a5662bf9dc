import type { z } from 'zod'
import type { HandOver, Reference } from '#kernel/process/define.ts'
import type { Moment } from '#kernel/process/moment.ts'
import { headOf } from '#kernel/process/roles.ts'
import { parentOf } from '../rules.ts'
import type { ServiceSlip } from '../slip.ts'
import type * as asks from './asks.ts'
import { doers } from './states.ts'

/* What opening and each action write on the slip, hand over and point at: pure, named after the action. */

type In<Schema extends z.ZodType> = z.infer<Schema>
type Written = Partial<ServiceSlip>

const blank = {
  earlierDates: [],
  receivedBy: null,
  acceptedAt: null,
  workers: [],
  suggestion: null,
  insistReason: null,
  result: null,
  completedAt: null,
  responsible: null,
  verifiedBy: null,
  verifiedAt: null,
  verifyNote: null,
  redos: 0,
  returnReason: null,
  earlierResults: [],
  closeReason: null,
} satisfies Written

/** Raised out of another case it names that case, and the round that case is in. */
export function newSlip(input: In<typeof asks.Request>, at: Moment): ServiceSlip {
  const parent = parentOf(at)
  const round = parent?.shows['round']
  return {
    ...blank,
    sourceNumber: parent?.number ?? null,
    sourceText: input.sourceText ?? null,
    round: typeof round === 'number' ? round : 1,
    urgent: input.urgent ?? false,
    department: input.department,
    content: input.content,
    requiredBy: input.requiredBy,
    customerWish: input.customerWish ?? null,
    dispatchedBy: at.actor.name,
  }
}

export const pictures = (
  input: { readonly photos?: readonly string[] | undefined },
  purpose: string,
): readonly Reference[] => (input.photos ?? []).map((id) => ({ kind: 'file', id, purpose }))
export const crew = (input: In<typeof asks.Assign>, { department }: ServiceSlip): readonly Reference[] =>
  input.workers.map((id) => ({ kind: 'staff', id, role: doers, department }))

/** The department has it: the time and the hand that took it, once. */
const received = (slip: ServiceSlip, by: string, at: Moment): Written => ({
  acceptedAt: slip.acceptedAt ?? at.now,
  receivedBy: slip.receivedBy ?? by,
})

/** Who takes it does it himself, unless workers are named or a head takes it for his team. */
export function accept(slip: ServiceSlip, _input: undefined, at: Moment): Written {
  const forTeam = at.actor.roles.includes(headOf(slip.department)) || at.actor.id === null
  return {
    ...received(slip, at.actor.name, at),
    workers: slip.workers.length > 0 || forTeam ? slip.workers : [String(at.actor.id)],
  }
}

export const assign = (slip: ServiceSlip, { workers }: In<typeof asks.Assign>, at: Moment): Written => ({
  ...received(slip, at.actor.name, at),
  workers,
})

/** Both copies: the first stays at the desk, the second is with whoever received the slip. */
export const copies = (slip: ServiceSlip): readonly HandOver[] => [
  { form: 'F-41', copy: 1, to: 'desk' },
  { form: 'F-41', copy: 2, to: slip.receivedBy ?? '' },
]

export const suggestTime = (_slip: ServiceSlip, input: In<typeof asks.Suggest>, at: Moment): Written => ({
  suggestion: { ...input, by: at.actor.name, at: at.now },
})

/** The old date is kept beside the new one, with the reason (domain §1.5). */
const moved = (
  slip: ServiceSlip,
  to: { readonly requiredBy: string; readonly reason: string },
  at: Moment,
): Written => ({
  requiredBy: to.requiredBy,
  earlierDates: [
    ...slip.earlierDates,
    { requiredBy: slip.requiredBy, reason: to.reason, by: at.actor.name, at: at.now },
  ],
})

/** With the new date the department has taken the slip. */
export function agreeTime(slip: ServiceSlip, _input: undefined, at: Moment): Written {
  const { suggestion } = slip
  return suggestion === null
    ? {}
    : { ...moved(slip, suggestion, at), ...received(slip, suggestion.by, at), suggestion: null, insistReason: null }
}

export const insist = (_slip: ServiceSlip, { reason }: In<typeof asks.Reason>): Written => ({
  suggestion: null,
  insistReason: reason,
})

export const revise = (slip: ServiceSlip, input: In<typeof asks.Revise>, at: Moment): Written => moved(slip, input, at)

/** Whoever reports it done has worked on it. */
export const finish = (slip: ServiceSlip, { result }: In<typeof asks.Finish>, at: Moment): Written => ({
  result,
  completedAt: at.now,
  responsible: at.actor.name,
  workers: at.actor.id === null ? slip.workers : [...new Set([...slip.workers, at.actor.id])],
  returnReason: null,
})

export const verify = (_slip: ServiceSlip, { verifyNote }: In<typeof asks.Verify>, at: Moment): Written => ({
  verifiedBy: at.actor.name,
  verifiedAt: at.now,
  verifyNote: verifyNote ?? null,
})

/** To be done again by a date of its own; what was done so far stays on the slip. */
export function giveBack(slip: ServiceSlip, input: In<typeof asks.GiveBack>, at: Moment): Written {
  const earlier = {
    result: slip.result ?? '',
    completedAt: slip.completedAt ?? at.now,
    responsible: slip.responsible ?? '',
    reason: input.reason,
    by: at.actor.name,
    at: at.now,
  }
  return {
    ...moved(slip, input, at),
    redos: slip.redos + 1,
    returnReason: input.reason,
    earlierResults: [...slip.earlierResults, earlier],
    result: null,
    completedAt: null,
    responsible: null,
  }
}

export const cancel = (_slip: ServiceSlip, { reason }: In<typeof asks.Reason>): Written => ({ closeReason: reason })

/** Where a slip stands that is in nobody's dispute: work given back is still to be done again. */
export const backTo = (slip: ServiceSlip) =>
  slip.returnReason !== null ? 'returned' : slip.acceptedAt !== null ? 'accepted' : 'sent'
export const inHand = (slip: ServiceSlip) => (slip.returnReason === null ? 'accepted' : 'returned')

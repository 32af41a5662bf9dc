import type { z } from 'zod'
import { answered, type CallBack, type NotReached, unanswered } from '#kernel/process/call-back.ts'
import type { HandOver, Raised, Reference } from '#kernel/process/define.ts'
import { type CallJoined, joinedCall } from '#kernel/process/joined.ts'
import type { Moment } from '#kernel/process/moment.ts'
import type * as asks from './asks.ts'
import { type AskedLine, outOfHoursLine, priceLabour, priceMaterials, total } from '../rules.ts'
import type { RepairSlip } from '../slip.ts'

/* What each action writes on the slip, hands over and points at: pure, named after the action. */

type In<Schema extends z.ZodType> = z.infer<Schema>
type Written = Partial<RepairSlip>

export const priced = (input: { readonly lines: readonly AskedLine[] }): Reference[] =>
  input.lines.map((line) => ({ kind: 'price', code: line.code }))
export const crew = (input: { readonly workers: readonly string[] }): Reference[] =>
  input.workers.map((id) => ({ kind: 'staff', id, role: ['ENG', 'ENGM'] }))
export const companion = (input: { readonly companion?: string | undefined }): Reference[] =>
  input.companion === undefined ? [] : [{ kind: 'staff', id: input.companion, role: ['CSA', 'CSS', 'CSM', 'REC'] }]
export const consenter = (input: In<typeof asks.Consent>): Reference[] =>
  input.contact === undefined ? [] : [{ kind: 'contact', id: input.contact, authority: 'authorised' }]
export const finished = (input: In<typeof asks.Finish>): Reference[] => [
  ...priced({ lines: input.labour }),
  ...(input.photos ?? []).map((id) => ({ kind: 'file', id, purpose: 'after' }) as const),
]

export function triage(_slip: RepairSlip, input: In<typeof asks.Triage>): Written {
  const free = input.pricing === 'free'
  return {
    category: input.category,
    priority: input.priority,
    pricing: input.pricing,
    freeReason: free ? (input.freeReason ?? null) : null,
    ...(free ? { quote: null, consent: null } : {}),
  }
}

/** A new price needs a new consent: the old one falls. */
export function quote(slip: RepairSlip, input: In<typeof asks.Quote>, at: Moment): Written {
  const lines = [...priceLabour(input.lines, at), ...outOfHoursLine(slip.appointmentStart, at)]
  const kept = {
    lines,
    materialFen: input.estimateFen,
    totalFen: total(lines) + input.estimateFen,
    note: input.note,
    at: at.now,
    by: at.actor.name,
  }
  return { pricing: 'chargeable', freeReason: null, quote: kept, consent: null, priceObjection: null }
}

/**
 * The price changed on site. Consent already given stays only if it covers the new price. Finished work that was free
 * until now owes what it cost.
 */
export function requote(slip: RepairSlip, input: In<typeof asks.Quote>, at: Moment): Written {
  const owed = slip.completedAt === null ? {} : { totalFen: slip.labourFen + slip.materialFen }
  const written = { ...quote(slip, input, at), ...owed }
  const covered =
    slip.consent !== null &&
    written.quote !== null &&
    written.quote !== undefined &&
    slip.consent.totalFen >= written.quote.totalFen
  return covered ? { ...written, consent: slip.consent } : written
}

/** The authorised person consents himself in the portal, or the assistant records who consented, how and when. */
export function consent(_slip: RepairSlip, input: In<typeof asks.Consent>, at: Moment): Written {
  const self = at.role === 'TADM'
  const by = self ? at.actor.name : input.contact === undefined ? '' : at.facts.nameOf(input.contact)
  const when = self || input.at === undefined || input.at > at.now ? at.now : input.at
  if (!self && input.contact === undefined) return {}
  return {
    consent: {
      how: self ? 'platform' : input.how,
      by,
      contactId: self ? at.actor.id : (input.contact ?? null),
      at: when,
      totalFen: input.agreedFen,
      recordedBy: at.actor.name,
    },
    priceObjection: null,
  }
}

export const close = (_slip: RepairSlip, { reason }: { readonly reason: string }): Written => ({ closeReason: reason })

export function deliver(_slip: RepairSlip, { calledThrough }: In<typeof asks.Deliver>, at: Moment): Written {
  return { sentAt: at.now, sentBy: at.actor.name, calledThrough, paperFollowedAt: calledThrough ? null : at.now }
}

/** Taking the job also signs for the slip when nobody has yet. Without names the taker works himself. */
export function accept(slip: RepairSlip, input: In<typeof asks.Accept>, at: Moment): Written {
  const self = at.role === 'ENG' && at.actor.id !== null ? [at.actor.id] : []
  const workers = input.workers.length > 0 ? input.workers : slip.workers.length > 0 ? slip.workers : self
  return {
    acceptedAt: at.now,
    receivedAt: slip.receivedAt ?? at.now,
    receivedBy: slip.receivedBy ?? at.actor.name,
    workers,
    tools: input.tools,
  }
}

export const appointment = (_slip: RepairSlip, input: In<typeof asks.Appointment>): Written => ({ ...input })

export function accompany(_slip: RepairSlip, input: In<typeof asks.Accompany>, at: Moment): Written {
  return { accompaniedBy: input.companion ?? at.actor.id }
}

export function arrive(slip: RepairSlip, input: In<typeof asks.Arrive>, at: Moment): Written {
  return { arrivedAt: at.now, accompaniedBy: input.companion ?? slip.accompaniedBy }
}

export function enterWithKeys(slip: RepairSlip, input: In<typeof asks.EnterWithKeys>, at: Moment): Written {
  const { permission, permittedBy, second, keysFrom } = input
  return {
    arrivedAt: at.now,
    keyEntry: { permission, permittedBy, second: at.facts.nameOf(second), keysFrom, at: at.now },
    workers: [...new Set([...slip.workers, second])],
  }
}

export function verifyMaterial(_slip: RepairSlip, input: In<typeof asks.MaterialCheck>, at: Moment): Written {
  return {
    materialVerdict: input.materialVerdict,
    materialNote: input.materialNote,
    materialVerifiedBy: at.actor.name,
    unfitDecision: null,
  }
}

export function suspend(_slip: RepairSlip, input: In<typeof asks.Suspend>, at: Moment): Written {
  const later = { appointmentStart: null, appointmentEnd: null, appointmentWith: null }
  return {
    suspension: { reason: input.reason, expectedAt: input.expectedAt, note: input.note, since: at.now },
    ...(input.reason === 'awaitCustomer' ? later : {}),
  }
}

/** A free repair keeps what it cost and owes nothing. */
export function finish(slip: RepairSlip, input: In<typeof asks.Finish>, at: Moment): Written {
  const surcharge = slip.pricing === 'chargeable' ? outOfHoursLine(slip.arrivedAt, at) : []
  const labour = [
    ...priceLabour(
      input.labour.filter((line) => line.code !== 'R44'),
      at,
    ),
    ...surcharge,
  ]
  const materials = priceMaterials(input.materials)
  const labourFen = total(labour)
  const materialFen = total(materials)
  return {
    workDone: input.workDone,
    workMinutes: input.workMinutes,
    completedAt: at.now,
    labour,
    materials,
    labourFen,
    materialFen,
    outOfHours: surcharge.length > 0,
    totalFen: slip.pricing === 'free' ? 0 : labourFen + materialFen,
    controlledAt: slip.priority === 'P1' ? (slip.controlledAt ?? at.now) : slip.controlledAt,
  }
}

export function sign(_slip: RepairSlip, input: In<typeof asks.Sign>, at: Moment): Written {
  return {
    signatureMethod: input.signatureMethod,
    signatureFile: input.signatureFile ?? null,
    signedBy: input.signedBy,
    signedAt: at.now,
    satisfaction: input.satisfaction,
  }
}

/** On the engineer's phone the customer draws; the desk files a scan; the portal is the authorised person's own act; in common areas the shift lead may sign for the house. */
export function signatureFits(slip: RepairSlip, at: Moment): boolean {
  const method = slip.signatureMethod
  if (at.role === 'TADM') return method === 'platform' || method === 'pad'
  if (at.role === 'ENG' || at.role === 'ENGM') return method === 'pad'
  if (at.role === 'CSS' && slip.area === 'common') return true
  return method === 'scan'
}

export function handAfterSigning(slip: RepairSlip): HandOver[] {
  const customer: HandOver = { form: 'F-30', copy: 4, to: slip.signedBy ?? '' }
  return slip.pricing === 'free' || slip.totalFen === 0
    ? [customer, { form: 'F-30', copy: 3, to: 'costFile' }]
    : [customer]
}

export function reject(slip: RepairSlip, { reason }: In<typeof asks.Reject>): Written {
  return { reworks: slip.reworks + 1, reworkReason: reason }
}

/** After the customer has been left, a new time has to be agreed. */
export function reopen(slip: RepairSlip, input: In<typeof asks.Reject>): Written {
  return { ...reject(slip, input), appointmentStart: null, appointmentEnd: null, appointmentWith: null }
}

export function reworkedTooOften(slip: RepairSlip, _input: unknown, at: Moment) {
  return slip.reworks >= at.facts.parameter<number>('repair.reworks_before_pm')
    ? ({ cause: 'reworkedTooOften', role: 'PM', level: 2 } as const)
    : null
}

export function callBack(slip: RepairSlip, input: In<typeof CallBack>, at: Moment): Written {
  return { callBacks: [...slip.callBacks, answered(input, at)], conclusion: input.conclusion }
}

export function notReached(slip: RepairSlip, input: In<typeof NotReached>, at: Moment): Written {
  return { callBacks: [...slip.callBacks, unanswered(input, at)] }
}

export function callJoined(slip: RepairSlip, input: In<typeof CallJoined>, at: Moment): Written {
  return { joinedCalls: [...slip.joinedCalls, joinedCall(input, at)] }
}

/** The complaint that opens beside the slip: what the customer said, and which repair it is about. */
export function complaint(slip: RepairSlip, input: In<typeof asks.Complain>, at: Moment): Raised[] {
  const call = slip.callBacks.findLast((one) => one.spokeWith !== '')
  return [
    {
      process: 'complaint',
      input: {
        apologised: input.apologised,
        channel: input.complaintChannel,
        complainant: 'customer',
        complainantName: call?.spokeWith ?? slip.reporterName,
        company: input.company,
        complainantPhone: slip.reporterPhone,
        location: slip.location,
        occurredAt: slip.completedAt ?? slip.reportedAt,
        category: 'repairs',
        problem: `${input.complaint}\n${at.facts.header.number} ${slip.problem}`,
        direct: input.direct,
        written: input.written,
      },
    },
  ]
}

export function carry(_slip: RepairSlip, input: In<typeof asks.Carry>, at: Moment): Written {
  return {
    carried: {
      payer: input.payer,
      amountFen: input.amountFen,
      takenAt: at.now,
      takenBy: at.actor.name,
      takenById: at.actor.id,
      returnedAt: null,
      returnedTo: null,
    },
  }
}

export function returnReceipt(slip: RepairSlip, { returnedTo }: In<typeof asks.ReturnReceipt>, at: Moment): Written {
  return slip.carried === null ? {} : { carried: { ...slip.carried, returnedAt: at.now, returnedTo } }
}

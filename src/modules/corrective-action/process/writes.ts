import type { z } from 'zod'
import type { Reference } from '#kernel/process/define.ts'
import type { Moment } from '#kernel/process/moment.ts'
import { isSystemic, kindOf, parentOf, today } from '../rules.ts'
import type { CorrectiveSlip } from '../slip.ts'
import type * as asks from './asks.ts'

/* What opening and each action write on the report: pure, named after the action. */

type In<Schema extends z.ZodType> = z.infer<Schema>
type Written = Partial<CorrectiveSlip>

/** Parts two to four, empty: at the beginning, and again when the measures did not help. */
const noPlan = {
  causes: [],
  causeText: null,
  responsible: null,
  corrective: null,
  correctiveBy: null,
  preventive: null,
  preventiveBy: null,
  generalisation: null,
  submittedBy: null,
  submittedAt: null,
  objection: null,
  acceptedBy: null,
  acceptedAt: null,
  implementation: null,
  implementedBy: null,
  implementedAt: null,
  effect: null,
  verifyNote: null,
  verifiedBy: null,
  verifiedAt: null,
} satisfies Written

/** Raised out of another case, that case says what kind of trouble it was. */
export function newSlip(input: In<typeof asks.Begin>, at: Moment): CorrectiveSlip {
  const parent = parentOf(at)
  return {
    ...noPlan,
    source: input.source,
    sourceNumber: parent?.number ?? null,
    sourceText: input.sourceText ?? null,
    department: input.department,
    kind: input.kind ?? kindOf(parent),
    fact: input.fact,
    raisedBy: at.actor.name,
    round: 1,
    systemic: isSystemic({ systemic: false }, at),
    earlierRounds: [],
    exemption: null,
    closeReason: null,
    closedOn: null,
  }
}

export const pictures = (
  input: { readonly photos?: readonly string[] | undefined },
  purpose: string,
): readonly Reference[] => (input.photos ?? []).map((id) => ({ kind: 'file', id, purpose }))

export const submitPlan = (slip: CorrectiveSlip, input: In<typeof asks.Plan>, at: Moment): Written => ({
  ...input,
  generalisation: input.generalisation ?? null,
  submittedBy: at.actor.id,
  submittedAt: at.now,
  objection: null,
  systemic: isSystemic(slip, at),
})

/** The property manager hears of a system once. */
export const systemicToManager = (slip: CorrectiveSlip, _input: unknown, at: Moment) =>
  slip.systemic && !at.facts.escalations.some(({ cause }) => cause === 'systemic')
    ? ({ cause: 'systemic', role: 'PM', level: 2 } as const)
    : null

export const acceptPlan = (_slip: CorrectiveSlip, _input: undefined, at: Moment): Written => ({
  acceptedBy: at.actor.name,
  acceptedAt: at.now,
})

/** The department fills it in again; what it wrote stays before its eyes. */
export const rejectPlan = (_slip: CorrectiveSlip, { reason }: In<typeof asks.Reason>): Written => ({
  objection: reason,
  submittedBy: null,
  submittedAt: null,
})

export const implement = (_slip: CorrectiveSlip, input: In<typeof asks.Implement>, at: Moment): Written => ({
  implementation: input.evidence === undefined ? input.implementation : `${input.implementation}\n${input.evidence}`,
  implementedBy: at.actor.name,
  implementedAt: at.now,
})

/** Measures that did not help are kept as a round of their own, and the department begins again. */
export function verify(slip: CorrectiveSlip, input: In<typeof asks.Verify>, at: Moment): Written {
  const verified = { verifyNote: input.verifyNote, verifiedBy: at.actor.name, verifiedAt: at.now }
  if (input.effect === 'effective') return { effect: 'effective', ...verified }
  const day = today(at)
  const { round, causeText, corrective, correctiveBy, preventive, preventiveBy, implementation } = slip
  const kept = {
    round,
    causeText: causeText ?? '',
    corrective: corrective ?? '',
    correctiveBy: correctiveBy ?? day,
    preventive: preventive ?? '',
    preventiveBy: preventiveBy ?? day,
    implementation: implementation ?? '',
    ...verified,
  }
  return { ...noPlan, round: round + 1, earlierRounds: [...slip.earlierRounds, kept] }
}

export const exempt = (_slip: CorrectiveSlip, { exemption, reason }: In<typeof asks.Exempt>): Written => ({
  exemption,
  closeReason: reason,
})

export const close = (_slip: CorrectiveSlip, _input: undefined, at: Moment): Written => ({ closedOn: today(at) })

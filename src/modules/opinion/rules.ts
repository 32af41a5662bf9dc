import type { z } from 'zod'
import type { IsoInstant } from '#lib/time.ts'
import { addWorkingDays } from '#lib/working-calendar.ts'
import { type Due, step, type Step } from '#kernel/process/define.ts'
import type { Moment } from '#kernel/process/moment.ts'
import { headOf, type StaffRole } from '#kernel/process/roles.ts'
import { type Collect, type OpinionSlip, targets } from './slip.ts'

/* The judgements of domain §2.21 and §2.26 on opinions as pure functions. */

export const heads = [...new Set(targets.map(headOf))]

const workingDays = (key: string, from: IsoInstant, at: Moment): Due => ({
  kind: 'WD',
  at: addWorkingDays(at.facts.calendar, from, at.facts.parameter<number>(key)),
})

/** 答复 ≤3 WD, from the day the opinion was collected, or the customer said that the last answer would not do. */
export const answerDue = (slip: OpinionSlip, at: Moment): Due => workingDays('opinion.answer_wd', slip.roundSince, at)
export const feedbackDue = (started: IsoInstant, at: Moment): Due => workingDays('opinion.feedback_wd', started, at)
export const confirmDue = (started: IsoInstant, at: Moment): Due => workingDays('opinion.confirm_wd', started, at)

/** The head of the department it lies with, once there is one; and the manager of customer service. */
export const lateAnswer: readonly Step<OpinionSlip>[] = [
  ...targets
    .map((department) => ({ department, role: headOf(department) }))
    .filter(({ role }) => role !== 'CSM')
    .map(({ department, role }) => step<OpinionSlip>(role, 1, 0, (slip) => slip.department === department)),
  step('CSM', 1),
]

/** Its head answers for a department; the project manager may in his stead. */
export function mayAnswer(slip: OpinionSlip, at: Moment): boolean {
  const who: readonly StaffRole[] = slip.department === null ? [] : [headOf(slip.department), 'PM']
  return who.some((role) => at.actor.roles.includes(role))
}

const filled = (text: string): string | null => (text === '' ? null : text)

export function newSlip(input: z.infer<typeof Collect>, at: Moment): OpinionSlip {
  const tenant = at.actor.kind === 'customer'
  const anonymous = !tenant && input.anonymous
  return {
    collectedAt: at.now,
    collectedBy: at.actor.name,
    source: tenant ? 'portal' : input.source,
    anonymous,
    reporterName: anonymous ? null : filled(input.reporterName),
    reporterPhone: anonymous ? null : (input.reporterPhone ?? null),
    kind: input.kind,
    content: input.content,
    topic: null,
    department: null,
    responsible: null,
    classifiedBy: null,
    roundSince: at.now,
    answerBy: null,
    sentAt: null,
    returnReason: null,
    proposal: null,
    answer: null,
    measures: null,
    answeredBy: null,
    answeredById: null,
    answeredAt: null,
    revisionReason: null,
    informedHow: null,
    informedWho: null,
    informedAt: null,
    informedBy: null,
    verdict: null,
    satisfaction: null,
    verdictNote: null,
    verdictBy: null,
    verdictAt: null,
    round: 1,
    rounds: [],
    closeNote: null,
  }
}

/** What the customer was told and would not have, kept; the next round begins with an empty answer. */
export function nextRound(slip: OpinionSlip, reason: string, at: Moment): Partial<OpinionSlip> {
  return {
    rounds: [
      ...slip.rounds,
      {
        answer: slip.answer ?? '',
        answeredBy: slip.answeredBy ?? '',
        answeredAt: slip.answeredAt ?? at.now,
        verdictNote: reason,
        verdictBy: at.actor.name,
        verdictAt: at.now,
      },
    ],
    round: slip.round + 1,
    roundSince: at.now,
    answerBy: addWorkingDays(at.facts.calendar, at.now, at.facts.parameter<number>('opinion.answer_wd')),
    verdict: 'notContent',
    verdictNote: reason,
    verdictBy: at.actor.name,
    verdictAt: at.now,
    proposal: null,
    answer: null,
    measures: null,
    answeredBy: null,
    answeredById: null,
    answeredAt: null,
    revisionReason: null,
    informedHow: null,
    informedWho: null,
    informedAt: null,
    informedBy: null,
  }
}

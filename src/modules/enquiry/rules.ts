import type { z } from 'zod'
import type { IsoInstant } from '#lib/time.ts'
import { addServiceMinutes } from '#lib/working-calendar.ts'
import type { Due, Reference } from '#kernel/process/define.ts'
import type { Moment } from '#kernel/process/moment.ts'
import { departmentsOf } from '#kernel/process/roles.ts'
import type { Ask, EnquirySlip } from './slip.ts'

/* The judgements of domain §2.15 on enquiries as pure functions. */

export const desk = ['REC', 'OPR', 'CSA', 'CSS', 'CSM', 'MAIL', 'BCC', 'MTG', 'SEC'] as const
const isDesk = (role: string) => (desk as readonly string[]).includes(role)

/** An enquiry is answered, or a time is promised, within the service minutes of the parameter. */
export function answerBy(slip: EnquirySlip, started: IsoInstant, at: Moment): Due | null {
  if (slip.replyBy !== null) return null
  const minutes = at.facts.parameter<number>('enquiry.answer_minutes')
  return { kind: 'SERVICE', at: addServiceMinutes(at.facts.calendar, started, minutes) }
}

/** 稍后回复: the promised time is a promise of its own. */
export const replyBy = (slip: EnquirySlip): Due | null =>
  slip.replyBy === null ? null : { kind: 'WALL', at: slip.replyBy }

/** At the desk, of the department it was transferred to, or named to follow it up. */
export function mayAnswer(slip: EnquirySlip, at: Moment): boolean {
  const named = at.actor.id !== null && at.actor.id === slip.follower
  if (named || slip.department === null) return named || isDesk(at.role)
  return departmentsOf(at.actor.roles).includes(slip.department)
}

export const mayReturn = (slip: EnquirySlip, at: Moment): boolean => mayAnswer(slip, at) || isDesk(at.role)

/** Whoever returns it goes on seeing it: by his department or his desk, or else because it stays his. */
export const keptBy = (slip: EnquirySlip, at: Moment): readonly string[] | null => {
  const sees = departmentsOf(at.actor.roles).some((one) => one === slip.returnedFrom || one === 'customerService')
  return sees || at.actor.id === null ? null : [at.actor.id]
}

const filled = (text: string): string | null => (text === '' ? null : text)

/** What the desk can answer while the enquirer is there is registered with its answer, and is dealt with. */
export function newSlip(input: z.infer<typeof Ask>, at: Moment): EnquirySlip {
  const tenant = at.actor.kind === 'customer'
  const channel = tenant ? 'portal' : input.channel
  const answered =
    tenant || input.answer === undefined ? unanswered : { ...unanswered, ...onTheSpot(input.answer, channel, at) }
  return {
    askedAt: at.now,
    takenBy: at.actor.name,
    channel,
    enquirer: filled(input.enquirer) ?? (tenant ? at.actor.name : null),
    enquirerCompany: filled(input.enquirerCompany),
    enquirerPhone: input.enquirerPhone ?? null,
    question: input.question,
    furtherQuestion: null,
    department: null,
    follower: null,
    replyBy: null,
    transfers: 0,
    returns: 0,
    returnedFrom: null,
    returnCause: null,
    returnNote: null,
    closeNote: null,
    ...answered,
  }
}

const unanswered = {
  answerKind: null,
  answer: null,
  answeredAt: null,
  answeredBy: null,
  informedHow: null,
  informedAt: null,
} satisfies Partial<EnquirySlip>

export const onTheSpot = (answer: string, channel: EnquirySlip['channel'], at: Moment) =>
  ({
    answerKind: 'onTheSpot',
    answer,
    answeredAt: at.now,
    answeredBy: at.actor.name,
    informedHow: channel,
    informedAt: at.now,
  }) as const

export const followerOf = ({ follower }: { readonly follower?: string | undefined }): readonly Reference[] =>
  follower === undefined ? [] : [{ kind: 'staff', id: follower }]

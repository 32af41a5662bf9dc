import type { z } from 'zod'
import { nothingJoined } from '#kernel/process/joined.ts'
import type { Moment } from '#kernel/process/moment.ts'
import { alikeOf, majorReasonsOf, proposedGrade, repeatsOf } from '../rules.ts'
import type { ComplaintSlip } from '../slip.ts'
import type { Report } from './asks.ts'

const blank = {
  gradings: [],
  contacts: [],
  firstContactAt: null,
  round: 1,
  roundReason: null,
  departments: [],
  dispatches: [],
  presences: [],
  deferrals: [],
  cannotSolve: null,
  resolution: null,
  solvedAt: null,
  sentBackBecause: null,
  answer: null,
  addressee: null,
  matter: null,
  investigation: null,
  treatment: null,
  outcome: null,
  apology: null,
  followUp: null,
  letter: null,
  lettersNumbered: 0,
  holding: null,
  replies: [],
  callBacks: [],
  answers: [],
  conclusion: null,
  visits: [],
  ...nothingJoined,
  satisfiedAt: null,
  closeReason: null,
} satisfies Partial<ComplaintSlip>

/**
 * The record as it is written on the first call. Where it came from is the house's to say when somebody writes himself,
 * and so is the press; nobody has apologised to him yet. The grade follows from the rule. An assistant who takes the call
 * follows it himself.
 */
export function newSlip(input: z.infer<typeof Report>, at: Moment): ComplaintSlip {
  const { kind } = at.actor
  const inside = kind === 'staff' || kind === 'clock'
  const source = kind === 'guest' ? 'qr' : kind === 'customer' ? 'portal' : (input.source ?? null)
  const channel = inside ? input.channel : 'indirect'
  const written = channel === 'letter' || input.written
  const told = { injury: input.injury, media: inside && input.media, source: channel === 'indirect' ? source : null }
  const majorBecause = majorReasonsOf(told, at)
  const repeatOf = repeatsOf(at)
  const self = at.role === 'CSA'
  return {
    ...blank,
    ...told,
    channel,
    acceptedAt: at.now,
    acceptedBy: at.actor.name,
    orderDeadline: told.source === 'hotline12345' ? (input.orderDeadline ?? null) : null,
    complainant: input.complainant,
    complainantName: input.complainantName,
    company: input.company,
    complainantPhone: input.complainantPhone,
    location: input.location,
    occurredAt: input.occurredAt,
    problem: input.problem,
    category: input.category,
    direct: input.direct,
    written,
    apologised: inside && input.apologised,
    grade: proposedGrade(majorBecause, written, repeatOf),
    majorBecause,
    repeatOf,
    alike: alikeOf(at).numbers,
    assistant: self ? at.actor.id : null,
    assignedAt: self ? at.now : null,
    roundStartedAt: at.now,
  }
}

import { z } from 'zod'
import { CallBackKept, conclusions } from '#kernel/process/call-back.ts'
import { choice, instant } from '#kernel/process/fields.ts'
import { joinedHidden, joinedKept } from '#kernel/process/joined.ts'

/* 《投诉记录表》 F-40 and the letter F-43: what is kept of a complaint (domain §2.5). */

export const channels = ['phone', 'faceToFace', 'letter', 'indirect'] as const
/** Where an indirect complaint came from. */
export const sources = ['opinionBox', 'visit', 'patrol', 'thirdParty', 'hotline12345', 'portal', 'qr'] as const
export const categories = [
  'repairs',
  'temperature',
  'lift',
  'cleaning',
  'greenery',
  'security',
  'parking',
  'fire',
  'charges',
  'fitOut',
  'mail',
  'meeting',
  'businessCentre',
  'canteen',
  'attitude',
  'other',
] as const
export const grades = ['general', 'serious', 'major'] as const
/** Why a complaint is major whatever anybody thinks of it (domain §2.5.1). */
export const majorReasons = ['manyCustomers', 'injury', 'media', 'hotline12345', 'repeated'] as const
/** Departments a service slip may go to: those with work of their own in the house. */
export const responsible = [
  'engineering',
  'security',
  'cleaning',
  'customerService',
  'finance',
  'leasing',
  'hr',
] as const
export const deliveries = ['byHand', 'byMail', 'byEmail', 'portal'] as const
export const contactWays = ['phone', 'visit', 'message'] as const

const GradingKept = z.object({
  grade: choice(grades),
  reason: z.string(),
  at: instant(),
  by: z.string(),
  byManager: z.boolean(),
})
const ContactKept = z.object({
  how: choice(contactWays),
  spokeWith: z.string(),
  said: z.string(),
  expectedAt: instant().nullable(),
  at: instant(),
  by: z.string(),
})
const DispatchKept = z.object({
  department: choice(responsible),
  content: z.string(),
  requiredBy: instant(),
  customerWish: z.string(),
  round: z.int().min(1),
  at: instant(),
  by: z.string(),
})
const PresenceKept = z.object({
  together: z.boolean(),
  withWhom: z.string(),
  reason: z.string(),
  found: z.string(),
  round: z.int().min(1),
  at: instant(),
  by: z.string(),
})
const DeferralKept = z.object({
  reason: z.string(),
  informedAt: instant(),
  informedWho: z.string(),
  understanding: choice(['agreed', 'notAgreed']),
  promisedAt: instant(),
  round: z.int().min(1),
  at: instant(),
  by: z.string(),
})
const ResolutionKept = z.object({
  department: choice(responsible),
  result: z.string(),
  notOnSite: z.string(),
  at: instant(),
  by: z.string(),
})
const LetterKept = z.object({
  draftedAt: instant(),
  draftedBy: z.string(),
  draftedById: z.string().nullable(),
  returnedBecause: z.string().nullable(),
  /** taken when it is approved and sealed (用印) */
  number: z.string().nullable(),
  approvedAt: instant().nullable(),
  approvedBy: z.string().nullable(),
})
const ReplyKept = z.object({
  addressee: z.string(),
  matter: z.string(),
  investigation: z.string(),
  treatment: z.string(),
  outcome: z.string(),
  apology: z.string(),
  followUp: z.string(),
  number: z.string(),
  round: z.int().min(1),
  delivery: choice(deliveries),
  deliveredAt: instant(),
  signedBy: z.string(),
  approvedAt: instant().nullable(),
  approvedBy: z.string().nullable(),
})
const HoldingKept = z.object({ words: z.string(), delivery: choice(deliveries), at: instant(), by: z.string() })
const VisitKept = z.object({
  visitedAt: instant(),
  spokeWith: z.string(),
  said: z.string(),
  round: z.int().min(1),
  role: choice(['CSM', 'PM']),
  at: instant(),
  by: z.string(),
})
const AnswerKept = z.object({
  satisfied: z.boolean(),
  words: z.string(),
  round: z.int().min(1),
  at: instant(),
  by: z.string(),
})
const CannotKept = z.object({ reason: z.string(), at: instant(), by: z.string() })

export type DispatchKept = z.infer<typeof DispatchKept>
export type DeferralKept = z.infer<typeof DeferralKept>
export type LetterKept = z.infer<typeof LetterKept>
export type ReplyKept = z.infer<typeof ReplyKept>

export const ComplaintSlip = z.object({
  acceptedAt: instant(),
  acceptedBy: z.string().max(60),
  channel: choice(channels),
  source: choice(sources).nullable(),
  orderDeadline: instant().nullable(),
  complainant: choice(['customer', 'visitor']),
  complainantName: z.string().min(1).max(60),
  company: z.string().max(200),
  complainantPhone: z.string().min(1).max(40),
  location: z.string().min(1).max(200),
  occurredAt: instant(),
  problem: z.string().min(1).max(2000),
  category: choice(categories),
  direct: z.boolean(),
  written: z.boolean(),
  injury: z.boolean(),
  media: z.boolean(),
  apologised: z.boolean(),
  grade: choice(grades),
  majorBecause: z.array(choice(majorReasons)).max(5),
  /** numbers of this customer's own complaints about the same in the last days */
  repeatOf: z.array(z.string()).max(200),
  /** numbers of other customers' complaints about the same thing in the same building */
  alike: z.array(z.string()).max(200),
  gradings: z.array(GradingKept).max(50),
  assistant: z.uuid().nullable(),
  assignedAt: instant().nullable(),
  contacts: z.array(ContactKept).max(100),
  firstContactAt: instant().nullable(),
  round: z.int().min(1).max(99),
  roundStartedAt: instant(),
  roundReason: z.string().max(1000).nullable(),
  departments: z.array(choice(responsible)).max(responsible.length),
  dispatches: z.array(DispatchKept).max(200),
  presences: z.array(PresenceKept).max(100),
  deferrals: z.array(DeferralKept).max(100),
  cannotSolve: CannotKept.nullable(),
  resolution: ResolutionKept.nullable(),
  /** the department's first report that it is solved: what the two hours are measured by */
  solvedAt: instant().nullable(),
  sentBackBecause: z.string().max(1000).nullable(),
  /** what the customer is told of how it was solved */
  answer: z.string().max(2000).nullable(),
  // the letter while it is written (F-43)
  addressee: z.string().max(120).nullable(),
  matter: z.string().max(500).nullable(),
  investigation: z.string().max(2000).nullable(),
  treatment: z.string().max(2000).nullable(),
  outcome: z.string().max(2000).nullable(),
  apology: z.string().max(500).nullable(),
  followUp: z.string().max(1000).nullable(),
  letter: LetterKept.nullable(),
  lettersNumbered: z.int().min(0).max(999),
  holding: HoldingKept.nullable(),
  replies: z.array(ReplyKept).max(99),
  callBacks: z.array(CallBackKept).max(200),
  answers: z.array(AnswerKept).max(99),
  conclusion: choice(conclusions).nullable(),
  visits: z.array(VisitKept).max(99),
  ...joinedKept,
  satisfiedAt: instant().nullable(),
  closeReason: z.string().max(1000).nullable(),
})
export type ComplaintSlip = z.infer<typeof ComplaintSlip>

/** What no customer is shown: the house's own judgement, its notes, letters not sent yet, and other people's complaints. */
export const hidden = [
  'grade',
  'majorBecause',
  'repeatOf',
  'alike',
  'gradings',
  'roundReason',
  'contacts',
  'dispatches',
  'presences',
  'cannotSolve',
  'resolution',
  'sentBackBecause',
  'addressee',
  'matter',
  'investigation',
  'treatment',
  'outcome',
  'apology',
  'followUp',
  'letter',
  'lettersNumbered',
  'callBacks',
  'visits',
  'closeReason',
  ...joinedHidden,
] as const satisfies readonly (keyof ComplaintSlip)[]

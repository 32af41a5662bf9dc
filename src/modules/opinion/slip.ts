import { z } from 'zod'
import { choice, flag, instant, longText, outgoing, phone, score, staffMember, text } from '#kernel/process/fields.ts'

/* 《意见/建议单》 F-201: 件件有着落 (domain §2.21, §2.26, §2.29). The blanks of the slip, and what each step asks. */

export const sources = ['visit', 'phone', 'counter', 'email', 'portal', 'box', 'survey', 'other'] as const
export const kinds = ['opinion', 'suggestion', 'praise'] as const
const topics = [
  'reception',
  'switchboard',
  'mail',
  'meetingRooms',
  'businessCentre',
  'repairs',
  'airCon',
  'lifts',
  'cleaning',
  'greening',
  'security',
  'parking',
  'fitOut',
  'charges',
  'canteen',
  'notices',
  'emergencies',
  'other',
] as const
/** Everybody but the system administrators, who have no business data. */
export const targets = [
  'customerService',
  'engineering',
  'security',
  'cleaning',
  'finance',
  'leasing',
  'project',
  'company',
  'hr',
] as const
export const informedBy = ['phone', 'visit', 'email', 'portal', 'notice'] as const
export const verdicts = ['content', 'notContent', 'notReached'] as const

/** A round that left the customer discontent: what he was told, and what he said to it. */
const RoundKept = z.object({
  answer: z.string(),
  answeredBy: z.string(),
  answeredAt: instant(),
  verdictNote: z.string(),
  verdictBy: z.string(),
  verdictAt: instant(),
})

export const OpinionSlip = z.object({
  collectedAt: instant(),
  collectedBy: z.string().max(60),
  source: choice(sources),
  anonymous: z.boolean(),
  reporterName: z.string().max(60).nullable(),
  reporterPhone: z.string().max(40).nullable(),
  kind: choice(kinds),
  content: z.string().min(1).max(2000),
  topic: choice(topics).nullable(),
  department: choice(targets).nullable(),
  responsible: z.uuid().nullable(),
  classifiedBy: z.string().max(60).nullable(),
  roundSince: instant(),
  answerBy: instant().nullable(),
  sentAt: instant().nullable(),
  returnReason: z.string().max(500).nullable(),
  /** the department's answer, before the customer is told */
  proposal: z.string().max(2000).nullable(),
  answer: z.string().max(2000).nullable(),
  measures: z.string().max(1000).nullable(),
  answeredBy: z.string().max(60).nullable(),
  answeredById: z.uuid().nullable(),
  answeredAt: instant().nullable(),
  revisionReason: z.string().max(500).nullable(),
  informedHow: choice(informedBy).nullable(),
  informedWho: z.string().max(60).nullable(),
  informedAt: instant().nullable(),
  informedBy: z.string().max(60).nullable(),
  verdict: choice(verdicts).nullable(),
  satisfaction: score().nullable(),
  verdictNote: z.string().max(1000).nullable(),
  verdictBy: z.string().max(60).nullable(),
  verdictAt: instant().nullable(),
  round: z.int().min(1).max(99),
  rounds: z.array(RoundKept).max(98),
  closeNote: z.string().max(500).nullable(),
})
export type OpinionSlip = z.infer<typeof OpinionSlip>

export const Collect = z
  .object({
    source: choice(sources),
    kind: choice(kinds),
    content: longText(2000),
    anonymous: flag().default(false),
    reporterName: text(60, 0).default(''),
    reporterPhone: phone().optional(),
  })
  .strict()
  .refine((input) => input.anonymous || input.reporterName !== '', { path: ['reporterName'], message: 'required' })
export const Classify = z.object({ kind: choice(kinds), topic: choice(topics), department: choice(targets) }).strict()
export const Send = z.object({ responsible: staffMember().optional() }).strict()
export const Thank = z.object({ answer: outgoing(), informedHow: choice(informedBy) }).strict()
export const Return = z.object({ returnReason: longText(500) }).strict()
export const Answer = z.object({ answer: outgoing(), measures: longText(1000, 0).default('') }).strict()
export const Revise = z.object({ revisionReason: longText(500) }).strict()
export const FeedBack = z.object({ informedHow: choice(informedBy), informedWho: text(60, 0).default('') }).strict()
export const Content = z.object({ satisfaction: score().optional(), verdictNote: text(500, 0).default('') }).strict()
export const NotContent = z.object({ verdictNote: longText(1000) }).strict()
export const NotReached = z.object({ closeNote: longText(500) }).strict()

import { z } from 'zod'
import { choice, flag, instant, longText, moment, outgoing, phone, staffMember, text } from '#kernel/process/fields.ts'

/* 《问询登记》 F-141: 要登记、要跟进、要处理 (domain §2.15). The blanks of a line of the register, and what each step asks. */

export const channels = ['phone', 'counter', 'email', 'portal'] as const
/** 当场答复、转部门、稍后回复 */
export const answerKinds = ['onTheSpot', 'transferred', 'later'] as const
/** Everybody but the system administrators, who have no business data. */
const targets = [
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
const returnCauses = ['wrongDepartment', 'noAnswer', 'other'] as const
export const informedBy = ['phone', 'counter', 'email', 'portal'] as const

export const EnquirySlip = z.object({
  askedAt: instant(),
  takenBy: z.string().max(60),
  channel: choice(channels),
  enquirer: z.string().max(60).nullable(),
  enquirerCompany: z.string().max(120).nullable(),
  enquirerPhone: z.string().max(40).nullable(),
  question: z.string().min(1).max(1000),
  furtherQuestion: z.string().max(1000).nullable(),
  answerKind: choice(answerKinds).nullable(),
  department: choice(targets).nullable(),
  follower: z.uuid().nullable(),
  replyBy: instant().nullable(),
  transfers: z.int().min(0).max(99),
  returns: z.int().min(0).max(99),
  /** the department that returned it last: it still sees what became of it */
  returnedFrom: choice(targets).nullable(),
  returnCause: choice(returnCauses).nullable(),
  returnNote: z.string().max(500).nullable(),
  answer: z.string().max(2000).nullable(),
  answeredAt: instant().nullable(),
  answeredBy: z.string().max(60).nullable(),
  informedHow: choice(informedBy).nullable(),
  informedAt: instant().nullable(),
  closeNote: z.string().max(500).nullable(),
})
export type EnquirySlip = z.infer<typeof EnquirySlip>

export const Ask = z
  .object({
    channel: choice(channels),
    enquirer: text(60, 0).default(''),
    enquirerCompany: text(120, 0).default(''),
    enquirerPhone: phone().optional(),
    question: longText(1000),
    answer: outgoing().optional(),
  })
  .strict()
export const AnswerAtOnce = z.object({ answer: outgoing() }).strict()
export const Transfer = z.object({ department: choice(targets), follower: staffMember().optional() }).strict()
export const PromiseReply = z.object({ follower: staffMember().optional(), replyBy: moment() }).strict()
export const ReturnToDesk = z
  .object({ returnCause: choice(returnCauses), returnNote: text(500, 0).default('') })
  .strict()
  .refine((input) => input.returnCause !== 'other' || input.returnNote !== '', {
    path: ['returnNote'],
    message: 'required',
  })
export const Reply = z.object({ answer: outgoing(), alreadyTold: flag().default(false) }).strict()
export const Inform = z.object({ informedHow: choice(informedBy), closeNote: text(500, 0).default('') }).strict()
export const AskAgain = z.object({ furtherQuestion: longText(1000) }).strict()
export const GiveUp = z.object({ closeNote: longText(500) }).strict()

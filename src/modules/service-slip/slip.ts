import { z } from 'zod'
import { choice, instant } from '#kernel/process/fields.ts'

/* 《服务单》 F-41: what one department is asked to do, by whom, until when, and what came of it (domain §2.5.4). */

export const departments = [
  'engineering',
  'security',
  'cleaning',
  'customerService',
  'finance',
  'leasing',
  'hr',
] as const

/** A date the slip had before, and why it moved. */
const EarlierDate = z.object({ requiredBy: instant(), reason: z.string(), by: z.string(), at: instant() })
/** Work that was given back, and why. */
const EarlierResult = z.object({
  result: z.string(),
  completedAt: instant(),
  responsible: z.string(),
  reason: z.string(),
  by: z.string(),
  at: instant(),
})
const Suggestion = z.object({
  requiredBy: instant(),
  reason: z.string(),
  ownWorkFirst: z.boolean(),
  by: z.string(),
  at: instant(),
})

export const ServiceSlip = z.object({
  sourceNumber: z.string().max(40).nullable(),
  sourceText: z.string().max(200).nullable(),
  round: z.int().min(1).max(99),
  urgent: z.boolean(),
  department: choice(departments),
  content: z.string().min(1).max(2000),
  requiredBy: instant(),
  earlierDates: z.array(EarlierDate).max(40),
  customerWish: z.string().max(500).nullable(),
  dispatchedBy: z.string().min(1).max(60),
  receivedBy: z.string().max(60).nullable(),
  acceptedAt: instant().nullable(),
  workers: z.array(z.uuid()).max(7),
  suggestion: Suggestion.nullable(),
  insistReason: z.string().max(500).nullable(),
  result: z.string().max(2000).nullable(),
  completedAt: instant().nullable(),
  responsible: z.string().max(60).nullable(),
  verifiedBy: z.string().max(60).nullable(),
  verifiedAt: instant().nullable(),
  verifyNote: z.string().max(500).nullable(),
  redos: z.int().min(0).max(99),
  returnReason: z.string().max(500).nullable(),
  earlierResults: z.array(EarlierResult).max(99),
  closeReason: z.string().max(500).nullable(),
})
export type ServiceSlip = z.infer<typeof ServiceSlip>

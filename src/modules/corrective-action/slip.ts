import { z } from 'zod'
import { choice, choices, instant } from '#kernel/process/fields.ts'

/* 《纠正/预防措施报告》 F-42: the fact, its cause, what is done about it, and whether that helped (domain §2.5.4). */

export const departments = [
  'engineering',
  'security',
  'cleaning',
  'customerService',
  'finance',
  'leasing',
  'hr',
] as const
export const sources = ['complaint', 'inspection', 'patrol', 'survey', 'audit', 'emergency', 'other'] as const
/** The kind of trouble: those of a complaint (domain §2.5.1). Two of a kind in one department are a system, not an accident. */
export const kinds = [
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
/** 人、机、料、法、环 */
export const causes = ['people', 'machine', 'material', 'method', 'environment'] as const
export const effects = ['effective', 'ineffective'] as const
export const exemptions = ['invalidComplaint', 'openedInError'] as const

const isoDay = () => z.iso.date()

/** A plan that was carried out and did not help. */
const EarlierRound = z.object({
  round: z.int(),
  causeText: z.string(),
  corrective: z.string(),
  correctiveBy: isoDay(),
  preventive: z.string(),
  preventiveBy: isoDay(),
  implementation: z.string(),
  verifyNote: z.string(),
  verifiedBy: z.string(),
  verifiedAt: instant(),
})

export const CorrectiveSlip = z.object({
  source: choice(sources),
  sourceNumber: z.string().max(40).nullable(),
  sourceText: z.string().max(200).nullable(),
  department: choice(departments),
  kind: choice(kinds).nullable(),
  fact: z.string().min(1).max(2000),
  raisedBy: z.string().min(1).max(60),
  round: z.int().min(1).max(99),
  systemic: z.boolean(),
  causes: choices(causes),
  causeText: z.string().max(2000).nullable(),
  responsible: z.string().max(60).nullable(),
  corrective: z.string().max(2000).nullable(),
  correctiveBy: isoDay().nullable(),
  preventive: z.string().max(2000).nullable(),
  preventiveBy: isoDay().nullable(),
  generalisation: z.string().max(500).nullable(),
  submittedBy: z.uuid().nullable(),
  submittedAt: instant().nullable(),
  objection: z.string().max(500).nullable(),
  acceptedBy: z.string().max(60).nullable(),
  acceptedAt: instant().nullable(),
  implementation: z.string().max(2000).nullable(),
  implementedBy: z.string().max(60).nullable(),
  implementedAt: instant().nullable(),
  effect: choice(effects).nullable(),
  verifyNote: z.string().max(500).nullable(),
  verifiedBy: z.string().max(60).nullable(),
  verifiedAt: instant().nullable(),
  earlierRounds: z.array(EarlierRound).max(99),
  exemption: choice(exemptions).nullable(),
  closeReason: z.string().max(500).nullable(),
  closedOn: isoDay().nullable(),
})
export type CorrectiveSlip = z.infer<typeof CorrectiveSlip>

import { z } from 'zod'
import { CallBackKept, conclusions, opinions } from '#kernel/process/call-back.ts'
import { choice, instant, score } from '#kernel/process/fields.ts'
import { joinedKept } from '#kernel/process/joined.ts'

/* 《工程维修单》 F-30: the fields on the four-copy slip (domain §2.4). Money in fen. */

export const categories = [
  'power',
  'network',
  'airCon',
  'plumbing',
  'doors',
  'finishes',
  'fire',
  'lift',
  'furniture',
  'cleaning',
  'other',
] as const
export const priorities = ['P1', 'P2', 'P3', 'P4'] as const
export const channels = ['phone', 'counter', 'portal', 'qr', 'patrol', 'inspection', 'other'] as const
export const suspensions = ['awaitCustomer', 'awaitMaterial', 'awaitThirdParty', 'customerAgreed'] as const

const PricedLine = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  quantity: z.string(),
  unitFen: z.int(),
  amountFen: z.int(),
})
const MaterialLine = z.object({
  name: z.string(),
  spec: z.string(),
  unit: z.string(),
  quantity: z.string(),
  unitFen: z.int(),
  amountFen: z.int(),
})
export type PricedLine = z.infer<typeof PricedLine>
export type MaterialLine = z.infer<typeof MaterialLine>

const QuoteKept = z.object({
  lines: z.array(PricedLine),
  materialFen: z.int(),
  totalFen: z.int(),
  note: z.string(),
  at: instant(),
  by: z.string(),
})
const ConsentKept = z.object({
  how: choice(['phone', 'signature', 'platform']),
  by: z.string(),
  contactId: z.string().nullable(),
  at: instant(),
  totalFen: z.int(),
  recordedBy: z.string(),
})
const KeyEntryKept = z.object({
  permission: choice(['written', 'recorded']),
  permittedBy: z.string(),
  second: z.string(),
  keysFrom: z.string(),
  at: instant(),
})
const SuspensionKept = z.object({
  reason: choice(suspensions),
  expectedAt: instant(),
  note: z.string(),
  since: instant(),
})
const CarriedKept = z.object({
  payer: z.string(),
  amountFen: z.int(),
  takenAt: instant(),
  takenBy: z.string(),
  takenById: z.string().nullable(),
  returnedAt: instant().nullable(),
  returnedTo: z.string().nullable(),
})
const RatingKept = z.object({
  timeliness: score(),
  attitude: score(),
  quality: score(),
  fee: score(),
  opinion: z.string(),
  at: instant(),
  by: z.string(),
})
export type QuoteKept = z.infer<typeof QuoteKept>

export const RepairSlip = z.object({
  reportedAt: instant(),
  channel: choice(channels),
  reporterName: z.string().min(1).max(60),
  reporterPhone: z.string().min(1).max(40),
  area: choice(['customer', 'common']),
  location: z.string().min(1).max(200),
  problem: z.string().min(1).max(2000),
  category: choice(categories),
  priority: choice(priorities),
  pricing: choice(['free', 'chargeable']),
  freeReason: choice(['commonPart', 'warranty', 'ours', 'planned']).nullable(),
  quote: QuoteKept.nullable(),
  consent: ConsentKept.nullable(),
  appointmentStart: instant().nullable(),
  appointmentEnd: instant().nullable(),
  appointmentWith: z.string().max(60).nullable(),
  accompaniedBy: z.uuid().nullable(),
  sentAt: instant().nullable(),
  sentBy: z.string().max(60).nullable(),
  calledThrough: z.boolean(),
  paperFollowedAt: instant().nullable(),
  receivedAt: instant().nullable(),
  receivedBy: z.string().max(60).nullable(),
  acceptedAt: instant().nullable(),
  workers: z.array(z.uuid()).max(6),
  tools: z.array(z.string()).max(20),
  arrivedAt: instant().nullable(),
  keyEntry: KeyEntryKept.nullable(),
  customerMaterial: z.boolean(),
  materialVerdict: choice(['fit', 'unfit']).nullable(),
  materialNote: z.string().max(500).nullable(),
  materialVerifiedBy: z.string().max(60).nullable(),
  unfitDecision: choice(['useHouse', 'atOwnRisk']).nullable(),
  controlledAt: instant().nullable(),
  suspension: SuspensionKept.nullable(),
  labour: z.array(PricedLine).max(20),
  materials: z.array(MaterialLine).max(40),
  outOfHours: z.boolean(),
  labourFen: z.int().min(0),
  materialFen: z.int().min(0),
  totalFen: z.int().min(0),
  workDone: z.string().max(2000).nullable(),
  workMinutes: z.int().min(0).max(100_000).nullable(),
  completedAt: instant().nullable(),
  satisfaction: choice(opinions).nullable(),
  signedBy: z.string().max(60).nullable(),
  signedAt: instant().nullable(),
  signatureMethod: choice(['pad', 'scan', 'platform']).nullable(),
  signatureFile: z.uuid().nullable(),
  reworks: z.int().min(0).max(99),
  reworkReason: z.string().max(500).nullable(),
  callBacks: z.array(CallBackKept).max(20),
  conclusion: choice(conclusions).nullable(),
  payment: choice(['now', 'account']).nullable(),
  carried: CarriedKept.nullable(),
  rating: RatingKept.nullable(),
  priceObjection: z.string().max(500).nullable(),
  ...joinedKept,
  receiptNumber: z.string().max(40).nullable(),
  closeReason: z.string().max(500).nullable(),
  archivedBy: z.string().max(60).nullable(),
})
export type RepairSlip = z.infer<typeof RepairSlip>

import { z } from 'zod'
import {
  choice,
  contact,
  count,
  flag,
  longText,
  moment,
  money,
  phone,
  photos,
  quantity,
  score,
  signature,
  staffMember,
  staffMembers,
  text,
  texts,
} from '#kernel/process/fields.ts'
import { categories, priorities, suspensions } from '../slip.ts'

/* What opening a slip and each action ask: the blanks of F-30, F-32 and F-33 in the order they are filled (domain §2.4). */

const methods = ['transfer', 'cheque', 'cash', 'card', 'code', 'collection'] as const

export const Report = z
  .object({
    channel: choice(['phone', 'counter', 'patrol', 'inspection', 'other', 'portal', 'qr']),
    area: choice(['customer', 'common']),
    location: text(200),
    category: choice(categories),
    problem: longText(2000),
    priority: choice(priorities).optional(),
    pricing: choice(['free', 'chargeable']).optional(),
    freeReason: choice(['commonPart', 'warranty', 'ours', 'planned']).optional(),
    reporterName: text(60),
    reporterPhone: phone(),
    customerMaterial: flag().optional(),
    appointmentStart: moment().optional(),
    appointmentEnd: moment().optional(),
    photos: photos('photo').optional(),
  })
  .strict()
  .refine((input) => (input.appointmentStart === undefined) === (input.appointmentEnd === undefined), {
    path: ['appointmentEnd'],
    message: 'required',
  })
  .refine(
    (input) => !input.appointmentStart || !input.appointmentEnd || input.appointmentStart < input.appointmentEnd,
    { path: ['appointmentEnd'], message: 'endsBeforeStart' },
  )

const Line = z.object({ code: text(12), quantity: quantity(), second: flag().default(false) }).strict()
const Material = z
  .object({
    name: text(60),
    spec: text(60, 0).default(''),
    unit: text(10),
    quantity: quantity(),
    unitFen: money(10_000_000),
  })
  .strict()
const priced = () => z.array(Line).max(20).meta({ control: 'priceLines' })
const materialLines = () => z.array(Material).max(40).meta({ control: 'materialLines' })

export const Triage = z
  .object({
    category: choice(categories),
    priority: choice(priorities),
    pricing: choice(['free', 'chargeable']),
    freeReason: choice(['commonPart', 'warranty', 'ours', 'planned']).optional(),
  })
  .strict()
  .refine((input) => input.pricing === 'chargeable' || input.freeReason !== undefined, {
    path: ['freeReason'],
    message: 'required',
  })
export const Quote = z
  .object({ lines: priced(), estimateFen: money(), note: text(300, 0).default('') })
  .strict()
  .refine((input) => input.lines.length > 0 || input.estimateFen > 0, { path: ['lines'], message: 'required' })
export const Consent = z
  .object({
    how: choice(['phone', 'signature', 'platform']),
    contact: contact('authorised').optional(),
    at: moment().optional(),
    agreedFen: money(),
  })
  .strict()
export const Decline = z.object({ reason: longText(500) }).strict()
export const Convert = z.object({ reason: longText(500) }).strict()
export const Appointment = z
  .object({ appointmentStart: moment(), appointmentEnd: moment(), appointmentWith: text(60) })
  .strict()
  .refine((input) => input.appointmentStart < input.appointmentEnd, {
    path: ['appointmentEnd'],
    message: 'endsBeforeStart',
  })
export const Deliver = z.object({ calledThrough: flag().default(false) }).strict()
export const Accept = z
  .object({ workers: staffMembers(0, 6, 'ENG', 'ENGM').default([]), tools: texts().default([]) })
  .strict()
export const Assign = z.object({ workers: staffMembers(1, 6, 'ENG', 'ENGM') }).strict()
export const Accompany = z.object({ companion: staffMember('CSA', 'CSS', 'CSM', 'REC').optional() }).strict()
export const Arrive = z.object({ companion: staffMember('CSA', 'CSS', 'CSM', 'REC').optional() }).strict()
/** Who may be the second person at a door opened with keys. */
export const keyCompanions = ['ENG', 'ENGM', 'SEC', 'SECM', 'CSA', 'CSS', 'CSM'] as const
export const EnterWithKeys = z
  .object({
    permission: choice(['written', 'recorded']),
    permittedBy: text(60),
    second: staffMember(...keyCompanions),
    keysFrom: text(60),
  })
  .strict()
export const MaterialCheck = z
  .object({
    materialVerdict: choice(['fit', 'unfit']),
    materialNote: longText(500),
    photos: photos('material').optional(),
  })
  .strict()
export const UnfitDecision = z
  .object({ unfitDecision: choice(['useHouse', 'atOwnRisk']), decidedBy: text(60) })
  .strict()
export const Suspend = z
  .object({
    reason: choice(suspensions),
    expectedAt: moment(),
    customerTold: z.literal(true).meta({ control: 'flag' }),
    note: longText(500),
  })
  .strict()
export const Finish = z
  .object({
    workDone: longText(2000),
    workMinutes: count(0, 10_000, 'minutes'),
    labour: priced().default([]),
    materials: materialLines().default([]),
    photos: photos('after').optional(),
  })
  .strict()
export const Photograph = z.object({ photos: photos('before', 1) }).strict()
export const Sign = z
  .object({
    signatureMethod: choice(['pad', 'scan', 'platform']),
    signatureFile: signature('signature').optional(),
    signedBy: text(60),
    satisfaction: choice(['satisfied', 'acceptable']),
  })
  .strict()
  .refine((input) => input.signatureMethod === 'platform' || input.signatureFile !== undefined, {
    path: ['signatureFile'],
    message: 'required',
  })
export const Reject = z.object({ reason: longText(500) }).strict()
/** Who is not content may complain at once; the house has apologised before anything is written (plan, complaints, step 1). */
export const Complain = z
  .object({
    apologised: z.literal(true).meta({ control: 'flag' }),
    complaintChannel: choice(['phone', 'faceToFace']),
    company: text(200),
    complaint: longText(1500),
    direct: flag().default(false),
    written: flag().default(false),
  })
  .strict()
export const Rate = z
  .object({ timeliness: score(), attitude: score(), quality: score(), fee: score(), opinion: text(500, 0).default('') })
  .strict()
export const Bill = z.object({ payment: choice(['now', 'account']) }).strict()
export const Collect = z
  .object({ method: choice(methods), payer: text(200), amountFen: money(), reference: text(100, 0).default('') })
  .strict()
export const Carry = z.object({ payer: text(60), amountFen: money() }).strict()
export const ReturnReceipt = z.object({ returnedTo: text(60), signatureFile: signature('receipt').optional() }).strict()
export const Reason = z.object({ reason: longText(500) }).strict()

import type { z } from 'zod'
import { nothingJoined } from '#kernel/process/joined.ts'
import type { Moment } from '#kernel/process/moment.ts'
import { proposeFreeReason, proposePriority } from '../rules.ts'
import type { Report } from './asks.ts'
import type { RepairSlip } from '../slip.ts'

const blank = {
  quote: null,
  consent: null,
  priceObjection: null,
  accompaniedBy: null,
  sentAt: null,
  sentBy: null,
  calledThrough: false,
  paperFollowedAt: null,
  receivedAt: null,
  receivedBy: null,
  acceptedAt: null,
  workers: [],
  tools: [],
  arrivedAt: null,
  keyEntry: null,
  materialVerdict: null,
  materialNote: null,
  materialVerifiedBy: null,
  unfitDecision: null,
  controlledAt: null,
  suspension: null,
  labour: [],
  materials: [],
  outOfHours: false,
  labourFen: 0,
  materialFen: 0,
  totalFen: 0,
  workDone: null,
  workMinutes: null,
  completedAt: null,
  satisfaction: null,
  signedBy: null,
  signedAt: null,
  signatureMethod: null,
  signatureFile: null,
  reworks: 0,
  reworkReason: null,
  callBacks: [],
  conclusion: null,
  ...nothingJoined,
  payment: null,
  carried: null,
  rating: null,
  receiptNumber: null,
  closeReason: null,
  archivedBy: null,
} satisfies Partial<RepairSlip>

/**
 * The slip as the desk writes it on the first call (plan steps 1 and 3). What a tenant or a guest says about urgency and
 * price is not his to decide: the house proposes both. A time named at the desk is agreed with the caller; a time wished
 * for in the portal still has to be confirmed.
 */
export function newSlip(input: z.infer<typeof Report>, at: Moment): RepairSlip {
  const byStaff = at.actor.kind === 'staff' || at.actor.kind === 'clock'
  const priority = (byStaff ? input.priority : undefined) ?? proposePriority(input.category, input.problem)
  const houseReason = proposeFreeReason(input.area, input.category)
  const pricing =
    (byStaff ? input.pricing : undefined) ??
    (input.area === 'common' ? 'free' : houseReason === null ? 'chargeable' : 'free')
  return {
    ...blank,
    reportedAt: at.now,
    channel: at.actor.kind === 'guest' ? 'qr' : at.actor.kind === 'customer' ? 'portal' : input.channel,
    reporterName: input.reporterName,
    reporterPhone: input.reporterPhone,
    area: input.area,
    location: input.location,
    problem: input.problem,
    category: input.category,
    priority,
    pricing,
    freeReason: pricing === 'chargeable' ? null : ((byStaff ? input.freeReason : undefined) ?? houseReason ?? 'ours'),
    customerMaterial: input.customerMaterial ?? false,
    appointmentStart: input.appointmentStart ?? null,
    appointmentEnd: input.appointmentEnd ?? null,
    appointmentWith: byStaff && input.appointmentStart !== undefined ? input.reporterName : null,
  }
}

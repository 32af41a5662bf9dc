import { plusMinutes } from '#lib/time.ts'
import { joinedNeeds } from '#kernel/process/joined.ts'
import type { Moment } from '#kernel/process/moment.ts'
import * as rules from '../rules.ts'
import type { RepairSlip } from '../slip.ts'
import { signatureFits } from './writes.ts'

type Rule = (slip: RepairSlip, at: Moment) => boolean

/** What must hold, by name; each has its sentence in words.ts. The numbers are the steps of the plan. */
export const needs = {
  timeAsked: (slip) => slip.priority === 'P1' || slip.appointmentStart !== null, // 3
  feeDecided: (slip) => (slip.pricing === 'chargeable' ? slip.quote !== null : slip.freeReason !== null),
  priceNamed: (slip) => slip.quote !== null,
  noFeeWithoutConsent: rules.feeAgreed, // 2
  notAgreed: (slip) => !rules.feeAgreed(slip),
  consentGiven: (slip) => slip.consent !== null, // 2: who, when, how
  consentCoversQuote: (slip) =>
    slip.consent === null || (slip.quote !== null && slip.consent.totalFen >= slip.quote.totalFen),
  onlyDangerByPhone: (slip) => !slip.calledThrough || slip.priority === 'P1',
  paperOwed: (slip) => slip.calledThrough && slip.paperFollowedAt === null,
  notReceived: (slip) => slip.receivedAt === null,
  workerNamed: (slip) => slip.workers.length > 0, // 5
  yourJob: (slip, at) =>
    at.role === 'ENGM' || (at.actor.id !== null && (slip.workers.includes(at.actor.id) || slip.workers.length === 0)),
  appointmentMade: rules.appointmentMade, // 6
  notTooEarly: (slip, at) =>
    slip.priority === 'P1' ||
    slip.appointmentStart === null ||
    at.now >= plusMinutes(slip.appointmentStart, -at.facts.parameter<number>('repair.appointment_tolerance_minutes')),
  appointmentAhead: (slip, at) => slip.appointmentEnd === null || slip.appointmentEnd > at.now,
  accompaniedWhenRequired: rules.accompanied, // 6
  twoPersons: (slip, at) =>
    !at.facts.parameter<boolean>('repair.key_visit_two_persons') || new Set(slip.workers).size >= 2,
  customerMaterial: (slip) => slip.customerMaterial,
  materialsVerified: (slip) => !slip.customerMaterial || slip.materialVerdict !== null, // 7
  unfitDecided: (slip) => slip.materialVerdict !== 'unfit' || slip.unfitDecision !== null,
  materialUnfit: (slip) => slip.materialVerdict === 'unfit',
  danger: (slip) => slip.priority === 'P1',
  notControlled: (slip) => slip.controlledAt === null,
  expectedAhead: (slip, at) => slip.suspension === null || slip.suspension.expectedAt > at.now,
  signatureFits: (slip, at) => signatureFits(slip, at),
  notTheWorker: (slip, at) => at.actor.id === null || !slip.workers.includes(at.actor.id), // §9: who repairs does not call back
  calledEnough: rules.calledEnough,
  customerUnhappy: (slip) => slip.conclusion === 'dissatisfied' || slip.reworks > 0,
  noComplaintOpen: (_slip, at) =>
    !at.facts.linked.some((one) => one.kind === 'raised' && one.way === 'down' && !one.final),
  heardContent: (slip, at) =>
    slip.conclusion !== null && (slip.conclusion !== 'dissatisfied' || rules.complaintSettled(at)),
  ...joinedNeeds,
  joinedCalled: rules.joinedCalled,
  somethingToPay: (slip) => slip.pricing === 'chargeable' && slip.totalFen > 0,
  accountAllowed: (slip, at) => slip.payment !== 'account' || at.facts.monthlyBilling,
  stillOwed: (_slip, at) => at.facts.unpaid > 0,
  payNow: (slip) => slip.payment === 'now',
  nothingCarried: (slip) => slip.carried === null,
  carriedAll: (slip, at) => slip.carried === null || slip.carried.amountFen === at.facts.unpaid,
  moneyCarried: (slip) => slip.carried !== null && slip.carried.returnedAt === null,
  receiptReturned: (slip) => slip.carried === null || slip.carried.returnedAt !== null, // 10
  feesSettled: (slip, at) =>
    at.facts.unpaid === 0 && (slip.totalFen === 0 || slip.pricing === 'free' || at.facts.charged > 0), // 10
  everyCopyAccounted: (_slip, at) =>
    ['1', '2', '3', '4'].every((copy) =>
      at.facts.copies.some((one) => one.form === 'F-30' && String(one.copy) === copy && one.handedTo !== null),
    ),
  paperFollowed: (slip) => !slip.calledThrough || slip.paperFollowedAt !== null,
} satisfies Record<string, Rule>

export type RepairNeed = keyof typeof needs

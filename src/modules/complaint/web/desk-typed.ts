import { isoOfLocal } from '#kernel/process/web/form-values.ts'
import { type Reporting, reporterOf } from '#kernel/process/web/opening-header.tsx'
import type { responsible } from '../slip.ts'

/* What is typed while the customer speaks, and what is sent of it. */

export const blank = {
  apologised: false,
  channel: 'phone',
  source: '',
  orderDeadline: '',
  category: '',
  problem: '',
  direct: '',
  when: 'now',
  occurredAt: '',
  written: false,
  injury: false,
  media: false,
  complainantName: '',
  complainantPhone: '',
  company: '',
  location: '',
  departments: [] as readonly string[],
  photos: [] as readonly Blob[],
}
export type Typed = Readonly<typeof blank>
export type Department = (typeof responsible)[number]

/** Who usually answers for a kind of complaint; a proposal, no more. */
const usual: Readonly<Record<string, Department>> = {
  repairs: 'engineering',
  temperature: 'engineering',
  lift: 'engineering',
  cleaning: 'cleaning',
  greenery: 'cleaning',
  security: 'security',
  parking: 'security',
  fire: 'security',
  charges: 'finance',
  fitOut: 'engineering',
  mail: 'customerService',
  meeting: 'customerService',
  businessCentre: 'customerService',
  canteen: 'customerService',
}
export const usualDepartment = (category: string): Department | null => usual[category] ?? null

/** Who complains: the contact or the caller, until somebody types another. */
export function complainantOf(reporting: Reporting, typed: Typed) {
  const { common, caller, customer, unitCode } = reporting
  const { name, phone } = reporterOf(reporting, { name: typed.complainantName, phone: typed.complainantPhone })
  return {
    complainant: common ? 'visitor' : 'customer',
    complainantName: name,
    complainantPhone: phone,
    company: typed.company || (customer?.name ?? caller.company),
    location: typed.location || (common ? '' : unitCode),
  }
}

/** The moment it happened; “just now” is the minute before, so that no clock calls it the future. Undefined: not filled in. */
export function occurredAt(typed: Typed, now: number): string | undefined {
  if (typed.when === 'now') return new Date(now - 60_000).toISOString()
  return isoOfLocal(typed.occurredAt) ?? undefined
}

export const inputOf = (typed: Typed, reporting: Reporting, now: number, photos: readonly string[]) => ({
  apologised: typed.apologised,
  channel: typed.channel,
  ...(typed.channel === 'indirect' && typed.source !== '' ? { source: typed.source } : {}),
  ...(typed.channel === 'indirect' && typed.source === 'hotline12345' && typed.orderDeadline !== ''
    ? { orderDeadline: isoOfLocal(typed.orderDeadline) ?? typed.orderDeadline }
    : {}),
  ...complainantOf(reporting, typed),
  occurredAt: occurredAt(typed, now),
  category: typed.category,
  problem: typed.problem,
  direct: typed.direct === 'yes',
  written: typed.written || typed.channel === 'letter',
  injury: typed.injury,
  media: typed.media,
  ...(photos.length > 0 ? { photos } : {}),
})

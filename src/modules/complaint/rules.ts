import { plusMinutes } from '#lib/time.ts'
import { lastJoinedCalls } from '#kernel/process/joined.ts'
import type { LinkedCase, Moment } from '#kernel/process/moment.ts'
import { departmentsOf } from '#kernel/process/roles.ts'
import type { ComplaintSlip, DeferralKept, grades, majorReasons } from './slip.ts'

/* The judgements of domain §2.5 as pure functions. */

type Grade = (typeof grades)[number]
type MajorReason = (typeof majorReasons)[number]

const rank: Readonly<Record<Grade, number>> = { general: 0, serious: 1, major: 2 }
export const isLower = (one: Grade, than: Grade): boolean => rank[one] < rank[than]

const number = (at: Moment, key: string): number => at.facts.parameter<number>(key)
const daysBefore = (at: Moment, days: number) => plusMinutes(at.now, -days * 24 * 60)

/** The customer's own complaints about the same in the last days. */
export function repeatsOf(at: Moment): string[] {
  const { customerId } = at.facts.header
  if (customerId === null) return []
  const since = daysBefore(at, number(at, 'complaint.repeat_days'))
  return at.facts.recent
    .filter((one) => one.customerId === customerId && one.openedAt >= since)
    .map((one) => one.number)
}

/** What others complained of in the same building, of the same category, in so few days that it is one trouble. */
export function alikeOf(at: Moment): { readonly numbers: string[]; readonly complainants: number } {
  const { recent, building, header } = at.facts
  const since = daysBefore(at, number(at, 'complaint.same_thing_days'))
  const near = building === '' ? [] : recent.filter((one) => one.building === building && one.openedAt >= since)
  const others = near.filter((one) => one.customerId === null || one.customerId !== header.customerId)
  // Who has no customer counts for himself.
  const complainants = new Set(others.map((one) => one.customerId ?? one.number))
  return { numbers: others.map((one) => one.number), complainants: complainants.size + 1 }
}

type Told = Pick<ComplaintSlip, 'injury' | 'media' | 'source'>

/** Why it is major by the rule, at the moment it is written down. */
export function majorReasonsOf(told: Told, at: Moment): MajorReason[] {
  const many = alikeOf(at).complainants >= number(at, 'complaint.same_thing_customers')
  const repeated = repeatsOf(at).length + 1 >= number(at, 'complaint.repeat_count')
  return [
    ...(many ? (['manyCustomers'] as const) : []),
    ...(told.injury ? (['injury'] as const) : []),
    ...(told.media ? (['media'] as const) : []),
    ...(told.source === 'hotline12345' ? (['hotline12345'] as const) : []),
    ...(repeated ? (['repeated'] as const) : []),
  ]
}

/** What the desk starts from: written complaints weigh more (step 6), and so does what was complained of before. */
export function proposedGrade(reasons: readonly MajorReason[], written: boolean, repeats: readonly string[]): Grade {
  if (reasons.length > 0) return 'major'
  return written || repeats.length > 0 ? 'serious' : 'general'
}

/** The deferral of this round with which the customer agreed, the last one first. */
export function acceptedDeferral(slip: ComplaintSlip): DeferralKept | null {
  return slip.deferrals.findLast((one) => one.round === slip.round && one.understanding === 'agreed') ?? null
}

/** Members of a department at fault do not judge how it was put right. */
export const fromDepartmentAtFault = (slip: ComplaintSlip, at: Moment): boolean =>
  departmentsOf(at.actor.roles).some((department) => (slip.departments as readonly string[]).includes(department))

const raised = (at: Moment, process: string): LinkedCase[] =>
  at.facts.linked.filter((one) => one.kind === 'raised' && one.way === 'down' && one.process === process)
export const serviceSlips = (at: Moment): LinkedCase[] => raised(at, 'service-slip')
export const plans = (at: Moment): LinkedCase[] => raised(at, 'corrective-action')

/** Departments that have a corrective action of this complaint already. */
export const plannedDepartments = (at: Moment): ReadonlySet<unknown> =>
  new Set(plans(at).map((one) => one.shows['department']))

/** Who must have visited in person before the customer is asked again, by the round (domain §2.5.2); null: nobody. */
export function visitorOf(round: number): 'CSM' | 'PM' | null {
  if (round < 3) return null
  return round === 3 ? 'CSM' : 'PM'
}

export function managerVisited(slip: ComplaintSlip): boolean {
  const wanted = visitorOf(slip.round)
  return (
    wanted === null || slip.visits.some((one) => one.round === slip.round && (one.role === wanted || one.role === 'PM'))
  )
}

/** Everybody whose complaint was joined into this one was called, and is content. */
export const joinedCalled = (slip: ComplaintSlip, at: Moment): boolean =>
  lastJoinedCalls(slip, at).every((call) => call?.satisfied === true)

/** A letter answers each round of a written complaint. */
export const replyDelivered = (slip: ComplaintSlip): boolean =>
  !slip.written || slip.replies.some((one) => one.round === slip.round)

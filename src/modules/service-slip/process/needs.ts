import type { Moment } from '#kernel/process/moment.ts'
import { departmentsOf, headOf } from '#kernel/process/roles.ts'
import { asksForDebt } from '../rules.ts'
import type { ServiceSlip } from '../slip.ts'
import { desk } from './states.ts'

type Rule = (slip: ServiceSlip, at: Moment) => boolean

const worksIn = (slip: ServiceSlip, { actor }: Moment): boolean => departmentsOf(actor.roles).includes(slip.department)
const heads = (slip: ServiceSlip, { actor }: Moment): boolean => actor.roles.includes(headOf(slip.department))
const isDesk = ({ actor }: Moment): boolean => desk.some((role) => actor.roles.includes(role))

/** What must hold, by name; each has its sentence in words.ts. */
export const needs = {
  requiredAhead: (slip, at) => slip.requiredBy > at.now,
  noDebtCollection: (slip) => slip.department !== 'security' || !asksForDebt(slip),
  yourDepartment: worksIn,
  yourTeam: heads,
  yourJob: (slip, at) =>
    heads(slip, at) || slip.workers.length === 0 || (at.actor.id !== null && slip.workers.includes(at.actor.id)),
  anotherTimeAhead: (slip, at) =>
    slip.suggestion === null || (slip.suggestion.requiredBy > at.now && slip.suggestion.requiredBy !== slip.requiredBy),
  headAfterInsisting: (slip, at) => slip.insistReason === null || heads(slip, at),
  // The desk speaks for every sender, except towards its own department: there only who asked, or the property manager.
  yourRequest: (slip, at) =>
    (at.actor.id !== null && at.actor.id === at.facts.header.openedBy) ||
    at.actor.roles.includes('PM') ||
    (slip.department !== 'customerService' && isDesk(at)),
  stillPossible: (slip, at) => slip.suggestion !== null && slip.suggestion.requiredBy > at.now,
  dateMoved: (slip) => slip.earlierDates.at(-1)?.requiredBy !== slip.requiredBy,
  notTheDoer: (slip, at) => at.actor.id === null || !slip.workers.includes(at.actor.id),
  notTheDoingDepartment: (slip, at) => !worksIn(slip, at),
} satisfies Record<string, Rule>

export type ServiceNeed = keyof typeof needs

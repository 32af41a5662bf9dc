import type { Moment } from '#kernel/process/moment.ts'
import { headOf } from '#kernel/process/roles.ts'
import { today, verifiableFrom } from '../rules.ts'
import type { CorrectiveSlip } from '../slip.ts'

type Rule = (slip: CorrectiveSlip, at: Moment) => boolean

/** What must hold, by name; each has its sentence in words.ts. */
export const needs = {
  kindNamed: (slip) => slip.kind !== null,
  yourDepartment: (slip, at) => at.actor.roles.includes(headOf(slip.department)),
  daysAhead: (slip, at) => [slip.correctiveBy, slip.preventiveBy].every((day) => day === null || day >= today(at)),
  yoursToJudge: (slip, at) => at.actor.roles.includes(slip.department === 'customerService' ? 'PM' : 'CSM'),
  notYourOwnPlan: (slip, at) => at.actor.id === null || at.actor.id !== slip.submittedBy,
  waitedLongEnough: (slip, at) => {
    const from = verifiableFrom(slip, at)
    return from !== null && today(at) >= from
  },
} satisfies Record<string, Rule>

export type CorrectiveNeed = keyof typeof needs

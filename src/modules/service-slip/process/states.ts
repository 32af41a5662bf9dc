import type { State } from '#kernel/process/define.ts'
import { headOf, type StaffRole } from '#kernel/process/roles.ts'
import { departments } from '../slip.ts'

/* The states of a service slip (domain §2.32), on whose desk each lies, and who stands on which side of it. */

export const desk = ['CSA', 'CSS', 'CSM'] as const
export const counters = ['REC', 'OPR', 'MAIL', 'MTG', 'BCC', 'CANT'] as const
const askingHeads = ['ENGM', 'SECM', 'CLNM', 'FINM'] as const
export const openers = [...desk, ...counters, ...askingHeads] as const
/** Whoever asked may move its date, answer a suggestion or call it off; the property manager for all of them. */
export const senders = [...openers, 'PM'] as const
/** Who may say that it is well done. */
export const verifiers = [...desk, 'PM', ...askingHeads] as const

export const heads = departments.map(headOf)
export const doers = [
  'ENG',
  'ENGM',
  'SEC',
  'SECM',
  'CLNM',
  'FIN',
  'FINM',
  'LEA',
  'HR',
  ...desk,
] as const satisfies StaffRole[]

export const states = {
  sent: { waitsFor: doers, forDepartment: true, tone: 'info', next: 'accepted' },
  suggested: { waitsFor: desk, tone: 'warn', next: 'accepted' },
  accepted: { waitsFor: doers, forDepartment: true, tone: 'active', next: 'done' },
  done: { waitsFor: desk, tone: 'info', next: 'verified' },
  returned: { waitsFor: doers, forDepartment: true, tone: 'danger', next: 'done' },
  verified: { final: true, tone: 'done' },
  cancelled: { final: true, voids: true, tone: 'neutral' },
} as const satisfies Record<string, State<string>>

export type ServiceState = keyof typeof states
/** In the department's hands, or on the way there. */
export const underWay = ['sent', 'accepted', 'returned'] as const satisfies ServiceState[]
export const unfinished = [...underWay, 'suggested'] as const satisfies ServiceState[]

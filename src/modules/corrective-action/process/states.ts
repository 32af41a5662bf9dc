import type { State } from '#kernel/process/define.ts'
import { headOf } from '#kernel/process/roles.ts'
import { departments } from '../slip.ts'

/* The states of a report (domain §2.32), on whose desk each lies, and who judges it. */

export const heads = departments.map(headOf)
/** Customer service judges the plans of the others; the property manager those of customer service. */
export const judges = ['CSM', 'PM'] as const
/** Raised by whoever handles the complaint, or opened by a manager or a head. */
export const openers = ['CSM', 'CSS', 'CSA', 'PM', 'ENGM', 'SECM', 'CLNM', 'FINM', 'LEA', 'HR'] as const

export const states = {
  open: { waitsFor: heads, forDepartment: true, tone: 'warn', next: 'planned' },
  planned: { waitsFor: judges, tone: 'info', next: 'accepted' },
  accepted: { waitsFor: heads, forDepartment: true, tone: 'active', next: 'done' },
  done: { waitsFor: judges, tone: 'info', next: 'verified' },
  verified: { waitsFor: [...judges, 'CSS', 'ARC'], tone: 'info', next: 'closed' },
  closed: { final: true, tone: 'done' },
  exempted: { final: true, voids: true, tone: 'neutral' },
} as const satisfies Record<string, State<string>>

export type CorrectiveState = keyof typeof states

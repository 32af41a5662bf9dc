import type { State } from '#kernel/process/define.ts'
import type { StaffRole } from '#kernel/process/roles.ts'

/* The states of a complaint (domain §2.5.2), on whose desk each lies, and the chart's spine. */

export const assistants = ['CSA', 'CSS'] as const
/** Whoever may ask the customer whether he is content, if it was not his own department. */
export const callers = ['CSA', 'CSS', 'CSM', 'PM'] as const
/** Heads whose department may have caused it. Who sees only his department's complaints is asked only for those. */
export const heads = ['ENGM', 'SECM', 'CLNM', 'FINM', 'LEA', 'HR', 'CSM'] as const satisfies StaffRole[]
const solvers = [...assistants, 'ENGM', 'SECM', 'CLNM', 'FINM', 'LEA', 'HR'] as const

export const states = {
  registered: { waitsFor: assistants, tone: 'warn', next: 'dispatched' },
  assigned: { waitsFor: assistants, tone: 'info', next: 'dispatched' },
  dispatched: { waitsFor: solvers, tone: 'active', next: 'onSite' },
  onSite: { waitsFor: solvers, tone: 'active', next: 'resolved' },
  deferred: { waitsFor: solvers, tone: 'warn', next: 'resolved' },
  resolved: { waitsFor: assistants, tone: 'info', next: 'callBack' },
  replyPending: { waitsFor: [...assistants, 'CSM', 'PM'], tone: 'warn', next: 'callBack' },
  callBack: { waitsFor: [...assistants, 'TADM'], tone: 'info', next: 'closed' },
  closed: { final: true, tone: 'done' },
  exceptionClosed: { final: true, tone: 'danger' },
  joined: { final: true, tone: 'neutral' },
  cancelled: { final: true, voids: true, tone: 'neutral' },
} as const satisfies Record<string, State<string>>

export type ComplaintState = keyof typeof states
/** Taken, and no department at work yet. */
export const taken = ['registered', 'assigned'] as const satisfies ComplaintState[]
/** A department is at work. */
export const atWork = ['dispatched', 'onSite', 'deferred'] as const satisfies ComplaintState[]
/** Not solved yet: where the ladder of §2.5.3 runs. */
export const unsolved = [...taken, ...atWork] as const satisfies ComplaintState[]
/** Said to be solved, and not heard from the customer yet. */
export const solved = ['resolved', 'replyPending', 'callBack'] as const satisfies ComplaintState[]
export const open = [...unsolved, ...solved] as const satisfies ComplaintState[]

import type { State } from '#kernel/process/define.ts'

/* The states of a slip (domain §2.4), on whose desk each lies, and the chart's spine. */

export const assistants = ['CSA', 'CSS'] as const
export const engineers = ['ENG', 'ENGM'] as const

export const states = {
  registered: { waitsFor: assistants, tone: 'info', next: 'delivered' },
  quoted: { waitsFor: [...assistants, 'TADM'], tone: 'warn', next: 'delivered' },
  declined: { final: true, voids: true, tone: 'neutral' },
  delivered: { waitsFor: engineers, tone: 'info', next: 'accepted' },
  accepted: { waitsFor: engineers, tone: 'active', next: 'appointed' },
  appointed: { waitsFor: engineers, tone: 'active', next: 'onSite' },
  onSite: { waitsFor: engineers, tone: 'active', next: 'working' },
  working: { waitsFor: engineers, tone: 'active', next: 'done' },
  suspended: { waitsFor: engineers, tone: 'warn', next: 'working' },
  done: { waitsFor: [...engineers, 'TADM'], tone: 'warn', next: 'signed' },
  rework: { waitsFor: engineers, tone: 'danger', next: 'working' },
  signed: { waitsFor: assistants, tone: 'info', next: 'called' },
  called: { waitsFor: [...assistants, 'ARC'], tone: 'info', next: 'billed' },
  billed: { waitsFor: ['FIN', 'FINM'], tone: 'warn', next: 'settled' },
  settled: { waitsFor: [...assistants, 'ARC'], tone: 'info', next: 'archived' },
  archived: { final: true, tone: 'done' },
  joined: { final: true, tone: 'neutral' },
  cancelled: { final: true, voids: true, tone: 'neutral' },
} as const satisfies Record<string, State<string>>

export type RepairState = keyof typeof states
export const beforeVisit = [
  'registered',
  'quoted',
  'delivered',
  'accepted',
  'appointed',
] as const satisfies RepairState[]
/** Done, and not yet filed. */
export const afterWork = ['done', 'signed', 'called', 'billed', 'settled'] as const satisfies RepairState[]
export const atWork = [
  'accepted',
  'appointed',
  'onSite',
  'working',
  'suspended',
  'rework',
] as const satisfies RepairState[]

import { blanksOf } from '#kernel/process/papers/blanks.ts'
import type { Printing } from '#kernel/process/papers.ts'
import { RepairSlip } from '../slip.ts'

/** What a customer's print does not tell; it is struck there, not left open. */
const untold = {
  callBacks: [],
  joinedCalls: [],
  joinedInto: null,
  tools: [],
  calledThrough: false,
  paperFollowedAt: null,
  archivedBy: null,
  keyEntry: null,
} satisfies Partial<RepairSlip>

export type RepairBlanks = ReturnType<typeof blanks>

/** The blanks of the repair papers with the slip they are filled from. `inside`: printed for the house, not for a customer. */
export const blanks = (print: Printing) => ({
  ...blanksOf(print),
  slip: RepairSlip.parse({ ...untold, ...print.view.slip }),
  inside: 'callBacks' in print.view.slip,
})

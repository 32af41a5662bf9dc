import type { Printing } from '#kernel/process/papers.ts'
import { ComplaintSlip } from '../slip.ts'

/** What a customer's print does not tell. */
const untold = {
  grade: 'general',
  majorBecause: [],
  repeatOf: [],
  alike: [],
  gradings: [],
  roundReason: null,
  contacts: [],
  dispatches: [],
  presences: [],
  cannotSolve: null,
  resolution: null,
  sentBackBecause: null,
  addressee: null,
  matter: null,
  investigation: null,
  treatment: null,
  outcome: null,
  apology: null,
  followUp: null,
  letter: null,
  lettersNumbered: 0,
  callBacks: [],
  visits: [],
  joinedCalls: [],
  joinedInto: null,
  closeReason: null,
} satisfies Partial<ComplaintSlip>

/** The slip as far as its reader may see it, whole again. */
export const shownSlip = ({ view }: Printing): ComplaintSlip => ComplaintSlip.parse({ ...untold, ...view.slip })

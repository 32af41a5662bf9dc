import type { RepairSlip } from '#modules/repair/slip.ts'
import type { RepairState } from '#modules/repair/process/states.ts'

/** How an open slip stands today. Ranges are service minutes before now. */
export interface Standing {
  readonly state: RepairState
  readonly priority: RepairSlip['priority']
  readonly chargeable: boolean
  /** not in a common area */
  readonly tenant: boolean
  readonly reported: readonly [least: number, most: number]
  readonly visit: 'ahead' | readonly [least: number, most: number] | null
  /** how often it was worked on in vain */
  readonly reworks: number
  readonly suspended: boolean
  /** minutes the work itself takes */
  readonly work: number
  /** nobody has accepted its escalation yet */
  readonly unheard: boolean
}

const day = 570
const usual = { chargeable: false, tenant: true, visit: null, reworks: 0, suspended: false, work: 25, unheard: false }

/** Three overdue, one suspended, one reworked twice (domain §12.5): always there. */
const always: readonly Standing[] = [
  { ...usual, state: 'working', priority: 'P2', reported: [200, 230], work: 600 },
  { ...usual, state: 'signed', priority: 'P4', reported: [2 * day, 3 * day], visit: [180, 220], unheard: true },
  { ...usual, state: 'delivered', priority: 'P3', reported: [60, 80], visit: 'ahead', unheard: true },
  { ...usual, state: 'suspended', priority: 'P4', reported: [3 * day, 4 * day], visit: [400, 460], suspended: true },
  { ...usual, state: 'rework', priority: 'P4', reported: [3 * day, 4 * day], visit: [300, 400], reworks: 2 },
]

const others: readonly Standing[] = [
  { ...usual, state: 'billed', priority: 'P4', reported: [4 * day, 7 * day], visit: [500, 1400], chargeable: true },
  { ...usual, state: 'quoted', priority: 'P4', reported: [20, 700], chargeable: true },
  { ...usual, state: 'appointed', priority: 'P4', reported: [150, 900], visit: 'ahead' },
  { ...usual, state: 'called', priority: 'P3', reported: [600, 900], visit: [120, 500] },
  { ...usual, state: 'working', priority: 'P4', reported: [day, 3 * day], visit: [20, 70], work: 400 },
  { ...usual, state: 'done', priority: 'P3', reported: [500, 800], visit: [60, 300] },
  { ...usual, state: 'billed', priority: 'P3', reported: [3 * day, 5 * day], visit: [400, 900], chargeable: true },
  { ...usual, state: 'registered', priority: 'P4', reported: [2, 30], visit: 'ahead', tenant: false },
  { ...usual, state: 'appointed', priority: 'P3', reported: [150, 500], visit: 'ahead' },
  { ...usual, state: 'settled', priority: 'P4', reported: [5 * day, 8 * day], visit: [900, 1700], chargeable: true },
  { ...usual, state: 'signed', priority: 'P4', reported: [day, 2 * day], visit: [42, 50] },
  { ...usual, state: 'delivered', priority: 'P4', reported: [50, 75], visit: 'ahead', tenant: false },
  { ...usual, state: 'billed', priority: 'P4', reported: [4 * day, 9 * day], visit: [500, 1600], chargeable: true },
  { ...usual, state: 'accepted', priority: 'P4', reported: [150, 400], visit: 'ahead' },
  { ...usual, state: 'onSite', priority: 'P4', reported: [day, 2 * day], visit: [15, 40] },
  { ...usual, state: 'registered', priority: 'P3', reported: [1, 18], visit: 'ahead' },
  { ...usual, state: 'called', priority: 'P4', reported: [2 * day, 4 * day], visit: [200, 700], chargeable: true },
]

export function standings(count: number): Standing[] {
  const more = Array.from({ length: Math.max(0, count - always.length) }, (_, at) => others[at % others.length])
  return [...always, ...more].slice(0, count).filter((one) => one !== undefined)
}

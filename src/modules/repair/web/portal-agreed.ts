import type { RepairSlip } from '../slip.ts'

/** The amount that was agreed to still covers what is asked. */
export const agreedTo = (slip: Partial<RepairSlip>): boolean =>
  slip.consent != null && slip.consent.totalFen >= Math.max(slip.quote?.totalFen ?? 0, slip.totalFen ?? 0)

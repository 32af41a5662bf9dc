import type { Actor, Role } from '#kernel/process/roles.ts'

/** Who sees, enters and edits customers and tenancies: domain §9, row 客户与租约. */
export type CustomerSight = 'full' | 'limited' | 'none'

const full: readonly Role[] = ['GM', 'PM', 'CSM', 'CSS', 'CSA', 'CANT', 'ARC', 'FINM', 'FIN', 'LEA', 'TADM']
const limited: readonly Role[] = ['REC', 'OPR', 'MAIL', 'MTG', 'BCC', 'ENGM', 'ENG', 'SECM', 'SEC', 'CLNM']

export const customerReaders: readonly Role[] = [...full, ...limited]
export const customerMakers = ['CSA', 'LEA'] as const satisfies readonly Role[]
export const customerEditors = ['CSA', 'CSS', 'LEA'] as const satisfies readonly Role[]
export const portfolioKeepers = ['CSS', 'CSM'] as const satisfies readonly Role[]

/** `limited`: who sits where and how to reach them, without contract, papers and notes. */
export function customerSight(actor: Actor): CustomerSight {
  if (actor.roles.some((role) => full.includes(role))) return 'full'
  return actor.roles.some((role) => limited.includes(role)) ? 'limited' : 'none'
}

export const hasAny = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.roles.some((role) => roles.includes(role))

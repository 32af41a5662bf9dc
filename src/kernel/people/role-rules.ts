import type { Role, StaffRole } from '#kernel/process/roles.ts'

/** Which roles may not lie in one hand (domain §1.1), and who may approve whose (domain §9, 用户/角色). */

const guards: readonly StaffRole[] = ['SEC', 'SECM']
/** Who collects, presses for or approves the collection of money: the row 催缴 of domain §9. */
const collectors: readonly StaffRole[] = ['GM', 'PM', 'CSM', 'CSS', 'CSA', 'FINM', 'FIN']

export type RoleConflict = 'guardCollects' | 'systemTouchesBusiness'

/** Guards take no part in collecting money [L-9 art.30]; the system administrator has no right to business data. */
export function conflictOf(roles: readonly Role[]): RoleConflict | null {
  if (roles.includes('SYS') && roles.length > 1) return 'systemTouchesBusiness'
  if (guards.some((role) => roles.includes(role)) && collectors.some((role) => roles.includes(role)))
    return 'guardCollects'
  return null
}

/** PM for everybody, CSM for his own department. Not yet asked here: never for oneself, never who requested it. */
export function mayApproveRoles(approver: readonly Role[], department: string): boolean {
  return approver.includes('PM') || (approver.includes('CSM') && department === 'customerService')
}

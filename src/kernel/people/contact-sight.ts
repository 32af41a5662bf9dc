import type { Actor, Role } from '#kernel/process/roles.ts'

/** Who sees and who edits the contacts of a customer: domain §9, row 联系人. */
export type ContactSight = 'full' | 'masked' | 'none'

const full: readonly Role[] = ['GM', 'PM', 'CSM', 'CSS', 'CSA', 'CANT', 'ARC', 'TADM']
const masked: readonly Role[] = ['REC', 'OPR', 'MAIL', 'MTG', 'BCC', 'ENG', 'ENGM', 'SEC', 'SECM', 'FIN', 'FINM', 'LEA']
export const contactEditors = ['CSM', 'CSS', 'CSA', 'TADM'] as const satisfies readonly Role[]
export const contactReaders: readonly Role[] = [...full, ...masked]

/** `masked`: the entry is seen, telephone and e-mail only in part. A tenant's borders are drawn by row-level security. */
export function contactSight(actor: Actor): ContactSight {
  if (actor.roles.some((role) => full.includes(role))) return 'full'
  return actor.roles.some((role) => masked.includes(role)) ? 'masked' : 'none'
}

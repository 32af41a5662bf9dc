/** The roles of domain §1.1, by the codes of its table; the tenant's three, and the two nobody is hired for. */
export const staffRoles = [
  'GM',
  'PM',
  'CSM',
  'CSS',
  'CSA',
  'REC',
  'MAIL',
  'OPR',
  'MTG',
  'BCC',
  'CANT',
  'ARC',
  'ENGM',
  'ENG',
  'SECM',
  'SEC',
  'CLNM',
  'FINM',
  'FIN',
  'LEA',
  'HR',
  'SYS',
] as const
export const tenantRoles = ['TADM', 'TFIN', 'TUSR'] as const

export type StaffRole = (typeof staffRoles)[number]
export type TenantRole = (typeof tenantRoles)[number]
/** GUEST reports by the QR code on a door without an account; CLOCK is the house itself acting on time. */
export type Role = StaffRole | TenantRole | 'GUEST' | 'CLOCK'

export type ActorKind = 'staff' | 'customer' | 'guest' | 'clock'

/** Who asks. `id` is the person; a guest has none and is known by the hash of his own token. */
export interface Actor {
  readonly kind: ActorKind
  readonly id: string | null
  readonly name: string
  readonly roles: readonly Role[]
  readonly customerId: string | null
  readonly guestTokenHash: string | null
}

export const theClock: Actor = {
  kind: 'clock',
  id: null,
  name: '',
  roles: ['CLOCK'],
  customerId: null,
  guestTokenHash: null,
}

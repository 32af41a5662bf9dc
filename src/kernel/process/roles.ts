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

export const departments = [
  'company',
  'project',
  'customerService',
  'engineering',
  'security',
  'cleaning',
  'finance',
  'leasing',
  'hr',
  'it',
] as const
export type Department = (typeof departments)[number]

/** The department of each role (domain §1.1), and which role heads it. */
const departmentByRole: Readonly<Record<StaffRole, Department>> = {
  GM: 'company',
  PM: 'project',
  CSM: 'customerService',
  CSS: 'customerService',
  CSA: 'customerService',
  REC: 'customerService',
  MAIL: 'customerService',
  OPR: 'customerService',
  MTG: 'customerService',
  BCC: 'customerService',
  CANT: 'customerService',
  ARC: 'customerService',
  ENGM: 'engineering',
  ENG: 'engineering',
  SECM: 'security',
  SEC: 'security',
  CLNM: 'cleaning',
  FINM: 'finance',
  FIN: 'finance',
  LEA: 'leasing',
  HR: 'hr',
  SYS: 'it',
}
const heads: Readonly<Record<Department, StaffRole>> = {
  company: 'GM',
  project: 'PM',
  customerService: 'CSM',
  engineering: 'ENGM',
  security: 'SECM',
  cleaning: 'CLNM',
  finance: 'FINM',
  leasing: 'LEA',
  hr: 'HR',
  it: 'SYS',
}

export const headOf = (department: Department): StaffRole => heads[department]
const isStaffRole = (role: Role): role is StaffRole => Object.hasOwn(departmentByRole, role)
/** The departments somebody works for by these roles. */
export const departmentsOf = (roles: readonly Role[]): readonly Department[] => [
  ...new Set(roles.filter(isStaffRole).map((role) => departmentByRole[role])),
]

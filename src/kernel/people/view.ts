import { z } from 'zod'
import { departments, staffRoles, tenantRoles } from '#kernel/process/roles.ts'

/** What the server answers about people. Screens import the types only. */

export const authorities = [
  'authorised',
  'finance',
  'administration',
  'emergency',
  'fireSafety',
  'recipient',
  'release',
] as const
export const stages = ['full', 'secondFactor', 'newPassword', 'enrol'] as const

const role = z.enum([...staffRoles, ...tenantRoles])
const languages = z.enum(['zh', 'en'])

/** `full`: signed in. Anything else names the one thing this session may do next. */
export const signedInAnswer = z.object({ stage: z.enum(stages) })
export type SignedIn = z.infer<typeof signedInAnswer>

export const meAnswer = z.object({
  stage: z.enum(stages),
  id: z.string(),
  name: z.string(),
  kind: z.enum(['staff', 'customer']),
  language: languages,
  roles: z.array(role),
  customer: z.object({ id: z.string(), code: z.string(), name: z.string(), shortName: z.string() }).nullable(),
  department: z.enum(departments).nullable(),
  /** the units his company holds today; none for staff */
  units: z.array(z.object({ id: z.string(), code: z.string() })),
  unread: z.int(),
  /** procedures he may open a case of, and those of which he may see some */
  opens: z.array(z.string()),
  sees: z.array(z.string()),
  factor: z.object({ on: z.boolean(), demanded: z.boolean(), recoveryLeft: z.int() }),
})
export type Me = z.infer<typeof meAnswer>

export const sessionsAnswer = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      here: z.boolean(),
      createdAt: z.string(),
      seenAt: z.string(),
      address: z.string(),
      agent: z.string(),
    }),
  ),
})
export type Sessions = z.infer<typeof sessionsAnswer>

export const factorStartAnswer = z.object({ secret: z.string(), uri: z.string(), qr: z.string() })
export type FactorStart = z.infer<typeof factorStartAnswer>
/** Shown once. `stage` after a confirmation: where the session stands now. */
export const recoveryAnswer = z.object({ codes: z.array(z.string()), stage: z.enum(stages) })
export type Recovery = z.infer<typeof recoveryAnswer>

export const staffRow = z.object({
  id: z.string(),
  staffNumber: z.string(),
  name: z.string(),
  nameEn: z.string(),
  department: z.enum(departments),
  post: z.string(),
  trade: z.string(),
  phone: z.string(),
  roles: z.array(role),
  active: z.boolean(),
})
export type StaffRow = z.infer<typeof staffRow>
export const staffAnswer = z.object({ rows: z.array(staffRow), next: z.string().nullable() })
export type StaffList = z.infer<typeof staffAnswer>

const named = z.object({ id: z.string(), name: z.string() })
export const staffCard = staffRow.extend({
  superior: named.nullable(),
  reports: z.array(named),
  /** for SYS, HR, PM, GM, himself and his superior; null for everybody else */
  more: z
    .object({
      email: z.string(),
      language: languages,
      superiors: z.array(z.object({ superior: named.nullable(), since: z.string() })),
      portfolio: z.int(),
    })
    .nullable(),
  /** for SYS only */
  account: z
    .object({
      loginNames: z.array(z.string()),
      disabled: z.boolean(),
      mustChange: z.boolean(),
      factor: z.boolean(),
      sessions: z.int(),
      lastSeenAt: z.string().nullable(),
    })
    .nullable(),
  waiting: z.object({ id: z.string(), roles: z.array(role) }).nullable(),
})
export type StaffCard = z.infer<typeof staffCard>

/** Shown once to who issued it; the person must replace it at the first sign-in. */
export const secretAnswer = z.object({
  id: z.string(),
  loginNames: z.array(z.string()),
  secret: z.string(),
  validUntil: z.string(),
})
export type IssuedSecret = z.infer<typeof secretAnswer>

export const roleRequest = z.object({
  id: z.string(),
  person: named,
  department: z.enum(departments),
  now: z.array(role),
  roles: z.array(role),
  requestedBy: named,
  requestedAt: z.string(),
  decidedBy: named.nullable(),
  decidedAt: z.string().nullable(),
  approved: z.boolean().nullable(),
  /** this reader may decide it */
  mine: z.boolean(),
})
export type RoleRequest = z.infer<typeof roleRequest>
export const roleRequestsAnswer = z.object({ rows: z.array(roleRequest), next: z.string().nullable() })

export const contactRow = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  title: z.string(),
  phone: z.string(),
  landline: z.string(),
  email: z.string(),
  language: languages,
  authorities: z.array(z.enum(authorities)),
  active: z.boolean(),
  /** roles of his portal account; null: no account. Known to who may edit contacts */
  account: z.array(role).nullable(),
})
export type ContactRow = z.infer<typeof contactRow>
export const contactsAnswer = z.object({
  rows: z.array(contactRow),
  masked: z.boolean(),
  editable: z.boolean(),
  next: z.string().nullable(),
})
export type ContactList = z.infer<typeof contactsAnswer>

export const done = z.object({ id: z.string() })

import { z } from 'zod'
import { contactRow } from '#kernel/people/view.ts'

/** What the server answers about customers, units and the house. Screens import the types only. */

export const customerKinds = ['tenant', 'owner', 'commercial', 'hotel', 'theatre', 'temporary'] as const
export const customerLanguages = ['zh', 'en', 'both'] as const
export const restorations = ['restore', 'keep', 'negotiable'] as const
export const tenancyStates = ['coming', 'running', 'ended'] as const
export const gaps = ['authorised', 'emergency', 'fireSafety'] as const
/** the gravest thing open in a unit */
export const worsts = ['overdue', 'P1', 'P2', 'open'] as const

const named = z.object({ id: z.string(), name: z.string() })

export const customerRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(customerKinds),
  vip: z.boolean(),
  phone: z.string(),
  csa: named.nullable(),
  /** codes of what it rents today */
  units: z.array(z.string()),
  /** last day of its running leases; null: none, or not for this reader */
  leaseEnds: z.string().nullable(),
})
export type CustomerRow = z.infer<typeof customerRow>
export const customersAnswer = z.object({ rows: z.array(customerRow), next: z.string().nullable() })
export type CustomerList = z.infer<typeof customersAnswer>

export const caseLine = z.object({
  process: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.string(),
  priority: z.int().nullable(),
  unit: z.string().nullable(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  closedAt: z.string().nullable(),
})
export type CaseLine = z.infer<typeof caseLine>

const tenancy = z.object({
  id: z.string(),
  contract: z.string(),
  starts: z.string(),
  ends: z.string(),
  state: z.enum(tenancyStates),
  restoration: z.enum(restorations),
  units: z.array(z.object({ code: z.string(), areaCm2: z.int() })),
})
export type Tenancy = z.infer<typeof tenancy>

export const customerCard = customerRow.extend({
  nameEn: z.string(),
  trade: z.string(),
  language: z.enum(customerLanguages),
  monthlyBilling: z.boolean(),
  /** null where the reader's post sees no more than who sits where */
  more: z
    .object({
      headcount: z.int().nullable(),
      address: z.string(),
      creditCode: z.string().nullable(),
      /** the house's own; empty for the customer */
      note: z.string(),
      tenancies: z.array(tenancy),
    })
    .nullable(),
  contacts: z.array(contactRow).nullable(),
  contactsMasked: z.boolean(),
  gaps: z.array(z.enum(gaps)),
  open: z.array(z.object({ process: z.string(), count: z.int() })),
  last: z.array(caseLine),
  may: z.object({ edit: z.boolean(), portfolio: z.boolean(), contacts: z.boolean() }),
})
export type CustomerCard = z.infer<typeof customerCard>

export const unitCard = z.object({
  id: z.string(),
  code: z.string(),
  building: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  floor: z.int(),
  use: z.enum(['office', 'commercial', 'hotel', 'theatre']),
  areaCm2: z.int(),
  tenant: z
    .object({ id: z.string(), code: z.string(), shortName: z.string(), leaseEnds: z.string().nullable() })
    .nullable(),
  open: z.array(caseLine),
  /** path of the page behind the QR code on the door; for who prints it */
  doorToken: z.string().nullable(),
})
export type UnitCard = z.infer<typeof unitCard>

export const doorAnswer = z.object({ building: z.object({ nameZh: z.string(), nameEn: z.string() }), unit: z.string() })
export type Door = z.infer<typeof doorAnswer>

const stackedUnit = z.object({
  code: z.string(),
  areaCm2: z.int(),
  /** part of its floor, 0 to 1 */
  share: z.number(),
  use: z.enum(['office', 'commercial', 'hotel', 'theatre']),
  tenant: z.object({ code: z.string(), shortName: z.string(), vip: z.boolean() }).nullable(),
  leaseEnds: z.string().nullable(),
  open: z.int(),
  worst: z.enum(worsts).nullable(),
})
export const stackingAnswer = z.object({
  towers: z.array(
    z.object({
      code: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      use: z.enum(['office', 'hotel', 'theatre']),
      areaCm2: z.int(),
      letCm2: z.int(),
      /** from the top down */
      floors: z.array(z.object({ floor: z.int(), use: z.string(), units: z.array(stackedUnit) })),
    }),
  ),
})
export type Stacking = z.infer<typeof stackingAnswer>
export type StackedUnit = z.infer<typeof stackedUnit>

/** why something was found, best first */
export const whys = ['exact', 'unit', 'phone', 'prefix', 'initials', 'contains'] as const
const why = z.enum(whys)
export const searchAnswer = z.object({
  customers: z.array(
    z.object({ id: z.string(), code: z.string(), name: z.string(), shortName: z.string(), vip: z.boolean(), why }),
  ),
  units: z.array(
    z.object({
      code: z.string(),
      areaCm2: z.int(),
      tenant: z.object({ code: z.string(), shortName: z.string() }).nullable(),
      why,
    }),
  ),
  cases: z.array(caseLine.extend({ customer: z.string().nullable(), why })),
  people: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['staff', 'contact']),
      name: z.string(),
      /** his post, or his company */
      of: z.string(),
      /** code of the customer of a contact */
      customer: z.string().nullable(),
      phone: z.string(),
      why,
    }),
  ),
})
export type SearchAnswer = z.infer<typeof searchAnswer>

export const madeCustomer = z.object({ id: z.string(), code: z.string() })
export const madeTenancy = z.object({ id: z.string() })

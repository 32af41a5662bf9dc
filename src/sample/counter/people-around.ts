import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '#kernel/process/roles.ts'
import type { IsoDate } from '#lib/time.ts'
import type { Tenant } from '../customers.ts'
import type { Chance } from '../random.ts'

/** Who scans the code on the door: known to nobody. */
export const guestOf = (tenant: Tenant, name: string): Actor => ({
  kind: 'guest',
  id: null,
  name,
  roles: ['GUEST'],
  customerId: tenant.id,
  guestTokenHash: createHash('sha256').update(randomBytes(24)).digest('hex'),
})

/** Somebody who let his rooms on that day already; large companies more often. */
export function tenantOn(tenants: readonly Tenant[], day: IsoDate, luck: Chance, fits = (_: Tenant) => true): Tenant {
  const there = tenants.filter((one) => one.starts <= day && one.headcount > 0 && fits(one))
  return luck.weighted((there.length > 0 ? there : tenants).map((one) => [one, 4 + Math.sqrt(one.headcount)] as const))
}

/** By its code; a building without it gives another, always the same. */
export function tenantCalled(tenants: readonly Tenant[], code: string): Tenant {
  const found = tenants.find((one) => one.code === code) ?? tenants[Number(code.slice(1)) % tenants.length]
  if (found === undefined) throw new Error('nobody lives here')
  return found
}

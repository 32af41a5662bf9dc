/** The building of the benchmark: four towers, 247 units, 60 companies, 45 staff. Fills an empty, migrated database. */
import { normalise } from '#lib/text.ts'
import type { IsoInstant } from '#lib/time.ts'
import { uuidv7 } from '#lib/uuid.ts'
import type { Tx } from '#kernel/database/database.ts'
import { seedPrices } from '#kernel/ledger/server/prices.ts'
import { seedCalendar } from '#kernel/parameters/server/calendar.ts'
import { searchText, spelled } from '#kernel/people/server/pinyin.ts'
import type { Actor, Role } from '#kernel/process/roles.ts'
import { repairPrices } from '#modules/repair/prices.ts'
import { givenNames, houses, surnames, trades } from './phrases.ts'

/** Role, and how many hold it: 45 people. */
const posts: readonly (readonly [Role, number])[] = [
  ['GM', 1],
  ['PM', 1],
  ['CSM', 1],
  ['CSS', 2],
  ['CSA', 5],
  ['REC', 4],
  ['ENGM', 1],
  ['ENG', 12],
  ['FINM', 1],
  ['FIN', 2],
  ['ARC', 1],
  ['SECM', 1],
  ['SEC', 12],
  ['SYS', 1],
]
/** Tower, floors from and to, units a floor. */
const towers = [
  ['1', 3, 20, 8],
  ['2', 4, 18, 6],
  ['3', 1, 11, 1],
  ['4', 1, 2, 1],
] as const

export interface Let {
  readonly id: string
  readonly code: string
  readonly customerId: string
  readonly contactId: string
  readonly ownerId: string
}

export interface Building {
  readonly lets: readonly Let[]
  readonly staff: Readonly<Partial<Record<Role, readonly Actor[]>>>
  readonly tenants: readonly Actor[]
}

export async function raise(tx: Tx, now: IsoInstant): Promise<Building> {
  const fresh = () => uuidv7(Date.parse(now))
  await seedCalendar(tx)
  await seedPrices(tx, repairPrices, '2000-01-01T00:00:00.000Z')
  const staff = await hire(tx, fresh)
  const assistants = staff.filter(({ roles }) => roles.includes('CSA'))
  const tenants = await signUp(tx, fresh, assistants)
  const units = await build(tx, fresh)
  const lets = units.map((unit, at) => {
    const tenant = tenants[at % tenants.length]
    if (tenant?.customerId == null || tenant.id === null) throw new Error('no tenant for a unit')
    const ownerId = assistants[(at % tenants.length) % assistants.length]?.id ?? ''
    return { ...unit, customerId: tenant.customerId, contactId: tenant.id, ownerId }
  })
  await letOut(tx, fresh, lets)
  return { lets, staff: Object.groupBy(staff, (one) => one.roles[0] ?? 'SYS'), tenants }
}

const nameOf = (at: number) =>
  `${surnames[at % surnames.length] ?? ''}${givenNames[Math.floor(at * 0.7) % givenNames.length] ?? ''}`

async function hire(tx: Tx, fresh: () => string): Promise<Actor[]> {
  const roles = posts.flatMap(([role, many]) => Array.from({ length: many }, () => role))
  const people = roles.map(
    (role, at): Actor => ({
      kind: 'staff',
      id: fresh(),
      name: nameOf(at),
      roles: [role],
      customerId: null,
      guestTokenHash: null,
    }),
  )
  await tx
    .insertInto('people')
    .values(people.map((one, at) => personRow(one, 'staff', `139${String(10_000_000 + at * 7919)}`)))
    .execute()
  await tx
    .insertInto('staff')
    .values(
      people.map((one, at) => ({
        person_id: one.id ?? '',
        staff_number: `E-${String(at + 1).padStart(3, '0')}`,
        department: 'customerService',
      })),
    )
    .execute()
  await tx
    .insertInto('person_roles')
    .values(people.flatMap((one) => one.roles.map((role) => ({ person_id: one.id ?? '', role }))))
    .execute()
  return people
}

function personRow(one: Actor, kind: 'staff' | 'contact', phone: string) {
  const { pinyin, initials } = spelled(one.name, 'person')
  const search = searchText([one.name, pinyin, initials, phone])
  return { id: one.id ?? '', kind, name: one.name, phone, pinyin, initials, search }
}

/** Each company with one authorised person. */
async function signUp(tx: Tx, fresh: () => string, assistants: readonly Actor[]): Promise<Actor[]> {
  const names = houses.flatMap((house) =>
    trades.map((trade) => ({ short: house, name: `北京${house}${trade}有限公司` })),
  )
  const companies = names.map(({ short, name }, at) => {
    const code = `T${String(at + 1).padStart(3, '0')}`
    const { pinyin, initials } = spelled(name, 'company')
    const search = normalise([code, name, short, pinyin, initials].join(' '))
    const csa_id = assistants[at % assistants.length]?.id ?? null
    return { id: fresh(), code, name, short_name: short, kind: 'tenant', pinyin, initials, csa_id, search }
  })
  await tx.insertInto('customers').values(companies).execute()
  const contacts = companies.map(
    (company, at): Actor => ({
      kind: 'customer',
      id: fresh(),
      name: nameOf(at + 100),
      roles: ['TADM'],
      customerId: company.id,
      guestTokenHash: null,
    }),
  )
  await tx
    .insertInto('people')
    .values(contacts.map((one, at) => personRow(one, 'contact', `138${String(20_000_000 + at * 6007)}`)))
    .execute()
  await tx
    .insertInto('contacts')
    .values(
      contacts.map((one) => ({
        person_id: one.id ?? '',
        customer_id: one.customerId ?? '',
        authorities: ['authorised'],
      })),
    )
    .execute()
  return contacts
}

async function build(tx: Tx, fresh: () => string): Promise<{ id: string; code: string }[]> {
  await tx
    .insertInto('buildings')
    .values(towers.map(([code]) => ({ code, name_zh: `${code}号楼`, name_en: `Building ${code}`, use: 'office' })))
    .execute()
  const floors = towers.flatMap(([tower, from, to, each]) =>
    Array.from({ length: to - from + 1 }, (_, at) => ({ tower, floor: from + at, each })),
  )
  await tx
    .insertInto('floors')
    .values(floors.map(({ tower, floor }) => ({ building_code: tower, floor, use: 'office' })))
    .execute()
  const units = floors.flatMap(({ tower, floor, each }) =>
    Array.from({ length: each }, (_, at) => ({
      id: fresh(),
      code: `${tower}-${String(floor).padStart(2, '0')}${String(at + 1).padStart(2, '0')}`,
      building_code: tower,
      floor,
      use: 'office',
      area_cm2: 1_964_000,
      position: at,
      report_token: fresh(),
    })),
  )
  await tx.insertInto('units').values(units).execute()
  return units
}

async function letOut(tx: Tx, fresh: () => string, lets: readonly Let[]): Promise<void> {
  for (const [customerId, held] of Map.groupBy(lets, (one) => one.customerId)) {
    const id = fresh()
    await tx
      .insertInto('tenancies')
      .values({ id, customer_id: customerId, contract: `HT-${id}`, starts: '2000-01-01', ends: '2098-12-31' })
      .execute()
    await tx
      .insertInto('tenancy_units')
      .values(held.map((unit) => ({ tenancy_id: id, unit_id: unit.id, during: '[2000-01-01,2099-01-01)' })))
      .execute()
  }
}

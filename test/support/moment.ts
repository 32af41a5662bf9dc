/** A fixed moment for pure tests: the cast of characters, a working calendar, parameters at their defaults, a price list. */
import type { Facts, PriceItem } from '#kernel/process/moment.ts'
import type { Now } from '#kernel/process/decide.ts'
import type { Actor, Role } from '#kernel/process/roles.ts'
import { atClock, type IsoInstant } from '#lib/time.ts'
import { officeHours, workingCalendar } from '#lib/working-calendar.ts'
import { kernelParameters } from '#kernel/parameters/kernel.ts'
import { repairParameters } from '#modules/repair/parameters.ts'
import { repairPrices } from '#modules/repair/prices.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const customerId = id(900)
export const fileId = id(800)
export const contactId = id(700)

const staff = (n: number, name: string, role: Role): Actor => ({
  kind: 'staff',
  id: id(n),
  name,
  roles: [role],
  customerId: null,
  guestTokenHash: null,
})
const tenant = (n: number, name: string, role: Role): Actor => ({
  kind: 'customer',
  id: id(n),
  name,
  roles: [role],
  customerId,
  guestTokenHash: null,
})

export const cast = {
  csa: staff(1, 'Wang Xin', 'CSA'),
  css: staff(2, 'Zhao Min', 'CSS'),
  csm: staff(3, 'Sun Li', 'CSM'),
  rec: staff(4, 'Lin Yue', 'REC'),
  eng: staff(5, 'Li Gang', 'ENG'),
  engB: staff(6, 'Chen Wei', 'ENG'),
  engm: staff(7, 'Liu Qiang', 'ENGM'),
  fin: staff(8, 'He Jing', 'FIN'),
  arc: staff(9, 'Guo Fang', 'ARC'),
  pm: staff(10, 'Zhou Tao', 'PM'),
  sec: staff(11, 'Ma Jun', 'SEC'),
  tadm: tenant(20, 'Ms Tan', 'TADM'),
  tusr: tenant(21, 'Mr Yu', 'TUSR'),
  guest: {
    kind: 'guest',
    id: null,
    name: '',
    roles: ['GUEST'],
    customerId: null,
    guestTokenHash: 'a'.repeat(64),
  },
} as const satisfies Record<string, Actor>
export type Player = keyof typeof cast

/** Somebody who has this one role and no other. */
export const somebody = (role: Role): Actor =>
  Object.values<Actor>(cast).find((actor) => actor.roles[0] === role) ??
  (role === 'TFIN' ? tenant(22, role, role) : staff(99, role, role))

/** Shanghai time of an ordinary Tuesday, unless another date is named. */
export const tuesday = '2026-11-24'
export const shanghai = (clock: string, date = tuesday): IsoInstant => atClock(date, clock)

/** National Day 2026 with the two days worked for it. */
export const calendar = workingCalendar({
  days: {
    '2026-09-20': 'makeup',
    '2026-10-01': 'holiday',
    '2026-10-02': 'holiday',
    '2026-10-03': 'holiday',
    '2026-10-04': 'holiday',
    '2026-10-05': 'holiday',
    '2026-10-06': 'holiday',
    '2026-10-07': 'holiday',
    '2026-10-10': 'makeup',
  },
  hours: officeHours,
})

/** The price list a building starts with. */
export const priceItems: readonly PriceItem[] = repairPrices.map((item) => ({
  ...item,
  effectiveFrom: '2026-01-01T00:00:00.000Z',
}))

const defaults: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries([...kernelParameters, ...repairParameters].map(({ key, default: value }) => [key, value])),
}

export interface Changes {
  readonly now?: IsoInstant
  readonly actor?: Actor
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly facts?: Partial<Facts>
}

/** The moment of a decision: 10:00 on the Tuesday, the assistant acting, nothing charged, unless told otherwise. */
export function momentOf(changes: Changes = {}): Now {
  const now = changes.now ?? shanghai('10:00')
  const values = { ...defaults, ...changes.parameters }
  return {
    now,
    actor: changes.actor ?? cast.csa,
    facts: {
      header: {
        number: 'GW-202611-0001',
        customerId,
        unitId: id(600),
        contactId,
        openedBy: cast.csa.id,
        openedAt: now,
        ownerId: cast.csa.id,
        assigneeId: null,
      },
      charged: 0,
      unpaid: 0,
      copies: [],
      files: [],
      escalations: [],
      linked: [],
      recent: [],
      building: '1',
      monthlyBilling: false,
      calendar,
      parameter: <T>(key: string): T => {
        if (!(key in values)) throw new RangeError(`no parameter ${key}`)
        return values[key] as T
      },
      price: (code) => priceItems.find((item) => item.code === code) ?? null,
      number: null,
      nameOf: (wanted) =>
        Object.values<Actor>(cast).find((actor) => actor.id === wanted)?.name ?? `person ${wanted.slice(-3)}`,
      ...changes.facts,
    },
  }
}

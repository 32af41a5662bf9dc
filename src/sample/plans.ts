import { dateOf } from '#lib/show-time.ts'
import { type IsoInstant, plusDays, plusMinutes } from '#lib/time.ts'
import { isServiceTime, isWorkday, type WorkingCalendar } from '#lib/working-calendar.ts'
import type { RepairSlip } from '#modules/repair/slip.ts'
import type { Tenant } from './customers.ts'
import { lately, nextSlot, sometime } from './hours.ts'
import { type Problem, problems } from './problems.ts'
import type { Chance } from './random.ts'
import { type Standing, standings } from './standings.ts'

/* What is to become of each of the slips (domain §12.5), before the first is opened. */

export interface Plan {
  readonly at: IsoInstant
  readonly problem: Problem
  readonly priority: RepairSlip['priority']
  readonly chargeable: boolean
  /** null: a common area */
  readonly tenant: Tenant | null
  /** in recent days everything goes its shortest way */
  readonly recent: boolean
  readonly ending: 'archived' | 'cancelled' | 'withdrawn' | 'declined'
  /** how it stands today; null: closed */
  readonly standing: Standing | null
  readonly late: 'dispatch' | 'accept' | 'arrive' | 'finish' | 'callBack' | null
  /** agreed in advance, when the standing needs it */
  readonly slot: { readonly start: IsoInstant; readonly end: IsoInstant } | null
  readonly luck: Chance
}

interface Setting {
  readonly count: number
  readonly tenants: readonly Tenant[]
  readonly calendar: WorkingCalendar
  readonly now: IsoInstant
  readonly luck: Chance
}

const days = 182
const shares = { P1: 0.05, P2: 0.25, P3: 0.35, P4: 0.35 } as const
const paid = 0.22
const open = 0.08

/** In the order in which they are reported. */
export function plansFor(setting: Setting): Plan[] {
  const { count, luck } = setting
  const stands = standings(Math.round(count * open))
  const priorities = shuffled(
    Object.entries(shares).flatMap(([priority, share]) => Array<string>(Math.round(count * share)).fill(priority)),
    luck.branch('priorities'),
  )
  const taken = [...stands.map(({ priority }) => priority)]
  for (const priority of taken) {
    const at = priorities.indexOf(priority)
    if (at >= 0) priorities.splice(at, 1)
  }
  const all = [...taken, ...priorities].slice(0, count)
  while (all.length < count) all.push('P3')
  const charged = chargedPlaces(all, stands, Math.round(count * paid), luck.branch('charged'))
  const plans = all.map((priority, place) =>
    planFor(
      setting,
      priority as Plan['priority'],
      charged.has(place),
      stands[place] ?? null,
      luck.branch(`slip ${place}`),
    ),
  )
  return plans.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** Which slips cost something: those whose standing needs it, and enough others that are not urgent. */
function chargedPlaces(
  priorities: readonly string[],
  stands: readonly Standing[],
  wanted: number,
  luck: Chance,
): Set<number> {
  const must = stands.flatMap((stand, place) => (stand.chargeable ? [place] : []))
  const may = priorities.flatMap((priority, place) =>
    place >= stands.length &&
    (priority === 'P4' || (priority === 'P3' && luck.often(0.5)) || (priority === 'P2' && luck.often(0.15)))
      ? [place]
      : [],
  )
  return new Set([...must, ...shuffled(may, luck)].slice(0, Math.max(wanted, must.length)))
}

function planFor(
  setting: Setting,
  priority: Plan['priority'],
  chargeable: boolean,
  standing: Standing | null,
  luck: Chance,
): Plan {
  const common = !chargeable && luck.often(standing?.tenant === true ? 0 : 0.24)
  const fits = problems.filter(
    (one) =>
      one.area === (common ? 'common' : 'customer') &&
      one.priorities.includes(Number(priority.slice(1))) &&
      (!chargeable || one.lines.length > 0),
  )
  const problem = luck.pick(fits)
  const when =
    standing === null ? pastTime(setting, priority, chargeable, common, luck) : openTime(setting, standing, luck)
  const recent = standing !== null || when.at > plusMinutes(setting.now, -14 * 1440)
  const ending =
    standing !== null
      ? 'archived'
      : luck.weighted<Plan['ending']>([
          ['archived', 940],
          ['cancelled', 30],
          ['withdrawn', common ? 0 : 10],
          ['declined', chargeable ? 60 : 0],
        ])
  return {
    ...when,
    problem,
    priority,
    chargeable,
    tenant: common ? null : tenantAt(setting, when.at, luck),
    recent,
    ending,
    standing,
    late: standing === null && luck.often(0.11) ? luck.pick(recent ? soonMended : kinds) : null,
    luck,
  }
}

const kinds = ['dispatch', 'accept', 'arrive', 'finish', 'callBack'] as const
/** Late, and closed by today all the same. */
const soonMended = ['dispatch', 'accept'] as const

/** A moment in the last half year, early enough for the slip to have reached its end. */
function pastTime(
  { calendar, now }: Setting,
  priority: Plan['priority'],
  chargeable: boolean,
  common: boolean,
  luck: Chance,
): { at: IsoInstant; slot: null } {
  const least = priority === 'P4' ? 9 : chargeable ? 7 : priority === 'P3' ? 5 : 2
  for (;;) {
    const date = plusDays(dateOf(now), -luck.between(least, days))
    const atAnyHour = !chargeable && (priority === 'P1' || priority === 'P2') && luck.often(common ? 0.4 : 0.12)
    const at = sometime(date, luck, atAnyHour ? 'any' : 'desk')
    if (atAnyHour || (isWorkday(calendar, date) && isServiceTime(calendar, at))) return { at, slot: null }
    if (!chargeable && isServiceTime(calendar, at) && luck.often(0.4)) return { at, slot: null }
  }
}

/** Counted back from now in service minutes, so that what runs is still in time whenever the building is loaded. */
function openTime({ calendar, now }: Setting, standing: Standing, luck: Chance): Pick<Plan, 'at' | 'slot'> {
  const at = lately(calendar, now, luck.between(...standing.reported))
  if (standing.visit === null) return { at, slot: null }
  if (standing.visit === 'ahead') {
    const slot = nextSlot(calendar, plusMinutes(now, luck.between(90, 3 * 1440)))
    return { at, slot }
  }
  const start = lately(calendar, now, luck.between(...standing.visit))
  return { at, slot: { start, end: plusMinutes(start, 60) } }
}

function tenantAt({ tenants }: Setting, at: IsoInstant, luck: Chance): Tenant {
  const day = dateOf(at)
  const there = tenants.filter(({ starts, headcount }) => starts <= day && (headcount > 0 || luck.often(0.3)))
  return luck.weighted(
    there.map((tenant) => [tenant, tenant.code === 'T003' ? 70 : 4 + Math.sqrt(tenant.headcount)] as const),
  )
}

function shuffled<T>(from: readonly T[], luck: Chance): T[] {
  return from
    .map((one) => [luck.next(), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one)
}

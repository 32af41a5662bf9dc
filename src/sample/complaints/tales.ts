import { dateOf } from '#lib/show-time.ts'
import { atClock, type IsoDate, type IsoInstant, plusDays } from '#lib/time.ts'
import { tenantCalled, tenantOn } from '../counter/people-around.ts'
import type { Tenant } from '../customers.ts'
import { workdayNotAfter } from '../hours.ts'
import type { Chance } from '../random.ts'
import { always, type Stage, type Tale } from '../tale.ts'
import { castOf, type Matter } from './cast.ts'
import { standingTales } from './standing.ts'
import { story, type Turns } from './story.ts'
import { type Trouble, troubles } from './troubles.ts'

/* 60 complaints of half a year (domain §12.5): six stand open today, the others found their end. */

interface Wanted extends Partial<Turns> {
  readonly daysAgo: number
  readonly clock?: string
  readonly fits?: (trouble: Trouble) => boolean
  readonly tenant?: string
  readonly channel?: Matter['channel']
  readonly source?: Matter['source']
  readonly written?: boolean
  /** how many others report the same */
  readonly others?: number
  /** on the weekend too */
  readonly anyDay?: true
}

const direct = (trouble: Trouble) => trouble.direct && !trouble.english
const calm = (trouble: Trouble) => !trouble.direct && !trouble.english
const about =
  (...categories: readonly Trouble['category'][]) =>
  (trouble: Trouble) =>
    categories.includes(trouble.category) && !trouble.english
const english = (trouble: Trouble) => trouble.english
const letter = { written: true, channel: 'letter', minutes: 110 } as const

/** What should not be missing, the most telling first: a smaller building has the first of them. */
const telling: readonly Wanted[] = [
  { daysAgo: 20, clock: '10:05', fits: direct, minutes: 110, deferred: { to: 'sameDay', kept: true } },
  { daysAgo: 27, fits: calm, measures: 'didNotHelp' },
  { daysAgo: 16, fits: calm, ...letter },
  { daysAgo: 30, fits: about('lift'), others: 2, minutes: 80 },
  { daysAgo: 25, fits: direct, rounds: 2, clock: '09:40' },
  { daysAgo: 80, fits: direct, minutes: 110, clock: '11:10', deferred: { to: 'nextDay', kept: false } },
  { daysAgo: 62, fits: about('temperature'), tenant: 'T019' },
  { daysAgo: 55, fits: about('temperature'), tenant: 'T019' },
  { daysAgo: 44, fits: about('temperature'), tenant: 'T019' },
  { daysAgo: 70, fits: direct, rounds: 3, ending: 'exceptional', clock: '09:10' },
  { daysAgo: 75, fits: calm, written: true, channel: 'indirect', source: 'hotline12345', minutes: 110 },
  { daysAgo: 38, fits: direct, minutes: 165, clock: '10:20' },
  { daysAgo: 58, fits: calm, minutes: 290, clock: '14:20' },
  { daysAgo: 33, fits: english, ...letter, tenant: 'T011' },
  { daysAgo: 28, fits: direct, minutes: 95, clock: '17:30' },
  { daysAgo: 36, fits: about('fitOut'), measures: 'exempted' },
  { daysAgo: 52, fits: calm, ending: 'cancelled' },
  { daysAgo: 95, fits: direct, rounds: 3, clock: '09:15' },
  { daysAgo: 71, fits: direct, minutes: 65, clock: '22:40' },
  { daysAgo: 64, fits: calm, measures: 'rejected' },
  { daysAgo: 50, fits: direct, minutes: 110, deferred: { to: 'nextDay', kept: true }, clock: '13:10' },
  { daysAgo: 110, fits: about('other', 'parking'), others: 1 },
  { daysAgo: 47, fits: calm, ...letter },
  { daysAgo: 66, fits: direct, rounds: 2, clock: '10:30' },
  { daysAgo: 12, fits: calm, channel: 'indirect', source: 'portal' },
  { daysAgo: 10, fits: direct },
  { daysAgo: 14, fits: about('cleaning', 'security') },
  { daysAgo: 43, fits: direct, clock: '11:00', anyDay: true },
  { daysAgo: 18, fits: english, tenant: 'T011' },
  { daysAgo: 90, fits: direct, minutes: 110, deferred: { to: 'sameDay', kept: true }, clock: '09:50' },
  { daysAgo: 100, fits: calm, ...letter },
  { daysAgo: 85, fits: direct, minutes: 190, clock: '11:30' },
  { daysAgo: 15, fits: calm, channel: 'indirect', source: 'qr' },
  { daysAgo: 125, fits: calm, written: true, channel: 'indirect', source: 'opinionBox', minutes: 110 },
  { daysAgo: 105, fits: calm, minutes: 270, clock: '14:10' },
  { daysAgo: 130, fits: direct, minutes: 110, deferred: { to: 'nextDay', kept: true }, clock: '10:40' },
  { daysAgo: 115, fits: about('fitOut', 'attitude'), measures: 'exempted' },
  { daysAgo: 140, fits: direct, rounds: 2, clock: '09:30' },
  { daysAgo: 150, fits: calm, ...letter },
  { daysAgo: 120, fits: direct, minutes: 150, clock: '13:30' },
]

const open = 6

/** `share`: how much of the whole building is wanted; the open ones are always there. */
export function complaintTales(stage: Stage, share: number): Tale[] {
  const { luck } = stage
  const wanted = Math.round((60 - open) * share)
  const chosen: Wanted[] = []
  let count = 0
  for (const one of telling) {
    if (count + 1 + (one.others ?? 0) > wanted) break
    chosen.push(one)
    count += 1 + (one.others ?? 0)
  }
  for (let place = 0; count < wanted; place += 1, count += 1) {
    const spread = ((place + luck.next()) / Math.max(1, wanted - chosen.length)) ** 1.2
    chosen.push({ daysAgo: 3 + Math.round(spread * 176) })
  }
  const told = new Set<Trouble>()
  const past = chosen.map((one, place) => pastTale(stage, one, told, luck.branch(`complaint ${place}`)))
  return [...past, ...standingTales(stage)]
}

function pastTale(stage: Stage, wanted: Wanted, told: Set<Trouble>, luck: Chance): Tale {
  const fits = wanted.fits ?? ((trouble: Trouble) => !trouble.english)
  const fitting = troubles.filter(fits)
  const fresh = fitting.filter((one) => !told.has(one))
  const trouble = luck.pick(fresh.length > 0 ? fresh : fitting)
  told.add(trouble)
  const at = momentOf(stage, wanted, luck)
  const tenant = whose(stage, wanted, trouble, at, luck)
  const matter = { at, trouble, tenant, written: wanted.written === true, luck, ...wayOf(wanted, luck) }
  const scene = castOf(stage, matter)
  const alsoReport = neighbours(stage, tenant, wanted.others ?? 0, at, luck)
  const turns: Turns = {
    minutes: wanted.minutes ?? (trouble.direct ? luck.between(45, 108) : luck.between(60, 140)),
    deferred: wanted.deferred ?? null,
    rounds: wanted.rounds ?? 1,
    ending: wanted.ending ?? 'closed',
    measures: wanted.measures ?? 'helped',
    alsoReport,
  }
  return { process: 'complaint', story: story(stage, scene, turns), luck, heard: always }
}

function momentOf({ now, calendar }: Stage, { daysAgo, clock, anyDay }: Wanted, luck: Chance): IsoInstant {
  const day = plusDays(dateOf(now), -daysAgo)
  const date = anyDay ? saturdayBefore(day) : workdayNotAfter(calendar, day)
  const at = clock ?? `${String(luck.between(9, 13)).padStart(2, '0')}:${String(luck.between(0, 59)).padStart(2, '0')}`
  return new Date(Date.parse(atClock(date, at)) + luck.between(0, 50) * 1000).toISOString()
}

function saturdayBefore(date: IsoDate): IsoDate {
  let day = date
  while (new Date(`${day}T00:00:00Z`).getUTCDay() !== 6) day = plusDays(day, -1)
  return day
}

/** T007 has one complaint about its rooms’ temperature, and that is open (domain §12.5). */
function whose({ tenants }: Stage, wanted: Wanted, trouble: Trouble, at: IsoInstant, luck: Chance): Tenant {
  if (wanted.tenant !== undefined) return tenantCalled(tenants, wanted.tenant)
  const inTower = (one: Tenant) => wanted.others === undefined || one.units.some(({ code }) => code.startsWith('1-'))
  const free = (one: Tenant) => one.code !== 'T007' && (trouble.category !== 'temperature' || one.code !== 'T019')
  return tenantOn(tenants, dateOf(at), luck, (one) => inTower(one) && free(one))
}

function neighbours({ tenants }: Stage, own: Tenant, count: number, at: IsoInstant, luck: Chance): Tenant[] {
  const found = [own]
  while (found.length <= count)
    found.push(
      tenantOn(
        tenants,
        dateOf(at),
        luck,
        (one) => !found.includes(one) && one.units.some(({ code }) => code.startsWith('1-')),
      ),
    )
  return found.slice(1)
}

function wayOf({ channel, source }: Wanted, luck: Chance): Pick<Matter, 'channel' | 'source'> {
  if (channel !== undefined) return { channel, source: source ?? null }
  const indirect = luck.pick(['visit', 'patrol', 'portal', 'thirdParty', 'opinionBox', 'visit'] as const)
  return luck.weighted<Pick<Matter, 'channel' | 'source'>>([
    [{ channel: 'phone', source: null }, 66],
    [{ channel: 'faceToFace', source: null }, 18],
    [{ channel: 'indirect', source: indirect }, 16],
  ])
}

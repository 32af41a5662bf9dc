import { dateOf } from '#lib/show-time.ts'
import { atClock, type IsoDate, type IsoInstant, plusDays, plusMinutes } from '#lib/time.ts'
import { addWorkingDays } from '#lib/working-calendar.ts'
import type { Due } from '#kernel/process/define.ts'
import type { LinkedCase, Moment } from '#kernel/process/moment.ts'
import { type CorrectiveSlip, kinds } from './slip.ts'

/* The judgements about a corrective action as pure functions. */

/** The case this report was raised from. */
export const parentOf = (at: Moment): LinkedCase | null =>
  at.facts.linked.find(({ kind, way }) => kind === 'raised' && way === 'up') ?? null

/** What the parent calls its category; a word unknown here is "other". */
export function kindOf(parent: LinkedCase | null): CorrectiveSlip['kind'] {
  const told = parent?.shows['category']
  return typeof told === 'string' ? (kinds.find((kind) => kind === told) ?? 'other') : null
}

/** Same department, same kind of trouble: what `facts.recent` compares. */
export const categoryOf = ({ department, kind }: CorrectiveSlip): string => `${department}:${kind ?? 'other'}`

/** Once found systemic it stays so. */
export const isSystemic = (slip: { readonly systemic: boolean }, at: Moment): boolean =>
  slip.systemic ||
  at.facts.recent.filter(({ state }) => state !== 'exempted').length + 1 >=
    at.facts.parameter<number>('corrective.systemic_count')

export const today = (at: Moment): IsoDate => dateOf(at.now)

/** The first day on which it can be told whether the measures helped. */
export const verifiableFrom = (slip: CorrectiveSlip, at: Moment): IsoDate | null =>
  slip.implementedAt === null
    ? null
    : plusDays(dateOf(slip.implementedAt), at.facts.parameter<number>('corrective.verify_after_days'))

const workingDays = (from: IsoInstant, key: string, at: Moment): Due => ({
  kind: 'WD',
  at: addWorkingDays(at.facts.calendar, from, at.facts.parameter<number>(key)),
})

export const planBy = (started: IsoInstant, at: Moment): Due => workingDays(started, 'corrective.plan_wd', at)
export const acceptBy = (started: IsoInstant, at: Moment): Due => workingDays(started, 'corrective.accept_wd', at)

/** The end of the later of the two days the department named. */
export function implementBy({ correctiveBy, preventiveBy }: CorrectiveSlip): Due | null {
  const last = [correctiveBy, preventiveBy]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1)
  return last === undefined ? null : { kind: 'WALL', at: atClock(last, '23:59') }
}

export const verifyBy = (slip: CorrectiveSlip, at: Moment): Due | null =>
  slip.implementedAt === null
    ? null
    : {
        kind: 'WALL',
        at: plusMinutes(slip.implementedAt, at.facts.parameter<number>('corrective.verify_by_days') * 24 * 60),
      }

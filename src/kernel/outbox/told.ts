/** What a person may want to be told outside the building: kinds of events, ways, quiet hours. The inbox gets everything. */
import { isoOfWall, msOfClock, wallOf } from '#lib/shanghai.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { AnyWords } from '#kernel/process/words.ts'
import { partsOf } from './sentence.ts'

export const toldKinds = ['escalation', 'mine', 'customer', 'other'] as const
export type ToldKind = (typeof toldKinds)[number]
export const toldWays = ['mail', 'sms'] as const
export type ToldWay = (typeof toldWays)[number]

export interface Preferences {
  readonly mail: Readonly<Record<ToldKind, boolean>>
  readonly sms: Readonly<Record<ToldKind, boolean>>
  /** times of day in Shanghai between which only escalations are sent; may span midnight */
  readonly quiet: { readonly from: string; readonly to: string } | null
}

const none = { escalation: false, mine: false, customer: false, other: false }

/** Before anybody has chosen: staff hear of escalations and their own work, a customer of his own company's slips. */
export const sensible: Readonly<Record<'staff' | 'customer', Preferences>> = {
  staff: {
    mail: { ...none, escalation: true, mine: true },
    sms: { ...none, escalation: true },
    quiet: { from: '22:00', to: '07:00' },
  },
  customer: { mail: { ...none, customer: true }, sms: none, quiet: { from: '21:00', to: '08:00' } },
}

interface Relation {
  readonly person: { readonly id: string; readonly kind: 'staff' | 'customer' }
  readonly own: AnyWords | null
  readonly doneByCustomer: boolean
  /** owner and crew of the case */
  readonly atWork: readonly string[]
}

/**
 * `account` cannot be switched off: who takes over an account must not be able to silence its owner. Everything a customer
 * hears of is about his own company's slips.
 */
export function kindOf(event: string, { person, own, doneByCustomer, atWork }: Relation): ToldKind | 'account' {
  if (partsOf(event).chapter === 'account') return 'account'
  if (person.kind === 'customer') return 'customer'
  if (isPromise(event, own)) return 'escalation'
  if (atWork.includes(person.id)) return 'mine'
  return doneByCustomer ? 'customer' : 'other'
}

/** An escalation, its answer, or a clock that ran out. */
export function isPromise(event: string, own: AnyWords | null): boolean {
  const { chapter, name } = partsOf(event)
  if (name === 'escalation' || name === 'instruction') return chapter !== 'account'
  return own !== null && own.actions[name] === undefined && own.clocks[name] !== undefined
}

/** When it may be sent: now, or when the quiet hours end. */
export function afterQuiet(at: IsoInstant, { quiet }: Preferences): IsoInstant {
  if (quiet === null || quiet.from === quiet.to) return at
  const wall = wallOf(at)
  const [from, to] = [msOfClock(quiet.from), msOfClock(quiet.to)]
  const within = from < to ? wall.ms >= from && wall.ms < to : wall.ms >= from || wall.ms < to
  if (!within) return at
  return isoOfWall({ day: wall.ms < to ? wall.day : wall.day + 1, ms: to })
}

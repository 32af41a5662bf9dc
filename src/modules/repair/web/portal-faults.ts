import { phonePattern } from '#lib/phone.ts'
import type { useSay } from '#ui/language.tsx'
import { portalWords as own } from '../words/portal.ts'
import type { Category } from './portal-categories.tsx'
import type { chosenTime, Wish } from './portal-time.tsx'

/* What was typed into a report, and what is wrong with it, told before anything is sent. */

export interface Typed {
  readonly category: Category | ''
  readonly problem: string
  readonly location: string
  readonly name: string
  readonly phone: string
  readonly wish: Wish
}
export type Faults = Readonly<Record<string, string>>

type Say = ReturnType<typeof useSay>

export function faultsIn(typed: Typed, time: ReturnType<typeof chosenTime>, say: Say): Faults {
  const phoneFits = phonePattern.test(typed.phone.trim())
  return {
    ...(typed.category === '' ? { category: say(own.chooseCategory) } : {}),
    ...(typed.problem.trim() === '' ? { problem: say(own.writeProblem) } : {}),
    ...(time === 'past' ? { wish: say(own.timePast) } : time === 'order' ? { wish: say(own.endBeforeStart) } : {}),
    ...(typed.name.trim() === '' ? { name: say(own.missing) } : {}),
    ...(phoneFits ? {} : { phone: say(own.phoneFault) }),
  }
}

/** What is remembered of the reporter for the next time. */
export const isSelf = (value: unknown): value is { name: string; phone: string } =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'phone' in value &&
  typeof value.phone === 'string'

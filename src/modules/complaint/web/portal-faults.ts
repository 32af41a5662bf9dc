import { phonePattern } from '#lib/phone.ts'
import { isoOfLocal } from '#kernel/process/web/form-values.ts'
import type { useSay } from '#ui/language.tsx'
import type { categories } from '../slip.ts'
import { portalWords as own } from '../words/portal.ts'

/* What a tenant typed into his complaint, and what is wrong with it, told before anything is sent. */

export interface Typed {
  readonly category: (typeof categories)[number] | ''
  readonly problem: string
  readonly direct: 'yes' | 'no' | ''
  readonly when: 'now' | 'other'
  readonly at: string
  readonly injury: boolean
  readonly written: boolean
  readonly location: string
  readonly company: string
  readonly name: string
  readonly phone: string
}
export type Faults = Readonly<Record<string, string>>

/** “Just now” is the minute before, so that no clock calls it the future. Null: not filled in, or still to come. */
export function momentOf({ when, at }: Pick<Typed, 'when' | 'at'>, now: number): string | null {
  if (when === 'now') return new Date(now - 60_000).toISOString()
  const moment = isoOfLocal(at)
  return moment === null || Date.parse(moment) > now ? null : moment
}

export function faultsIn(typed: Typed, now: number, say: ReturnType<typeof useSay>): Faults {
  const phoneFits = phonePattern.test(typed.phone.trim())
  return {
    ...(typed.category === '' ? { category: say(own.chooseCategory) } : {}),
    ...(typed.problem.trim() === '' ? { problem: say(own.writeProblem) } : {}),
    ...(typed.direct === '' ? { direct: say(own.chooseDirect) } : {}),
    ...(momentOf(typed, now) === null ? { when: say(own.timeFault) } : {}),
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

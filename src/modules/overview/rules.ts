import type { IsoInstant } from '#lib/time.ts'
import type { Department } from '#kernel/process/roles.ts'
import type { CaseRow } from '#kernel/process/view.ts'
import type { FigureKey } from './words/figures.ts'

/* What a figure is (domain §7): one query gives its cases, and both the number and the list behind it are read from that. */

/**
 * share: counted cases of all, in percent. count: cases. ratio: cases for so many of something else, in percent; density:
 * for each ten thousand. money: fen. duration: minutes of each case, gross and net of its pauses.
 */
export type FigureKind = 'share' | 'count' | 'ratio' | 'density' | 'money' | 'duration'

export interface FigureSpec {
  /** as the domain numbers it: M1 */
  readonly no: string
  /** the process it counts; without that module in the house it is not available */
  readonly process: string
  readonly kind: FigureKind
  /** what is aimed at, in basis points, before anybody sets another; null: watched */
  readonly target: number | null
  /** whether more is better */
  readonly good: 'more' | 'less' | null
  /** whose figure it is: heads see their own. `own`: counted by the departments of the cases */
  readonly of: readonly Department[] | 'own'
  /** what its parts are named by */
  readonly parts?: 'category' | 'department' | 'priority'
  /** only a page of its own shows it, the monthly table does not */
  readonly aside?: true
}

export interface Spread {
  readonly mean: number
  readonly median: number
  readonly p90: number
}
export interface FigurePart {
  /** word of the process, a department or a priority; '' where there are no parts */
  readonly part: string
  readonly hits: number
  readonly of: number
  /** percent, cases, fen or mean minutes; null: not applicable, nothing to divide by */
  readonly value: number | null
  readonly gross: Spread | null
  readonly net: Spread | null
}
export interface FigureView extends FigurePart {
  readonly key: FigureKey
  /** the module it counts is not in the house */
  readonly missing: boolean
  /** percent */
  readonly target: number | null
  /** the value of the month before */
  readonly last: number | null
  readonly parts: readonly FigurePart[]
}
export interface FigureCase {
  readonly case: CaseRow
  readonly part: string
  /** counted in the numerator */
  readonly hit: boolean
  /** fen or minutes, as the figure is */
  readonly value: number | null
  readonly net: number | null
}
export interface FigureMonth {
  readonly month: string
  /** the month is not over: its figures still move */
  readonly running: boolean
  readonly asOf: IsoInstant
  readonly items: readonly FigureView[]
}

/** Percent with two decimals; null when there is nothing to divide by. */
export const rate = (hits: number, of: number): number | null =>
  of === 0 ? null : Math.round((hits * 10_000) / of) / 100

/** For each ten thousand, two decimals. */
export const perTenThousand = (hits: number, of: number): number | null =>
  of === 0 ? null : Math.round((hits * 1_000_000) / of) / 100

/** Whether a value reaches its target; null where one of them is missing. */
export function reached(spec: FigureSpec, value: number | null, target: number | null): boolean | null {
  if (value === null || target === null || spec.good === null) return null
  return spec.good === 'more' ? value >= target : value <= target
}

/** Whether it went the right way since the month before; null when it did not move or cannot be said. */
export function betterThan(spec: FigureSpec, value: number | null, last: number | null): boolean | null {
  if (value === null || last === null || value === last || spec.good === null) return null
  return value > last === (spec.good === 'more')
}

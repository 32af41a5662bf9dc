import type { Both } from '#lib/language.ts'
import type { IsoDate, IsoInstant } from '#lib/time.ts'
import type { DayKind } from '#lib/working-calendar.ts'
import type { ParameterUnit } from './declare.ts'

export interface ParameterVersion {
  readonly value: unknown
  readonly effectiveFrom: IsoInstant
  readonly setBy: string | null
  readonly setAt: IsoInstant
  readonly reason: string
  readonly holds: 'past' | 'now' | 'later'
}

export interface ParameterRow {
  readonly key: string
  readonly says: Both
  readonly unit: ParameterUnit
  readonly step: string | null
  /** JSON Schema of its values, for the form that edits it */
  readonly shape: unknown
  readonly default: unknown
  readonly value: unknown
  readonly mayEdit: boolean
  /** newest first */
  readonly versions: readonly ParameterVersion[]
}

export interface ParameterGroup {
  readonly group: string
  readonly name: Both
  readonly items: readonly ParameterRow[]
}

export interface CalendarDay {
  readonly day: IsoDate
  readonly kind: DayKind
  readonly name: string
}

export interface CalendarYear {
  readonly year: number
  /** the days that are not what their weekday says */
  readonly days: readonly CalendarDay[]
  /** this year or the next, when no public holiday is entered for it */
  readonly missing: readonly number[]
  readonly mayEdit: boolean
}

import { z } from 'zod'
import type { IsoInstant } from '#lib/time.ts'
import { longText, text } from '#kernel/process/fields.ts'
import type { FigureView } from './rules.ts'

/* The score sheet of 部门服务质量监控 (domain §2.26): four parts of a department's month, out of 25 each, with a comment. */

export const scoredDepartments = ['security', 'engineering', 'cleaning'] as const
export type ScoredDepartment = (typeof scoredDepartments)[number]

export const mostOfAScore = 25
export const scoreParts = ['complaints', 'serviceSlips', 'patrols', 'survey'] as const
export type ScorePart = (typeof scoreParts)[number]

const part = () => z.int().min(0).max(mostOfAScore).meta({ control: 'count' })

export const Score = z
  .object({
    /** the version the reader saw; 0 when there was none */
    version: z.int().min(0).max(1000),
    complaints: part(),
    serviceSlips: part(),
    patrols: part(),
    survey: part(),
    comment: longText(2000),
  })
  .strict()
export const Note = z.object({ version: z.int().min(1).max(1000), remark: text(1000, 0).default('') }).strict()

export interface ScoreSheet {
  readonly version: number
  readonly scores: Readonly<Record<ScorePart, number>>
  /** of 100 */
  readonly total: number
  readonly comment: string
  readonly signedBy: string
  readonly signedAt: IsoInstant
  readonly notedBy: string | null
  readonly notedAt: IsoInstant | null
  readonly remark: string
}

/** A department's month: what it shows, and the sheet. Patrols and surveys are not recorded yet, and not among the figures. */
export interface QualityView {
  readonly department: ScoredDepartment
  readonly figures: readonly FigureView[]
  /** promises that fell due in the month */
  readonly kept: number
  readonly missed: number
  readonly sheet: ScoreSheet | null
  readonly lastTotal: number | null
  readonly maySign: boolean
  readonly mayNote: boolean
}

export interface QualityMonth {
  readonly month: string
  readonly running: boolean
  readonly items: readonly QualityView[]
}

/** What the customer service manager and the project manager look at first (domain §7, Today board). */
export interface TodayView {
  readonly complaints: number
  /** the complaint with the least time left */
  readonly next: {
    readonly process: string
    readonly number: string
    readonly title: string
    readonly dueAt: IsoInstant
  } | null
  readonly red: number
  readonly repairs: number
  readonly serviceSlips: number
  readonly longPauses: number
}

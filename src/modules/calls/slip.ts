import { z } from 'zod'
import { choice, day, text } from '#kernel/process/fields.ts'

/* How the telephone was answered: what is counted at the end of a shift, and what a page of it shows (domain §2.15). */

export const shifts = ['day', 'evening', 'night'] as const
export type Shift = (typeof shifts)[number]
export const outcomes = ['answered', 'voiceMail', 'unanswered'] as const
export type Outcome = (typeof outcomes)[number]

const calls = z.int().min(0).max(100_000)

/** How often, and how often in time. */
export const Tally = z.object({
  answered: calls,
  answeredInTime: calls,
  voiceMail: calls,
  voiceMailInTime: calls,
  held: calls,
  heldInTime: calls,
  unanswered: calls,
})
export type Tally = z.infer<typeof Tally>
export const tallyFields = Object.keys(Tally.shape) as readonly (keyof Tally)[]

/** Part and whole: what was in time is part of what there was. */
export const parts = [
  ['answeredInTime', 'answered'],
  ['voiceMailInTime', 'voiceMail'],
  ['heldInTime', 'held'],
] as const satisfies readonly (readonly [keyof Tally, keyof Tally])[]

export const ShiftCount = z.strictObject({
  day: day(),
  shift: choice(shifts),
  /** whose shift; null: the writer's own */
  operatorId: z.uuid().nullable(),
  ...Tally.shape,
  note: text(300, 0),
})
export type ShiftCount = z.infer<typeof ShiftCount>

export const CountRow = Tally.extend({
  day: z.string(),
  shift: z.enum(shifts),
  operator: z.object({ id: z.string(), name: z.string() }),
  version: z.int(),
  note: z.string(),
  setBy: z.string(),
  setAt: z.string(),
})
export type CountRow = z.infer<typeof CountRow>

export const DayFigures = Tally.extend({ day: z.string(), source: z.enum(['exchange', 'hand']) })
export type DayFigures = z.infer<typeof DayFigures>

export const CallFigures = z.object({
  days: z.array(DayFigures),
  total: Tally,
  counts: z.array(CountRow),
  limits: z.object({ rings: z.int(), voiceMailRings: z.int(), holdSeconds: z.int(), targetBp: z.int() }),
  may: z.object({ count: z.boolean(), countForOthers: z.boolean(), read: z.boolean() }),
})
export type CallFigures = z.infer<typeof CallFigures>

export const ReadAnswer = z.object({
  /** rows that hold a call */
  rows: z.int(),
  added: z.int(),
  /** calls that had been read before */
  known: z.int(),
  faults: z.array(z.object({ row: z.int(), why: z.string() })),
  faultCount: z.int(),
  /** workbook of the rows that were not read, with the reason beside each; base64 */
  faultFile: z.string().nullable(),
})
export type ReadAnswer = z.infer<typeof ReadAnswer>

import { z } from 'zod'
import { dateOf } from '#lib/show-time.ts'
import type { IsoInstant } from '#lib/time.ts'
import { addServiceMinutes } from '#lib/working-calendar.ts'
import type { Due } from './define.ts'
import type { Moment } from './moment.ts'
import { choice, instant, score, text } from './fields.ts'

/*
 * 回访 HF (F-32): the customer is asked whether he is content. A process keeps its calls in a slip field of CallBackKept,
 * numbers each (`numbered: 'HF'`), and prints the record with `callBackRecord` of papers/call-back.ts.
 */

export const opinions = ['satisfied', 'acceptable', 'dissatisfied'] as const
export const conclusions = [...opinions, 'notReached'] as const
export const callWays = ['phone', 'visit'] as const

export const CallBackKept = z.object({
  number: z.string(),
  how: choice(callWays),
  at: instant(),
  spokeWith: z.string(),
  conclusion: choice(conclusions),
  timeliness: score().nullable(),
  attitude: score().nullable(),
  quality: score().nullable(),
  fee: score().nullable(),
  opinion: z.string(),
  handling: z.string(),
  by: z.string(),
})
export type CallBackKept = z.infer<typeof CallBackKept>

/** The blanks of a call that reached the customer; a process may leave out what does not concern it, such as the fee. */
export const callBackBlanks = {
  how: choice(callWays),
  spokeWith: text(60),
  conclusion: choice(opinions),
  timeliness: score(),
  attitude: score(),
  quality: score(),
  fee: score(),
  opinion: text(500, 0).default(''),
  handling: text(500, 0).default(''),
}
/** Who is not content is told what will be done. */
export const handlingGiven = (input: { readonly conclusion: string; readonly handling: string }): boolean =>
  input.conclusion !== 'dissatisfied' || input.handling.length > 0
export const handlingMissing = { path: ['handling'], message: 'required' }

export const CallBack = z.object(callBackBlanks).strict().refine(handlingGiven, handlingMissing)
export const NotReached = z.object({ how: choice(callWays), opinion: text(500, 0).default('') }).strict()

type Answered = z.infer<z.ZodObject<typeof callBackBlanks>>

/** The record of a call that reached the customer. */
export function answered(input: Omit<Answered, 'fee'> & Partial<Pick<Answered, 'fee'>>, at: Moment): CallBackKept {
  return { ...input, fee: input.fee ?? null, number: at.facts.number ?? '', at: at.now, by: at.actor.name }
}

/** The record of an attempt that reached nobody. */
export function unanswered(input: z.infer<typeof NotReached>, at: Moment): CallBackKept {
  return {
    timeliness: null,
    attitude: null,
    quality: null,
    fee: null,
    how: input.how,
    opinion: input.opinion,
    handling: '',
    spokeWith: '',
    conclusion: 'notReached',
    number: at.facts.number ?? '',
    at: at.now,
    by: at.actor.name,
  }
}

/** Enough attempts on enough different days, none successful (F-32). Attempts before `since` do not count; null: all do. */
export function calledEnough(calls: readonly CallBackKept[], since: IsoInstant | null, at: Moment): boolean {
  const tries = calls.filter((call) => call.conclusion === 'notReached' && (since === null || call.at >= since))
  const days = new Set(tries.map((call) => dateOf(call.at)))
  return (
    tries.length >= at.facts.parameter<number>('callback.attempts') &&
    days.size >= at.facts.parameter<number>('callback.days')
  )
}

/** At once: within the service minutes of `callback.minutes`. */
export function callBackBy(started: IsoInstant, at: Moment): Due {
  return {
    kind: 'SERVICE',
    at: addServiceMinutes(at.facts.calendar, started, at.facts.parameter<number>('callback.minutes')),
  }
}

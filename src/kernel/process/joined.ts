import { z } from 'zod'
import type { IsoInstant } from '#lib/time.ts'
import { choice, instant, openCase, text } from './fields.ts'
import type { LinkedCase, Moment } from './moment.ts'

/*
 * One trouble reported through several channels is one case: the others are joined into it (`joins` of the action), and
 * everybody who reported is called. A process spreads `joinedKept` into its slip, `nothingJoined` into the blank slip and
 * `joinedNeeds` into its needs.
 */

export const JoinedCallKept = z.object({
  joinedNumber: z.string(),
  spokeWith: z.string(),
  satisfied: z.boolean(),
  said: z.string(),
  at: instant(),
  by: z.string(),
})
export type JoinedCallKept = z.infer<typeof JoinedCallKept>

/** Slip fields of a case that others may be joined into, and that may be joined itself. Customers are shown neither. */
export const joinedKept = {
  joinedCalls: z.array(JoinedCallKept).max(500),
  joinedInto: z.string().max(40).nullable(),
}
export const joinedHidden = ['joinedCalls', 'joinedInto'] as const
export const nothingJoined = { joinedCalls: [], joinedInto: null }

interface Joinable {
  readonly joinedCalls: readonly JoinedCallKept[]
  readonly joinedInto: string | null
}

export const Join = z.object({ joinedInto: openCase() }).strict()
/** A call to somebody who was joined in. Who is not content says why. */
export const CallJoined = z
  .object({
    joinedNumber: text(40),
    spokeWith: text(60),
    conclusion: choice(['satisfied', 'dissatisfied']),
    said: text(500, 0).default(''),
  })
  .strict()
  .refine((input) => input.conclusion === 'satisfied' || input.said !== '', { path: ['said'], message: 'required' })

/** The cases that were joined into this one. */
export const joinedIn = (at: Moment): LinkedCase[] =>
  at.facts.linked.filter((one) => one.kind === 'joined' && one.way === 'down')

/** The record of a call to somebody who was joined in. */
export function joinedCall(input: z.infer<typeof CallJoined>, at: Moment): JoinedCallKept {
  const { joinedNumber, spokeWith, said, conclusion } = input
  return { joinedNumber, spokeWith, said, satisfied: conclusion === 'satisfied', at: at.now, by: at.actor.name }
}

/** The last call to each who was joined in; null where there was none. Calls before `since` do not count; null: all do. */
export function lastJoinedCalls(
  slip: Joinable,
  at: Moment,
  since: IsoInstant | null = null,
): (JoinedCallKept | null)[] {
  const calls = slip.joinedCalls.filter((call) => since === null || call.at >= since)
  return joinedIn(at).map(({ number }) => calls.findLast((call) => call.joinedNumber === number) ?? null)
}

/** What must hold: before a case is dropped, and of the slip as `callJoined` and `join` leave it. */
export const joinedNeeds = {
  joinedHere: (slip: Joinable, at: Moment): boolean => {
    const last = slip.joinedCalls.at(-1)
    return last === undefined || joinedIn(at).some((one) => one.number === last.joinedNumber)
  },
  notItself: (slip: Joinable, at: Moment): boolean =>
    slip.joinedInto === null || slip.joinedInto !== at.facts.header.number,
  // Nobody drops what others wait for too.
  nobodyJoined: (_slip: Joinable, at: Moment): boolean => joinedIn(at).length === 0,
}

import { dateOf } from '#lib/show-time.ts'
import { plusDays, plusMinutes, startOfDay, type IsoInstant } from '#lib/time.ts'
import { addServiceMinutes, nextServiceTime } from '#lib/working-calendar.ts'
import type { Due } from '#kernel/process/define.ts'
import type { Moment } from '#kernel/process/moment.ts'
import type { MessageSlip } from './slip.ts'

/* The judgements of domain §2.15 on messages as pure functions. */

const surnameOnly =
  /^\p{Script=Han}{0,2}(先生|女士|小姐|太太|董|总|经理|主任|老师|工)$|^(mr|mrs|ms|miss|dr|sir|madam)\b\.?\s*[^\s]*$/iu

/** 来电者全名: a surname with a title is not one, nor is a single sign. */
export const isFullName = (name: string): boolean => [...name].length > 1 && !surnameOnly.test(name)

export const handBy = (key: string, slip: MessageSlip, at: Moment): Due => ({
  kind: 'WALL',
  at: plusMinutes(slip.takenAt, at.facts.parameter<number>(key)),
})

/** A message nobody signed for is looked at by the supervisor when the house opens on a later day. */
export const reviewBy = (slip: MessageSlip, at: Moment): Due => ({
  kind: 'SERVICE',
  at: nextServiceTime(at.facts.calendar, startOfDay(plusDays(dateOf(slip.takenAt), 1))),
})

export const followBy = (started: IsoInstant, at: Moment): Due => ({
  kind: 'SERVICE',
  at: addServiceMinutes(at.facts.calendar, started, at.facts.parameter<number>('message.follow_minutes')),
})

export const isLaterDay = (slip: MessageSlip, at: Moment): boolean => dateOf(at.now) > dateOf(slip.takenAt)

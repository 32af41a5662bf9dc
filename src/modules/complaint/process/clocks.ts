import { dateOf } from '#lib/show-time.ts'
import { atClock, type IsoInstant, plusMinutes } from '#lib/time.ts'
import { addWorkingDays } from '#lib/working-calendar.ts'
import { callBackBy } from '#kernel/process/call-back.ts'
import { type Clock, type Due, step } from '#kernel/process/define.ts'
import type { Moment } from '#kernel/process/moment.ts'
import { acceptedDeferral, replyDelivered } from '../rules.ts'
import type { ComplaintSlip } from '../slip.ts'
import { type ComplaintState, open, unsolved } from './states.ts'

/* The promises of domain §2.5.3 to the minute. A later round counts from its own beginning. */

const number = (at: Moment, key: string): number => at.facts.parameter<number>(key)
const wall = (from: IsoInstant, minutes: number): Due => ({ kind: 'WALL', at: plusMinutes(from, minutes) })
const earlier = (one: IsoInstant, other: IsoInstant) => (one < other ? one : other)
const later = (one: IsoInstant, other: IsoInstant) => (one > other ? one : other)

/** The first promise: two hours where it affects the customer directly, a day otherwise. Never moved by a deferral. */
export const solveBy = (slip: ComplaintSlip, at: Moment): Due =>
  wall(slip.roundStartedAt, number(at, slip.direct ? 'complaint.direct_minutes' : 'complaint.other_minutes'))

/** What the customer has been promised now: the first promise, or the time of a deferral he agreed to. */
export const currentDue = (slip: ComplaintSlip, at: Moment): IsoInstant =>
  acceptedDeferral(slip)?.promisedAt ?? solveBy(slip, at).at

/** “The same day”: the cut-off hour, with some time for what came in late, and never past the day itself. */
export function sameDayBy(slip: ComplaintSlip, at: Moment): Due {
  const date = dateOf(slip.roundStartedAt)
  const cutoff = atClock(date, at.facts.parameter<string>('complaint.day_cutoff'))
  const grace = plusMinutes(slip.roundStartedAt, number(at, 'complaint.late_grace'))
  return { kind: 'WALL', at: earlier(later(cutoff, grace), atClock(date, '23:59')) }
}

export function promisedBy(slip: ComplaintSlip): Due | null {
  const deferral = acceptedDeferral(slip)
  return deferral === null ? null : { kind: 'WALL', at: deferral.promisedAt }
}

/** Minutes after the oldest escalation to this superior that he has not accepted. */
function unanswered(role: 'CSM' | 'PM', minutes: number, at: Moment): Due | null {
  const waiting = at.facts.escalations.filter((one) => one.role === role && one.acceptedAt === null)
  const oldest = waiting.map((one) => one.raisedAt).toSorted()[0]
  return oldest === undefined ? null : wall(oldest, minutes)
}

export function holdingReplyBy(slip: ComplaintSlip, at: Moment): Due | null {
  if (!slip.written || slip.holding !== null || slip.replies.length > 0) return null
  return workingDays(slip.acceptedAt, 'complaint.holding_reply_wd', at)
}

export const replyBy = (slip: ComplaintSlip, at: Moment): Due | null =>
  replyDelivered(slip) ? null : workingDays(slip.roundStartedAt, 'complaint.reply_wd', at)

const workingDays = (from: IsoInstant, key: string, at: Moment): Due => ({
  kind: 'WD',
  at: addWorkingDays(at.facts.calendar, from, number(at, key)),
})

export const clocks = {
  follow: {
    runs: 'registered',
    due: (slip, _started, at) => wall(slip.acceptedAt, number(at, 'complaint.follow_minutes')),
    late: [step('CSS', 1)],
  },
  firstContact: {
    runs: unsolved,
    due: (slip, _started, at) =>
      slip.firstContactAt === null ? wall(slip.acceptedAt, number(at, 'complaint.first_contact')) : null,
    late: [step('CSS', 1)],
  },
  solve: {
    runs: unsolved,
    due: (slip, _started, at) => solveBy(slip, at),
    late: [step<ComplaintSlip>('CSM', 1, 0, (slip) => acceptedDeferral(slip) === null)],
  },
  promised: { runs: unsolved, due: (slip) => promisedBy(slip), late: [step('CSM', 1)] },
  sameDay: { runs: unsolved, due: (slip, _started, at) => sameDayBy(slip, at), late: [step('PM', 2)] },
  levelOneUnanswered: {
    keptBy: 'CSM',
    runs: unsolved,
    due: (slip, _started, at) =>
      slip.grade === 'major' ? unanswered('CSM', number(at, 'complaint.l1_ack'), at) : null,
    late: [step('PM', 2)],
  },
  levelTwoUnanswered: {
    keptBy: 'PM',
    runs: open,
    due: (_slip, _started, at) => unanswered('PM', number(at, 'complaint.gm_minutes'), at),
    late: [step('GM', 3)],
  },
  order: {
    runs: open,
    due: (slip) => (slip.orderDeadline === null ? null : { kind: 'WALL', at: slip.orderDeadline }),
    late: [step('CSM', 1), step('PM', 2)],
  },
  holdingReply: { runs: open, due: (slip, _started, at) => holdingReplyBy(slip, at), late: [step('CSS', 1)] },
  reply: { runs: open, due: (slip, _started, at) => replyBy(slip, at), late: [step('CSM', 1)] },
  // Who has said that he is content is not called again, whatever is still missing for the close.
  callBack: {
    runs: 'callBack',
    due: (slip, started, at) => (slip.conclusion === null ? callBackBy(started, at) : null),
    late: [step('CSS', 1)],
  },
} satisfies Record<string, Clock<ComplaintSlip, ComplaintState>>

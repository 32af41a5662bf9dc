import type { Tx } from '#kernel/database/database.ts'
import { dateOf } from '#lib/show-time.ts'
import { atClock, type IsoDate, plusDays, plusMinutes } from '#lib/time.ts'
import { isWorkday } from '#lib/working-calendar.ts'
import { countShift } from '#modules/calls/server/queries.ts'
import type { Shift } from '#modules/calls/slip.ts'
import { staffNamed } from './people.ts'
import type { Chance } from './random.ts'
import type { Stage } from './tale.ts'

/** Who sat at the switchboard, until when, and how many called on a working day. */
const shifts: readonly (readonly [shift: Shift, operator: string, ends: string, nextDay: boolean, calls: number])[] = [
  ['day', '方静', '16:00', false, 78],
  ['evening', '段梅', '23:59', false, 26],
  ['night', '石磊', '08:00', true, 5],
]

const days = 30

/** The shifts of the last month, counted by hand at their end. */
export async function countCalls(tx: Tx, { staff, calendar, now, luck }: Stage): Promise<void> {
  for (let day = plusDays(dateOf(now), -days); day <= dateOf(now); day = plusDays(day, 1))
    for (const [shift, name, ends, nextDay, usual] of shifts) {
      const ended = atClock(nextDay ? plusDays(day, 1) : day, ends)
      const set = plusMinutes(ended, luck.between(0, 1) + luck.between(1, 14))
      if (set > now) continue
      const calls = Math.round(usual * (isWorkday(calendar, day) ? 1 : 0.3) * (0.8 + luck.next() * 0.4))
      await countShift(tx, counted(day, shift, calls, luck), staffNamed(staff, name), set)
    }
}

function counted(day: IsoDate, shift: Shift, calls: number, luck: Chance) {
  const some = (share: number) => Math.round(calls * share * luck.next() * 2)
  const unanswered = some(0.015)
  const voiceMail = shift === 'day' ? some(0.02) : some(0.05)
  const answered = Math.max(0, calls - unanswered - voiceMail)
  const held = Math.min(answered, some(0.22))
  const most = (of: number, share: number) => of - Math.min(of, Math.round(of * (1 - share) * luck.next() * 2))
  return {
    day,
    shift,
    operatorId: null,
    answered,
    answeredInTime: most(answered, 0.96),
    voiceMail,
    voiceMailInTime: most(voiceMail, 0.9),
    held,
    heldInTime: most(held, 0.92),
    unanswered,
    note: unanswered > 2 ? luck.pick(notes) : '',
  }
}

const notes = ['台风预警，来电集中', '电梯年检通知后咨询较多', '线路检修十五分钟'] as const

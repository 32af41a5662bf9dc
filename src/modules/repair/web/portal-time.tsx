import { TextInput } from '@mantine/core'
import { clockTime } from '#lib/show-time.ts'
import { isoOfLocal } from '#kernel/process/web/form-values.ts'
import { day, isoOfWall, minute, wallOf, type Wall } from '#lib/shanghai.ts'
import { useSay } from '#ui/language.tsx'
import { RadioChips } from '#ui/radio-chips.tsx'
import { portalWords as own } from '../words/portal.ts'
import classes from './portal.module.css'

/* When we should come: two-hour windows of the working day, one tap each; or a time of one's own. */

export interface Wish {
  /** `soonest`, the start of a window (ISO), or `other` */
  readonly choice: string
  /** local date and time in Shanghai, for `other` */
  readonly from: string
  readonly until: string
}

export interface Window {
  readonly start: string
  readonly end: string
  readonly today: boolean
}

const hour = 60 * minute
const [opens, closes] = [8 * hour, 18 * hour]

/** The soonest window, then what is left of today and tomorrow. */
export function timesFrom(nowMs: number): readonly Window[] {
  const now = wallOf(new Date(nowMs).toISOString())
  const soonest = soonestFrom(now)
  const fixed = [0, 1].flatMap((ahead) => [9, 14, 16].map((at) => ({ day: now.day + ahead, ms: at * hour })))
  const later = fixed.filter((at) => at.day * day + at.ms > soonest.day * day + soonest.ms)
  return [soonest, ...later].slice(0, 5).map((at) => ({
    start: isoOfWall(at),
    end: isoOfWall({ day: at.day, ms: at.ms + 2 * hour }),
    today: at.day === now.day,
  }))
}

/** The next half hour of the working day, with time to walk there. */
function soonestFrom({ day: today, ms }: Wall): Wall {
  const next = Math.ceil((ms + 15 * minute) / (30 * minute)) * 30 * minute
  if (next < opens) return { day: today, ms: opens }
  return next + hour > closes ? { day: today + 1, ms: opens } : { day: today, ms: next }
}

export type ChosenTime = { readonly appointmentStart: string; readonly appointmentEnd: string } | 'past' | 'order'

export function chosenTime({ choice, from, until }: Wish, nowMs: number): ChosenTime {
  const times = timesFrom(nowMs)
  const window = times.find(({ start }) => start === choice) ?? times[0]
  if (choice !== 'other' && window) return { appointmentStart: window.start, appointmentEnd: window.end }
  const [start, end] = [isoOfLocal(from), isoOfLocal(until)]
  if (start === null || end === null || end <= start) return 'order'
  return Date.parse(end) <= nowMs ? 'past' : { appointmentStart: start, appointmentEnd: end }
}

interface TimeChoiceProps {
  readonly wish: Wish
  readonly times: readonly Window[]
  readonly onChange: (wish: Wish) => void
  readonly error: string | undefined
}

export function TimeChoice({ wish, times, onChange, error }: TimeChoiceProps) {
  const say = useSay()
  const known = wish.choice === 'other' || times.some(({ start }) => start === wish.choice)
  const chosen = known ? wish.choice : 'soonest'
  const options = times.map((window, at) => {
    const time = `${say(window.today ? own.today : own.tomorrow)} ${clockTime(window.start)}–${clockTime(window.end)}`
    return at === 0
      ? { value: 'soonest', label: `${say(own.soonest)} · ${time}` }
      : { value: window.start, label: time }
  })
  return (
    <RadioChips
      legend={say(own.when)}
      options={[...options, { value: 'other', label: say(own.otherTime) }]}
      value={chosen}
      onChange={(choice) => onChange({ ...wish, choice })}
      error={error}
    >
      {chosen === 'other' && (
        <div className={classes.row}>
          <TextInput
            type="datetime-local"
            label={say(own.from)}
            value={wish.from}
            onChange={(event) => onChange({ ...wish, from: event.currentTarget.value })}
          />
          <TextInput
            type="datetime-local"
            label={say(own.until)}
            value={wish.until}
            onChange={(event) => onChange({ ...wish, until: event.currentTarget.value })}
          />
        </div>
      )}
    </RadioChips>
  )
}

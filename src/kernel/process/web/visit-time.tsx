import '#ui/controls.css'
import { TextInput } from '@mantine/core'
import { dateOfDay, dayOfDate, isoOfEpoch, isoOfWall, msOfClock, weekdayOfDay } from '#lib/shanghai.ts'
import { clockTime, dateOf, formatDateTime } from '#lib/show-time.ts'
import { useNow } from '#ui/now.ts'
import { useLanguage, useSay } from '#ui/language.tsx'
import { words as common } from '#ui/words.ts'
import { ChoiceInput } from './choice-input.tsx'
import classes from './opening.module.css'
import { words } from './opening-words.ts'

/** When somebody should come, one click each; everything is Shanghai time. */
export const visitTimes = ['asap', 'today', 'morning', 'afternoon', 'own'] as const
export type VisitTime = (typeof visitTimes)[number]

interface Slot {
  readonly appointmentStart: string
  readonly appointmentEnd: string
}

const minute = 60_000
/** How long “as soon as possible” may take, by priority, in minutes. */
const soon: Readonly<Record<string, number>> = { P1: 30, P2: 60, P3: 240, P4: 480 }

/** The window that was chosen, or nothing while it is incomplete. `now` in milliseconds. */
export function slotOf(
  when: VisitTime,
  priority: string,
  now: number,
  own: readonly [string | null, string | null],
): Slot | Record<string, never> {
  if (when === 'own')
    return own[0] === null || own[1] === null ? {} : { appointmentStart: own[0], appointmentEnd: own[1] }
  const today = dayOfDate(dateOf(isoOfEpoch(now)))
  const at = (day: number, clock: string) => isoOfWall({ day, ms: msOfClock(clock) })
  if (when === 'asap') {
    const soonest = Math.ceil(now / (5 * minute)) * 5 * minute
    // What is urgent is seen to at any hour; the rest in the hours of service.
    const start = priority === 'P1' || priority === 'P2' ? soonest : inHours(soonest)
    return { appointmentStart: isoOfEpoch(start), appointmentEnd: isoOfEpoch(start + (soon[priority] ?? 240) * minute) }
  }
  if (when === 'today') {
    const start = Math.ceil(now / (30 * minute)) * 30 * minute
    const close = Date.parse(at(today, '18:00'))
    return { appointmentStart: isoOfEpoch(start), appointmentEnd: isoOfEpoch(Math.max(close, start + 120 * minute)) }
  }
  const day = nextWorkday(today)
  return when === 'morning'
    ? { appointmentStart: at(day, '09:00'), appointmentEnd: at(day, '12:00') }
    : { appointmentStart: at(day, '14:00'), appointmentEnd: at(day, '17:00') }
}

const opens = '08:30'
const closes = '17:30'

/** The moment itself while somebody is there to come, else the next morning. Whoever knows better says another time. */
function inHours(at: number): number {
  const day = dayOfDate(dateOf(isoOfEpoch(at)))
  const clock = (on: number, text: string) => Date.parse(isoOfWall({ day: on, ms: msOfClock(text) }))
  if (weekdayOfDay(day) > 5 || at > clock(day, closes)) return clock(nextWorkday(day), opens)
  return Math.max(at, clock(day, opens))
}

/** The next day that is no weekend; who wants another says so. */
function nextWorkday(today: number): number {
  const day = today + 1
  return weekdayOfDay(day) > 5 ? nextWorkday(day) : day
}

interface WhenInputProps {
  /** danger goes at once, without an appointment */
  readonly atOnce: boolean
  readonly value: VisitTime
  readonly onChange: (value: VisitTime) => void
  readonly priority: string
  readonly own: readonly [string, string]
  readonly onOwn: (own: readonly [string, string]) => void
  readonly errors: Readonly<Record<string, string>>
}

export function WhenInput({ atOnce, value, onChange, priority, own, onOwn, errors }: WhenInputProps) {
  const say = useSay()
  const { language } = useLanguage()
  const now = useNow(60_000)
  if (atOnce) return <p className={classes.note}>{say(words.whenAtOnce)}</p>
  const slot = value === 'own' ? {} : slotOf(value, priority, now, [null, null])
  const says = {
    asap: words.whenAsap,
    today: words.whenToday,
    morning: words.whenMorning,
    afternoon: words.whenAfternoon,
    own: words.whenOwn,
  }
  const named = (when: VisitTime) => {
    const window = slotOf(when, priority, now, [null, null])
    const tomorrow = dateOfDay(dayOfDate(dateOf(isoOfEpoch(now))) + 1)
    // Before a weekend “tomorrow” is Monday: then the day is named.
    if (
      (when === 'morning' || when === 'afternoon') &&
      'appointmentStart' in window &&
      dateOf(window.appointmentStart) !== tomorrow
    )
      return `${dateOf(window.appointmentStart).slice(5)} ${clockTime(window.appointmentStart)}`
    return say(says[when])
  }
  return (
    <>
      <ChoiceInput
        label={say(words.when)}
        options={visitTimes.map((one) => ({ value: one, label: named(one) }))}
        value={value}
        onChange={(chosen) => onChange(chosen as VisitTime)}
        required
        error={errors.appointmentStart ?? errors.appointmentEnd}
        description={
          'appointmentStart' in slot
            ? say(
                words.fromTo(
                  formatDateTime(slot.appointmentStart, language),
                  formatDateTime(slot.appointmentEnd, language),
                ),
              )
            : undefined
        }
      />
      {value === 'own' && (
        <div className={classes.pair}>
          <TextInput
            type="datetime-local"
            label={say(common.from)}
            withAsterisk
            value={own[0]}
            onChange={(event) => onOwn([event.currentTarget.value, own[1]])}
          />
          <TextInput
            type="datetime-local"
            label={say(common.to)}
            withAsterisk
            value={own[1]}
            min={own[0]}
            onChange={(event) => onOwn([own[0], event.currentTarget.value])}
          />
        </div>
      )}
    </>
  )
}

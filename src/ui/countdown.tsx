import { IconPlayerPauseFilled } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import classes from './countdown.module.css'
import { type CountdownLevel, levelOf, spell, usedPart } from './countdown-level.ts'
import { useSay } from './language.tsx'
import { useAnnounce } from './live-region.tsx'
import { useNow } from './now.ts'
import { words } from './words.ts'

export interface CountdownProps {
  /** the deadline, an instant; null when there is none */
  readonly due: string | null
  /** when the time began to run, for the bar */
  readonly since?: string | null | undefined
  /** when the clock was stopped; it then shows the time left at that moment */
  readonly pausedAt?: string | null | undefined
  /** named when the deadline passes while the page is open, once, for screen readers */
  readonly label?: string | undefined
  readonly size?: 'small' | 'large'
  readonly bar?: boolean
}

/** 剩 17:58 / 超 15:02 over a 4-px bar. The words carry the meaning; the colour only repeats it. */
export function Countdown({ due, since = null, pausedAt = null, label, size = 'small', bar = true }: CountdownProps) {
  const say = useSay()
  const ticking = useNow()
  if (due === null) return <span className={classes.none}>{say(words.noDeadline)}</span>
  const [end, now] = [Date.parse(due), pausedAt === null ? ticking : Date.parse(pausedAt)]
  const level = levelOf(end, now, pausedAt !== null)
  const time = spell(end - now, (days, hours) => say(words.days(days, hours)))
  return (
    <span className={classes.root} data-level={level} data-size={size}>
      {label !== undefined && <BreachAnnouncement level={level} label={label} />}
      <span role="timer" aria-live="off" className={classes.time}>
        {level === 'paused' && (
          <IconPlayerPauseFilled size="0.9em" className={classes.icon} role="img" aria-label={say(words.paused)} />
        )}
        {say(end < now ? words.over(time) : words.left(time))}
      </span>
      {bar && (
        <span className={classes.track} aria-hidden>
          <span
            className={classes.used}
            style={{
              inlineSize: `${Math.round(usedPart(since === null ? null : Date.parse(since), end, now) * 100)}%`,
            }}
          />
        </span>
      )}
    </span>
  )
}

/** A list announces nothing when it opens; only a deadline that passes under the reader's eyes is spoken. */
function BreachAnnouncement({ level, label }: { level: CountdownLevel; label: string }) {
  const announce = useAnnounce()
  const say = useSay()
  const before = useRef(level)
  useEffect(() => {
    const passed = before.current !== 'breached' && before.current !== 'paused' && level === 'breached'
    before.current = level
    if (passed) announce(say(words.becameOverdue(label)))
  }, [level, label, announce, say])
  return null
}

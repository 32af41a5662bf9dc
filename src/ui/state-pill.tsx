import type { ReactNode } from 'react'
import classes from './state-pill.module.css'
import type { Tone } from './tones.ts'

export interface StatePillProps {
  readonly tone: Tone
  readonly children: ReactNode
  readonly size?: 'small' | 'regular'
}

/** A dot and the state's name; the dot's colour repeats what the name says. */
export function StatePill({ tone, children, size = 'regular' }: StatePillProps) {
  return (
    <span className={classes.pill} data-tone={tone} data-size={size}>
      <span className={classes.dot} aria-hidden />
      {children}
    </span>
  )
}

/** The kind of thing in a mixed list: 报修, 投诉 … quieter than a state, without the dot. */
export function KindChip({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes.kind} data-tone={tone}>
      {children}
    </span>
  )
}

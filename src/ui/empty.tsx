import type { ComponentType, ReactNode } from 'react'
import classes from './empty.module.css'

export interface EmptyProps {
  readonly title: string
  /** the next step, in a sentence */
  readonly help?: ReactNode
  readonly icon?: ComponentType<{ size?: number | string; stroke?: number | string }>
  /** the next step, as a button */
  readonly action?: ReactNode
}

/** Nothing to show: says so, and what to do next. */
export function Empty({ title, help, icon: Icon, action }: EmptyProps) {
  return (
    <div className={classes.root}>
      <span className={classes.sign} aria-hidden>
        {Icon ? <Icon size={26} stroke={1.5} /> : <span className={classes.court} />}
      </span>
      <p className={classes.title}>{title}</p>
      {help !== undefined && <p className={classes.help}>{help}</p>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  )
}

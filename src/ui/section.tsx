import { type ReactNode, useId } from 'react'
import classes from './section.module.css'

export interface SectionProps {
  readonly title?: ReactNode
  /** a number or a short note after the title */
  readonly note?: ReactNode
  readonly actions?: ReactNode
  /** no padding, for a table that reaches the card's edges */
  readonly flush?: boolean
  /** set apart: the incoming call */
  readonly accent?: boolean
  readonly children: ReactNode
}

/** A card. With a title it is a region with a name. */
export function Section({ title, note, actions, flush = false, accent = false, children }: SectionProps) {
  const id = useId()
  return (
    <section
      className={classes.card}
      data-flush={flush}
      data-accent={accent}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {title !== undefined && (
        <header className={classes.header}>
          <h2 id={id} className={classes.title}>
            {title}
          </h2>
          {note !== undefined && <span className={classes.note}>{note}</span>}
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </header>
      )}
      <div className={classes.body}>{children}</div>
    </section>
  )
}

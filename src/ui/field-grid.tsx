import type { ReactNode } from 'react'
import classes from './field-grid.module.css'
import { useSay } from './language.tsx'
import { words } from './words.ts'

export interface Field {
  readonly label: string
  /** null, undefined and '' show a dash that is read as “none” */
  readonly value: ReactNode
  /** takes the whole line: long text */
  readonly wide?: boolean
}

/** Labels and values as the paper has them: a description list, two columns where there is room. */
export function FieldGrid({ fields, columns = 2 }: { fields: readonly Field[]; columns?: 1 | 2 | 3 }) {
  const say = useSay()
  return (
    <dl className={classes.grid} data-columns={columns}>
      {fields.map(({ label, value, wide = false }) => (
        <div key={label} className={classes.field} data-wide={wide}>
          <dt className={classes.label}>{label}</dt>
          <dd className={classes.value}>
            {value === null || value === undefined || value === '' ? (
              <span className={classes.none} role="img" aria-label={say(words.none)}>
                —
              </span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

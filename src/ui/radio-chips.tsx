import { type ReactNode, useId } from 'react'
import classes from './radio-chips.module.css'

interface RadioChipsProps<Value extends string> {
  readonly legend: string
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  /** '' when nothing is chosen yet */
  readonly value: Value | ''
  readonly onChange: (value: Value) => void
  readonly error?: string | undefined
  /** what belongs to the choice that was made */
  readonly children?: ReactNode
}

/** One of a few, each a press for a thumb. */
export function RadioChips<Value extends string>(props: RadioChipsProps<Value>) {
  const { legend, options, value, onChange, error, children } = props
  const id = useId()
  return (
    <fieldset className={classes.fieldset} {...(error === undefined ? {} : { 'data-fault': true })}>
      <legend>{legend}</legend>
      <div className={classes.chips}>
        {options.map((option) => (
          <label key={option.value} className={classes.chip}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {children}
      {error !== undefined && (
        <p className={classes.fault} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

import '#ui/controls.css'
import { Chip, Input, Select } from '@mantine/core'
import { useId } from 'react'
import { useSay } from '#ui/language.tsx'
import classes from './form.module.css'
import { words } from './words.ts'

interface ChoiceInputProps {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
  readonly required: boolean
  readonly error: string | undefined
  readonly description?: string | undefined
  /** all of them in sight, however many: one press while somebody is waiting */
  readonly inSight?: boolean
}

/** More words than this go into a list. */
const MOST_CHIPS = 12

/** One of a few words: chips that show them all, or a list when there are many. */
export function ChoiceInput({
  label,
  options,
  value,
  onChange,
  required,
  error,
  description,
  inSight = false,
}: ChoiceInputProps) {
  const say = useSay()
  const id = useId()
  if (options.length > MOST_CHIPS && !inSight)
    return (
      <Select
        label={label}
        description={description}
        data={[...options]}
        value={value === '' ? null : value}
        onChange={(chosen) => onChange(chosen ?? '')}
        searchable
        clearable={!required}
        placeholder={say(words.choose)}
        withAsterisk={required}
        error={error}
      />
    )
  return (
    <Input.Wrapper
      id={id}
      label={label}
      labelElement="div"
      description={description}
      required={required}
      error={error}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    >
      <Chip.Group value={value === '' ? null : value} onChange={(chosen) => onChange(String(chosen))}>
        <div className={classes.chips} role="radiogroup" aria-labelledby={`${id}-label`}>
          {options.map((option) => (
            <Chip
              key={option.value}
              value={option.value}
              variant="outline"
              // A second click on the chosen word takes it back, where nothing is demanded.
              onClick={() => !required && value === option.value && onChange('')}
            >
              {option.label}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </Input.Wrapper>
  )
}

import '#ui/controls.css'
import { Input, Rating } from '@mantine/core'
import { useId } from 'react'
import { useSay } from '#ui/language.tsx'
import classes from './form.module.css'
import { words } from './words.ts'

interface ScoreInputProps {
  readonly label: string
  readonly value: number
  readonly onChange: (score: number) => void
  readonly required: boolean
  readonly error: string | undefined
}

/** One to five stars, five the best; the number is written beside them. */
export function ScoreInput({ label, value, onChange, required, error }: ScoreInputProps) {
  const say = useSay()
  const id = useId()
  return (
    <Input.Wrapper id={id} label={label} labelElement="div" required={required} error={error}>
      <div className={classes.score} role="group" aria-labelledby={`${id}-label`}>
        <Rating
          size="lg"
          value={value}
          onChange={onChange}
          color="yellow.6"
          getSymbolLabel={(score) => say(words.scoreOf(score))}
        />
        <span className={classes.soft}>{value === 0 ? '' : say(words.scoreOf(value))}</span>
      </div>
    </Input.Wrapper>
  )
}

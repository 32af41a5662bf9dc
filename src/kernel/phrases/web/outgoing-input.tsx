import '#ui/controls.css'
import { Button, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowRight } from '@tabler/icons-react'
import { useEffect, useId, useMemo, useRef } from 'react'
import { useSay } from '#ui/language.tsx'
import { useAnnounce } from '#ui/live-region.tsx'
import { findTaboo, languageOf, replaced } from '../check.ts'
import type { Scene } from '../view.ts'
import { PhrasePicker } from './phrase-picker.tsx'
import classes from './phrases.module.css'
import { useTaboos } from './use-phrases.ts'
import { words } from './words.ts'

export interface OutgoingInputProps {
  readonly label: string
  readonly name?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly required?: boolean
  readonly error?: string | undefined
  /** characters at most */
  readonly most?: number | null
  /** the situation whose phrases are offered first */
  readonly scene?: Scene | undefined
  readonly autoFocus?: boolean
}

/** A text to a customer: what the house does not say is shown as it is typed, with the better wording one press away. */
export function OutgoingInput(props: OutgoingInputProps) {
  const { label, name, value, onChange, required = false, error, most = null, scene, autoFocus = false } = props
  const say = useSay()
  const announce = useAnnounce()
  const id = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const taboos = useTaboos()
  const [settled] = useDebouncedValue(value, 300)
  const hits = useMemo(() => findTaboo(settled, taboos), [settled, taboos])
  const shown = settled === value ? hits : hits.filter(({ from, to, phrase }) => value.slice(from, to) === phrase)

  const heard = useRef('')
  useEffect(() => {
    const now = hits.map(({ phrase }) => phrase).join('|')
    if (now === heard.current) return
    const before = heard.current
    heard.current = now
    const [first] = hits
    if (first) announce(`${say(words.found(hits.length))}: ${say(words.foundOne(first.phrase, first.instead))}`)
    else if (before !== '') announce(say(words.clean))
  }, [hits, announce, say])

  const insert = (text: string) => {
    const at = input.current
    const start = at?.selectionStart ?? value.length
    const end = at?.selectionEnd ?? value.length
    onChange(value.slice(0, start) + text + value.slice(end))
    requestAnimationFrame(() => {
      at?.focus()
      at?.setSelectionRange(start + text.length, start + text.length)
    })
  }
  return (
    <div className={classes.outgoing}>
      <Textarea
        ref={input}
        label={label}
        name={name}
        withAsterisk={required}
        autosize
        minRows={3}
        maxRows={12}
        value={value}
        error={error}
        {...(most === null ? {} : { maxLength: most })}
        {...(autoFocus ? { 'data-autofocus': true } : {})}
        {...(shown.length > 0 ? { 'aria-details': id } : {})}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.outgoingFoot}>
        <PhrasePicker scene={scene} onPick={insert} />
        {shown.length > 0 && <span className={classes.warn}>{say(words.found(shown.length))}</span>}
      </div>
      {shown.length > 0 && (
        <ul id={id} className={classes.hits}>
          {shown.map((hit) => (
            <li key={`${hit.from}.${hit.code}`} className={classes.hit}>
              <span className={classes.hitText}>
                <del lang={languageOf(hit.phrase)}>{hit.phrase}</del> <IconArrowRight size={14} aria-hidden />{' '}
                <ins lang={languageOf(hit.instead)}>{hit.instead}</ins>
              </span>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={say(words.replaceWith(hit.phrase, hit.instead))}
                onClick={() => {
                  onChange(replaced(value, hit))
                  input.current?.focus()
                }}
              >
                {say(words.replace)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

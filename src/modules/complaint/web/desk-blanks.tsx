import { Checkbox, Chip, Input, TextInput } from '@mantine/core'
import { useId } from 'react'
import { departmentWords } from '#kernel/people/words.ts'
import type { AnyWords } from '#kernel/process/words.ts'
import { ChoiceInput } from '#kernel/process/web/choice-input.tsx'
import form from '#kernel/process/web/form.module.css'
import { useSay } from '#ui/language.tsx'
import { channels, responsible, sources } from '../slip.ts'
import { deskWords as own } from '../words/desk.ts'
import classes from './desk.module.css'
import { type Typed, usualDepartment } from './desk-typed.ts'

/* Parts of the form that are more than one blank. */

interface PartProps {
  readonly typed: Typed
  readonly set: (values: Partial<Typed>) => void
  readonly words: AnyWords
  readonly errors: Readonly<Record<string, string | undefined>>
}

const both = (words: Readonly<Record<string, { zh: string; en: string }>>, key: string) =>
  words[key] ?? { zh: key, en: key }

/** One press for how it came; where an indirect one came from, and by when the government wants it done. */
export function HowItCame({ typed, set, words, errors }: PartProps) {
  const say = useSay()
  const named = (values: readonly string[]) =>
    values.map((value) => ({ value, label: say(both(words.options, value)) }))
  return (
    <>
      <ChoiceInput
        label={say(both(words.fields, 'channel'))}
        options={named(channels)}
        value={typed.channel}
        onChange={(channel) => set({ channel })}
        required
        error={errors.channel}
      />
      {typed.channel === 'indirect' && (
        <ChoiceInput
          label={say(both(words.fields, 'source'))}
          options={named(sources.filter((source) => source !== 'portal' && source !== 'qr'))}
          value={typed.source}
          onChange={(source) => set({ source })}
          required
          error={errors.source}
        />
      )}
      {typed.channel === 'indirect' && typed.source === 'hotline12345' && (
        <TextInput
          type="datetime-local"
          label={say(both(words.fields, 'orderDeadline'))}
          withAsterisk
          value={typed.orderDeadline}
          onChange={(event) => set({ orderDeadline: event.currentTarget.value })}
          error={errors.orderDeadline}
        />
      )}
    </>
  )
}

export function WhenItHappened({ typed, set, errors }: Omit<PartProps, 'words'>) {
  const say = useSay()
  return (
    <>
      <ChoiceInput
        label={say(own.when)}
        options={[
          { value: 'now', label: say(own.whenNow) },
          { value: 'other', label: say(own.whenOther) },
        ]}
        value={typed.when}
        onChange={(when) => set({ when })}
        required
        error={typed.when === 'now' ? errors.occurredAt : undefined}
      />
      {typed.when === 'other' && (
        <TextInput
          type="datetime-local"
          aria-label={say(own.when)}
          value={typed.occurredAt}
          onChange={(event) => set({ occurredAt: event.currentTarget.value })}
          error={errors.occurredAt}
        />
      )}
    </>
  )
}

/** What makes a complaint weigh more, one tick each. */
export function AlsoTrue({ typed, set, words }: PartProps) {
  const say = useSay()
  const ticks = ['written', 'injury', 'media'] as const
  return (
    <Input.Wrapper label={say(own.alsoTrue)} labelElement="div">
      <div className={classes.ticks}>
        {ticks.map((tick) => (
          <Checkbox
            key={tick}
            label={say(both(words.fields, tick))}
            checked={typed[tick] || (tick === 'written' && typed.channel === 'letter')}
            disabled={tick === 'written' && typed.channel === 'letter'}
            onChange={(event) => set({ [tick]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </Input.Wrapper>
  )
}

/** The departments whose service slips go out with the complaint. */
export function Departments({ typed, set, errors }: Omit<PartProps, 'words'>) {
  const say = useSay()
  const id = useId()
  const usual = usualDepartment(typed.category)
  return (
    <Input.Wrapper
      id={id}
      label={say(own.departments)}
      labelElement="div"
      description={say(own.departmentsHelp)}
      error={errors.departments}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    >
      <Chip.Group multiple value={[...typed.departments]} onChange={(departments) => set({ departments })}>
        <div className={form.chips} role="group" aria-labelledby={`${id}-label`}>
          {responsible.map((department) => (
            <Chip key={department} value={department} variant="outline">
              {say(departmentWords[department])}
              {department === usual ? ` · ${say(own.proposed)}` : ''}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </Input.Wrapper>
  )
}

import '#ui/controls.css'
import { Button, Modal, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import type { CaseView } from '../view.ts'
import { useStep } from './cases.ts'
import { useProcessWords } from './catalogue.tsx'
import classes from './form.module.css'
import { words } from './words.ts'

interface DialogProps {
  readonly view: CaseView
  readonly opened: boolean
  readonly onClose: () => void
}

/** 更正: a field of the slip is put right after the event; old value, who, when and why are kept (domain §1.5). */
export function CorrectDialog({ view, opened, onClose }: DialogProps) {
  const say = useSay()
  const own = useProcessWords(view.process)
  const [field, setField] = useState('')
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const { send, busy, problem } = useStep(view.process, view.number, () => {
    setField('')
    setValue('')
    setReason('')
    onClose()
  })
  const shown = shownProblem(problem)
  const faults = fieldFaults(problem)
  const kept = (name: string) => textOf(view.slip[name])
  return (
    <Modal opened={opened} onClose={onClose} title={`${say(words.correctTitle)} · ${view.number}`}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send({ action: 'correct', version: view.version, input: { field, value, reason } })
        }}
      >
        <p className={classes.soft}>{say(words.correctHelp)}</p>
        {shown && <ProblemAlert problem={shown} />}
        <Select
          label={say(words.field)}
          withAsterisk
          data-autofocus
          placeholder={say(words.choose)}
          data={view.correctable.map((name) => ({
            value: name,
            label: say(own.fields[name] ?? { zh: name, en: name }),
          }))}
          value={field === '' ? null : field}
          onChange={(name) => {
            setField(name ?? '')
            setValue(name === null ? '' : kept(name))
          }}
          error={faults.field}
        />
        {field !== '' && (
          <p className={classes.soft}>
            {say(words.oldValue)}: {kept(field)}
          </p>
        )}
        <Textarea
          label={say(words.newValue)}
          withAsterisk
          autosize
          maxRows={8}
          maxLength={2000}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          error={faults.value}
        />
        <Textarea
          label={say(words.reason)}
          withAsterisk
          autosize
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={faults.reason}
        />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {say(words.cancel)}
          </Button>
          <Button type="submit" loading={busy}>
            {say(words.correct)}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

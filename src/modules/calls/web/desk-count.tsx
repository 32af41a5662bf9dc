import '#ui/controls.css'
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { StaffPicker } from '#kernel/process/web/staff-picker.tsx'
import { dateOf } from '#lib/show-time.ts'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { useNow } from '#ui/now.ts'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { words as common } from '#ui/words.ts'
import { type CallFigures, type Shift, shifts, type Tally, tallyFields } from '../slip.ts'
import { shiftWords, tallyWords, words } from '../words.ts'
import classes from './desk.module.css'
import { figuresKey } from './desk-figures-key.ts'

interface CountDialogProps {
  readonly figures: CallFigures
  readonly opened: boolean
  readonly onClose: () => void
}

/** The calls of a shift, counted at its end. */
export function CountDialog({ figures, opened, onClose }: CountDialogProps) {
  const say = useSay()
  return (
    <Modal opened={opened} onClose={onClose} title={say(words.countTitle)} size={560}>
      {opened && <Form figures={figures} onClose={onClose} />}
    </Modal>
  )
}

function Form({ figures, onClose }: { figures: CallFigures; onClose: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const { done } = useNotices()
  const today = dateOf(new Date(useNow(60_000)).toISOString())
  const [day, setDay] = useState(today)
  const [shift, setShift] = useState<Shift>('day')
  const [operatorId, setOperator] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [typed, setTyped] = useState<Partial<Record<keyof Tally, string>>>({})
  const { send, busy, problem } = useSend<unknown, unknown>(
    (body, key) => ask('/api/calls/counts', { method: 'POST', key, body }),
    () => {
      void client.invalidateQueries({ queryKey: figuresKey })
      done(say(words.counted))
      onClose()
    },
  )
  const faults = fieldFaults(problem)
  const shown = shownProblem(problem)
  const submit = () => {
    const tally = Object.fromEntries(
      tallyFields.map((field) => {
        const text = (typed[field] ?? '').trim()
        return [field, /^\d+$/.test(text) || text === '' ? Number(text) : text]
      }),
    )
    void send({ day, shift, operatorId, note, ...tally })
  }
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className={classes.soft}>{say(words.countHelp)}</p>
      {shown && <ProblemAlert problem={shown} />}
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={say(words.day)}
          withAsterisk
          max={today}
          value={day}
          error={faults.day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Select
          label={say(words.shift)}
          data={shifts.map((one) => ({ value: one, label: say(shiftWords[one]) }))}
          value={shift}
          allowDeselect={false}
          error={faults.shift}
          onChange={(value) => setShift(shifts.find((one) => one === value) ?? shift)}
        />
      </div>
      {figures.may.countForOthers && (
        <StaffPicker
          label={say(words.forOther)}
          roles={['OPR', 'REC', 'CSA', 'CSS']}
          many={false}
          value={operatorId === null ? [] : [operatorId]}
          onChange={(ids) => setOperator(ids[0] ?? null)}
          required={false}
          error={faults.operatorId}
        />
      )}
      <div className={classes.pairs}>
        {tallyFields.map((field) => (
          <TextInput
            key={field}
            label={say(tallyWords[field](figures.limits))}
            inputMode="numeric"
            value={typed[field] ?? ''}
            error={faults[field]}
            onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
          />
        ))}
        <TextInput
          label={say(words.note)}
          maxLength={300}
          value={note}
          error={faults.note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {say(common.cancel)}
        </Button>
        <Button type="submit" loading={busy}>
          {say(common.save)}
        </Button>
      </div>
    </form>
  )
}

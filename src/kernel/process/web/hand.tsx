import '#ui/controls.css'
import { Button, Modal, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import type { CopyView } from '../view.ts'
import classes from './form.module.css'
import { words } from './words.ts'

interface HandDialogProps {
  readonly copy: CopyView | null
  /** the desk the copy is meant for */
  readonly suggestion: string
  readonly busy: boolean
  readonly problem: unknown
  readonly onClose: () => void
  readonly onHand: (to: string) => void
}

/** To whom a copy of the paper was given. */
export function HandDialog({ copy, suggestion, busy, problem, onClose, onHand }: HandDialogProps) {
  const say = useSay()
  const [to, setTo] = useState('')
  useEffect(() => setTo(suggestion), [suggestion])
  const shown = copy === null ? null : shownProblem(problem)
  return (
    <Modal
      opened={copy !== null}
      onClose={onClose}
      title={`${say(words.handOver)} · ${say(words.copyLabel(copy?.copy ?? 1))}`}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onHand(to)
        }}
      >
        {shown && <ProblemAlert problem={shown} />}
        <TextInput
          label={say(words.handTo)}
          withAsterisk
          data-autofocus
          maxLength={100}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          error={fieldFaults(problem).to}
        />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {say(words.cancel)}
          </Button>
          <Button type="submit" loading={busy}>
            {say(words.handOver)}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

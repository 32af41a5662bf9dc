import '#ui/controls.css'
import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import type { CaseView } from '../view.ts'
import { useStep } from './cases.ts'
import classes from './form.module.css'
import { words } from './words.ts'

interface DialogProps {
  readonly view: CaseView
  readonly opened: boolean
  readonly onClose: () => void
}

/** A note of the house in the timeline; the customer does not see it. */
export function NoteDialog({ view, opened, onClose }: DialogProps) {
  const say = useSay()
  const [text, setText] = useState('')
  const { send, busy, problem } = useStep(view.process, view.number, () => {
    setText('')
    onClose()
  })
  const shown = shownProblem(problem)
  return (
    <Modal opened={opened} onClose={onClose} title={`${say(words.addNote)} · ${view.number}`}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send({ action: 'note', version: view.version, input: { text } })
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        {shown && <ProblemAlert problem={shown} />}
        <Textarea
          label={say(words.noteText)}
          description={say(words.internal)}
          withAsterisk
          data-autofocus
          autosize
          minRows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={fieldFaults(problem).text}
        />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {say(words.cancel)}
          </Button>
          <Button type="submit" loading={busy}>
            {say(words.addNote)}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

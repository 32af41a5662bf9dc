import '#ui/controls.css'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { words as common } from '#ui/words.ts'
import classes from './premises.module.css'
import { words } from './words.ts'

interface SaveFormProps<Answer> {
  readonly method: 'POST' | 'PUT'
  readonly path: string
  readonly body: () => unknown
  readonly onSaved: (answer: Answer) => void
  readonly onCancel: () => void
  /** what the button says; without it “save” */
  readonly label?: string
  readonly children: (faults: Readonly<Record<string, string>>) => ReactNode
}

/** A small form about customers: its fields, the refusal of the house, and two buttons. */
export function SaveForm<Answer>({ method, path, body, onSaved, onCancel, label, children }: SaveFormProps<Answer>) {
  const say = useSay()
  const client = useQueryClient()
  const { done } = useNotices()
  const { send, busy, problem } = useSend(
    (typed: unknown, key) => ask<Answer>(path, { method, key, body: typed }),
    (answer) => {
      for (const key of ['customer', 'customers', 'unit', 'stack', 'contacts'])
        void client.invalidateQueries({ queryKey: [key] })
      done(say(words.saved))
      onSaved(answer)
    },
  )
  const faults = fieldFaults(problem)
  const shown = shownProblem(problem)
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send(body())
      }}
    >
      {shown && <ProblemAlert problem={shown} />}
      {children(faults)}
      <div className={classes.foot}>
        <Button variant="default" onClick={onCancel}>
          {say(common.cancel)}
        </Button>
        <Button type="submit" loading={busy}>
          {label ?? say(common.save)}
        </Button>
      </div>
    </form>
  )
}

import { Button, Modal, NumberInput, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { departmentWords } from '#kernel/people/words.ts'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { mostOfAScore, type QualityMonth, type QualityView, type ScorePart, scoreParts } from '../slip.ts'
import { words } from '../words.ts'
import classes from './desk.module.css'

export const scoreWords = {
  complaints: words.complaintsScore,
  serviceSlips: words.serviceScore,
  patrols: words.patrolScore,
  survey: words.surveyScore,
} as const
/** Where the system has nothing to show yet, the form says by what to score. */
const helps = { patrols: words.patrolNone, survey: words.surveyNone } as const
const helpOf = (part: ScorePart) => (part === 'patrols' || part === 'survey' ? helps[part] : null)

function useSheet<Body>(path: string, done: () => void) {
  const client = useQueryClient()
  return useSend<Body, QualityMonth>(
    (body, key) => ask(path, { method: 'POST', key, body }),
    () => {
      void client.invalidateQueries({ queryKey: ['figures', 'quality'] })
      done()
    },
  )
}

/** The four parts, the comment and the signature: by signing in the manager's own name. */
export function ScoreForm({ view, month }: { view: QualityView; month: string }) {
  const say = useSay()
  const { done } = useNotices()
  const [opened, setOpened] = useState(false)
  const [scores, setScores] = useState<Partial<Record<ScorePart, number>>>(view.sheet?.scores ?? {})
  const [comment, setComment] = useState(view.sheet?.comment ?? '')
  const { send, busy, problem } = useSheet<object>(`/api/quality/${month}/${view.department}`, () => {
    done(say(words.signed))
    setOpened(false)
  })
  const shown = shownProblem(problem)
  const faults = fieldFaults(problem)
  const total = scoreParts.reduce((sum, part) => sum + (scores[part] ?? 0), 0)
  return (
    <>
      <Button variant={view.sheet ? 'default' : 'filled'} onClick={() => setOpened(true)}>
        {say(view.sheet ? words.signAgain : words.sign)}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={`${say(words.scoreSheet)} · ${say(departmentWords[view.department])} · ${month}`}
      >
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send({ version: view.sheet?.version ?? 0, ...scores, comment })
          }}
        >
          {shown && <ProblemAlert problem={shown} />}
          <div className={classes.scores}>
            {scoreParts.map((part) => {
              const help = helpOf(part)
              return (
                <NumberInput
                  key={part}
                  label={say(scoreWords[part])}
                  description={say(help ?? words.outOf(mostOfAScore))}
                  withAsterisk
                  min={0}
                  max={mostOfAScore}
                  allowDecimal={false}
                  value={scores[part] ?? ''}
                  onChange={(value) =>
                    setScores((before) => {
                      const { [part]: _gone, ...rest } = before
                      return typeof value === 'number' ? { ...rest, [part]: value } : rest
                    })
                  }
                  error={faults[part]}
                />
              )
            })}
          </div>
          <p className={classes.total}>
            {say(words.total)} <strong>{total}</strong> / {scoreParts.length * mostOfAScore}
          </p>
          <Textarea
            label={say(words.comment)}
            withAsterisk
            autosize
            minRows={3}
            maxLength={2000}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
            error={faults.comment}
          />
          <div className={classes.foot}>
            <Button variant="default" onClick={() => setOpened(false)}>
              {say(words.cancel)}
            </Button>
            <Button type="submit" loading={busy}>
              {say(words.sign)}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  )
}

interface NoteFormProps {
  readonly view: QualityView
  readonly month: string
  readonly version: number
}

/** The project manager has seen it, with a remark if he likes. */
export function NoteForm({ view, month, version }: NoteFormProps) {
  const say = useSay()
  const { done } = useNotices()
  const [opened, setOpened] = useState(false)
  const [remark, setRemark] = useState('')
  const { send, busy, problem } = useSheet<object>(`/api/quality/${month}/${view.department}/note`, () => {
    done(say(words.noted))
    setOpened(false)
  })
  const shown = shownProblem(problem)
  return (
    <>
      <Button onClick={() => setOpened(true)}>{say(words.note)}</Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={`${say(words.note)} · ${say(departmentWords[view.department])} · ${month}`}
      >
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send({ version, remark })
          }}
        >
          {shown && <ProblemAlert problem={shown} />}
          <Textarea
            label={say(words.remark)}
            data-autofocus
            autosize
            minRows={2}
            maxLength={1000}
            value={remark}
            onChange={(event) => setRemark(event.currentTarget.value)}
            error={fieldFaults(problem).remark}
          />
          <div className={classes.foot}>
            <Button variant="default" onClick={() => setOpened(false)}>
              {say(words.cancel)}
            </Button>
            <Button type="submit" loading={busy}>
              {say(words.note)}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  )
}

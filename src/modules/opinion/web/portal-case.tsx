import '#ui/controls.css'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { CaseView } from '#kernel/process/view.ts'
import { useStep } from '#kernel/process/web/cases.ts'
import { ScoreInput } from '#kernel/process/web/score-input.tsx'
import { ScoreShown } from '#kernel/process/web/score-shown.tsx'
import { type Field, FieldGrid } from '#ui/field-grid.tsx'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import type { OpinionSlip } from '../slip.ts'
import { words } from '../words.ts'
import { portalWords as own } from '../words/portal.ts'
import classes from './portal.module.css'

/** What was said, what was answered, and the verdict that is asked for. */
export function CaseBody({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const slip: Partial<OpinionSlip> = view.slip
  const asked = view.choices.some(({ action, missing }) => action === 'content' && missing.length === 0)
  const rounds = slip.rounds ?? []
  const facts: (Field | false)[] = [
    { label: say(words.fields.content), value: slip.content, wide: true },
    { label: say(words.fields.kind), value: slip.kind ? say(words.options[slip.kind]) : '' },
    { label: say(words.fields.reporterName), value: [slip.reporterName, slip.reporterPhone].filter(Boolean).join(' ') },
    slip.department != null && { label: say(words.fields.department), value: say(words.options[slip.department]) },
    slip.satisfaction != null && {
      label: say(words.fields.satisfaction),
      value: <ScoreShown score={slip.satisfaction} />,
    },
  ]
  return (
    <>
      {slip.answer != null && (
        <Section title={say(own.answer)} accent={asked}>
          <div className={classes.stack}>
            <p className={classes.text}>{slip.answer}</p>
            {asked && <Verdict view={view} />}
          </div>
        </Section>
      )}
      <Section title={say(own.yours)}>
        <FieldGrid columns={1} fields={facts.filter((field) => field !== false)} />
      </Section>
      {rounds.length > 0 && (
        <Section title={say(own.earlier)}>
          <ol className={classes.rounds}>
            {rounds.map((round) => (
              <li key={round.verdictAt} className={classes.stack}>
                <p className={classes.text}>{round.answer}</p>
                <p className={classes.soft}>{say(own.youSaid(round.verdictNote))}</p>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  )
}

/** Content in one press; who is not says why. */
function Verdict({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const { done } = useNotices()
  const [score, setScore] = useState(0)
  const [why, setWhy] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const step = useStep(view.process, view.number, (after) =>
    done(say(after.state === 'closed' ? own.thanks : own.again)),
  )
  const send = (action: 'content' | 'notContent', input: object) =>
    void step.send({ action, version: view.version, input })
  const sendBack = () => {
    setTried(true)
    if (why !== null && why.trim() !== '') send('notContent', { verdictNote: why.trim() })
  }
  const shown = shownProblem(step.problem)
  return (
    <div className={classes.stack} role="group" aria-label={say(own.verdict)}>
      <strong>{say(own.verdict)}</strong>
      {why === null ? (
        <>
          <ScoreInput label={say(own.score)} value={score} onChange={setScore} required={false} error={undefined} />
          <div className={classes.buttons}>
            <Button
              size="lg"
              loading={step.busy}
              onClick={() => send('content', score === 0 ? {} : { satisfaction: score })}
            >
              {say(own.isContent)}
            </Button>
            <Button size="lg" variant="default" onClick={() => setWhy('')}>
              {say(own.notContent)}
            </Button>
          </div>
        </>
      ) : (
        <>
          <Textarea
            label={say(own.why)}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={1000}
            data-autofocus
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            error={tried && why.trim() === '' ? say(own.writeContent) : undefined}
          />
          <div className={classes.buttons}>
            <Button size="lg" loading={step.busy} onClick={sendBack}>
              {say(own.sendWhy)}
            </Button>
            <Button size="lg" variant="default" onClick={() => setWhy(null)}>
              {say(own.back)}
            </Button>
          </div>
        </>
      )}
      {shown && <ProblemAlert problem={shown} />}
    </div>
  )
}

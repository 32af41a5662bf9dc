import '#ui/controls.css'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useMe } from '#kernel/people/web/me.ts'
import type { CaseView } from '#kernel/process/view.ts'
import { paperAddress, useStep } from '#kernel/process/web/cases.ts'
import { formatDateTime } from '#lib/show-time.ts'
import { type Field, FieldGrid } from '#ui/field-grid.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { Time } from '#ui/time.tsx'
import type { ComplaintSlip } from '../slip.ts'
import { options } from '../words/options.ts'
import { portalWords as own } from '../words/portal.ts'
import classes from './portal.module.css'

/** What was complained of, what was answered, and the question whether the customer is content. */
export function CaseBody({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const slip = view.slip as Partial<ComplaintSlip>
  const asked = view.choices.some(({ action, missing }) => action === 'satisfied' && missing.length === 0)
  return (
    <>
      {slip.answer != null && (
        <Section title={say(own.answer)}>
          <p className={classes.said}>{slip.answer}</p>
        </Section>
      )}
      <Written view={view} slip={slip} />
      {asked && <Answer view={view} />}
      <Section>
        <div className={classes.facts}>
          <Facts slip={slip} names={view.names} />
        </div>
      </Section>
      {(slip.answers ?? []).length > 0 && (
        <Section title={say(own.yourAnswers)}>
          <ul className={classes.list}>
            {slip.answers?.map(({ at, satisfied, words }) => (
              <li key={at}>
                <strong>{say(satisfied ? own.satisfied : own.notSatisfied)}</strong>
                {words !== '' && ` · ${words}`}
                <p className={classes.soft}>
                  <Time at={at} full />
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** The holding reply, and the letter once it was delivered. */
function Written({ view, slip }: { view: CaseView; slip: Partial<ComplaintSlip> }) {
  const say = useSay()
  const { data: me } = useMe()
  const reply = slip.replies?.at(-1)
  if (reply === undefined && slip.holding == null) return null
  const parts = reply && [
    reply.matter,
    reply.investigation,
    reply.treatment,
    reply.outcome,
    reply.apology,
    reply.followUp,
  ]
  return (
    <Section title={say(reply ? own.letter : own.holding)} {...(reply ? { note: reply.number } : {})}>
      <div className={classes.stack}>
        {parts ? (
          parts.filter(Boolean).map((text, at) => (
            <p key={at} className={classes.said}>
              {text}
            </p>
          ))
        ) : (
          <p className={classes.said}>{slip.holding?.words}</p>
        )}
        {reply && me?.roles.includes('TADM') && (
          <Button
            component="a"
            variant="default"
            target="_blank"
            rel="noopener"
            href={paperAddress(view.process, view.number, 'replyLetter', [2])}
          >
            {say(own.letterPrint)}
          </Button>
        )}
      </div>
    </Section>
  )
}

/** Content, or what is still wrong: one press, and a few words where they are needed. */
function Answer({ view }: { view: CaseView }) {
  const say = useSay()
  const { done } = useNotices()
  const [how, setHow] = useState<'satisfied' | 'notSatisfied' | null>(null)
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const step = useStep(view.process, view.number, () =>
    done(say(how === 'satisfied' ? own.satisfiedNotice : own.notSatisfiedNotice)),
  )
  const send = () => {
    const incomplete = how === 'notSatisfied' && words.trim() === ''
    setMissing(incomplete)
    if (how !== null && !incomplete)
      void step.send({ action: how, version: view.version, input: { words: words.trim() } })
  }
  const shown = shownProblem(step.problem)
  return (
    <Section title={say(own.answerTitle)} accent>
      <div className={classes.stack}>
        <div className={classes.answers}>
          {(['satisfied', 'notSatisfied'] as const).map((one) => (
            <Button
              key={one}
              size="lg"
              variant={how === one ? 'filled' : 'default'}
              aria-pressed={how === one}
              onClick={() => setHow(one)}
            >
              {say(own[one])}
            </Button>
          ))}
        </div>
        {how !== null && (
          <Textarea
            label={say(how === 'satisfied' ? own.more : own.stillWrong)}
            autosize
            minRows={2}
            maxLength={how === 'satisfied' ? 500 : 1000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            error={missing && words.trim() === '' ? say(own.missing) : undefined}
          />
        )}
        {shown && <ProblemAlert problem={shown} />}
        {how !== null && (
          <Button size="lg" loading={step.busy} onClick={send}>
            {say(own.send)}
          </Button>
        )}
      </div>
    </Section>
  )
}

function Facts({ slip, names }: { slip: Partial<ComplaintSlip>; names: Readonly<Record<string, string>> }) {
  const say = useSay()
  const { language } = useLanguage()
  const deferral = slip.deferrals?.at(-1)
  const fields: (Field | false)[] = [
    { label: say(own.problem), value: slip.problem, wide: true },
    { label: say(own.category), value: slip.category ? say(options[slip.category]) : '' },
    { label: say(own.location), value: slip.location },
    { label: say(own.occurred), value: slip.occurredAt ? formatDateTime(slip.occurredAt, language) : '' },
    deferral !== undefined && {
      label: say(own.promised),
      value: formatDateTime(deferral.promisedAt, language),
    },
    deferral !== undefined && { label: say(own.because), value: deferral.reason },
    slip.assistant != null && { label: say(own.assistant), value: names[slip.assistant] ?? '' },
    slip.written === true && { label: say(own.letter), value: say(own.wanted) },
    { label: say(own.name), value: [slip.complainantName, slip.complainantPhone].filter(Boolean).join(' ') },
  ]
  return <FieldGrid columns={1} fields={fields.filter((field) => field !== false)} />
}

/** What somebody without an account entered, read back to him. */
export function Entered({ entered }: { readonly entered: Readonly<Record<string, unknown>> }) {
  return (
    <div className={classes.facts}>
      <Facts slip={entered} names={{}} />
    </div>
  )
}

import '#ui/controls.css'
import { Button, Modal, Textarea } from '@mantine/core'
import { IconArrowUpCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useHasRole } from '#kernel/people/web/me.ts'
import { Empty } from '#ui/empty.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Time } from '#ui/time.tsx'
import { causeName, type EscalationRow } from '../view.ts'
import { caseHref } from './case-order.ts'
import { useProcessWords } from './catalogue.tsx'
import classes from './escalations.module.css'
import form from './form.module.css'
import { nameIn } from './name-in.ts'
import { words } from './words.ts'

/** What came up the ladder to me. Escalation is not a message: it is accepted with an instruction (签收并批示). */
export function Escalations({ rows }: { rows: readonly EscalationRow[] }) {
  const say = useSay()
  const { language } = useLanguage()
  const open = rows.filter((row) => row.acceptedAt === null)
  if (open.length === 0) return <Empty title={say(words.noEscalations)} />
  return (
    <ul className={classes.list}>
      {open.map((row) => (
        <li key={row.id} className={classes.item}>
          <UiLink href={caseHref(row.process, row.number)} className={classes.link}>
            <strong>{row.title}</strong>
            <span className={classes.soft}>
              {[row.number, row.customer && nameIn(row.customer, language), row.unit].filter(Boolean).join(' · ')}
            </span>
            <Cause row={row} />
          </UiLink>
          <Accept row={row} />
        </li>
      ))}
    </ul>
  )
}

/** On the page of the case itself: who was called up, and what he said. */
export function CaseEscalations({ rows }: { rows: readonly EscalationRow[] }) {
  const say = useSay()
  const mine = useHasRole()
  if (rows.length === 0) return null
  return (
    <>
      {rows.map((row) => (
        <div key={row.id} className={classes.onCase} data-waits={row.acceptedAt === null}>
          <IconArrowUpCircle size={18} aria-hidden />
          <Cause row={row} />
          {row.acceptedAt === null ? (
            <>
              <span className={classes.said}>{say(words.waitsForAccept)}</span>
              {mine(row.role) && <Accept row={row} />}
            </>
          ) : (
            <span className={classes.said}>
              {say(words.acceptedBy(row.acceptedBy ?? ''))} · {say(words.instructed(row.instruction ?? ''))}
            </span>
          )}
        </div>
      ))}
    </>
  )
}

function Cause({ row }: { row: EscalationRow }) {
  const say = useSay()
  const own = useProcessWords(row.process)
  const name = causeName(row.cause)
  const clock = own.clocks[name]
  const cause = clock ? words.causeClock(say(clock)) : (own.more[name] ?? { zh: name, en: name })
  return (
    <span className={classes.cause}>
      {say(words.level(row.level))} · {say(cause)} · <Time at={row.raisedAt} />
    </span>
  )
}

function Accept({ row }: { row: EscalationRow }) {
  const say = useSay()
  const client = useQueryClient()
  const { done } = useNotices()
  const [opened, setOpened] = useState(false)
  const [instruction, setInstruction] = useState('')
  const { send, busy, problem } = useSend(
    (body: { instruction: string }, key) => ask(`/api/escalations/${row.id}/accept`, { method: 'POST', key, body }),
    () => {
      for (const key of ['escalations', 'queue', 'case']) void client.invalidateQueries({ queryKey: [key] })
      done(say(words.escalationAccepted))
      setOpened(false)
    },
  )
  const shown = shownProblem(problem)
  return (
    <>
      <Button onClick={() => setOpened(true)}>{say(words.acceptEscalation)}</Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={`${say(words.acceptEscalation)} · ${row.number}`}>
        <form
          className={form.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send({ instruction })
          }}
        >
          {shown && <ProblemAlert problem={shown} />}
          <Textarea
            label={say(words.instruction)}
            description={say(words.instructionHelp)}
            withAsterisk
            data-autofocus
            autosize
            minRows={3}
            maxLength={2000}
            value={instruction}
            onChange={(event) => setInstruction(event.currentTarget.value)}
            error={fieldFaults(problem).instruction}
          />
          <div className={form.foot}>
            <Button variant="default" onClick={() => setOpened(false)}>
              {say(words.cancel)}
            </Button>
            <Button type="submit" loading={busy}>
              {say(words.acceptEscalation)}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  )
}

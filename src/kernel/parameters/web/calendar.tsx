import '#ui/controls.css'
import { Alert, Button, Modal, Select, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { dateOfDay, dayOfDate, isoOfEpoch } from '#lib/shanghai.ts'
import { dateOf } from '#lib/show-time.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { useNow } from '#ui/now.ts'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { Day } from '#ui/time.tsx'
import { words as common } from '#ui/words.ts'
import type { CalendarYear } from '../view.ts'
import { dayKindWords } from '../words.ts'
import classes from './parameters.module.css'
import { words } from './words.ts'

/** Public holidays and make-up working days, entered yearly from the notice of the State Council. */
export function Calendar() {
  const say = useSay()
  const now = useNow(60_000)
  const thisYear = Number(dateOf(isoOfEpoch(now)).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const [adding, setAdding] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => ask<CalendarYear>(`/api/calendar?year=${year}`, { signal }),
  })
  const problem = shownProblem(error)
  return (
    <Section
      title={say(words.calendar)}
      note={say(words.calendarHelp)}
      actions={
        <>
          <Select
            aria-label={say(words.year)}
            w={96}
            data={[thisYear - 1, thisYear, thisYear + 1].map(String)}
            value={String(year)}
            allowDeselect={false}
            onChange={(next) => setYear(Number(next ?? year))}
          />
          {data?.mayEdit && <Button onClick={() => setAdding(true)}>{say(words.addDay)}</Button>}
        </>
      }
    >
      {problem && <ProblemAlert problem={problem} />}
      {data?.missing.map((one) => (
        <Alert key={one} color="yellow.8" variant="outline">
          {say(words.missing(one))}
        </Alert>
      ))}
      {data && data.days.length === 0 && <Empty title={say(words.noDays)} />}
      <ul className={classes.days}>
        {data?.days.map((one) => (
          <li key={one.day} className={classes.day}>
            <Day date={one.day} />
            <StatePill size="small" tone={one.kind === 'makeup' ? 'info' : 'warn'}>
              {say(dayKindWords[one.kind])}
            </StatePill>
            <span className={classes.soft}>{one.name}</span>
          </li>
        ))}
      </ul>
      <Modal opened={adding} onClose={() => setAdding(false)} title={say(words.addDay)}>
        {adding && <DayForm onClose={() => setAdding(false)} />}
      </Modal>
    </Section>
  )
}

function DayForm({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const [kind, setKind] = useState('holiday')
  const [name, setName] = useState('')
  const { send, busy, problem } = useSend(
    (body: { days: readonly { day: string; kind: string; name: string }[] }, key) =>
      ask('/api/calendar', { method: 'POST', key, body }),
    () => {
      void client.invalidateQueries({ queryKey: ['calendar'] })
      onClose()
    },
  )
  const shown = shownProblem(problem)
  const faults = fieldFaults(problem)
  const [fault] = Object.values(faults)
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send({ days: daysBetween(first, last).map((day) => ({ day, kind, name })) })
      }}
    >
      {shown && <ProblemAlert problem={shown} />}
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={say(words.day)}
          withAsterisk
          value={first}
          onChange={(event) => setFirst(event.currentTarget.value)}
          error={fault}
        />
        <TextInput
          type="date"
          label={say(words.lastDay)}
          value={last}
          min={first}
          onChange={(event) => setLast(event.currentTarget.value)}
        />
        <Select
          label={say(words.kind)}
          data={[
            ...(['holiday', 'makeup'] as const).map((value) => ({ value, label: say(dayKindWords[value]) })),
            { value: 'ordinary', label: say(words.ordinary) },
          ]}
          value={kind}
          allowDeselect={false}
          onChange={(next) => setKind(next ?? kind)}
        />
        <TextInput
          label={say(words.name)}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
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

/** Every day from the first to the last, at most a year; the first alone without a last. */
function daysBetween(first: string, last: string): string[] {
  try {
    const from = dayOfDate(first)
    const to = last === '' ? from : Math.min(dayOfDate(last), from + 365)
    return Array.from({ length: Math.max(1, to - from + 1) }, (_, at) => dateOfDay(from + at))
  } catch {
    return [first]
  }
}

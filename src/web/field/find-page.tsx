import '#ui/controls.css'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconScan } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { SearchAnswer } from '#kernel/premises/view.ts'
import { useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { useTone } from '#kernel/process/web/tone.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import classes from './field.module.css'
import find from './find.module.css'
import { jobHref } from './job-card.tsx'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

const Scan = lazy(() => import('./scan.tsx').then((module) => ({ default: module.Scan })))

/** A job by its number, scanned or typed, by unit, customer or telephone. */
export function FindPage() {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [scanning, setScanning] = useState(false)
  const [asked] = useDebouncedValue(typed.trim(), 250)
  const { data, error } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => ask<SearchAnswer>(withQuery('/api/search', { q: asked.slice(0, 60) }), { signal }),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  })
  const problem = shownProblem(error)
  const none = data !== undefined && asked.length > 1 && data.cases.length + data.units.length === 0
  return (
    <Shell title={say(words.find)}>
      <search className={find.finder}>
        <TextInput
          type="search"
          aria-label={say(words.findHint)}
          placeholder={say(words.findHint)}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          variant="default"
          leftSection={<IconScan size={20} aria-hidden />}
          aria-expanded={scanning}
          onClick={() => setScanning(!scanning)}
        >
          {say(words.scan)}
        </Button>
      </search>
      {scanning && (
        <Suspense>
          <Scan
            onFound={(text) => {
              setTyped(numberIn(text))
              setScanning(false)
            }}
          />
        </Suspense>
      )}
      {problem && <ProblemAlert problem={problem} />}
      {none && (
        <Section>
          <Empty title={say(words.foundNone)} />
        </Section>
      )}
      {asked.length > 1 && data && data.cases.length > 0 && (
        <section className={classes.group}>
          <h2>{say(words.foundCases)}</h2>
          <ul className={classes.list}>
            {data.cases.map((line) => (
              <Found key={line.number} line={line} />
            ))}
          </ul>
        </section>
      )}
      {asked.length > 1 && data && data.units.length > 0 && (
        <section className={classes.group}>
          <h2>{say(words.foundUnits)}</h2>
          <ul className={classes.list}>
            {data.units.map((unit) => (
              <li key={unit.code}>
                <button type="button" className={classes.choice} onClick={() => setTyped(unit.code)}>
                  {unit.code}
                  <small>{unit.tenant?.shortName ?? say(words.vacant)}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Shell>
  )
}

function Found({ line }: { line: SearchAnswer['cases'][number] }) {
  const say = useSay()
  const own = useProcessWords(line.process)
  const tone = useTone(line.process)
  return (
    <li>
      <UiLink href={jobHref(line)} className={classes.job}>
        <span className={classes.top}>
          <span className={classes.unit}>{line.unit ?? line.number}</span>
          <StatePill tone={tone(line.state)}>
            {say(own.states[line.state] ?? { zh: line.state, en: line.state })}
          </StatePill>
        </span>
        <span className={classes.fault}>{line.title}</span>
        <span className={classes.meta}>
          <span>{line.customer}</span>
          <span>{line.number}</span>
        </span>
      </UiLink>
    </li>
  )
}

/** The code on a slip is its number; the one on a screen is an address that ends in it. */
function numberIn(text: string): string {
  const last =
    text
      .split(/[?#]/)[0]
      ?.split('/')
      .findLast((part) => part !== '') ?? ''
  return /^https?:/.test(text) ? decodeURIComponent(last) : text.trim().slice(0, 60)
}

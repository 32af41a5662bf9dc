import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { ask, isProblem } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { GuestView } from '#kernel/process/view.ts'
import { useTone } from '#kernel/process/web/tone.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink, useNavigation } from '#ui/navigation.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import { type DoorReport, useDoorReports } from './door-reports.ts'
import { DoorShell } from './door-shell.tsx'
import { usePortalModules } from './module-page.ts'
import classes from './portal.module.css'
import { ProgressBar } from './progress-bar.tsx'
import { Next } from './request-page.tsx'
import { words } from './words.ts'

const useGuestCase = (report: DoorReport | undefined) =>
  useQuery({
    queryKey: ['guest', report?.number],
    queryFn: ({ signal }) => ask<GuestView>('/api/guest/case', { signal, guestKey: report?.key ?? '' }),
    enabled: report !== undefined,
    refetchInterval: 60_000,
  })

/** What was reported from this phone without an account. */
export function DoorMine() {
  const say = useSay()
  const [reports] = useDoorReports()
  return (
    <DoorShell title={say(words.onThisPhone)}>
      {reports.length === 0 ? (
        <Section>
          <Empty title={say(words.onThisPhoneNone)} help={say(words.onThisPhoneHelp)} />
        </Section>
      ) : (
        <>
          <ul className={classes.list}>
            {reports.map((report) => (
              <Line key={report.number} report={report} />
            ))}
          </ul>
          <p className={classes.soft}>{say(words.onThisPhoneHelp)}</p>
        </>
      )}
    </DoorShell>
  )
}

function Line({ report }: { report: DoorReport }) {
  const say = useSay()
  const { data: view } = useGuestCase(report)
  const tone = useTone(view?.process ?? '')
  const progress = useGuestProgress(view)
  return (
    <li>
      <UiLink href={`/q/mine/${encodeURIComponent(report.number)}`} className={classes.request}>
        <span className={classes.requestHead}>
          <span className={classes.requestTitle}>{problemOf(view) ?? report.number}</span>
          {view && progress && <StatePill tone={tone(view.state)}>{say(progress.word)}</StatePill>}
        </span>
        {progress && <ProgressBar progress={progress} />}
        <span className={classes.soft}>
          {[report.unit, report.number].join(' · ')} · <Time at={report.at} />
        </span>
      </UiLink>
    </li>
  )
}

const problemOf = (view: GuestView | undefined): string | null =>
  typeof view?.entered.problem === 'string' ? view.entered.problem : null

function useGuestProgress(view: GuestView | undefined) {
  const modules = usePortalModules()
  return view && modules?.[view.process]?.progressOf?.(view.state, view.entered, true)
}

/** One of them: how far it is, and what was entered. */
export function DoorFollow({ number }: { number: string }) {
  const say = useSay()
  const { navigate } = useNavigation()
  const [reports, keep] = useDoorReports()
  const report = reports.find((one) => one.number === number)
  const { data: view, error, refetch } = useGuestCase(report)
  const modules = usePortalModules()
  const tone = useTone(view?.process ?? '')
  const progress = useGuestProgress(view)
  const Entered = view && modules?.[view.process]?.Entered
  const problem = shownProblem(error)
  const forget = () => {
    keep(reports.filter((one) => one.number !== number))
    navigate('/q/mine')
  }
  if (report === undefined || isProblem(error, 'notFound'))
    return (
      <DoorShell title={number} back="/q/mine">
        <Section>
          <Empty
            title={say(words.notThere)}
            help={say(words.onThisPhoneHelp)}
            action={report && <Button onClick={forget}>{say(words.forget)}</Button>}
          />
        </Section>
      </DoorShell>
    )
  return (
    <DoorShell title={number} subtitle={report.unit} back="/q/mine">
      {problem && <ProblemAlert problem={problem} onRetry={() => void refetch()} />}
      {!view && !problem && <Skeleton height={200} radius="md" />}
      {view && progress && (
        <Section>
          <div className={classes.stack}>
            <div className={classes.requestHead}>
              <span className={classes.requestTitle}>{problemOf(view)}</span>
              <StatePill tone={tone(view.state)}>{say(progress.word)}</StatePill>
            </div>
            <ProgressBar progress={progress} />
            <Next progress={progress} />
          </div>
        </Section>
      )}
      {view && Entered && (
        <Section title={say(words.details)}>
          <Suspense fallback={<Skeleton height={120} />}>
            <Entered entered={view.entered} />
          </Suspense>
        </Section>
      )}
      <Button variant="default" onClick={forget}>
        {say(words.forget)}
      </Button>
    </DoorShell>
  )
}

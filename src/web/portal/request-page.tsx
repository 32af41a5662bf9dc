import { Button, Skeleton } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { isProblem } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { CaseView } from '#kernel/process/view.ts'
import { fileAddress } from '#kernel/process/web/case-files.tsx'
import { CaseMoney } from '#kernel/process/web/case-money.tsx'
import { paperAddress, useCase } from '#kernel/process/web/cases.ts'
import { useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { useTone } from '#kernel/process/web/tone.ts'
import { useChoose } from '#kernel/process/web/use-choose.ts'
import { Empty } from '#ui/empty.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { shownExpected } from './expected.ts'
import { HousePhoneLine } from './house-phone.tsx'
import { usePortalModules, type PortalModule, type Progress } from './module-page.ts'
import classes from './portal.module.css'
import { ProgressBar } from './progress-bar.tsx'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

const Timeline = lazy(() => import('#kernel/process/web/timeline.tsx').then((module) => ({ default: module.Timeline })))
const FlowChart = lazy(() =>
  import('#kernel/process/web/flow-chart.tsx').then((module) => ({ default: module.FlowChart })),
)
const ActionDialog = lazy(() =>
  import('#kernel/process/web/action-dialog.tsx').then((module) => ({ default: module.ActionDialog })),
)

/** One request: how far it is, what happens next and by when, and what its reader can do. */
export function RequestPage({ process, number }: { process: string; number: string }) {
  const say = useSay()
  const { data: view, error, refetch } = useCase(process, number)
  const modules = usePortalModules()
  if (view && modules) return <Request view={view} page={modules[process] ?? {}} />
  const problem = shownProblem(error)
  return (
    <Shell title={number} back="/c/requests">
      {isProblem(error, 'notFound') ? (
        <Section>
          <Empty title={say(words.notThere)} help={say(words.notThereHelp)} />
        </Section>
      ) : problem ? (
        <ProblemAlert problem={problem} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={240} radius="md" />
      )}
    </Shell>
  )
}

function Request({ view, page }: { view: CaseView; page: PortalModule }) {
  const say = useSay()
  const own = useProcessWords(view.process)
  const tone = useTone(view.process)
  const choosing = useChoose()
  const [asked, setAsked] = useState(false)
  const progress = page.progressOf?.(view.state, view.slip)
  const state = progress?.word ?? own.states[view.state] ?? { zh: view.state, en: view.state }
  const steps = view.choices.filter(({ action, missing }) => missing.length === 0 && !page.placed?.includes(action))
  const photos = view.files.filter(({ kind, purpose }) => kind === 'image' && purpose !== 'signature')
  const paper = page.paper?.from.includes(view.state) ? page.paper : null
  return (
    <Shell title={view.title} subtitle={view.number} back="/c/requests">
      <Section>
        <div className={classes.stack}>
          <div className={classes.requestHead}>
            <span className={classes.requestTitle}>{view.title}</span>
            <StatePill tone={tone(view.state)}>{say(state)}</StatePill>
          </div>
          {progress && <ProgressBar progress={progress} />}
          {progress && <Next progress={progress} />}
        </div>
      </Section>
      {page.CaseBody && (
        <Suspense fallback={<Skeleton height={200} radius="md" />}>
          <page.CaseBody view={view} />
        </Suspense>
      )}
      {steps.length > 0 && (
        <Section title={say(words.otherSteps)}>
          <div className={classes.buttons}>
            {steps.map(({ action }) => (
              <Button
                key={action}
                variant="default"
                onClick={() => {
                  setAsked(true)
                  choosing.choose(view, action)
                }}
              >
                {say(own.actions[action] ?? { zh: action, en: action })}
              </Button>
            ))}
          </div>
        </Section>
      )}
      {view.charges.length + view.receipts.length > 0 && (
        <Section title={say(words.money)}>
          <CaseMoney view={view} />
        </Section>
      )}
      {photos.length > 0 && (
        <Section title={say(words.photos)}>
          <div className={classes.photos}>
            <PhotoStrip photos={photos.map(({ id }) => fileAddress(id))} />
          </div>
        </Section>
      )}
      {paper && (
        <Button
          component="a"
          variant="default"
          target="_blank"
          rel="noopener"
          href={paperAddress(view.process, view.number, paper.name, [paper.copy])}
        >
          {say(words.paper)}
        </Button>
      )}
      <Folded title={say(words.timeline)}>
        <Timeline view={view} />
      </Folded>
      {page.chart !== false && (
        <Folded title={say(words.flow)}>
          <FlowChart process={view.process} view={view} />
        </Folded>
      )}
      {asked && (
        <Suspense>
          <ActionDialog asking={choosing.asking} onClose={choosing.close} />
        </Suspense>
      )}
    </Shell>
  )
}

/** What happens next, by when, and whom to call. */
export function Next({ progress: { next, expected } }: { progress: Progress }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <div className={classes.next}>
      <p>
        <strong>{say(words.whatNext)}</strong> {say(next)}
      </p>
      {expected && <p>{say((expected.sure ? words.expected : words.wished)(shownExpected(expected, language)))}</p>}
      <HousePhoneLine />
    </div>
  )
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <Section
      title={title}
      actions={
        <Button variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? words.hide : words.show)}
        </Button>
      }
    >
      {open && <Suspense fallback={<Skeleton height={160} />}>{children}</Suspense>}
    </Section>
  )
}

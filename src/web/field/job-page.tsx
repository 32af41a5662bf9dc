import { Button, Skeleton } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { ProblemDocument } from '#kernel/http/problem.ts'
import { isProblem } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { Me } from '#kernel/people/view.ts'
import { list } from '#kernel/process/define.ts'
import type { CaseView } from '#kernel/process/view.ts'
import { useCase } from '#kernel/process/web/cases.ts'
import { useProcess, useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { formFields } from '#kernel/process/web/form-fields.ts'
import { spineOf } from '#kernel/process/spine.ts'
import { useTone } from '#kernel/process/web/tone.ts'
import { Countdown } from '#ui/countdown.tsx'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { PriorityMark } from '#ui/priority-mark.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { type Enclosure, enclosed } from './carry.ts'
import classes from './field.module.css'
import { type FieldModule, type Take, useFieldModule } from './module-page.ts'
import { nextStep } from './next-step.ts'
import { predicted } from './predicted.ts'
import { Shell } from './shell.tsx'
import { StepBar } from './step-bar.tsx'
import { UnsentList } from './unsent-list.tsx'
import { useTake, useUnsentOf } from './use-outbox.ts'
import { words } from './words.ts'

const StepSheet = lazy(() => import('./step-sheet.tsx').then((module) => ({ default: module.StepSheet })))
const Timeline = lazy(() => import('#kernel/process/web/timeline.tsx').then((module) => ({ default: module.Timeline })))

/** One job: what is wrong and where, the next step, and everything that may be needed on the way. */
export function JobPage({ me, process, number }: { me: Me; process: string; number: string }) {
  const say = useSay()
  const { data: view, error, refetch } = useCase(process, number)
  const page = useFieldModule(process)
  if (view && page) return <Job key={number} me={me} view={view} page={page} />
  const problem = shownProblem(error)
  return (
    <Shell title={number} back="/m/">
      {isProblem(error, 'notFound') ? (
        <Section>
          <Empty title={say(words.notThere)} help={say(words.notThereHelp)} />
        </Section>
      ) : problem ? (
        <ProblemAlert problem={problem} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={260} radius="md" />
      )}
    </Shell>
  )
}

function Job({ me, view: known, page }: { me: Me; view: CaseView; page: FieldModule }) {
  const say = useSay()
  const { done } = useNotices()
  const own = useProcessWords(known.process)
  const process = useProcess(known.process)
  const tone = useTone(known.process)
  const waiting = useUnsentOf(known.process, known.number)
  const view = useMemo(() => predicted(known, process, waiting, me.roles), [known, process, waiting, me.roles])
  const { take, busy } = useTake()
  const [sheet, setSheet] = useState<{ action: string; refused: ProblemDocument | null } | null>(null)
  const [showTimeline, setShowTimeline] = useState(false)

  const step = async (
    action: string,
    input: Readonly<Record<string, unknown>> | undefined,
    files: readonly Enclosure[] = [],
    despite?: string,
  ): Promise<ProblemDocument | null> => {
    const slip = Object.fromEntries((page.seen?.[action] ?? []).map((field) => [field, view.slip[field]]))
    const outcome = await take({
      process: view.process,
      number: view.number,
      action,
      input,
      files,
      ...(despite === undefined ? {} : { despite }),
      version: view.version,
      seen: { state: view.state, slip },
    })
    if (outcome.how === 'refused') return outcome.problem
    setSheet(null)
    const name = say(own.actions[action] ?? { zh: action, en: action })
    done(say(outcome.how === 'sent' ? words.sent(name) : words.kept))
    return null
  }
  /** Straight away when nothing must be filled in; what the server then misses is asked on the sheet. */
  const onNext = async (action: string) => {
    const schema = process?.actions[action]?.input
    if (formFields(schema).some((field) => field.required)) return setSheet({ action, refused: null })
    const refused = await step(action, schema === undefined ? undefined : {})
    if (refused !== null) setSheet({ action, refused })
  }
  const takePhotos: Take = async (action, input, { field, purpose, blobs }) => {
    const refused = await step(action, input, enclosed(field, true, purpose, blobs))
    if (refused !== null) setSheet({ action, refused })
  }

  const next = nextStep(
    view.choices,
    view.state,
    (action) => list(process?.actions[action]?.to)[0],
    process ? spineOf(process) : [],
  )
  const rest = view.choices.filter((choice) => choice !== next && !page.placed?.includes(choice.action))
  const clock = view.clocks.find((one) => one.dueAt === view.dueAt && one.metAt === null)
  const call = page.callable?.(view) ?? (view.contact ? { name: view.contact.name, phone: view.contact.phone } : null)
  const final = process?.states[view.state]?.final === true
  return (
    <Shell
      title={[view.unit?.code, view.title].filter(Boolean).join(' ')}
      subtitle={view.number}
      back="/m/"
      footer={
        process && (
          <StepBar
            process={view.process}
            number={view.number}
            next={next}
            beside={page.beside?.[view.state] ?? null}
            rest={rest}
            closed={final}
            held={waiting.length > 0 ? (page.afterSent ?? []) : []}
            busy={busy && sheet === null}
            onNext={(action) => void onNext(action)}
            onChoose={(action) => setSheet({ action, refused: null })}
          />
        )
      }
    >
      <UnsentList items={waiting} />
      {view !== known && <p className={classes.soft}>{say(words.asOnPhone)}</p>}
      <Section>
        <div className={classes.stack}>
          <div className={classes.bottom}>
            <span className={classes.pills}>
              <StatePill tone={tone(view.state)}>
                {say(own.states[view.state] ?? { zh: view.state, en: view.state })}
              </StatePill>
              {view.priority !== null && <PriorityMark level={view.priority as 1 | 2 | 3 | 4} />}
            </span>
            {view.dueAt !== null && !final && (
              <Countdown
                due={view.dueAt}
                since={clock?.startedAt}
                pausedAt={view.paused ? (clock?.pausedAt ?? view.enteredAt) : null}
                label={view.number}
                size="large"
              />
            )}
          </div>
          {page.JobFacts ? <page.JobFacts view={view} /> : <p>{view.title}</p>}
        </div>
        {call && call.phone !== '' && (
          <div className={classes.calls}>
            <Button
              component="a"
              href={`tel:${call.phone.replace(/[^0-9+]/g, '')}`}
              variant="default"
              size="lg"
              leftSection={<IconPhone size={20} aria-hidden />}
            >
              {say(words.call(call.name))}
            </Button>
          </div>
        )}
      </Section>
      {page.JobBody && <page.JobBody view={view} take={takePhotos} />}
      <Section title={say(words.timeline)}>
        {showTimeline ? (
          <Suspense fallback={<Skeleton height={120} />}>
            <Timeline view={view} />
          </Suspense>
        ) : (
          <Button variant="default" fullWidth onClick={() => setShowTimeline(true)}>
            {say(words.showTimeline)}
          </Button>
        )}
      </Section>
      {sheet && process && (
        <Suspense>
          <StepSheet
            key={sheet.action}
            view={view}
            process={process}
            page={page}
            action={sheet.action}
            refused={sheet.refused}
            onClose={() => setSheet(null)}
            onTake={(input, files, despite) => step(sheet.action, input, files, despite)}
          />
        </Suspense>
      )}
    </Shell>
  )
}

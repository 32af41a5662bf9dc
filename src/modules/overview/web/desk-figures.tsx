import '#ui/controls.css'
import { Button } from '@mantine/core'
import { IconAdjustments, IconFileSpreadsheet } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useHasRole } from '#kernel/people/web/me.ts'
import { useLanguage, useSay } from '#ui/language.tsx'
import { MonthPicker, monthName, useRunningMonth } from '#ui/month-picker.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { specOf } from '../process/figures.ts'
import { betterThan, type FigureMonth, type FigureView, reached } from '../rules.ts'
import { words } from '../words.ts'
import { type FigureKey, figureWords } from '../words/figures.ts'
import { FigureCases } from './desk-figure.tsx'
import { useShownValue } from './desk-value.tsx'
import classes from './desk.module.css'

interface FiguresPageProps {
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

const aMonth = /^20\d\d-(0[1-9]|1[0-2])$/

/** The figures of a month with target and trend; each opens the cases it counts. */
export function FiguresPage({ values, onChange }: FiguresPageProps) {
  const say = useSay()
  const { language } = useLanguage()
  const running = useRunningMonth()
  const month = aMonth.test(values.month ?? '') ? (values.month ?? running) : running
  const figure = isFigure(values.figure) ? values.figure : null
  const list = useQuery({
    queryKey: ['figures', 'month', month],
    queryFn: ({ signal }) => ask<FigureMonth>(`/api/figures/${month}`, { signal }),
    placeholderData: keepPreviousData,
  })
  if (figure !== null) return <FigureCases figure={figure} month={month} values={values} onChange={onChange} />
  const problem = shownProblem(list.error)
  return (
    <Page
      title={say(words.figures)}
      beside={
        <MonthPicker
          value={month}
          onChange={(next) => onChange({ month: next })}
          label={say(words.month)}
          earlier={say(words.earlierMonth)}
          later={say(words.laterMonth)}
        />
      }
      actions={
        <>
          <TargetsLink />
          <Button
            component="a"
            href={`/api/figures/${month}/export.xlsx`}
            download
            variant="default"
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          >
            {say(words.exportExcel)}
          </Button>
        </>
      }
    >
      {problem && <ProblemAlert problem={problem} onRetry={() => void list.refetch()} />}
      <Section title={monthName(month, language)} note={list.data?.running ? say(words.running) : undefined} flush>
        <div className={classes.scroller} role="region" tabIndex={0} aria-label={say(words.figures)}>
          <table className={classes.table} aria-busy={list.isPending}>
            <thead>
              <tr>
                <th scope="col">{say(words.no)}</th>
                <th scope="col">{say(words.figure)}</th>
                <th scope="col" data-end>
                  {say(words.value)}
                </th>
                <th scope="col" data-end>
                  {say(words.counted)}
                </th>
                <th scope="col" data-end>
                  {say(words.target)}
                </th>
                <th scope="col">{say(words.trend)}</th>
              </tr>
            </thead>
            <tbody>
              {(list.data?.items ?? []).map((view) => (
                <FigureRow
                  key={view.key}
                  view={view}
                  month={month}
                  onPick={() => onChange({ month, figure: view.key })}
                />
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      <p className={classes.soft}>{say(words.later)}</p>
    </Page>
  )
}

const isFigure = (key: string | undefined): key is FigureKey => key !== undefined && Object.hasOwn(figureWords, key)

function TargetsLink() {
  const say = useSay()
  const may = useHasRole()
  if (!may('PM', 'GM')) return null
  return (
    <Button
      component={UiLink}
      href="/parameters?q=overview.target"
      variant="subtle"
      leftSection={<IconAdjustments size={16} aria-hidden />}
    >
      {say(words.setTargets)}
    </Button>
  )
}

function FigureRow({ view, month, onPick }: { view: FigureView; month: string; onPick: () => void }) {
  const say = useSay()
  const spec = specOf(view.key)
  const shown = useShownValue()
  const ok = reached(spec, view.value, view.target)
  const { says, formula } = figureWords[view.key]
  return (
    <tr data-missing={view.missing}>
      <td className={classes.soft}>{spec.no}</td>
      <th scope="row">
        <UiLink
          href={`/figures?month=${month}&figure=${view.key}`}
          className={classes.link}
          onClick={(event) => {
            event.preventDefault()
            onPick()
          }}
        >
          {say(says)}
        </UiLink>
        <span className={classes.formula}>{say(formula)}</span>
      </th>
      <td data-end>
        <span className={classes.value}>{shown(spec, view.value, view.missing)}</span>
        {ok !== null && (
          <StatePill size="small" tone={ok ? 'done' : 'danger'}>
            {say(ok ? words.reached : words.notReached)}
          </StatePill>
        )}
      </td>
      <td data-end className="tabular">
        {counted(view)}
      </td>
      <td data-end className="tabular">
        {view.target === null ? <span className={classes.soft}>{say(words.watched)}</span> : shown(spec, view.target)}
      </td>
      <td>
        <Trend view={view} />
      </td>
    </tr>
  )
}

const counted = ({ key, hits, of, missing }: FigureView): string => {
  const { kind } = specOf(key)
  if (missing) return ''
  if (kind === 'count' || kind === 'money' || kind === 'duration') return String(of)
  return `${hits} / ${Number.isInteger(of) ? of : of.toFixed(1)}`
}

/** The way it went since the month before, in words and a sign; colour only repeats whether that is good. */
function Trend({ view }: { view: FigureView }) {
  const say = useSay()
  const spec = specOf(view.key)
  const shown = useShownValue()
  if (view.value === null || view.last === null) return <span className={classes.soft}>—</span>
  if (view.value === view.last) return <span className={classes.soft}>{say(words.unchanged)}</span>
  const change = Math.abs(view.value - view.last)
  const by = spec.kind === 'share' || spec.kind === 'ratio' ? say(words.points(change.toFixed(2))) : shown(spec, change)
  const better = betterThan(spec, view.value, view.last)
  return (
    <span className={classes.trend} data-better={better ?? undefined}>
      {say(view.value > view.last ? words.rose(by) : words.fell(by))}
      {better !== null && <span> · {say(better ? words.better : words.worse)}</span>}
    </span>
  )
}

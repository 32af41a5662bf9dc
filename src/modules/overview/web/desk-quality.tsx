import '#ui/controls.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { departmentWords } from '#kernel/people/words.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { MonthPicker, useRunningMonth } from '#ui/month-picker.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import { specOf } from '../process/figures.ts'
import { mostOfAScore, type QualityMonth, type QualityView, scoreParts, type ScoreSheet } from '../slip.ts'
import { words } from '../words.ts'
import { figureWords } from '../words/figures.ts'
import { NoteForm, ScoreForm, scoreWords } from './desk-score.tsx'
import { useShownValue } from './desk-value.tsx'
import classes from './desk.module.css'

interface QualityPageProps {
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

const aMonth = /^20\d\d-(0[1-9]|1[0-2])$/

/** 部门服务质量监控: what the month shows of security, engineering and cleaning, the manager's sheet, the superior's note. */
export function QualityPage({ values, onChange }: QualityPageProps) {
  const say = useSay()
  const running = useRunningMonth()
  const month = aMonth.test(values.month ?? '') ? (values.month ?? running) : running
  const list = useQuery({
    queryKey: ['figures', 'quality', month],
    queryFn: ({ signal }) => ask<QualityMonth>(`/api/quality/${month}`, { signal }),
    placeholderData: keepPreviousData,
  })
  const problem = shownProblem(list.error)
  return (
    <Page
      title={say(words.quality)}
      beside={
        <>
          <MonthPicker
            value={month}
            onChange={(next) => onChange({ month: next })}
            label={say(words.month)}
            earlier={say(words.earlierMonth)}
            later={say(words.laterMonth)}
          />
          {list.data?.running && <span className={classes.soft}>{say(words.running)}</span>}
        </>
      }
    >
      <p className={classes.soft}>{say(words.qualityLead)}</p>
      {problem && <ProblemAlert problem={problem} onRetry={() => void list.refetch()} />}
      <div className={classes.cards}>
        {(list.data?.items ?? []).map((view) => (
          <Department key={view.department} view={view} month={list.data?.month ?? month} />
        ))}
      </div>
    </Page>
  )
}

function Department({ view, month }: { view: QualityView; month: string }) {
  const say = useSay()
  const shown = useShownValue()
  return (
    <Section title={say(departmentWords[view.department])} note={<Standing sheet={view.sheet} />}>
      <h3 className={classes.subtitle}>{say(words.evidence)}</h3>
      <dl className={classes.facts}>
        {view.figures.map((figure) => {
          const spec = specOf(figure.key)
          const part = spec.parts === 'department' ? `&part=${view.department}` : ''
          return (
            <div key={figure.key} className={classes.fact}>
              <dt>
                <UiLink href={`/figures?month=${month}&figure=${figure.key}${part}`} className={classes.link}>
                  {say(figureWords[figure.key].says)}
                </UiLink>
              </dt>
              <dd>
                <strong>{shown(spec, figure.value, figure.missing)}</strong>
                {spec.kind === 'share' && figure.of > 0 && (
                  <span className={classes.soft}>{`${figure.hits} / ${figure.of}`}</span>
                )}
              </dd>
            </div>
          )
        })}
        <div className={classes.fact}>
          <dt>
            <UiLink
              href={`/promises?view=kept&month=${month}&by=department&department=${view.department}&missed=yes`}
              className={classes.link}
            >
              {say(words.missedPromises)}
            </UiLink>
          </dt>
          <dd>
            <strong>{view.missed}</strong>
            <span className={classes.soft}>
              {say(words.keptPromises)} {view.kept}
            </span>
          </dd>
        </div>
        {[words.patrolScore, words.surveyScore].map((label) => (
          <div key={label.en} className={classes.fact}>
            <dt>{say(label)}</dt>
            <dd className={classes.soft}>{say(words.notApplicable)}</dd>
          </div>
        ))}
      </dl>
      <h3 className={classes.subtitle}>{say(words.scoreSheet)}</h3>
      {view.sheet ? <Sheet sheet={view.sheet} /> : <Empty title={say(words.notSigned)} />}
      <div className={classes.foot}>
        {view.maySign && <ScoreForm view={view} month={month} />}
        {view.mayNote && view.sheet && <NoteForm view={view} month={month} version={view.sheet.version} />}
      </div>
    </Section>
  )
}

function Standing({ sheet }: { sheet: ScoreSheet | null }) {
  const say = useSay()
  if (sheet === null) return null
  return (
    <StatePill size="small" tone={sheet.notedAt === null ? 'warn' : 'done'}>
      {say(sheet.notedAt === null ? words.notNoted : words.notedBy(sheet.notedBy ?? ''))}
    </StatePill>
  )
}

function Sheet({ sheet }: { sheet: ScoreSheet }) {
  const say = useSay()
  return (
    <>
      <dl className={classes.facts}>
        {scoreParts.map((part) => (
          <div key={part} className={classes.fact}>
            <dt>{say(scoreWords[part])}</dt>
            <dd>
              {sheet.scores[part]} / {mostOfAScore}
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.total}>
        {say(words.total)} <strong>{sheet.total}</strong> / {scoreParts.length * mostOfAScore}
      </p>
      <p className={classes.comment}>{sheet.comment}</p>
      <p className={classes.soft}>
        {say(words.signedBy(sheet.signedBy))} · <Time at={sheet.signedAt} full /> · {say(words.version(sheet.version))}
      </p>
      {sheet.notedAt !== null && (
        <p className={classes.soft}>
          {say(words.notedBy(sheet.notedBy ?? ''))} · <Time at={sheet.notedAt} full />
          {sheet.remark !== '' && ` · ${sheet.remark}`}
        </p>
      )}
    </>
  )
}

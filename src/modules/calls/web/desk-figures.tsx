import '#ui/controls.css'
import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { dateOf } from '#lib/show-time.ts'
import { useSay } from '#ui/language.tsx'
import { useNow } from '#ui/now.ts'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { rateBp, sumOf } from '../rules.ts'
import type { CallFigures, DayFigures, Tally } from '../slip.ts'
import { shiftWords, words } from '../words.ts'
import { figuresKey } from './desk-figures-key.ts'
import { CountDialog } from './desk-count.tsx'
import { ReadDialog } from './desk-import.tsx'
import classes from './desk.module.css'

export const useCallFigures = () =>
  useQuery({
    queryKey: figuresKey,
    queryFn: ({ signal }) => ask<CallFigures>('/api/calls/figures', { signal }),
    staleTime: 60_000,
  })

/** M34 by its parts: answered within three rings, voice mail within five, held a minute at most, and what nobody answered. */
export function Figures() {
  const say = useSay()
  const { data, error, refetch } = useCallFigures()
  const [dialog, setDialog] = useState<'count' | 'read' | null>(null)
  const problem = shownProblem(error)
  return (
    <Section
      title={say(words.figures)}
      actions={
        data && (
          <>
            {data.may.count && (
              <Button variant="default" size="compact-sm" onClick={() => setDialog('count')}>
                {say(words.count)}
              </Button>
            )}
            {data.may.read && (
              <Button variant="default" size="compact-sm" onClick={() => setDialog('read')}>
                {say(words.read)}
              </Button>
            )}
          </>
        )
      }
    >
      {problem && <ProblemAlert problem={problem} onRetry={() => void refetch()} />}
      {!data && !problem && <Skeleton height={120} />}
      {data && <Shown figures={data} />}
      {data && (
        <>
          <CountDialog figures={data} opened={dialog === 'count'} onClose={() => setDialog(null)} />
          <ReadDialog opened={dialog === 'read'} onClose={() => setDialog(null)} />
        </>
      )}
    </Section>
  )
}

function Shown({ figures }: { figures: CallFigures }) {
  const say = useSay()
  const today = dateOf(new Date(useNow(60_000)).toISOString())
  const ofToday = sumOf(figures.days.filter(({ day }) => day === today))
  if (figures.days.length === 0) return <p className={classes.soft}>{say(words.noCalls)}</p>
  return (
    <div className={classes.figures}>
      <Rates label={say(words.today)} tally={ofToday} limits={figures.limits} />
      <Rates label={say(words.month)} tally={figures.total} limits={figures.limits} />
      <Days figures={figures} />
    </div>
  )
}

function Rates({ label, tally, limits }: { label: string; tally: Tally; limits: CallFigures['limits'] }) {
  const say = useSay()
  const rates = [
    {
      name: say(words.ringRate(limits.rings)),
      part: tally.answeredInTime,
      whole: tally.answered,
      target: limits.targetBp,
    },
    { name: say(words.voiceMailRate(limits.voiceMailRings)), part: tally.voiceMailInTime, whole: tally.voiceMail },
    { name: say(words.holdRate(limits.holdSeconds)), part: tally.heldInTime, whole: tally.held },
  ]
  return (
    <div className={classes.rates} role="group" aria-label={label}>
      <h3 className={classes.period}>{label}</h3>
      <dl className={classes.rateList}>
        {rates.map(({ name, part, whole, target }) => {
          const rate = rateBp(part, whole)
          return (
            <div key={name} data-below={target !== undefined && rate !== null && rate < target}>
              <dt>{name}</dt>
              <dd>
                <b>{rate === null ? '—' : percent(rate)}</b>
                <span className={classes.soft}>
                  {say(words.ofWhole(part, whole))}
                  {target !== undefined && ` · ${say(words.target(percent(target)))}`}
                </span>
              </dd>
            </div>
          )
        })}
        <div>
          <dt>{say(words.unansweredCount)}</dt>
          <dd>
            <b>{tally.unanswered}</b>
          </dd>
        </div>
      </dl>
    </div>
  )
}

function Days({ figures: { days, counts, limits } }: { figures: CallFigures }) {
  const say = useSay()
  const rate = (part: number, whole: number) => {
    const bp = rateBp(part, whole)
    return bp === null ? '—' : `${percent(bp)} (${part}/${whole})`
  }
  const row = (name: string, source: string, one: Tally) => (
    <>
      <th scope="row">{name}</th>
      <td>{source}</td>
      <td>{rate(one.answeredInTime, one.answered)}</td>
      <td>{rate(one.voiceMailInTime, one.voiceMail)}</td>
      <td>{rate(one.heldInTime, one.held)}</td>
      <td>{one.unanswered}</td>
    </>
  )
  const sourceOf = ({ source }: DayFigures) => say(source === 'exchange' ? words.fromExchange : words.byHand)
  return (
    <details>
      <summary>{say(words.byDay)}</summary>
      <div className={classes.scroll} role="region" aria-label={say(words.byDay)} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say(words.day)}</th>
              <th scope="col">{say(words.source)}</th>
              <th scope="col">{say(words.ringRate(limits.rings))}</th>
              <th scope="col">{say(words.voiceMailRate(limits.voiceMailRings))}</th>
              <th scope="col">{say(words.holdRate(limits.holdSeconds))}</th>
              <th scope="col">{say(words.unansweredCount)}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((one) => (
              <tr key={one.day}>{row(one.day, sourceOf(one), one)}</tr>
            ))}
            {counts.map((one) => (
              <tr key={`${one.day}.${one.shift}.${one.operator.id}`} className={classes.soft}>
                {row(
                  `${one.day} ${say(shiftWords[one.shift])} · ${one.operator.name}`,
                  `${say(words.byShift)}${one.version > 1 ? ` · ${say(words.corrected(one.version))}` : ''}`,
                  one,
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

const percent = (bp: number): string => `${(bp / 100).toFixed(bp % 100 === 0 ? 0 : 1)}%`

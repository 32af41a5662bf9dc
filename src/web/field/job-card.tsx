import type { CaseRow } from '#kernel/process/view.ts'
import { useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { useTone } from '#kernel/process/web/tone.ts'
import { Countdown } from '#ui/countdown.tsx'
import { levelOf } from '#ui/countdown-level.ts'
import { useLanguage, useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { useNow } from '#ui/now.ts'
import { PriorityMark } from '#ui/priority-mark.tsx'
import { KindChip, StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import classes from './field.module.css'
import { useUnsentOf } from './use-outbox.ts'
import { words } from './words.ts'

export const jobHref = ({ process, number }: Pick<CaseRow, 'process' | 'number'>): string =>
  `/m/job/${process}/${encodeURIComponent(number)}`

/** A job as one reads it while walking: where, what, who, and how long there is left. */
export function JobCard({ row, done = false }: { row: CaseRow; done?: boolean }) {
  const say = useSay()
  const { language } = useLanguage()
  const own = useProcessWords(row.process)
  const tone = useTone(row.process)
  const now = useNow(30_000)
  const unsent = useUnsentOf(row.process, row.number).length
  const level = row.dueAt === null || done ? 'none' : levelOf(Date.parse(row.dueAt), now, row.paused)
  const customer = row.customer
    ? language === 'en' && row.customer.nameEn !== ''
      ? row.customer.nameEn
      : row.customer.shortName
    : say(words.commonArea)
  return (
    <li>
      <UiLink href={jobHref(row)} className={classes.job} data-level={level}>
        <span className={classes.top}>
          {row.unit ? (
            <span className={classes.unit}>{row.unit.code}</span>
          ) : (
            <span className={`${classes.unit} ${classes.place}`}>{row.place}</span>
          )}
          {done ? (
            <Time at={row.enteredAt} />
          ) : (
            row.dueAt !== null && (
              <Countdown
                due={row.dueAt}
                since={row.enteredAt}
                pausedAt={row.paused ? row.enteredAt : null}
                bar={false}
                size="large"
              />
            )
          )}
        </span>
        <span className={classes.fault}>{row.title}</span>
        <span className={classes.meta}>
          <span>{customer}</span>
          {row.unit && row.place !== '' && row.place !== row.unit.code && <span>{row.place}</span>}
        </span>
        <span className={classes.bottom}>
          <span className={classes.pills}>
            <StatePill tone={tone(row.state)}>
              {say(own.states[row.state] ?? { zh: row.state, en: row.state })}
            </StatePill>
            {row.priority !== null && <PriorityMark level={row.priority as 1 | 2 | 3 | 4} />}
            {unsent > 0 && <KindChip tone="warn">{say(words.unsentHere(unsent))}</KindChip>}
          </span>
          <span className={classes.soft}>{row.number}</span>
        </span>
      </UiLink>
    </li>
  )
}

import type { CaseRow } from '#kernel/process/view.ts'
import { useTone } from '#kernel/process/web/tone.ts'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import { usePortalModules } from './module-page.ts'
import classes from './portal.module.css'
import { ProgressBar } from './progress-bar.tsx'

export const requestHref = ({ process, number }: Pick<CaseRow, 'process' | 'number'>): string =>
  `/c/request/${process}/${encodeURIComponent(number)}`

/** One request in a list: what, how far, where. */
export function RequestCard({ row }: { row: CaseRow }) {
  const say = useSay()
  const tone = useTone(row.process)
  const progress = usePortalModules()?.[row.process]?.progressOf?.(row.state, {})
  return (
    <li>
      <UiLink href={requestHref(row)} className={classes.request}>
        <span className={classes.requestHead}>
          <span className={classes.requestTitle}>{row.title}</span>
          {progress && <StatePill tone={tone(row.state)}>{say(progress.word)}</StatePill>}
        </span>
        {progress && row.closedAt === null && <ProgressBar progress={progress} />}
        <span className={classes.soft}>
          {[row.unit?.code ?? row.place, row.number].filter(Boolean).join(' · ')} · <Time at={row.openedAt} />
        </span>
      </UiLink>
    </li>
  )
}

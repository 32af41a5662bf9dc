import { caseHref } from '#kernel/process/web/case-order.ts'
import { useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { useTone } from '#kernel/process/web/tone.ts'
import { Countdown } from '#ui/countdown.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import type { CaseLine } from '../view.ts'
import classes from './premises.module.css'

/** Cases of a customer or a unit, one line each. */
export function CaseLines({ lines }: { lines: readonly CaseLine[] }) {
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <Line key={line.number} line={line} />
      ))}
    </ul>
  )
}

function Line({ line }: { line: CaseLine }) {
  const say = useSay()
  const own = useProcessWords(line.process)
  const tone = useTone(line.process)
  return (
    <li className={classes.line}>
      <UiLink href={caseHref(line.process, line.number)} className={classes.caseLink}>
        <strong>{line.title}</strong>
        <span className={classes.soft}>
          {[line.number, line.unit].filter(Boolean).join(' · ')} · <Time at={line.openedAt} />
        </span>
      </UiLink>
      {line.closedAt === null && line.dueAt !== null && <Countdown due={line.dueAt} bar={false} />}
      <StatePill size="small" tone={tone(line.state)}>
        {say(own.states[line.state] ?? { zh: line.state, en: line.state })}
      </StatePill>
    </li>
  )
}

import { IconCheck } from '@tabler/icons-react'
import { useSay } from '#ui/language.tsx'
import { spineOf } from '../spine.ts'
import type { CaseView } from '../view.ts'
import { useProcess, useProcessWords } from './catalogue.tsx'
import classes from './step-strip.module.css'
import { words } from './words.ts'

/** The way a case normally takes, and how far this one has come. */
export function StepStrip({ view }: { view: CaseView }) {
  const say = useSay()
  const own = useProcessWords(view.process)
  const process = useProcess(view.process)
  if (process === null) return <div className={classes.waiting} />
  const spine = spineOf(process)
  const been = new Set(view.timeline.flatMap((entry) => [entry.from, entry.to]))
  const onSpine = spine.indexOf(view.state)
  const last = onSpine >= 0 ? onSpine : spine.findLastIndex((state) => been.has(state))
  const name = (state: string) => say(own.states[state] ?? { zh: state, en: state })
  return (
    <div className={classes.root}>
      <ol className={classes.strip} aria-label={say(words.steps)}>
        {spine.map((state, at) => {
          const here = at === onSpine
          const taken = at < last || (at === last && !here) || (here && process.states[state]?.final === true)
          return (
            <li
              key={state}
              className={classes.step}
              data-state={here ? 'here' : taken ? (been.has(state) ? 'taken' : 'skipped') : 'open'}
              aria-current={here ? 'step' : undefined}
            >
              <span className={classes.mark} aria-hidden>
                {taken && been.has(state) && <IconCheck size={11} stroke={3} />}
              </span>
              <span className={classes.name}>{name(state)}</span>
            </li>
          )
        })}
      </ol>
      <p className={classes.short}>
        {onSpine < 0
          ? `${say(words.aside)} · ${name(view.state)}`
          : `${say(words.stepOf(onSpine + 1, spine.length))} · ${name(view.state)}`}
      </p>
    </div>
  )
}

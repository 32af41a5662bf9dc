import { useSay } from '#ui/language.tsx'
import type { Progress } from './module-page.ts'
import classes from './portal.module.css'

/** How far a request is; nothing for one that ended before it was done. */
export function ProgressBar({ progress: { steps, at } }: { progress: Progress }) {
  const say = useSay()
  if (at === null) return null
  return (
    <ol className={classes.steps}>
      {steps.map((step, index) => (
        <li
          key={step.en}
          data-step={index < at ? 'done' : index === at ? 'here' : 'open'}
          aria-current={index === at ? 'step' : undefined}
        >
          {say(step)}
        </li>
      ))}
    </ol>
  )
}

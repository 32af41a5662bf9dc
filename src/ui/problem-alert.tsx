import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useSay } from './language.tsx'
import classes from './problem-alert.module.css'
import { words } from './words.ts'

/** A refusal as the server words it (RFC 9457), already in the reader's language. */
export interface Problem {
  readonly title: string
  readonly detail?: string | undefined
  /** what must hold first, one sentence each */
  readonly needs?: readonly string[] | undefined
  /** quoted to the helpdesk */
  readonly reference?: string | undefined
}

/** What went wrong and what is still needed; spoken at once. */
export function ProblemAlert({ problem, onRetry }: { problem: Problem; onRetry?: (() => void) | undefined }) {
  const say = useSay()
  const { title, detail, needs = [], reference } = problem
  return (
    <div role="alert" className={classes.alert}>
      <IconAlertTriangle size={20} stroke={1.8} aria-hidden className={classes.sign} />
      <div className={classes.text}>
        <strong>{title}</strong>
        {detail !== undefined && <p>{detail}</p>}
        {needs.length > 0 && (
          <>
            <p>{say(words.missing)}</p>
            <ul className={classes.needs}>
              {needs.map((need) => (
                <li key={need}>{need}</li>
              ))}
            </ul>
          </>
        )}
        {reference !== undefined && <p className={classes.reference}>{say(words.reference(reference))}</p>}
        {onRetry && (
          <Button variant="default" onClick={onRetry} className={classes.retry}>
            {say(words.retry)}
          </Button>
        )}
      </div>
    </div>
  )
}

import { Alert, Button } from '@mantine/core'
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

export function ProblemAlert({ problem, onRetry }: { problem: Problem; onRetry?: (() => void) | undefined }) {
  const say = useSay()
  return (
    <Alert
      color="red.8"
      variant="outline"
      role="alert"
      title={problem.title}
      icon={<IconAlertTriangle aria-hidden />}
      className={classes.alert}
    >
      {problem.detail !== undefined && <p>{problem.detail}</p>}
      {problem.needs !== undefined && problem.needs.length > 0 && (
        <>
          <p>{say(words.missing)}</p>
          <ul className={classes.needs}>
            {problem.needs.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </>
      )}
      {problem.reference !== undefined && (
        <p className={classes.reference}>{say(words.reference(problem.reference))}</p>
      )}
      {onRetry && (
        <Button variant="default" onClick={onRetry} mt="xs">
          {say(words.retry)}
        </Button>
      )}
    </Alert>
  )
}

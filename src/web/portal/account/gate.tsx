import { Loader } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { isProblem } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { Me } from '#kernel/people/view.ts'
import { useMe } from '#kernel/people/web/me.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import classes from './account.module.css'
import { useHearSignedOut } from './hear-signed-out.ts'
import { words } from './words.ts'

const SignIn = lazy(() => import('#kernel/people/web/sign-in.tsx').then((module) => ({ default: module.SignIn })))

interface GateProps {
  readonly area: string
  /** under the way in, for those who cannot get in */
  readonly help?: ReactNode
  readonly children: (me: Me) => ReactNode
}

/** Lets in who is signed in for good; everybody else is asked for what is still missing. */
export function Gate({ area, help, children }: GateProps) {
  const say = useSay()
  const { data, error, refetch } = useMe()
  const wasIn = useRef(false)
  useHearSignedOut()
  const out = isProblem(error) && error.document.status === 401
  const me = out ? null : (data ?? null)
  if (me?.stage === 'full') {
    wasIn.current = true
    return children(me)
  }
  const problem = out ? null : shownProblem(error)
  if (me === null && !out)
    return (
      <main className={classes.gate}>
        {problem ? (
          <ProblemAlert problem={problem} onRetry={() => void refetch()} />
        ) : (
          <Loader aria-label={say(words.checking)} />
        )}
      </main>
    )
  return (
    <Suspense>
      <SignIn area={area} stage={me?.stage} ended={wasIn.current} />
      {help}
    </Suspense>
  )
}

import { Loader } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { isProblem, onSignedOut } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { Me } from '#kernel/people/view.ts'
import { useMe } from '#kernel/people/web/me.ts'
import { BrandMark } from '#ui/brand-mark.tsx'
import { useSay } from '#ui/language.tsx'
import { LanguageSwitch } from '#ui/language-switch.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import classes from './account.module.css'
import { words } from './words.ts'

const SignIn = lazy(() => import('./sign-in.tsx').then((module) => ({ default: module.SignIn })))
const Unfinished = lazy(() => import('./unfinished.tsx').then((module) => ({ default: module.Unfinished })))

interface GateProps {
  readonly brand: string
  /** who was here last, when the network is gone; null: nobody */
  readonly remembered?: Me | null
  readonly children: (me: Me) => ReactNode
}

/** Lets in who is signed in for good; everybody else is asked for what is still missing. */
export function Gate({ brand, remembered = null, children }: GateProps) {
  const say = useSay()
  const client = useQueryClient()
  const { data, error, refetch } = useMe()
  useEffect(() => onSignedOut(() => client.setQueryData(['me'], null)), [client])
  const me = data ?? (isProblem(error, 'offline') ? remembered : null)
  if (me?.stage === 'full') return children(me)
  const problem = isProblem(error) && error.document.status === 401 ? null : shownProblem(error)
  return (
    <main className={classes.gate}>
      <div className={classes.top}>
        <BrandMark size={34} />
        <span>{brand}</span>
        <LanguageSwitch />
      </div>
      {problem && <ProblemAlert problem={problem} onRetry={() => void refetch()} />}
      <Suspense fallback={<Loader size="sm" aria-label={say(words.checking)} />}>
        {me ? (
          <Unfinished stage={me.stage} />
        ) : data === null || error !== null ? (
          <SignIn />
        ) : (
          <Loader size="sm" aria-label={say(words.checking)} />
        )}
      </Suspense>
    </main>
  )
}

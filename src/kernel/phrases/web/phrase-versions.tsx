import { Skeleton } from '@mantine/core'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Time } from '#ui/time.tsx'
import classes from './phrases.module.css'
import { usePhraseHistory } from './use-phrases.ts'
import { words } from './words.ts'

/** Every version of a phrase, newest first: who, when, why, and what it said. */
export function PhraseVersions({ code }: { code: string }) {
  const say = useSay()
  const { data, error, refetch } = usePhraseHistory(code)
  const problem = shownProblem(error)
  return (
    <section aria-label={say(words.history)}>
      <h3 className={classes.tipsTitle}>{say(words.history)}</h3>
      {problem && !data && <ProblemAlert problem={problem} onRetry={() => void refetch()} />}
      {!data && !problem && <Skeleton height={60} />}
      <ol className={classes.versions}>
        {data?.versions.map((one) => (
          <li key={one.version}>
            <span className={classes.soft}>
              {say(words.version(one.version))} · {one.setBy ?? say(words.first)} · <Time at={one.setAt} />
              {one.retired && ` · ${say(words.retired)}`}
              {one.reason !== '' && ` · ${one.reason}`}
            </span>
            <div lang="zh">
              {[one.textZh, one.textEn].filter(Boolean).join(' / ')}
              {one.preferredZh !== '' && ` → ${[one.preferredZh, one.preferredEn].filter(Boolean).join(' / ')}`}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

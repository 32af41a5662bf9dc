import { Skeleton } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { Me } from '#kernel/people/view.ts'
import type { CaseRow, Page, QueueItem } from '#kernel/process/view.ts'
import { useQueue } from '#kernel/process/web/cases.ts'
import { useCatalogue } from '#kernel/process/web/catalogue.tsx'
import { clockTime, dateOf } from '#lib/show-time.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { useNow } from '#ui/now.ts'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import classes from './field.module.css'
import { JobCard } from './job-card.tsx'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

/** What this person has in his hands, what waits for somebody to take it, and what he finished today. */
export function JobsPage({ me }: { me: Me }) {
  const say = useSay()
  const { data, error, refetch, dataUpdatedAt } = useQueue('mine')
  const done = useDoneToday(me, data?.items ?? NONE)
  const problem = shownProblem(error)
  const mine = (data?.items ?? NONE).filter((item) => item.assignee !== null)
  const pool = (data?.items ?? NONE).filter((item) => item.assignee === null)
  return (
    <Shell title={say(words.jobs)} subtitle={me.name}>
      {problem && data === undefined && <ProblemAlert problem={problem} onRetry={() => void refetch()} />}
      {problem && data !== undefined && (
        <p className={classes.soft}>{say(words.asOf(clockTime(new Date(dataUpdatedAt).toISOString())))}</p>
      )}
      {data === undefined && problem === null && <Waiting />}
      {data !== undefined && (
        <>
          <Group title={say(words.mine)} count={mine.length}>
            {mine.length === 0 ? (
              <Empty title={say(words.noJobs)} help={say(words.noJobsHelp)} />
            ) : (
              mine.map((row) => <JobCard key={row.number} row={row} />)
            )}
          </Group>
          {pool.length > 0 && (
            <Group title={say(words.pool)} count={pool.length}>
              {pool.map((row) => (
                <JobCard key={row.number} row={row} />
              ))}
            </Group>
          )}
          {done.length > 0 && (
            <Group title={say(words.doneToday)} count={done.length}>
              {done.map((row) => (
                <JobCard key={row.number} row={row} done />
              ))}
            </Group>
          )}
        </>
      )}
    </Shell>
  )
}

const NONE: readonly QueueItem[] = []

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const id = useId()
  const empty = count === 0
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className={classes.count}>{count}</span>
      </h2>
      {empty ? children : <ul className={classes.list}>{children}</ul>}
    </section>
  )
}

/** Jobs of this person that left his hands since midnight. */
function useDoneToday(me: Me, open: readonly CaseRow[]): readonly CaseRow[] {
  const names = Object.keys(useCatalogue().chapters)
  const results = useQueries({
    queries: names.map((name) => ({
      queryKey: ['register', name, 'done', me.id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask<Page<CaseRow>>(withQuery(`/api/${name}`, { assigneeId: me.id, size: 50 }), { signal }),
      staleTime: 60_000,
      retry: false,
    })),
  })
  const today = dateOf(new Date(useNow(60_000)).toISOString())
  return results
    .flatMap(({ data }) => data?.items ?? [])
    .filter((row) => dateOf(row.enteredAt) === today && !open.some((one) => one.number === row.number))
}

function Waiting() {
  return (
    <div className={classes.list}>
      {[0, 1, 2].map((one) => (
        <Skeleton key={one} height={132} radius="md" />
      ))}
    </div>
  )
}

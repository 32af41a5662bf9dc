import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { Me } from '#kernel/people/view.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { words as common } from '#ui/words.ts'
import classes from './portal.module.css'
import { RequestCard } from './request-card.tsx'
import { useRequests } from './requests.ts'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

const STEP = 20

/** Everything this person, or his company, asked for. */
export function RequestsPage({ me }: { me: Me }) {
  const say = useSay()
  const [open, setOpen] = useState<'yes' | 'no'>('yes')
  const [size, setSize] = useState(STEP)
  const { rows, problem, loading, again } = useRequests(me, open, size)
  const shown = shownProblem(problem)
  return (
    <Shell title={say(words.requests)}>
      <SegmentedControl
        aria-label={say(words.requests)}
        value={open}
        onChange={(value) => {
          setOpen(value === 'no' ? 'no' : 'yes')
          setSize(STEP)
        }}
        data={[
          { value: 'yes', label: say(words.openRequests) },
          { value: 'no', label: say(words.closedRequests) },
        ]}
      />
      {shown && <ProblemAlert problem={shown} onRetry={again} />}
      {loading && shown === null && <Skeleton height={120} radius="md" />}
      {!loading && rows.length === 0 && shown === null && (
        <Section>
          <Empty title={say(open === 'yes' ? words.noOpen : words.noRequests)} help={say(words.noRequestsHelp)} />
        </Section>
      )}
      <ul className={classes.list}>
        {rows.map((row) => (
          <RequestCard key={row.number} row={row} />
        ))}
      </ul>
      {rows.length >= size && size < 200 && (
        <Button variant="default" onClick={() => setSize(size + STEP)}>
          {say(common.loadMore)}
        </Button>
      )}
    </Shell>
  )
}

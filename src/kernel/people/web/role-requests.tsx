import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import type { Role } from '#kernel/process/roles.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { Time } from '#ui/time.tsx'
import type { RoleRequest } from '../view.ts'
import { roleWords } from '../words.ts'
import { useHasRole } from './me.ts'
import classes from './people.module.css'
import { words } from './words.ts'

/** Requests for roles that wait for another hand; absent when there is none. */
export function RoleRequests() {
  const say = useSay()
  const client = useQueryClient()
  const has = useHasRole()
  const { data } = useQuery({
    queryKey: ['role-requests'],
    queryFn: ({ signal }) => ask<{ rows: RoleRequest[] }>('/api/role-requests?open=yes', { signal }),
    enabled: has('SYS', 'PM', 'CSM'),
  })
  const decide = useSend(
    ({ id, approve }: { id: string; approve: boolean }, key) =>
      ask(`/api/role-requests/${id}/decide`, { method: 'POST', key, body: { approve } }),
    () => {
      for (const key of ['role-requests', 'staff']) void client.invalidateQueries({ queryKey: [key] })
    },
  )
  const shown = shownProblem(decide.problem)
  const names = (roles: readonly Role[]) => roles.map((role) => say(roleWords[role])).join('、') || say(words.none)
  if (!data || data.rows.length === 0) return null
  return (
    <Section title={say(words.requests)} note={data.rows.length} accent>
      {shown && <ProblemAlert problem={shown} />}
      <ul className={classes.lines}>
        {data.rows.map((row) => (
          <li key={row.id} className={classes.line}>
            <span className={classes.grow}>
              <strong>{row.person.name}</strong> {say(words.fromTo(names(row.now), names(row.roles)))}
              <br />
              <span className={classes.soft}>
                {say(words.requestedBy)} {row.requestedBy.name} · <Time at={row.requestedAt} full />
              </span>
            </span>
            {row.mine ? (
              <>
                <Button variant="default" onClick={() => void decide.send({ id: row.id, approve: false })}>
                  {say(words.refuse)}
                </Button>
                <Button onClick={() => void decide.send({ id: row.id, approve: true })}>{say(words.approve)}</Button>
              </>
            ) : (
              <span className={classes.soft}>{say(words.waiting)}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

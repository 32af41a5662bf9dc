import '#ui/controls.css'
import { Button, Skeleton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { Time } from '#ui/time.tsx'
import type { ParameterGroup, ParameterRow } from '../view.ts'
import { Calendar } from './calendar.tsx'
import { ParameterDialog } from './parameter-dialog.tsx'
import classes from './parameters.module.css'
import { ShownValue } from './shown-value.tsx'
import { words } from './words.ts'

/** Every number the house works by: what holds, since when, who said so and why. */
export function ParametersPage() {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [editing, setEditing] = useState<ParameterRow | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['parameters'],
    queryFn: ({ signal }) => ask<{ groups: ParameterGroup[] }>('/api/parameters', { signal }),
  })
  const problem = shownProblem(error)
  const fits = (row: ParameterRow) =>
    typed === '' || `${row.key} ${say(row.says)}`.toLowerCase().includes(typed.toLowerCase())
  const groups = (data?.groups ?? [])
    .map((group) => ({ ...group, items: group.items.filter(fits) }))
    .filter((group) => group.items.length > 0)
  return (
    <Page title={say(words.title)}>
      <TextInput
        className={classes.search}
        type="search"
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {problem && <ProblemAlert problem={problem} onRetry={() => void refetch()} />}
      {!data && !problem && <Skeleton height={300} />}
      {data && groups.length === 0 && (
        <Section>
          <Empty title={say(words.notFound)} />
        </Section>
      )}
      {groups.map((group) => (
        <Section key={group.group} title={say(group.name)} note={group.items.length}>
          <ul className={classes.list}>
            {group.items.map((row) => (
              <Row key={row.key} row={row} onEdit={() => setEditing(row)} />
            ))}
          </ul>
        </Section>
      ))}
      {typed === '' && <Calendar />}
      <ParameterDialog row={editing} onClose={() => setEditing(null)} />
    </Page>
  )
}

function Row({ row, onEdit }: { row: ParameterRow; onEdit: () => void }) {
  const say = useSay()
  const later = row.versions.filter((version) => version.holds === 'later')
  return (
    <li className={classes.row}>
      <span className={classes.name}>
        {say(row.says)}
        <span className={classes.soft}>
          {row.key} {row.step}
        </span>
      </span>
      <span className={classes.values}>
        <strong>
          <ShownValue value={row.value} unit={row.unit} />
        </strong>
        {later.map((version) => (
          <span key={version.effectiveFrom} className={classes.later}>
            {say(words.upcoming)} <Time at={version.effectiveFrom} full />:{' '}
            <ShownValue value={version.value} unit={row.unit} />
          </span>
        ))}
        {row.versions.length > 0 && (
          <details className={classes.soft}>
            <summary>{say(words.versions(row.versions.length))}</summary>
            <ol className={classes.history}>
              {row.versions.map((version) => (
                <li key={version.effectiveFrom}>
                  <ShownValue value={version.value} unit={row.unit} /> · {say(words.from)}{' '}
                  <Time at={version.effectiveFrom} full />
                  {version.setBy !== null && ` · ${say(words.setBy(version.setBy))}`}
                  {version.reason !== '' && ` · ${version.reason}`}
                </li>
              ))}
              <li>
                {say(words.initial)}: <ShownValue value={row.default} unit={row.unit} />
              </li>
            </ol>
          </details>
        )}
      </span>
      {row.mayEdit && (
        <Button variant="default" onClick={onEdit}>
          {say(words.change)}
        </Button>
      )}
    </li>
  )
}

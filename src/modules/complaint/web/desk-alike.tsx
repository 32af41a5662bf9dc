import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import type { CaseRow, Page } from '#kernel/process/view.ts'
import { caseHref } from '#kernel/process/web/case-order.ts'
import { useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { deskWords as own } from '../words/desk.ts'
import classes from './desk.module.css'

interface AlikeProps {
  readonly process: string
  readonly unitCode: string
  readonly category: string
}

/** Open complaints of the same kind in the same tower: they may be joined once this one is registered. */
export function Alike({ process, unitCode, category }: AlikeProps) {
  const say = useSay()
  const { states } = useProcessWords(process)
  const building = unitCode.split('-')[0] ?? ''
  const { data } = useQuery({
    queryKey: ['register', process, 'alike', building, category],
    queryFn: ({ signal }) =>
      ask<Page<CaseRow>>(withQuery(`/api/${process}`, { open: 'yes', building, category, size: 5 }), { signal }),
    enabled: building !== '' && category !== '',
  })
  const rows = data?.items ?? []
  if (rows.length === 0) return null
  return (
    <Alert color="yellow.8" variant="outline" role="status">
      {say(own.alike(rows.length))}
      <ul className={classes.alike}>
        {rows.map((row) => (
          <li key={row.number}>
            <UiLink href={caseHref(row.process, row.number)} target="_blank">
              {row.number}
            </UiLink>{' '}
            {[row.customer?.shortName, row.title].filter(Boolean).join(' · ')} ·{' '}
            {say(states[row.state] ?? { zh: row.state, en: row.state })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

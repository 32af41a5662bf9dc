import { Alert } from '@mantine/core'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { caseHref } from './case-order.ts'
import { useSimilar } from './cases.ts'
import { useProcessWords } from './catalogue.tsx'
import classes from './opening.module.css'
import { words } from './opening-words.ts'

interface DuplicatesProps {
  readonly process: string
  readonly unitId: string | null
  readonly category: string
}

/** Recent cases of the same unit and kind: perhaps the same trouble, reported twice. */
export function Duplicates({ process, unitId, category }: DuplicatesProps) {
  const say = useSay()
  const own = useProcessWords(process)
  const { data } = useSimilar(process, unitId, category)
  const rows = data?.items ?? []
  if (rows.length === 0) return null
  return (
    <Alert color="yellow.8" variant="outline" role="status">
      {say(words.duplicates(rows.length))}
      <ul className={classes.duplicates}>
        {rows.slice(0, 3).map((row) => (
          <li key={row.number}>
            <UiLink href={caseHref(row.process, row.number)} target="_blank">
              {row.number}
            </UiLink>{' '}
            {row.title} · {say(own.states[row.state] ?? { zh: row.state, en: row.state })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

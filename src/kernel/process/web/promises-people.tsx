import { useSay } from '#ui/language.tsx'
import { Section } from '#ui/section.tsx'
import type { PromiseBoard } from '../promises.ts'
import { usePromiseNames } from './promise-columns.tsx'
import classes from './promises.module.css'
import { words } from './promise-words.ts'

interface PromisePeopleProps {
  readonly board: PromiseBoard | undefined
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

/** Departments, and in each the people: how many promises are open and overdue. A click narrows the list. */
export function PromisePeople({ board, values, onChange }: PromisePeopleProps) {
  const say = useSay()
  const names = usePromiseNames()
  const groups = [...Map.groupBy(board?.people ?? [], ({ department }) => department)]
  const pick = (department: string, person: string) => {
    const { department: before, person: whom, ...rest } = values
    const same = before === department && (whom ?? '') === person
    onChange(same ? rest : { ...rest, department, ...(person === '' ? {} : { person }) })
  }
  const chosen = (department: string, person: string) =>
    values.department === department && (values.person ?? '') === person
  return (
    <Section title={say(words.byDepartment)}>
      <div className={classes.groups}>
        {groups.map(([department, people]) => (
          <ul key={department} className={classes.group}>
            <li>
              <Pick
                head
                label={names.department(department)}
                open={total(people, 'open')}
                overdue={total(people, 'overdue')}
                on={chosen(department, '')}
                onPick={() => pick(department, '')}
              />
            </li>
            {merged(people).map((row) => (
              <li key={row.id}>
                <Pick
                  label={row.name ?? say(words.nobody)}
                  open={row.open}
                  overdue={row.overdue}
                  on={chosen(department, row.id)}
                  onPick={() => pick(department, row.id)}
                />
              </li>
            ))}
          </ul>
        ))}
        {groups.length === 0 && <p className={classes.soft}>{say(words.nothingOpen)}</p>}
      </div>
    </Section>
  )
}

type Person = PromiseBoard['people'][number]

const total = (people: readonly Person[], of: 'open' | 'overdue') => people.reduce((sum, row) => sum + row[of], 0)

/** Whatever nobody has taken is one line, whichever role is waited for. */
function merged(people: readonly Person[]) {
  const groups = [...Map.groupBy(people, ({ person }) => person?.id ?? 'none')]
  return groups
    .map(([id, rows]) => ({
      id,
      name: rows[0]?.person?.name ?? null,
      open: total(rows, 'open'),
      overdue: total(rows, 'overdue'),
    }))
    .toSorted((one, other) => other.overdue - one.overdue || other.open - one.open)
}

interface PickProps {
  readonly label: string
  readonly open: number
  readonly overdue: number
  readonly head?: boolean
  readonly on: boolean
  readonly onPick: () => void
}
function Pick({ label, open, overdue, head = false, on, onPick }: PickProps) {
  const say = useSay()
  return (
    <button type="button" className={classes.pick} data-head={head} aria-pressed={on} onClick={onPick}>
      <span>{label}</span>
      <b>{open}</b>
      <span className={classes.over}>{overdue > 0 && say(words.overdueCount(overdue))}</span>
    </button>
  )
}

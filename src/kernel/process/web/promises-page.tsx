import '#ui/controls.css'
import { Button, SegmentedControl } from '@mantine/core'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { departmentWords } from '#kernel/people/words.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { useSay } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { words as common } from '#ui/words.ts'
import { type PromiseStanding, standings } from '../promises.ts'
import { caseHref } from './case-order.ts'
import { useEveryWord } from './catalogue.tsx'
import { KeptView } from './promises-kept.tsx'
import { PauseList } from './promises-pauses.tsx'
import { usePromiseColumns } from './promise-columns.tsx'
import { boardFilters, usePromiseBoard, usePromises } from './promises.ts'
import { RedList } from './promises-red.tsx'
import { PromisePeople } from './promises-people.tsx'
import classes from './promises.module.css'
import { words } from './promise-words.ts'

interface PromisesPageProps {
  /** the filters, from the address */
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

/** Every promise of the house with the time left; beside it, what was kept and what was missed. */
export function PromisesPage({ values, onChange }: PromisesPageProps) {
  const say = useSay()
  const kept = values.view === 'kept'
  return (
    <Page
      title={say(words.board)}
      actions={
        <SegmentedControl
          aria-label={say(words.views)}
          value={kept ? 'kept' : 'open'}
          onChange={(view) => onChange(view === 'kept' ? { view } : {})}
          data={[
            { value: 'open', label: say(words.open) },
            { value: 'kept', label: say(words.kept) },
          ]}
        />
      }
    >
      {kept ? <KeptView values={values} onChange={onChange} /> : <OpenView values={values} onChange={onChange} />}
    </Page>
  )
}

const tileWords = { overdue: words.overdue, soon: words.soon, today: words.today, paused: words.paused } as const

function OpenView({ values, onChange }: PromisesPageProps) {
  const say = useSay()
  const every = useEveryWord()
  const { data: board } = usePromiseBoard(values.process)
  const set = (name: string, value: string) =>
    onChange(Object.fromEntries(Object.entries({ ...values, [name]: value }).filter(([, text]) => text !== '')))
  const show = standings.find((one) => one === values.show)
  const processes = Object.entries(every).filter(([, own]) => Object.keys(own.clocks).length > 0)
  return (
    <>
      <ul className={classes.tiles}>
        <Tile
          label={say(words.open)}
          value={board?.counts.open}
          on={show === undefined && values.show !== 'red'}
          onPick={() => set('show', '')}
        />
        {standings.map((standing: PromiseStanding) => (
          <Tile
            key={standing}
            label={say(tileWords[standing])}
            value={board?.counts[standing]}
            bad={standing === 'overdue'}
            on={show === standing}
            onPick={() => set('show', show === standing ? '' : standing)}
          />
        ))}
        <Tile
          label={say(words.red)}
          value={board?.red}
          bad
          on={values.show === 'red'}
          onPick={() => set('show', values.show === 'red' ? '' : 'red')}
        />
      </ul>
      <div className={classes.columns}>
        <div className={classes.main}>
          <FilterBar
            values={Object.fromEntries(
              Object.entries(values).filter(([name]) => boardFilters.some((one) => one === name)),
            )}
            onChange={onChange}
            filters={[
              {
                kind: 'choice',
                id: 'department',
                label: say(words.department),
                several: false,
                options: Object.entries(departmentWords).map(([value, both]) => ({ value, label: say(both) })),
              },
              {
                kind: 'choice',
                id: 'process',
                label: say(words.process),
                several: false,
                options: processes.map(([value, own]) => ({ value, label: say(own.name) })),
              },
            ]}
          />
          <Shown values={values} onClear={() => onChange({})} />
        </div>
        <PromisePeople board={board} values={values} onChange={onChange} />
      </div>
    </>
  )
}

interface TileProps {
  readonly label: string
  readonly value: number | undefined
  readonly bad?: boolean
  readonly on: boolean
  readonly onPick: () => void
}
function Tile({ label, value, bad = false, on, onPick }: TileProps) {
  return (
    <li>
      <button
        type="button"
        className={classes.tile}
        aria-pressed={on}
        data-bad={bad && (value ?? 0) > 0}
        onClick={onPick}
      >
        <span className={classes.value}>{value ?? '–'}</span>
        <span className={classes.label}>{label}</span>
      </button>
    </li>
  )
}

function Shown({ values, onClear }: { values: Readonly<Record<string, string>>; onClear: () => void }) {
  if (values.show === 'paused') return <PauseList values={values} />
  if (values.show === 'red') return <RedList />
  return <List values={values} onClear={onClear} />
}

function List({ values, onClear }: { values: Readonly<Record<string, string>>; onClear: () => void }) {
  const say = useSay()
  const columns = usePromiseColumns()
  const list = usePromises(values)
  const first = list.data?.pages[0]
  const filtered = boardFilters.some((name) => (values[name] ?? '') !== '')
  return (
    <DataTable
      id="promises"
      label={say(words.open)}
      columns={columns}
      rows={list.data?.pages.flatMap((part) => part.items)}
      rowKey={(row) => `${row.case.number}/${row.clock}/${row.round}`}
      rowName={(row) => row.case.number}
      href={(row) => caseHref(row.case.process, row.case.number)}
      {...(first ? { total: first.count } : {})}
      more={{ hasMore: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
      problem={shownProblem(list.error)}
      onRetry={() => void list.refetch()}
      empty={
        filtered ? (
          <Empty
            title={say(words.none)}
            help={say(words.noneHelp)}
            action={
              <Button variant="default" onClick={onClear}>
                {say(common.clearFilters)}
              </Button>
            }
          />
        ) : (
          <Empty title={say(words.nothingOpen)} />
        )
      }
      actions={first?.more && <span className="tabular">{say(words.thousandAndMore)}</span>}
    />
  )
}

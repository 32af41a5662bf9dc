import { Button, SegmentedControl } from '@mantine/core'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { MonthPicker, useRunningMonth } from '#ui/month-picker.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import type { TableColumn } from '#ui/table-column.ts'
import { Time } from '#ui/time.tsx'
import { words as common } from '#ui/words.ts'
import { type KeptCase, type KeptGrouping, keptGroupings, type KeptRow } from '../promises.ts'
import { caseHref } from './case-order.ts'
import table from './case.module.css'
import { usePromiseNames } from './promise-columns.tsx'
import { useKept, useKeptCases } from './promises.ts'
import classes from './promises.module.css'
import { words } from './promise-words.ts'

type Values = Readonly<Record<string, string>>
interface KeptViewProps {
  readonly values: Values
  readonly onChange: (values: Values) => void
}

const byWords = { clock: words.byClock, department: words.byDepartmentOnly, person: words.byPerson } as const
const month = /^20\d\d-(0[1-9]|1[0-2])$/

/** What fell due in a month: kept and missed, and the very promises behind each figure. */
export function KeptView({ values, onChange }: KeptViewProps) {
  const say = useSay()
  const running = useRunningMonth()
  const chosen = month.test(values.month ?? '') ? (values.month ?? running) : running
  const by = keptGroupings.find((one) => one === values.by) ?? 'clock'
  const { data } = useKept(chosen, by)
  const base = { view: 'kept', month: chosen, by }
  const list = { ...values, month: chosen }
  return (
    <>
      <div className={table.row}>
        <MonthPicker
          value={chosen}
          onChange={(next) => onChange({ ...base, month: next })}
          label={say(words.month)}
          earlier={say(words.earlier)}
          later={say(words.later)}
        />
        <SegmentedControl
          aria-label={say(words.by)}
          value={by}
          onChange={(next) => onChange({ ...base, by: next })}
          data={keptGroupings.map((one) => ({ value: one, label: say(byWords[one]) }))}
        />
      </div>
      <div className={classes.columns} data-kept>
        <KeptList values={list} onChange={onChange} />
        <Section title={say(byWords[by])} flush>
          <Groups rows={data?.items ?? []} by={by} values={values} onPick={(more) => onChange({ ...base, ...more })} />
        </Section>
      </div>
    </>
  )
}

interface GroupsProps {
  readonly rows: readonly KeptRow[]
  readonly by: KeptGrouping
  readonly values: Values
  readonly onPick: (more: Record<string, string>) => void
}

function Groups({ rows, by, values, onPick }: GroupsProps) {
  const say = useSay()
  const names = usePromiseNames()
  if (rows.length === 0) return <Empty title={say(words.noMonth)} />
  const whereOf = (row: KeptRow): Record<string, string> =>
    by === 'clock'
      ? { process: row.process ?? '', clock: row.clock ?? '' }
      : by === 'department'
        ? { department: row.department ?? '' }
        : { person: row.person?.id ?? 'none' }
  const nameOf = (row: KeptRow) =>
    by === 'clock'
      ? `${names.process(row.process ?? '')} · ${names.clock(row.process ?? '', row.clock ?? '')}`
      : by === 'department'
        ? names.department(row.department ?? '')
        : (row.person?.name ?? say(words.nobody))
  return (
    <div className={table.tableBox} style={{ margin: 0 }}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{say(byWords[by])}</th>
            <th scope="col" data-end>
              {say(words.keptCount)}
            </th>
            <th scope="col" data-end>
              {say(words.missedCount)}
            </th>
            <th scope="col" data-end>
              {say(words.rate)}
            </th>
          </tr>
        </thead>
        <tbody className="tabular">
          {rows.map((row) => {
            const where = whereOf(row)
            const on = Object.entries(where).every(([name, value]) => values[name] === value)
            const pick = (missed?: 'yes' | 'no') => onPick({ ...where, ...(missed ? { missed } : {}) })
            return (
              <tr key={Object.values(where).join('/')}>
                <th scope="row">
                  <button type="button" className={classes.name} aria-pressed={on} onClick={() => pick()}>
                    {nameOf(row)}
                  </button>
                </th>
                <td data-end>
                  <button type="button" className={classes.name} onClick={() => pick('no')}>
                    {row.kept}
                  </button>
                </td>
                <td data-end>
                  <button type="button" className={classes.name} data-bad={row.missed > 0} onClick={() => pick('yes')}>
                    {row.missed}
                  </button>
                </td>
                <td data-end>{percent(row.kept, row.kept + row.missed) ?? say(words.notApplicable)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Two decimals; null without anything to divide by. */
const percent = (some: number, all: number): string | null =>
  all === 0 ? null : `${(Math.round((some * 10_000) / all) / 100).toFixed(2)}%`

function KeptList({ values, onChange }: KeptViewProps) {
  const say = useSay()
  const list = useKeptCases(values)
  const first = list.data?.pages[0]
  const { process, clock, department, person, missed, ...rest } = values
  const narrowed = [process, clock, department, person, missed].some((value) => value !== undefined)
  const columns = useKeptColumns()
  const outcome = (value: string) =>
    onChange(value === '' ? without(values, 'missed') : { ...values, view: 'kept', missed: value })
  return (
    <DataTable
      id="promises.kept"
      label={say(words.keptList)}
      columns={columns}
      rows={list.data?.pages.flatMap((part) => part.items)}
      rowKey={(row) => `${row.case.number}/${row.clock}/${row.round}`}
      rowName={(row) => row.case.number}
      href={(row) => caseHref(row.case.process, row.case.number)}
      {...(first ? { total: first.count } : {})}
      more={{ hasMore: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
      problem={shownProblem(list.error)}
      onRetry={() => void list.refetch()}
      empty={<Empty title={say(words.noMonth)} />}
      actions={
        <>
          <SegmentedControl
            aria-label={say(words.standing)}
            value={missed ?? ''}
            onChange={outcome}
            data={[
              { value: '', label: say(words.everyOne) },
              { value: 'yes', label: say(words.showMissed) },
              { value: 'no', label: say(words.showKept) },
            ]}
          />
          {narrowed && (
            <Button variant="subtle" onClick={() => onChange({ ...rest, view: 'kept' })}>
              {say(common.clearFilters)}
            </Button>
          )}
        </>
      }
    />
  )
}

function useKeptColumns(): readonly TableColumn<KeptCase>[] {
  const say = useSay()
  const names = usePromiseNames()
  return [
    { id: 'number', label: say(words.case), cell: (row) => row.case.number, width: 132, fixed: true, card: 'title' },
    {
      id: 'standing',
      label: say(words.standing),
      cell: (row) => (
        <StatePill size="small" tone={row.missed ? 'danger' : 'done'}>
          {say(row.missed ? words.missedCount : words.keptCount)}
        </StatePill>
      ),
      width: 96,
      card: 'beside',
    },
    { id: 'promise', label: say(words.promise), cell: (row) => names.clock(row.case.process, row.clock), width: 118 },
    { id: 'subject', label: say(words.subject), cell: (row) => <span title={row.case.title}>{row.case.title}</span> },
    { id: 'customer', label: say(words.customer), cell: (row) => names.where(row.case), width: 140 },
    { id: 'due', label: say(words.due), cell: (row) => <Time at={row.dueAt} full />, width: 142 },
    {
      id: 'met',
      label: say(words.met),
      cell: (row) => (row.metAt === null ? say(words.notMet) : <Time at={row.metAt} full />),
      width: 142,
    },
  ]
}

const without = (values: Values, name: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([one]) => one !== name))

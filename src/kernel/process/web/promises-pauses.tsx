import { duration } from '#lib/show-time.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { useNow } from '#ui/now.ts'
import { KindChip } from '#ui/state-pill.tsx'
import type { TableColumn } from '#ui/table-column.ts'
import { Time } from '#ui/time.tsx'
import type { PauseRow } from '../promises.ts'
import { caseHref } from './case-order.ts'
import { usePromiseNames } from './promise-columns.tsx'
import { usePauses } from './promises.ts'
import classes from './promises.module.css'
import { words } from './promise-words.ts'

/** What rests, why, until when and for how long already; over 24 hours it is marked (domain §1.3). */
export function PauseList({ values }: { values: Readonly<Record<string, string>> }) {
  const say = useSay()
  const list = usePauses(values, true)
  const columns = usePauseColumns()
  return (
    <DataTable
      id="promises.pauses"
      label={say(words.pauses)}
      columns={columns}
      rows={list.data?.items}
      rowKey={(row) => row.case.number}
      rowName={(row) => row.case.number}
      href={(row) => caseHref(row.case.process, row.case.number)}
      problem={shownProblem(list.error)}
      onRetry={() => void list.refetch()}
      empty={<Empty title={say(words.none)} />}
    />
  )
}

function usePauseColumns(): readonly TableColumn<PauseRow>[] {
  const say = useSay()
  const names = usePromiseNames()
  return [
    { id: 'number', label: say(words.case), cell: (row) => row.case.number, width: 132, fixed: true, card: 'title' },
    {
      id: 'process',
      label: say(words.process),
      cell: (row) => <KindChip>{names.process(row.case.process)}</KindChip>,
      width: 84,
    },
    { id: 'subject', label: say(words.subject), cell: (row) => <span title={row.case.title}>{row.case.title}</span> },
    { id: 'customer', label: say(words.customer), cell: (row) => names.where(row.case), width: 140 },
    {
      id: 'reason',
      label: say(words.reason),
      cell: (row) => names.reason(row.case.process, row.reason),
      width: 110,
    },
    { id: 'since', label: say(words.since), cell: (row) => <Time at={row.startedAt} full />, width: 142, hidden: true },
    { id: 'age', label: say(words.age), cell: (row) => <Age row={row} />, width: 180 },
    {
      id: 'expected',
      label: say(words.expected),
      cell: (row) => row.expectedAt !== null && <Time at={row.expectedAt} full />,
      width: 142,
    },
    {
      id: 'person',
      label: say(words.person),
      cell: (row) => row.case.assignee?.name ?? row.case.owner?.name ?? '',
      width: 90,
      hidden: true,
    },
  ]
}

function Age({ row }: { row: PauseRow }) {
  const say = useSay()
  const { language } = useLanguage()
  const now = useNow(60_000)
  const minutes = Math.max(0, (now - Date.parse(row.startedAt)) / 60_000)
  return (
    <span className={row.long ? classes.bad : undefined} title={row.long ? say(words.long) : undefined}>
      <span className="tabular">{duration(minutes, language)}</span>
      {row.long && ` · ${say(words.long)}`}
    </span>
  )
}

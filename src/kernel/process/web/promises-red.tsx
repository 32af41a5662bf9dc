import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { KindChip, StatePill } from '#ui/state-pill.tsx'
import type { TableColumn } from '#ui/table-column.ts'
import { Time } from '#ui/time.tsx'
import type { RedRow } from '../promises.ts'
import { caseHref } from './case-order.ts'
import { usePromiseNames } from './promise-columns.tsx'
import { useRed } from './promises.ts'
import { words } from './promise-words.ts'

/** What went up the ladder and lies there: nobody has accepted it (红色未签收). */
export function RedList() {
  const say = useSay()
  const list = useRed()
  const columns = useRedColumns()
  return (
    <DataTable
      id="promises.red"
      label={say(words.red)}
      columns={columns}
      rows={list.data?.items}
      rowKey={(row) => `${row.case.number}/${row.cause}/${row.role}`}
      rowName={(row) => row.case.number}
      href={(row) => caseHref(row.case.process, row.case.number)}
      problem={shownProblem(list.error)}
      onRetry={() => void list.refetch()}
      empty={<Empty title={say(words.nothingRed)} />}
    />
  )
}

function useRedColumns(): readonly TableColumn<RedRow>[] {
  const say = useSay()
  const names = usePromiseNames()
  return [
    { id: 'number', label: say(words.case), cell: (row) => row.case.number, width: 132, fixed: true, card: 'title' },
    {
      id: 'level',
      label: say(words.ladder),
      cell: (row) => (
        <StatePill size="small" tone="danger">
          {say(words.level(row.level))}
        </StatePill>
      ),
      width: 100,
      card: 'beside',
    },
    { id: 'role', label: say(words.person), cell: (row) => names.role(row.role), width: 170 },
    {
      id: 'cause',
      label: say(words.reason),
      cell: (row) => (
        <>
          <KindChip>{names.process(row.case.process)}</KindChip> {names.cause(row.case.process, row.cause)}
        </>
      ),
      width: 210,
    },
    { id: 'subject', label: say(words.subject), cell: (row) => <span title={row.case.title}>{row.case.title}</span> },
    { id: 'raised', label: say(words.since), cell: (row) => <Time at={row.raisedAt} full />, width: 142 },
  ]
}

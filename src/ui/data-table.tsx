import './controls.css'
import { Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useMemo } from 'react'
import classes from './data-table.module.css'
import { Empty } from './empty.tsx'
import { useSay } from './language.tsx'
import { type Problem, ProblemAlert } from './problem-alert.tsx'
import { TableCards } from './table-cards.tsx'
import type { TableColumn, TableMore, TableSelection, TableSort } from './table-column.ts'
import { TableFoot } from './table-foot.tsx'
import { TableGrid } from './table-grid.tsx'
import { useTableLayout } from './table-layout.ts'
import { useTableModel } from './table-model.ts'
import { TableToolbar } from './table-toolbar.tsx'
import { words } from './words.ts'

export interface DataTableProps<Row extends object> {
  /** names the arrangement kept on this device: `slips`, or `slips.<person>` on a shared desk */
  readonly id: string
  /** what the list is, for screen readers */
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  /** undefined while the first part is loading */
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  /** how a row is called: its number */
  readonly rowName: (row: Row) => string
  /** the row's own address: the first column becomes a link */
  readonly href?: (row: Row) => string
  /** a click on the row, or Enter; without it `href` is followed */
  readonly onOpen?: (row: Row) => void
  /** the row whose drawer is open */
  readonly openKey?: string | null
  /** how many there are in all, when the server knows */
  readonly total?: number
  /** given together when the server sorts; otherwise rows that are here are sorted by `column.value` */
  readonly sort?: TableSort | null
  readonly onSort?: (sort: TableSort | null) => void
  readonly selection?: TableSelection
  readonly more?: TableMore
  readonly problem?: Problem | null
  readonly onRetry?: () => void
  /** what to show instead of rows, with the next step */
  readonly empty?: ReactNode
  /** left of the table's settings: export, new … */
  readonly actions?: ReactNode
  /** j, k and x work from anywhere on the page; no for a second list on a page */
  readonly pageKeys?: boolean
}

const NO_ROWS: readonly never[] = []

/** A list: a real table, cards on a phone, the same rows by mouse, keyboard and screen reader. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { id, columns, rows, rowKey, selection, problem, more, total, actions } = props
  const say = useSay()
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false })
  const control = useTableLayout(id, columns)
  const model = useTableModel({
    rows: rows ?? NO_ROWS,
    columns: control.visible,
    rowKey,
    sort: props.sort,
    onSort: props.onSort,
    selection,
  })
  const shown = model.getRowModel().rows
  const state = problem && !rows ? 'failed' : !rows ? 'loading' : shown.length === 0 ? 'empty' : 'filled'
  const body = useMemo(() => {
    if (state === 'loading') return <Waiting label={say(words.loading)} />
    return props.empty ?? <Empty title={say(words.nothingHere)} />
  }, [state, props.empty, say])

  return (
    <div className={classes.root} data-list data-density={control.layout.density}>
      <TableToolbar
        columns={columns}
        control={control}
        selection={selection}
        loaded={shown.length}
        total={total}
        actions={actions}
        phone={phone}
      />
      {problem && <ProblemAlert problem={problem} onRetry={props.onRetry} />}
      {state === 'filled' ? (
        phone ? (
          <TableCards {...props} model={model} columns={control.visible} />
        ) : (
          <TableGrid {...props} model={model} control={control} />
        )
      ) : (
        state !== 'failed' && <div className={classes.blank}>{body}</div>
      )}
      {state === 'filled' && <TableFoot loaded={shown.length} total={total} more={more} />}
    </div>
  )
}

function Waiting({ label }: { label: string }) {
  return (
    <div aria-busy="true" role="status" aria-label={label} className={classes.waiting}>
      {Array.from({ length: 8 }, (_, at) => (
        <Skeleton key={at} height={16} width={`${92 - ((at * 13) % 34)}%`} />
      ))}
    </div>
  )
}

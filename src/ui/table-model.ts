import {
  columnVisibilityFeature,
  createSortedRowModel,
  type ReactTable,
  rowSelectionFeature,
  rowSortingFeature,
  type SortingState,
  sortFn_basic,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { TableColumn, TableSelection, TableSort } from './table-column.ts'

/** The table's model: which rows in which order, which are selected. Markup and keys are elsewhere. */
export const features = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
})

export type TableModel<Row extends object> = ReactTable<typeof features, Row>

interface ModelProps<Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly TableColumn<Row>[]
  readonly rowKey: (row: Row) => string
  readonly sort: TableSort | null | undefined
  readonly onSort: ((sort: TableSort | null) => void) | undefined
  readonly selection: TableSelection | undefined
}

export function useTableModel<Row extends object>(props: ModelProps<Row>): TableModel<Row> {
  const { rows, columns, rowKey, sort, onSort, selection } = props
  const [ownSort, setOwnSort] = useState<TableSort | null>(null)
  const shown = onSort ? (sort ?? null) : ownSort
  const sorting = useMemo<SortingState>(
    () => (shown ? [{ id: shown.column, desc: shown.direction === 'desc' }] : []),
    [shown],
  )
  const rowSelection = useMemo(
    () => Object.fromEntries([...(selection?.keys ?? [])].map((key) => [key, true as const])),
    [selection?.keys],
  )
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.label,
        accessorFn: (row: Row) => column.value?.(row) ?? null,
        cell: ({ row }: { row: { original: Row } }) => column.cell(row.original),
        enableSorting: onSort ? (column.sortable ?? false) : column.value !== undefined,
        sortFn: 'basic' as const,
      })),
    [columns, onSort],
  )
  const data = useMemo(() => [...rows], [rows])
  return useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowKey,
    manualSorting: onSort !== undefined,
    enableRowSelection: selection !== undefined,
    state: { sorting, rowSelection },
    onSortingChange: (change) => {
      const [first] = typeof change === 'function' ? change(sorting) : change
      const next: TableSort | null = first ? { column: first.id, direction: first.desc ? 'desc' : 'asc' } : null
      if (onSort) onSort(next)
      else setOwnSort(next)
    },
    onRowSelectionChange: (change) => {
      const next = typeof change === 'function' ? change(rowSelection) : change
      selection?.onChange(new Set(Object.keys(next).filter((key) => next[key])))
    },
  })
}

import { useMemo } from 'react'
import { useStored } from './stored.ts'
import type { TableColumn } from './table-column.ts'

/** How somebody has arranged a list: columns, widths, row height. Kept on the device under the list's and person's name. */
export interface TableLayout {
  readonly density: 'compact' | 'regular'
  /** column ids; null means the columns' own defaults */
  readonly hidden: readonly string[] | null
  readonly widths: Readonly<Record<string, number>>
}

export interface TableLayoutControl<Row> {
  readonly layout: TableLayout
  readonly visible: readonly TableColumn<Row>[]
  readonly toggle: (column: string) => void
  readonly setDensity: (density: TableLayout['density']) => void
  readonly setWidth: (column: string, width: number | null) => void
  readonly reset: () => void
}

export function useTableLayout<Row>(id: string, columns: readonly TableColumn<Row>[]): TableLayoutControl<Row> {
  const [layout, keep] = useStored<TableLayout>(`table.${id}`, START, isLayout)
  return useMemo(() => {
    const hidden = layout.hidden ?? columns.filter((column) => column.hidden).map((column) => column.id)
    return {
      layout,
      visible: columns.filter((column) => column.fixed || !hidden.includes(column.id)),
      toggle: (column) =>
        keep({
          ...layout,
          hidden: hidden.includes(column) ? hidden.filter((each) => each !== column) : [...hidden, column],
        }),
      setDensity: (density) => keep({ ...layout, density }),
      setWidth: (column, width) => {
        const { [column]: _dropped, ...others } = layout.widths
        keep({
          ...layout,
          widths: width === null ? others : { ...others, [column]: Math.round(Math.max(NARROWEST, width)) },
        })
      },
      reset: () => keep(START),
    }
  }, [columns, layout, keep])
}

export const NARROWEST = 56
export const rowHeight = { compact: 36, regular: 44 } as const

const START: TableLayout = { density: 'compact', hidden: null, widths: {} }
const isLayout = (value: unknown): value is TableLayout =>
  typeof value === 'object' &&
  value !== null &&
  'density' in value &&
  (value.density === 'compact' || value.density === 'regular') &&
  'hidden' in value &&
  (value.hidden === null || Array.isArray(value.hidden)) &&
  'widths' in value &&
  typeof value.widths === 'object' &&
  value.widths !== null

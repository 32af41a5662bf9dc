import { Checkbox } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import classes from './data-table.module.css'
import type { DataTableProps } from './data-table.tsx'
import { useSay } from './language.tsx'
import { useNavigation } from './navigation.tsx'
import { TableHead } from './table-head.tsx'
import { rowHeight, type TableLayoutControl } from './table-layout.ts'
import type { TableModel } from './table-model.ts'
import { TableRow } from './table-row.tsx'
import { useTableCursor } from './use-table-cursor.ts'
import { words } from './words.ts'

interface GridProps<Row extends object> extends DataTableProps<Row> {
  readonly model: TableModel<Row>
  readonly control: TableLayoutControl<Row>
}

/** More rows than this are drawn as they come into view. */
const DRAW_ALL = 200

/** The table itself: real rows and cells, also when only some of them are drawn. */
export function TableGrid<Row extends object>(props: GridProps<Row>) {
  const { model, control, label, total, selection } = props
  const say = useSay()
  const { navigate } = useNavigation()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = model.getRowModel().rows
  const drawAll = rows.length <= DRAW_ALL
  const height = rowHeight[control.layout.density]
  const virtual = useVirtualizer({
    count: drawAll ? 0 : rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    // The row with the focus must not vanish under it.
    getItemKey: (at) => rows[at]?.id ?? at,
  })
  const open = (at: number) => {
    const row = rows[at]?.original
    if (!row) return
    if (props.onOpen) props.onOpen(row)
    else if (props.href) navigate(props.href(row))
  }
  const cursor = useTableCursor({
    count: rows.length,
    pageKeys: props.pageKeys ?? true,
    scroller,
    reveal: (at) => !drawAll && virtual.scrollToIndex(at),
    open,
    toggle: selection ? (at) => rows[at]?.toggleSelected() : undefined,
  })
  const drawn = virtual.getVirtualItems()
  const [before, after] = drawAll
    ? [0, 0]
    : [drawn[0]?.start ?? 0, virtual.getTotalSize() - (drawn[drawn.length - 1]?.end ?? 0)]
  const shown = drawAll ? rows.map((_, at) => at) : drawn.map((item) => item.index)
  const span = control.visible.length + (selection ? 1 : 0)
  const allHere = model.getIsAllRowsSelected()

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="region"
      aria-label={label}
      tabIndex={0}
      data-scroller
      data-virtual={!drawAll}
    >
      <table
        className={classes.table}
        aria-label={label}
        aria-rowcount={total === undefined ? -1 : total + 1}
        style={{ minInlineSize: minimalWidth(control) }}
      >
        <colgroup>
          {selection && <col style={{ inlineSize: 40 }} />}
          {control.visible.map((column) => (
            <col key={column.id} style={{ inlineSize: control.layout.widths[column.id] ?? column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {selection && (
              <th className={classes.pick} scope="col">
                <Checkbox
                  aria-label={say(words.selectAllShown)}
                  checked={allHere}
                  indeterminate={!allHere && selection.keys.size > 0}
                  onChange={() => model.toggleAllRowsSelected(!allHere)}
                />
              </th>
            )}
            {model.getHeaderGroups()[0]?.headers.map((header, at) => {
              const column = control.visible[at]
              return (
                column && (
                  <TableHead key={header.id} header={header} column={column} first={at === 0} control={control} />
                )
              )
            })}
          </tr>
        </thead>
        <tbody {...cursor.bodyProps}>
          {before > 0 && <Spacer height={before} span={span} />}
          {shown.map((at) => {
            const row = rows[at]
            return row && <TableRow key={row.id} row={row} at={at} cursor={cursor} open={open} {...props} />
          })}
          {after > 0 && <Spacer height={after} span={span} />}
        </tbody>
      </table>
      {!drawAll && <p className={classes.printNote}>{say(words.printList)}</p>}
    </div>
  )
}

const minimalWidth = <Row,>(control: TableLayoutControl<Row>): number =>
  control.visible.reduce((sum, column) => sum + (control.layout.widths[column.id] ?? column.width ?? 140), 0)

function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden className={classes.spacer}>
      <td colSpan={span} style={{ blockSize: height }} />
    </tr>
  )
}

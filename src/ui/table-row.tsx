import { Checkbox } from '@mantine/core'
import type { Row as ModelRow } from '@tanstack/react-table'
import type { MouseEvent } from 'react'
import classes from './data-table.module.css'
import type { DataTableProps } from './data-table.tsx'
import { useSay } from './language.tsx'
import { UiLink } from './navigation.tsx'
import type { TableLayoutControl } from './table-layout.ts'
import type { features } from './table-model.ts'
import type { TableCursor } from './use-table-cursor.ts'
import { words } from './words.ts'

interface RowProps<Row extends object> extends DataTableProps<Row> {
  readonly row: ModelRow<typeof features, Row>
  readonly at: number
  readonly cursor: TableCursor
  readonly open: (at: number) => void
  readonly control: TableLayoutControl<Row>
}

/** One row. Its first cell is a link when the row has an address; the rest of the row is a larger target for the mouse. */
export function TableRow<Row extends object>({
  row,
  at,
  cursor,
  open,
  control,
  selection,
  href,
  onOpen,
  openKey,
  rowName,
}: RowProps<Row>) {
  const say = useSay()
  const record = row.original
  const opens = href !== undefined || onOpen !== undefined
  const click = (event: MouseEvent<HTMLTableRowElement>) => {
    const onControl =
      event.target instanceof Element && event.target.closest('a,button,input,label,select,textarea') !== null
    const selecting = (window.getSelection()?.toString() ?? '') !== ''
    if (opens && !onControl && !selecting) open(at)
  }
  return (
    <tr
      data-at={at}
      aria-rowindex={at + 2}
      aria-current={openKey === row.id ? 'true' : undefined}
      data-picked={row.getIsSelected()}
      data-opens={opens}
      className={classes.row}
      tabIndex={cursor.at === at ? 0 : -1}
      onFocus={() => cursor.set(at)}
      onClick={click}
    >
      {selection && (
        <td className={classes.pick}>
          <Checkbox
            aria-label={say(words.selectRow(rowName(record)))}
            checked={selection.every === true || row.getIsSelected()}
            onChange={() => row.toggleSelected()}
          />
        </td>
      )}
      {control.visible.map((column, index) => (
        <td key={column.id} className={classes.cell} data-first={index === 0} data-align={column.align ?? 'start'}>
          {index === 0 && href ? (
            <UiLink
              href={href(record)}
              className={classes.link}
              tabIndex={-1}
              onClick={(event) => follow(event, onOpen && (() => open(at)))}
            >
              {column.cell(record)}
            </UiLink>
          ) : (
            column.cell(record)
          )}
        </td>
      ))}
    </tr>
  )
}

/** A plain click opens as the row does; with a modifier the browser opens the address. */
function follow(event: MouseEvent, open: (() => void) | undefined): void {
  if (!open || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  open()
}

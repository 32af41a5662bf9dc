import type { Header } from '@tanstack/react-table'
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react'
import { type PointerEvent, useRef } from 'react'
import classes from './data-table.module.css'
import { useSay } from './language.tsx'
import type { TableColumn } from './table-column.ts'
import type { TableLayoutControl } from './table-layout.ts'
import type { features } from './table-model.ts'
import { words } from './words.ts'

interface HeadProps<Row extends object> {
  readonly header: Header<typeof features, Row>
  readonly column: TableColumn<Row>
  readonly first: boolean
  readonly control: TableLayoutControl<Row>
}

/** A column's head: its name, its order, and an edge to pull. */
export function TableHead<Row extends object>({ header, column, first, control }: HeadProps<Row>) {
  const say = useSay()
  const sorted = header.column.getIsSorted()
  const sortable = header.column.getCanSort()
  const Arrow = sorted === 'asc' ? IconArrowUp : sorted === 'desc' ? IconArrowDown : IconArrowsSort
  return (
    <th
      scope="col"
      className={classes.head}
      data-first={first}
      data-align={column.align ?? 'start'}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : sortable ? 'none' : undefined}
    >
      {sortable ? (
        <button
          type="button"
          className={classes.sort}
          title={say(words.sortBy(column.label))}
          data-sorted={sorted !== false}
          onClick={() => header.column.toggleSorting(sorted === 'asc')}
        >
          {column.label}
          <Arrow size={13} aria-hidden />
        </button>
      ) : (
        column.label
      )}
      <Edge setWidth={(width) => control.setWidth(column.id, width)} />
    </th>
  )
}

/** Pulled it sets the width, double-clicked it gives the column its own width back. Readers need neither. */
function Edge({ setWidth }: { setWidth: (width: number | null) => void }) {
  const start = useRef<{ x: number; width: number } | null>(null)
  const grip = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 0 }
  }
  const pull = (event: PointerEvent<HTMLSpanElement>) => {
    if (start.current) setWidth(start.current.width + event.clientX - start.current.x)
  }
  const release = () => {
    start.current = null
  }
  return (
    <span
      aria-hidden
      className={classes.edge}
      onPointerDown={grip}
      onPointerMove={pull}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={() => setWidth(null)}
    />
  )
}

import type { ReactNode } from 'react'

/** A column of a list. */
export interface TableColumn<Row> {
  readonly id: string
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  /** what rows that are all here are sorted by; a list sorted by the server names `sortable` instead */
  readonly value?: (row: Row) => string | number | null
  readonly sortable?: boolean
  /** starting width in px; without one the column shares what is left */
  readonly width?: number
  readonly align?: 'start' | 'end' | 'center'
  /** not shown until chosen in the column picker */
  readonly hidden?: boolean
  /** cannot be hidden */
  readonly fixed?: boolean
  /** where it goes on a phone's card: the title line, beside it, a labelled line, or nowhere */
  readonly card?: 'title' | 'beside' | 'line' | 'none'
}

export interface TableSort {
  readonly column: string
  readonly direction: 'asc' | 'desc'
}

export interface TableSelection {
  readonly keys: ReadonlySet<string>
  readonly onChange: (keys: ReadonlySet<string>) => void
  /** all results are meant, also those not loaded: the server is given the filter instead of keys */
  readonly every?: boolean
  /** offers “all N results” once everything loaded is selected */
  readonly onEvery?: () => void
  /** the buttons of the bulk bar */
  readonly actions: ReactNode
}

/** Keyset paging: the next part is asked for, never a page number. */
export interface TableMore {
  readonly hasMore: boolean
  readonly busy: boolean
  readonly load: () => void
}

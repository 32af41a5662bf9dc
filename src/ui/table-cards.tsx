import { Checkbox } from '@mantine/core'
import classes from './data-table.module.css'
import type { DataTableProps } from './data-table.tsx'
import { useSay } from './language.tsx'
import { UiLink } from './navigation.tsx'
import type { TableColumn } from './table-column.ts'
import type { TableModel } from './table-model.ts'
import { words } from './words.ts'

interface CardsProps<Row extends object> extends Omit<DataTableProps<Row>, 'columns'> {
  readonly model: TableModel<Row>
  readonly columns: readonly TableColumn<Row>[]
}

/** The same rows as cards, for a phone: the title opens, the rest are labelled lines. */
export function TableCards<Row extends object>({
  model,
  columns,
  label,
  href,
  onOpen,
  openKey,
  selection,
  rowName,
}: CardsProps<Row>) {
  const say = useSay()
  const place = (column: TableColumn<Row>, at: number) => column.card ?? (at === 0 ? 'title' : 'line')
  const inPlace = (wanted: string) => columns.filter((column, at) => place(column, at) === wanted)
  const [titles, besides, lines] = [inPlace('title'), inPlace('beside'), inPlace('line')]
  return (
    <ul className={classes.cards} aria-label={label}>
      {model.getRowModel().rows.map((row) => {
        const record = row.original
        const title = titles.map((column) => <span key={column.id}>{column.cell(record)}</span>)
        return (
          <li key={row.id} className={classes.card} aria-current={openKey === row.id ? 'true' : undefined}>
            <div className={classes.cardTop}>
              {selection && (
                <Checkbox
                  size="md"
                  aria-label={say(words.selectRow(rowName(record)))}
                  checked={selection.every === true || row.getIsSelected()}
                  onChange={() => row.toggleSelected()}
                />
              )}
              {onOpen ? (
                <button type="button" className={classes.cardTitle} onClick={() => onOpen(record)}>
                  {title}
                </button>
              ) : href ? (
                <UiLink href={href(record)} className={classes.cardTitle}>
                  {title}
                </UiLink>
              ) : (
                <span className={classes.cardTitle}>{title}</span>
              )}
              {besides.map((column) => (
                <span key={column.id}>{column.cell(record)}</span>
              ))}
            </div>
            <dl className={classes.cardLines}>
              {lines.map((column) => (
                <div key={column.id} className={classes.cardLine}>
                  <dt>{column.label}</dt>
                  <dd>{column.cell(record)}</dd>
                </div>
              ))}
            </dl>
          </li>
        )
      })}
    </ul>
  )
}

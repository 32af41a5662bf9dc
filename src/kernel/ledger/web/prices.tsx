import '#ui/controls.css'
import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { usePrices } from '#kernel/process/web/price-lines.tsx'
import { formatYuan } from '#lib/money.ts'
import { formatDate } from '#lib/show-time.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { Money } from '#ui/money.tsx'
import { Page } from '#ui/page.tsx'
import type { TableColumn } from '#ui/table-column.ts'
import type { PriceRow } from '../price-view.ts'
import classes from './ledger.module.css'
import { PriceDialog } from './price-dialog.tsx'
import { words } from './words.ts'

/** The price list as it holds now, with what is already announced (明码标价). */
export function PricesPage() {
  const say = useSay()
  const { data, error, refetch } = usePrices()
  const [typed, setTyped] = useState('')
  const [editing, setEditing] = useState<PriceRow | null>(null)
  const rows = data?.items.filter((row) =>
    `${row.code} ${row.nameZh} ${row.nameEn}`.toLowerCase().includes(typed.trim().toLowerCase()),
  )
  const columns = usePriceColumns(data?.mayEdit ?? false, setEditing)
  return (
    <Page title={say(words.prices)}>
      <p className={classes.soft}>{say(words.pricesHelp)}</p>
      <DataTable
        id="prices"
        label={say(words.prices)}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        rowName={(row) => row.code}
        {...(rows ? { total: rows.length } : {})}
        problem={shownProblem(error)}
        onRetry={() => void refetch()}
        empty={<Empty title={say(words.noPrices)} />}
        actions={
          <TextInput
            className={classes.search}
            type="search"
            aria-label={say(words.searchPrices)}
            placeholder={say(words.searchPrices)}
            leftSection={<IconSearch size={15} aria-hidden />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        }
      />
      <PriceDialog row={editing} noticeDays={data?.noticeDays ?? 0} onClose={() => setEditing(null)} />
    </Page>
  )
}

function usePriceColumns(mayEdit: boolean, onEdit: (row: PriceRow) => void): readonly TableColumn<PriceRow>[] {
  const say = useSay()
  const { language } = useLanguage()
  const both = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const coming = (row: PriceRow) =>
    row.upcoming.map((next) => {
      const day = formatDate(next.effectiveFrom, language)
      return say(next.withdrawn ? words.comingWithdrawn(day) : words.coming(formatYuan(next.priceFen, language), day))
    })
  return [
    {
      id: 'code',
      label: say(words.code),
      cell: (row) => row.code,
      value: (row) => row.code,
      width: 80,
      fixed: true,
      card: 'beside',
    },
    {
      id: 'name',
      label: say(words.item),
      cell: (row) => both(row.nameZh, row.nameEn),
      value: (row) => both(row.nameZh, row.nameEn),
      fixed: true,
      card: 'title',
    },
    {
      id: 'price',
      label: say(words.price),
      cell: (row) => <Money fen={row.priceFen} />,
      value: (row) => row.priceFen,
      width: 105,
      align: 'end',
    },
    { id: 'unit', label: say(words.unit), cell: (row) => both(row.unitZh, row.unitEn), width: 80 },
    {
      id: 'second',
      label: say(words.secondPrice),
      cell: (row) => row.secondPriceFen !== null && <Money fen={row.secondPriceFen} />,
      width: 105,
      align: 'end',
    },
    {
      id: 'minutes',
      label: say(words.minutes),
      cell: (row) => row.minutes ?? '',
      value: (row) => row.minutes,
      width: 96,
      align: 'end',
    },
    { id: 'minimum', label: say(words.minimum), cell: (row) => row.minimum ?? '', width: 96, align: 'end' },
    {
      id: 'material',
      label: say(words.withMaterial),
      cell: (row) => (row.includesMaterial ? '✓' : ''),
      width: 90,
      align: 'center',
    },
    {
      id: 'note',
      label: say(words.note),
      cell: (row) => (
        <span title={both(row.noteZh, row.noteEn)}>
          {[...coming(row), both(row.noteZh, row.noteEn)].filter(Boolean).join(' · ')}
        </span>
      ),
    },
    ...(mayEdit
      ? [
          {
            id: 'edit',
            label: say(words.edit),
            cell: (row: PriceRow) => (
              <Button variant="subtle" size="compact-sm" onClick={() => onEdit(row)}>
                {say(words.edit)}
              </Button>
            ),
            width: 84,
          },
        ]
      : []),
  ]
}

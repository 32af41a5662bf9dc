import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { Page as PageOf } from '#kernel/process/view.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { useSay } from '#ui/language.tsx'
import { Money } from '#ui/money.tsx'
import { Page } from '#ui/page.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import type { TableColumn } from '#ui/table-column.ts'
import { Time } from '#ui/time.tsx'
import type { PaymentRow } from '../view.ts'
import { methodWords, paymentStateWords } from '../words.ts'
import { PaymentDrawer } from './payment-drawer.tsx'
import { PaymentNew } from './payment-new.tsx'
import { Reversals } from './reversals.tsx'
import { stateTone } from './payment-tone.ts'
import { words } from './words.ts'

interface PaymentsPageProps {
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

/** What came in, newest first; taking back needs a second person. */
export function PaymentsPage({ values, onChange }: PaymentsPageProps) {
  const say = useSay()
  const { payment = '', ...filters } = values
  const asked = useMemo(() => questionOf(values), [values])
  const list = useInfiniteQuery({
    queryKey: ['payments', asked],
    queryFn: ({ pageParam, signal }) =>
      ask<PageOf<PaymentRow>>(withQuery('/api/payments', { ...asked, after: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const first = list.data?.pages[0]
  const columns = usePaymentColumns()
  return (
    <Page
      title={say(words.payments)}
      actions={<PaymentNew onTaken={(number) => onChange({ ...values, payment: number })} />}
    >
      <Reversals />
      <FilterBar
        values={filters}
        onChange={onChange}
        search={say(words.searchPayments)}
        filters={[
          {
            kind: 'choice',
            id: 'method',
            label: say(words.method),
            several: false,
            options: Object.entries(methodWords).map(([value, both]) => ({ value, label: say(both) })),
          },
          {
            kind: 'choice',
            id: 'state',
            label: say(words.state),
            several: false,
            options: Object.entries(paymentStateWords).map(([value, both]) => ({ value, label: say(both) })),
          },
          { kind: 'period', id: 'period', label: say(words.period) },
        ]}
      />
      <DataTable
        id="payments"
        label={say(words.payments)}
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.items)}
        rowKey={(row) => row.number}
        rowName={(row) => row.number}
        onOpen={(row) => onChange({ ...values, payment: row.number })}
        openKey={payment || null}
        {...(first && !first.more ? { total: first.count } : {})}
        more={{ hasMore: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
        problem={shownProblem(list.error)}
        onRetry={() => void list.refetch()}
        empty={<Empty title={say(words.noPayments)} />}
      />
      <PaymentDrawer number={payment || null} onClose={() => onChange(filters)} />
    </Page>
  )
}

function questionOf({ q, method, state, period }: Readonly<Record<string, string>>): Record<string, string> {
  const [from = '', to = ''] = (period ?? '').split('..')
  return Object.fromEntries(
    Object.entries({ q: q ?? '', method: method ?? '', state: state ?? '', from, to }).filter(
      ([, value]) => value !== '',
    ),
  )
}

function usePaymentColumns(): readonly TableColumn<PaymentRow>[] {
  const say = useSay()
  return [
    {
      id: 'number',
      label: say(words.paymentNumber),
      cell: (row) => row.number,
      width: 140,
      fixed: true,
      card: 'title',
    },
    { id: 'receipt', label: say(words.receiptNumber), cell: (row) => row.receiptNumber ?? '', width: 140 },
    { id: 'customer', label: say(words.customer), cell: (row) => row.customer.shortName, width: 150 },
    { id: 'payer', label: say(words.payer), cell: (row) => row.payer },
    { id: 'method', label: say(words.method), cell: (row) => say(methodWords[row.method]), width: 110 },
    {
      id: 'amount',
      label: say(words.amount),
      cell: (row) => <Money fen={row.amountFen} strong />,
      width: 120,
      align: 'end',
    },
    { id: 'receivedAt', label: say(words.receivedAt), cell: (row) => <Time at={row.receivedAt} full />, width: 145 },
    { id: 'receivedBy', label: say(words.receivedBy), cell: (row) => row.receivedBy, width: 96 },
    { id: 'reference', label: say(words.reference), cell: (row) => row.reference, width: 120, hidden: true },
    {
      id: 'state',
      label: say(words.state),
      cell: (row) => (
        <StatePill size="small" tone={stateTone[row.state]}>
          {say(paymentStateWords[row.state])}
        </StatePill>
      ),
      width: 130,
      card: 'beside',
    },
  ]
}

import { IconPlus, IconStarFilled } from '@tabler/icons-react'
import { useMemo } from 'react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useHasRole } from '#kernel/people/web/me.ts'
import { words as process } from '#kernel/process/web/words.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { useSay } from '#ui/language.tsx'
import { useNavigation } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import type { TableColumn } from '#ui/table-column.ts'
import { Day } from '#ui/time.tsx'
import { customerMakers } from '../customer-sight.ts'
import type { CustomerRow } from '../view.ts'
import { premisesWords } from '../words.ts'
import { CustomerEdit } from './customer-edit.tsx'
import { DialogButton } from './dialog-button.tsx'
import { useCustomers } from './premises.ts'
import classes from './premises.module.css'
import { words } from './words.ts'

interface CustomersPageProps {
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

const asked = ['q', 'kind', 'building', 'csa']

/** Everybody who rents, owns or trades in the house. */
export function CustomersPage({ values, onChange }: CustomersPageProps) {
  const say = useSay()
  const filters = useMemo(
    () => Object.fromEntries(Object.entries(values).filter(([name]) => asked.includes(name))),
    [values],
  )
  const list = useCustomers(filters)
  const columns = useCustomerColumns()
  const has = useHasRole()
  const { navigate } = useNavigation()
  return (
    <Page
      title={say(words.customers)}
      actions={
        has(...customerMakers) && (
          <DialogButton label={say(words.addCustomer)} leftSection={<IconPlus size={15} aria-hidden />}>
            {(close) => <CustomerEdit onSaved={(code) => navigate(`/customers/${code}`)} onClose={close} />}
          </DialogButton>
        )
      }
    >
      <FilterBar
        values={values}
        onChange={onChange}
        search={say(words.searchCustomers)}
        filters={[
          {
            kind: 'choice',
            id: 'kind',
            label: say(words.kind),
            several: false,
            options: Object.entries(premisesWords.customerKinds).map(([value, both]) => ({ value, label: say(both) })),
          },
          {
            kind: 'choice',
            id: 'building',
            label: say(words.building),
            several: false,
            options: ['1', '2', '3', '4'].map((value) => ({ value, label: say(process.tower(value)) })),
          },
        ]}
      />
      <DataTable
        id="customers"
        label={say(words.customers)}
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.rows)}
        rowKey={(row) => row.id}
        rowName={(row) => row.shortName}
        href={(row) => `/customers/${row.code}`}
        more={{ hasMore: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
        problem={shownProblem(list.error)}
        onRetry={() => void list.refetch()}
        empty={<Empty title={say(words.noCustomers)} />}
      />
    </Page>
  )
}

function useCustomerColumns(): readonly TableColumn<CustomerRow>[] {
  const say = useSay()
  return [
    { id: 'code', label: say(words.code), cell: (row) => row.code, width: 90, fixed: true, card: 'beside' },
    {
      id: 'name',
      label: say(words.name),
      cell: (row) => (
        <>
          {row.vip && <IconStarFilled size={12} className={classes.star} role="img" aria-label={say(words.vip)} />}
          {row.name}
        </>
      ),
      fixed: true,
      card: 'title',
    },
    { id: 'shortName', label: say(words.shortName), cell: (row) => row.shortName, width: 130 },
    { id: 'kind', label: say(words.kind), cell: (row) => say(premisesWords.customerKinds[row.kind]), width: 100 },
    {
      id: 'units',
      label: say(words.units),
      cell: (row) => <span title={row.units.join('、')}>{row.units.join('、')}</span>,
      width: 170,
    },
    { id: 'phone', label: say(words.phone), cell: (row) => row.phone, width: 130 },
    { id: 'csa', label: say(words.csa), cell: (row) => row.csa?.name ?? '', width: 96 },
    {
      id: 'leaseEnds',
      label: say(words.leaseEnds),
      cell: (row) => row.leaseEnds !== null && <Day date={row.leaseEnds} />,
      width: 110,
    },
  ]
}

import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { type ReactNode, useEffect, useMemo } from 'react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { useSay } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { words as common } from '#ui/words.ts'
import { caseHref, keepOrder } from './case-order.ts'
import { exportAddress, useRegister } from './cases.ts'
import { useProcessWords } from './catalogue.tsx'
import { useColumns, useFilters } from './register-columns.tsx'
import { fromQuery, periodOf, SavedViews, useViews } from './saved-views.tsx'
import { words } from './words.ts'

interface RegisterPageProps {
  readonly process: string
  /** the filters, from the address */
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
  /** the button that opens a new one */
  readonly actions?: ReactNode
}

/** The ready-made register of a process: filters in the address, the next part on request, kept views, a spreadsheet. */
export function RegisterPage({ process, values, onChange, actions }: RegisterPageProps) {
  const say = useSay()
  const own = useProcessWords(process)
  const columns = useColumns(process)
  const filters = useFilters(process)
  const page = `/${process}`
  const views = useViews(page)
  const asked = useMemo(() => questionOf(values), [values])
  const register = useRegister(process, asked)
  const first = register.data?.pages[0]
  const rows = useMemo(() => register.data?.pages.flatMap((part) => part.items), [register.data])
  useEffect(() => keepOrder((rows ?? []).map((row) => caseHref(row.process, row.number))), [rows])
  const shownValues = useMemo(() => withPeriod(values), [values])

  return (
    <Page title={say(words.register(say(own.name)))} actions={actions}>
      <FilterBar
        filters={filters}
        values={shownValues}
        onChange={(next) => onChange(withoutPeriod(next))}
        search={say(words.searchRegister)}
        views={views.map((view) => ({ id: view.id, label: view.name, values: withPeriod(fromQuery(view.query)) }))}
        actions={<SavedViews page={page} values={values} />}
      />
      <DataTable
        id={`register.${process}`}
        label={say(words.register(say(own.name)))}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.number}
        rowName={(row) => row.number}
        href={(row) => caseHref(row.process, row.number)}
        {...(first ? { total: first.count } : {})}
        more={{
          hasMore: register.hasNextPage,
          busy: register.isFetchingNextPage,
          load: () => void register.fetchNextPage(),
        }}
        problem={shownProblem(register.error)}
        onRetry={() => void register.refetch()}
        empty={
          Object.keys(values).length > 0 ? (
            <Empty
              title={say(words.registerEmpty)}
              help={say(words.registerEmptyHelp)}
              action={
                <Button variant="default" onClick={() => onChange({})}>
                  {say(common.clearFilters)}
                </Button>
              }
            />
          ) : (
            <Empty title={say(common.nothingHere)} action={actions} />
          )
        }
        actions={
          <>
            <Button
              component="a"
              href={exportAddress(process, asked)}
              download
              variant="default"
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            >
              {say(words.exportExcel)}
            </Button>
            {first?.more && <span className="tabular">{say(words.thousandAndMore)}</span>}
          </>
        }
      />
    </Page>
  )
}

const known = [
  'q',
  'state',
  'open',
  'priority',
  'category',
  'customerId',
  'unitId',
  'building',
  'assigneeId',
  'from',
  'to',
  'overdue',
]

/** Only filters the server knows; a stranger in the address is left out instead of being refused. */
const questionOf = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => known.includes(name) && value !== ''))

const withPeriod = ({ from, to, ...rest }: Readonly<Record<string, string>>): Record<string, string> => {
  const period = periodOf(from, to)
  return period === '' ? rest : { ...rest, period }
}
const withoutPeriod = ({ period, ...rest }: Readonly<Record<string, string>>): Record<string, string> => {
  const [from = '', to = ''] = (period ?? '').split('..')
  return { ...rest, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) }
}

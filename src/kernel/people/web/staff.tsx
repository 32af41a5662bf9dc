import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { staffRoles } from '#kernel/process/roles.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { useSay } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import type { TableColumn } from '#ui/table-column.ts'
import type { StaffList, StaffRow } from '../view.ts'
import { departmentWords, roleWords } from '../words.ts'
import { RoleRequests } from './role-requests.tsx'
import { StaffEdit } from './staff-edit.tsx'
import { words } from './words.ts'

interface StaffPageProps {
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

const asked = ['q', 'role', 'department', 'active']

/** Who works here, in which post; every one has exactly one direct superior. */
export function StaffPage({ values, onChange }: StaffPageProps) {
  const say = useSay()
  const filters = useMemo(
    () => Object.fromEntries(Object.entries(values).filter(([name]) => asked.includes(name))),
    [values],
  )
  const list = useInfiniteQuery({
    queryKey: ['staff', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      ask<StaffList>(withQuery('/api/staff', { active: 'all', ...filters, after: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const columns = useStaffColumns()
  return (
    <Page title={say(words.staff)} actions={<StaffEdit />}>
      <RoleRequests />
      <FilterBar
        values={values}
        onChange={onChange}
        search={say(words.searchStaff)}
        filters={[
          {
            kind: 'choice',
            id: 'department',
            label: say(words.department),
            several: false,
            options: Object.entries(departmentWords).map(([value, both]) => ({ value, label: say(both) })),
          },
          {
            kind: 'choice',
            id: 'role',
            label: say(words.role),
            several: false,
            options: staffRoles.map((value) => ({ value, label: say(roleWords[value]) })),
          },
          {
            kind: 'choice',
            id: 'active',
            label: say(words.state),
            several: false,
            options: [
              { value: 'yes', label: say(words.active) },
              { value: 'no', label: say(words.inactive) },
            ],
          },
        ]}
      />
      <DataTable
        id="staff"
        label={say(words.staff)}
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.rows)}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        href={(row) => `/staff/${row.id}`}
        more={{ hasMore: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
        problem={shownProblem(list.error)}
        onRetry={() => void list.refetch()}
        empty={<Empty title={say(words.noStaff)} />}
      />
    </Page>
  )
}

function useStaffColumns(): readonly TableColumn<StaffRow>[] {
  const say = useSay()
  return [
    { id: 'name', label: say(words.fullName), cell: (row) => row.name, width: 110, fixed: true, card: 'title' },
    { id: 'staffNumber', label: say(words.staffNumber), cell: (row) => row.staffNumber, width: 96 },
    { id: 'department', label: say(words.department), cell: (row) => say(departmentWords[row.department]), width: 130 },
    { id: 'post', label: say(words.post), cell: (row) => row.post, width: 140 },
    { id: 'roles', label: say(words.roles), cell: (row) => row.roles.map((role) => say(roleWords[role])).join('、') },
    { id: 'trade', label: say(words.trade), cell: (row) => row.trade, width: 100 },
    { id: 'phone', label: say(words.phone), cell: (row) => <a href={`tel:${row.phone}`}>{row.phone}</a>, width: 130 },
    {
      id: 'state',
      label: say(words.state),
      cell: (row) => (
        <StatePill size="small" tone={row.active ? 'done' : 'neutral'}>
          {say(row.active ? words.active : words.inactive)}
        </StatePill>
      ),
      width: 100,
      card: 'beside',
    },
  ]
}

import '#ui/controls.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { useSay } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { type ChannelRow, type DeliveryPage, deliveryStates } from '../channel-view.ts'
import { stateWords, words } from './channel-words.ts'
import classes from './channels.module.css'
import { DeliveryActions } from './delivery-actions.tsx'
import { useDeliveryColumns } from './delivery-columns.tsx'

interface DeliveriesPageProps {
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

/** What left the building and what did not; sending again and giving up by hand. */
export function DeliveriesPage({ values, onChange }: DeliveriesPageProps) {
  const say = useSay()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const filters = useMemo(
    () => Object.fromEntries(Object.entries(values).filter(([name]) => ['state', 'channel'].includes(name))),
    [values],
  )
  const channels = useQuery({
    queryKey: ['channels', 'list'],
    queryFn: ({ signal }) => ask<{ rows: ChannelRow[] }>('/api/channels', { signal }),
  })
  const list = useInfiniteQuery({
    queryKey: ['deliveries', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      ask<DeliveryPage>(withQuery('/api/deliveries', { ...filters, after: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 30_000,
  })
  const columns = useDeliveryColumns()
  const chosen = channels.data?.rows.find(({ id }) => id === values['channel'])
  return (
    <Page title={say(words.deliveries)} crumbs={[{ label: say(words.channels), href: '/channels' }]}>
      <p className={classes.soft}>{say(words.deliveriesHelp)}</p>
      <FilterBar
        values={values}
        onChange={(next) => {
          setPicked(new Set())
          onChange(next)
        }}
        filters={[
          {
            kind: 'choice',
            id: 'state',
            label: say(words.state),
            several: false,
            options: [
              { value: 'stuck', label: say(words.stuck) },
              ...deliveryStates.map((value) => ({ value, label: say(stateWords[value]) })),
            ],
          },
          {
            kind: 'choice',
            id: 'channel',
            label: say(words.channel),
            several: false,
            options: (channels.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
      />
      <DataTable
        id="deliveries"
        label={say(words.deliveries)}
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.rows)}
        rowKey={(row) => row.id}
        rowName={(row) => row.case?.number ?? row.id}
        selection={{
          keys: picked,
          onChange: setPicked,
          actions: <DeliveryActions ids={[...picked]} onDone={() => setPicked(new Set())} />,
        }}
        more={{ hasMore: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
        problem={shownProblem(list.error)}
        onRetry={() => void list.refetch()}
        empty={<Empty title={say(words.noDeliveries)} />}
        actions={chosen && chosen.stuck > 0 && <DeliveryActions channel={chosen} onDone={() => undefined} />}
      />
    </Page>
  )
}

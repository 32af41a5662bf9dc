import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { standings } from '../promises.ts'
import type { KeptGrouping, KeptPage, KeptRow, PauseRow, PromiseBoard, PromiseRow, RedRow } from '../promises.ts'
import type { Page } from '../view.ts'

/** Every question about promises. `figures` is heard by the live line: what moves on a slip is asked again here. */

type Values = Readonly<Record<string, string>>

const only = (values: Values, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => names.includes(name) && value !== ''))

export const boardFilters = ['department', 'person', 'process', 'show'] as const
export const keptFilters = ['month', 'department', 'person', 'process', 'clock', 'missed'] as const

export const usePromises = (values: Values) => {
  const { show = '', ...others } = values
  const asked = only({ ...others, ...(standings.some((one) => one === show) ? { show } : {}) }, boardFilters)
  return useInfiniteQuery({
    queryKey: ['figures', 'promises', asked],
    queryFn: ({ pageParam, signal }) =>
      ask<Page<PromiseRow>>(withQuery('/api/promises', { ...asked, after: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
}

export const usePromiseBoard = (process: string | undefined) =>
  useQuery({
    queryKey: ['figures', 'board', process ?? ''],
    queryFn: ({ signal }) => ask<PromiseBoard>(withQuery('/api/promises/board', { process }), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })

export const usePauses = (values: Values, enabled: boolean) => {
  const asked = only(values, ['department', 'person', 'process'])
  return useQuery({
    queryKey: ['figures', 'pauses', asked],
    queryFn: ({ signal }) => ask<{ items: PauseRow[] }>(withQuery('/api/promises/pauses', asked), { signal }),
    enabled,
  })
}

export const useRed = () =>
  useQuery({
    queryKey: ['figures', 'red'],
    queryFn: ({ signal }) => ask<{ items: RedRow[] }>('/api/promises/red', { signal }),
  })

export const useKept = (month: string, by: KeptGrouping) =>
  useQuery({
    queryKey: ['figures', 'kept', month, by],
    queryFn: ({ signal }) => ask<{ items: KeptRow[] }>(withQuery('/api/promises/kept', { month, by }), { signal }),
    placeholderData: keepPreviousData,
  })

export const useKeptCases = (values: Values) => {
  const asked = only(values, keptFilters)
  return useInfiniteQuery({
    queryKey: ['figures', 'keptCases', asked],
    queryFn: ({ pageParam, signal }) =>
      ask<KeptPage>(withQuery('/api/promises/kept/cases', { ...asked, after: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

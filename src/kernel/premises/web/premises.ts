import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ask, isProblem, withQuery } from '#kernel/http/web/api.ts'
import type { CustomerCard, CustomerList, SearchAnswer, Stacking, UnitCard } from '../view.ts'

/** Questions about customers, units and the house. */

export const useCustomer = (code: string | null) =>
  useQuery({
    queryKey: ['customer', code],
    queryFn: ({ signal }) => ask<CustomerCard>(`/api/customers/${encodeURIComponent(code ?? '')}`, { signal }),
    enabled: code !== null && code !== '',
  })

export const useUnit = (code: string | null) =>
  useQuery({
    queryKey: ['unit', code],
    queryFn: ({ signal }) => ask<UnitCard>(`/api/units/${encodeURIComponent(code ?? '')}`, { signal }),
    enabled: code !== null && code !== '',
  })

export const useStacking = () =>
  useQuery({
    queryKey: ['stack'],
    queryFn: ({ signal }) => ask<Stacking>('/api/stacking', { signal }),
    staleTime: 60_000,
  })

export const useCustomers = (filters: Readonly<Record<string, string>>) =>
  useInfiniteQuery({
    queryKey: ['customers', filters],
    queryFn: ({ pageParam, signal }) =>
      ask<CustomerList>(withQuery('/api/customers', { ...filters, after: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })

const NOTHING: SearchAnswer = { customers: [], units: [], cases: [], people: [] }

/** Everything a few letters may mean. One letter means nothing yet. */
export const searchEverything = async (typed: string, signal: AbortSignal): Promise<SearchAnswer> => {
  if (typed.trim().length < 1) return NOTHING
  try {
    return await ask<SearchAnswer>(withQuery('/api/search', { q: typed.trim().slice(0, 60) }), { signal })
  } catch (error) {
    // Too short or senseless to look for.
    if (isProblem(error) && error.document.status >= 400 && error.document.status < 429) return NOTHING
    throw error
  }
}

export const useSearch = (typed: string) =>
  useQuery({
    queryKey: ['search', typed],
    queryFn: ({ signal }) => searchEverything(typed, signal),
    enabled: typed.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

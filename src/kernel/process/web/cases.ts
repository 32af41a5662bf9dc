import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { type Send, useSend } from '#kernel/http/web/use-send.ts'
import type { CaseRow, CaseView, EscalationRow, OpeningHeader, Page, Queue } from '../view.ts'

/** Every question about cases, and every step of one. */

const at = (process: string, number?: string) =>
  `/api/${encodeURIComponent(process)}${number === undefined ? '' : `/${encodeURIComponent(number)}`}`

export const useCase = (process: string, number: string, enabled = true) =>
  useQuery({
    queryKey: ['case', process, number],
    queryFn: ({ signal }) => ask<CaseView>(at(process, number), { signal }),
    enabled,
  })

export const useQueue = (scope: 'mine' | 'team') =>
  useQuery({
    queryKey: ['queue', scope],
    queryFn: ({ signal }) => ask<Queue>(withQuery('/api/queue', { scope }), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })

export const useEscalations = (enabled = true) =>
  useQuery({
    queryKey: ['escalations'],
    queryFn: ({ signal }) => ask<{ items: EscalationRow[] }>('/api/escalations', { signal }),
    enabled,
  })

export const PAGE_SIZE = 50
export const useRegister = (process: string, filters: Readonly<Record<string, string>>) =>
  useInfiniteQuery({
    queryKey: ['register', process, filters],
    queryFn: ({ pageParam, signal }) =>
      ask<Page<CaseRow>>(withQuery(at(process), { ...filters, size: PAGE_SIZE, after: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })

export const exportAddress = (process: string, filters: Readonly<Record<string, string>>) =>
  withQuery(`${at(process)}/export.xlsx`, filters)
export const paperAddress = (process: string, number: string, paper: string, copies: readonly number[] = []) =>
  withQuery(`${at(process, number)}/paper/${encodeURIComponent(paper)}.pdf`, { copy: copies.join(',') })

export const useSimilar = (process: string, unitId: string | null, category: string) =>
  useQuery({
    queryKey: ['similar', process, unitId, category],
    queryFn: ({ signal }) =>
      ask<{ items: CaseRow[] }>(withQuery(`${at(process)}/similar`, { unitId, category }), { signal }),
    enabled: unitId !== null && category !== '',
  })

export interface Step {
  readonly action: string
  readonly version: number
  readonly input: unknown
  /** why a text is sent as it is, where the house would word it differently */
  readonly despite?: string
}

/** Takes one step of a case. The answer is the case as this person now sees it. */
export function useStep(process: string, number: string, after?: (view: CaseView) => void): Send<Step, CaseView> {
  const client = useQueryClient()
  return useSend<Step, CaseView>(
    ({ action, version, input, despite }, key) =>
      ask(`${at(process, number)}/${action}`, {
        method: 'POST',
        key,
        body: {
          version,
          ...(input === undefined ? {} : { input }),
          ...(despite === undefined ? {} : { despite }),
        },
      }),
    (view) => {
      client.setQueryData(['case', process, number], view)
      for (const list of ['queue', 'register', 'escalations', 'figures'])
        void client.invalidateQueries({ queryKey: [list] })
      after?.(view)
    },
  )
}

export interface OpeningBody {
  readonly header: OpeningHeader
  readonly input: unknown
  readonly despite?: string
}
export function useOpening(process: string): Send<OpeningBody, CaseView> {
  const client = useQueryClient()
  return useSend<OpeningBody, CaseView>(
    (body, key) => ask(at(process), { method: 'POST', key, body }),
    (view) => {
      client.setQueryData(['case', process, view.number], view)
      for (const list of ['queue', 'register', 'figures', 'stack', 'customer'])
        void client.invalidateQueries({ queryKey: [list] })
    },
  )
}

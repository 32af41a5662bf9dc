import { useQueries } from '@tanstack/react-query'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import type { Me } from '#kernel/people/view.ts'
import type { CaseRow, CaseView, Page } from '#kernel/process/view.ts'
import { useCatalogue } from '#kernel/process/web/catalogue.tsx'
import { type PortalModule, serves, usePortalModules } from './module-page.ts'

export interface Requests {
  /** false: none of the procedures is for this person */
  readonly any: boolean
  readonly rows: readonly CaseRow[]
  readonly problem: unknown
  readonly loading: boolean
  readonly again: () => void
}

/** The requests this person may see, of every procedure that has tenants, newest first. */
export function useRequests(me: Me, open: 'yes' | 'no', size = 20): Requests {
  const names = Object.keys(useCatalogue().chapters)
  const modules = usePortalModules()
  const asked = modules === undefined ? [] : names.filter((name) => serves(modules[name], me))
  const results = useQueries({
    queries: asked.map((name) => ({
      queryKey: ['register', name, { open, size }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask<Page<CaseRow>>(withQuery(`/api/${name}`, { open, size }), { signal }),
    })),
  })
  return {
    any: modules === undefined || asked.length > 0,
    rows: results
      .flatMap(({ data }) => data?.items ?? [])
      .toSorted((one, other) => other.openedAt.localeCompare(one.openedAt)),
    problem: results.find(({ error }) => error !== null)?.error ?? null,
    loading: modules === undefined || results.some(({ isPending }) => isPending),
    again: () => {
      for (const { refetch } of results) void refetch()
    },
  }
}

export interface Asking {
  readonly row: CaseRow
  readonly asks: NonNullable<ReturnType<NonNullable<PortalModule['asks']>>>
}

/** What the open requests ask of this reader; at most six are looked into. */
export function useAsking(rows: readonly CaseRow[]): readonly Asking[] {
  const modules = usePortalModules()
  const candidates = rows.filter((row) => modules?.[row.process]?.looksInto?.includes(row.state)).slice(0, 6)
  const views = useQueries({
    queries: candidates.map(({ process, number }) => ({
      queryKey: ['case', process, number],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask<CaseView>(`/api/${process}/${encodeURIComponent(number)}`, { signal }),
    })),
  })
  return candidates.flatMap((row, at) => {
    const view = views[at]?.data
    const asks = view ? modules?.[row.process]?.asks?.(row, view) : null
    return asks ? [{ row, asks }] : []
  })
}

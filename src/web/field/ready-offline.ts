import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import type { PriceList } from '#kernel/ledger/price-view.ts'
import { type Catalogue, fetched, useCatalogue } from '#kernel/process/web/catalogue.tsx'
import { phrasesQuery } from '#kernel/phrases/web/use-phrases.ts'
import { loadFieldModule } from './module-page.ts'

/** A cellar has no network: what a job may need is fetched while there is one, and a worker keeps the pages where it can. */
export function useReadyOffline(): void {
  const { chapters } = useCatalogue()
  const client = useQueryClient()
  useEffect(() => {
    const timer = setTimeout(() => void getReady(client, chapters).catch(() => undefined), 2500)
    return () => clearTimeout(timer)
  }, [client, chapters])
}

async function getReady(client: QueryClient, chapters: Catalogue): Promise<void> {
  await Promise.all([
    import('./job-route.tsx'),
    import('./step-sheet.tsx'),
    import('./me-route.tsx'),
    import('./find-page.tsx'),
    import('signature_pad'),
    import('#ui/notice-board.tsx'),
    import('#ui/confirm-dialog.tsx'),
    import('#ui/controls.css'),
    import('#kernel/process/web/timeline.tsx'),
    client.prefetchQuery({
      queryKey: ['prices'],
      queryFn: ({ signal }) => ask<PriceList>('/api/prices', { signal }),
      staleTime: 300_000,
    }),
    client.prefetchQuery(phrasesQuery),
    ...Object.entries(chapters).flatMap(([name, chapter]) => [
      fetched(chapter.words),
      client.prefetchQuery({
        queryKey: ['definition', name],
        queryFn: () => chapter.process(),
        staleTime: Number.POSITIVE_INFINITY,
      }),
      client.prefetchQuery({
        queryKey: ['field-page', name],
        queryFn: () => loadFieldModule(name),
        staleTime: Number.POSITIVE_INFINITY,
      }),
    ]),
  ])
  await startWorker()
}

/** Many phones have none (plain HTTP, web views): everything but opening the page itself works without. */
async function startWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { active, installing, waiting } = await navigator.serviceWorker.register('/m/sw.js', { scope: '/m/' })
  const worker = (await navigator.serviceWorker.ready).active ?? active ?? installing ?? waiting
  const assets = performance.getEntriesByType('resource').map(({ name }) => name)
  worker?.postMessage(assets.filter((name) => new URL(name).pathname.startsWith('/assets/')))
}

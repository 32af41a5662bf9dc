import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { isProblem } from './api.ts'

/** What the server said last, shared by every page. A refusal is an answer and is not asked again; a lost connection is. */
export function ServerState({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: 15_000,
            gcTime: 10 * 60_000,
            refetchOnWindowFocus: true,
            retry: (failures, error) => failures < 2 && worthRetrying(error),
          },
        },
      }),
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

const worthRetrying = (error: unknown): boolean =>
  isProblem(error) && (error.document.status === 0 || error.document.status >= 502)

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { LiveState } from '#ui/live-dot.tsx'

export interface Change {
  readonly process?: string
  readonly number?: string
  readonly what?: string
}

const LiveContext = createContext<LiveState>('off')
export const useLiveState = (): LiveState => useContext(LiveContext)

/** Hears the server's events and lets the pages ask again for what changed. Signed out it is silent. */
export function Live({ on, children }: { on: boolean; children: ReactNode }) {
  const client = useQueryClient()
  const [state, setState] = useState<LiveState>('off')
  useEffect(() => {
    if (!on) return
    let source: EventSource | null = null
    let again: ReturnType<typeof setTimeout> | undefined
    let wait = 2000
    let heardBefore = false
    const refresh = refresher(client)
    const open = () => {
      source = new EventSource('/api/events')
      source.addEventListener('open', () => {
        // What happened while nobody listened: also between the first question and the first open stream.
        void client.invalidateQueries(heardBefore ? {} : { predicate: ({ queryKey }) => isLive(queryKey[0]) })
        heardBefore = true
        wait = 2000
        setState('on')
      })
      source.addEventListener('message', (event) => {
        const change = readChange(event)
        if (change.what === 'again') void client.invalidateQueries()
        else refresh(change)
      })
      source.addEventListener('error', () => {
        setState('waiting')
        if (source?.readyState !== EventSource.CLOSED) return
        wait = Math.min(60_000, wait * 2)
        again = setTimeout(open, wait)
      })
    }
    setState('waiting')
    open()
    // While nobody speaks (too many open screens, a cut line) the pages ask by themselves.
    const asking = setInterval(() => {
      if (source?.readyState !== EventSource.OPEN) void client.invalidateQueries()
    }, 10_000)
    return () => {
      clearTimeout(again)
      clearInterval(asking)
      source?.close()
      setState('off')
    }
  }, [on, client])
  return <LiveContext value={state}>{children}</LiveContext>
}

/** At most one round of questions every 800 ms, however many slips move. */
function refresher(client: QueryClient): (change: Change) => void {
  let cases = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = () => {
    timer = undefined
    for (const one of cases) void client.invalidateQueries({ queryKey: ['case', ...one.split('/')] })
    cases = new Set()
    for (const key of LISTS) void client.invalidateQueries({ queryKey: [key] })
  }
  return ({ process, number }) => {
    if (process !== undefined && number !== undefined) cases.add(`${process}/${number}`)
    timer ??= setTimeout(run, 800)
  }
}

/** First words of the keys of every list that shows cases. */
const LISTS = ['queue', 'register', 'escalations', 'inbox', 'figures', 'customer', 'stack', 'unit', 'payments'] as const

const isLive = (key: unknown) => key === 'case' || LISTS.some((list) => list === key)

function readChange(event: MessageEvent<string>): Change {
  try {
    const change: unknown = JSON.parse(event.data)
    return typeof change === 'object' && change !== null ? change : {}
  } catch {
    return {}
  }
}

import { useEffect, useRef, useState } from 'react'
import type { PaletteGroup, PaletteSearch } from './palette-search.ts'

interface Found {
  readonly groups: readonly PaletteGroup[]
  readonly busy: boolean
  readonly failed: boolean
}

const NOTHING: Found = { groups: [], busy: false, failed: false }

/** Asks after a short pause; a late answer to an old question is dropped; old hits stay until new ones are there. */
export function usePaletteSearch(search: PaletteSearch, query: string, active: boolean, onFound: () => void): Found {
  const [found, setFound] = useState<Found>(NOTHING)
  const latest = useRef({ search, onFound })
  useEffect(() => {
    latest.current = { search, onFound }
  })
  useEffect(() => {
    if (!active) return
    const stop = new AbortController()
    const ask = async () => {
      setFound((before) => ({ ...before, busy: true, failed: false }))
      try {
        const groups = await latest.current.search(query.trim(), stop.signal)
        if (stop.signal.aborted) return
        setFound({ groups: groups.filter((group) => group.items.length > 0), busy: false, failed: false })
        latest.current.onFound()
      } catch {
        if (!stop.signal.aborted) setFound({ groups: [], busy: false, failed: true })
      }
    }
    const timer = setTimeout(() => void ask(), query === '' ? 0 : PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [query, active])
  return found
}

const PAUSE = 120

import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** The address as plain text: parts of the path, and the search that pages keep their filters in. */
export const usePathPart = (name: string): string => {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  return params[name] ?? ''
}

export function useAddress(): {
  readonly search: Readonly<Record<string, string>>
  /** replaces the search without leaving the page, and without a step in the history for every letter */
  readonly setSearch: (next: Readonly<Record<string, string>>) => void
} {
  const search: Readonly<Record<string, string>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const setSearch = useCallback(
    (next: Readonly<Record<string, string>>) => {
      void navigate({ to: '.', search: next, replace: true, resetScroll: false })
    },
    [navigate],
  )
  return { search, setSearch }
}

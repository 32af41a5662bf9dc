import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { useMe } from '#kernel/people/web/me.ts'
import { readStored, writeStored } from '#ui/stored.ts'
import type { Taboo } from '../check.ts'
import type { Phrase, PhraseHistory, PhraseList } from '../view.ts'

/** The phrasebook for the staff, kept on this device so that texts are checked without a network too. */
export function usePhrases() {
  const { data: me } = useMe()
  return useQuery({
    ...phrasesQuery,
    enabled: me?.kind === 'staff',
    initialData: () => stored() ?? undefined,
    initialDataUpdatedAt: 0,
  })
}

/** Also fetched ahead by the field app, before somebody goes down into a cellar. */
export const phrasesQuery = {
  queryKey: ['phrases'],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<PhraseList> => {
    const list = await ask<PhraseList>('/api/phrases', { signal })
    writeStored(KEY, list)
    return list
  },
  staleTime: 300_000,
}

/** What outgoing texts are held against; empty until the book was here once. */
export function useTaboos(): readonly Taboo[] {
  const { data } = usePhrases()
  return useMemo(() => data?.items.filter(isTaboo) ?? NONE, [data])
}
const isTaboo = ({ kind, retired }: Phrase) => kind === 'taboo' && !retired
const NONE: readonly Taboo[] = []

export const usePhraseHistory = (code: string | null) =>
  useQuery({
    queryKey: ['phrases', code],
    queryFn: ({ signal }) => ask<PhraseHistory>(`/api/phrases/${code ?? ''}`, { signal }),
    enabled: code !== null,
  })

const KEY = 'phrases'
const stored = () => readStored<PhraseList | null>(KEY, null, isList)
const isList = (value: unknown): value is PhraseList =>
  typeof value === 'object' &&
  value !== null &&
  'items' in value &&
  Array.isArray(value.items) &&
  value.items.every(
    (one: unknown) =>
      typeof one === 'object' && one !== null && 'matches' in one && Array.isArray(one.matches) && 'harmless' in one,
  )

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { openStore } from '#kernel/http/web/outbox-store.ts'
import type { Me } from '#kernel/people/view.ts'
import { readStored, writeStored } from '#ui/stored.ts'

/**
 * The jobs as they were last seen stay on the phone, so that a page opened in a cellar shows them. What is kept belongs to
 * one person and goes when he signs out.
 */

interface Kept {
  readonly owner: string
  readonly hash: string
  readonly key: readonly unknown[]
  readonly data: unknown
  readonly at: number
}

const store = openStore<Kept>('field-seen')
const KINDS = new Set(['queue', 'case', 'prices'])
const DAYS = 3 * 86_400_000

export function useKeepSeen(owner: string): void {
  const client = useQueryClient()
  useEffect(() => {
    client.setDefaultOptions({
      queries: { ...client.getDefaultOptions().queries, networkMode: 'offlineFirst', gcTime: DAYS },
    })
    void bringBack(client, owner)
    return client.getQueryCache().subscribe(({ type, query }) => {
      if (type !== 'updated' || query.state.status !== 'success' || !KINDS.has(String(query.queryKey[0]))) return
      const { data, dataUpdatedAt } = query.state
      void store.put(query.queryHash, { owner, hash: query.queryHash, key: query.queryKey, data, at: dataUpdatedAt })
    })
  }, [client, owner])
}

async function bringBack(client: QueryClient, owner: string): Promise<void> {
  for (const { owner: whose, hash, key, data, at } of await store.all()) {
    if (whose !== owner || at < Date.now() - DAYS) await store.drop(hash)
    else if (client.getQueryData(key) === undefined) {
      client.setQueryData(key, data, { updatedAt: at })
      // However fresh it is: nobody heard what changed while the page was closed.
      void client.invalidateQueries({ queryKey: key, exact: true }, { cancelRefetch: false })
    }
  }
}

/** Who was signed in here last. */
export const rememberedPerson = (): Me | null => readStored<Me | null>('field-person', null, isMe)

export function rememberPerson(me: Me | null): void {
  writeStored('field-person', me ?? undefined)
}

export async function forgetSeen(): Promise<void> {
  rememberPerson(null)
  await store.clear()
}

const isMe = (value: unknown): value is Me =>
  typeof value === 'object' && value !== null && 'id' in value && 'roles' in value && 'stage' in value

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { forgetDrafts } from '#ui/use-draft.ts'

/** Ends the session here; drafts of this person do not stay on a shared desk. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await ask('/api/session', { method: 'DELETE' }).catch(() => undefined)
    forgetDrafts()
    client.clear()
    location.assign('/')
  }, [client])
}

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { ask, isProblem } from '#kernel/http/web/api.ts'
import { forgetDrafts } from '#ui/use-draft.ts'

/**
 * Ends the session and comes back to the door of the same area; drafts of this person do not stay on a shared desk.
 * Rejects when the house could not be told: then the session still runs, and nobody should believe otherwise.
 */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await ask('/api/session', { method: 'DELETE' }).catch((error: unknown) => {
      if (!isProblem(error, 'notSignedIn')) throw error
    })
    forgetDrafts()
    client.clear()
    location.assign(doorOf(location.pathname))
  }, [client])
}

/** `/m/` for the field, `/c/` for the portal, `/` for the desk. */
const doorOf = (path: string): string => /^\/[mc](?=\/|$)/.exec(path)?.[0].concat('/') ?? '/'

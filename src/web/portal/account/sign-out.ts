import { useQueryClient } from '@tanstack/react-query'
import { ask } from '#kernel/http/web/api.ts'
import { forgetDrafts } from '#ui/use-draft.ts'

/** Ends the session on this phone; nothing that was typed or seen stays, and one stays in the same area. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await ask('/api/session', { method: 'DELETE' })
    forgetDrafts()
    client.clear()
    location.reload()
  }
}

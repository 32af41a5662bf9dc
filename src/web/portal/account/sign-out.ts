import { useQueryClient } from '@tanstack/react-query'
import { ask } from '#kernel/http/web/api.ts'
import { forgetDrafts } from '#ui/use-draft.ts'

/** Ends the session here; nothing that was typed or seen stays on the device. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await ask('/api/session', { method: 'DELETE' })
    forgetDrafts()
    client.clear()
    client.setQueryData(['me'], null)
  }
}

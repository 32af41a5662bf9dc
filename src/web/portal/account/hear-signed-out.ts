import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onSignedOut } from '#kernel/http/web/api.ts'
import type { Me } from '#kernel/people/view.ts'

/** A session that ended elsewhere is noticed by the first request that is refused for it. */
export function useHearSignedOut(): void {
  const client = useQueryClient()
  useEffect(
    () =>
      onSignedOut(() => {
        const known = client.getQueryState<Me>(['me'])
        if (known?.status === 'success' && known.fetchStatus === 'idle')
          void client.invalidateQueries({ queryKey: ['me'] })
      }),
    [client],
  )
}

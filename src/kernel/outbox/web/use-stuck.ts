import { useQuery } from '@tanstack/react-query'
import { ask } from '#kernel/http/web/api.ts'
import { useHasRole } from '#kernel/people/web/me.ts'
import { channelReaders } from '../channel-view.ts'

/** How many messages did not leave the building; 0 for whoever does not look after them. */
export function useStuck(): number {
  const has = useHasRole()
  const { data } = useQuery({
    queryKey: ['deliveries', 'stuck'],
    queryFn: ({ signal }) => ask<{ count: number }>('/api/deliveries/stuck', { signal }),
    enabled: has(...channelReaders),
    refetchInterval: 60_000,
  })
  return data?.count ?? 0
}

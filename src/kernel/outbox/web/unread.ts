import { useQuery } from '@tanstack/react-query'
import { ask } from '#kernel/http/web/api.ts'

/** How many lines this person has not read. */
export function useUnread(): number {
  const { data } = useQuery({
    queryKey: ['inbox', 'unread'],
    queryFn: ({ signal }) => ask<{ unread: number }>('/api/inbox/unread', { signal }),
    refetchInterval: 120_000,
  })
  return data?.unread ?? 0
}

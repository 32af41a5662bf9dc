import { useQuery } from '@tanstack/react-query'
import { ask } from '#kernel/http/web/api.ts'
import type { Role } from '#kernel/process/roles.ts'
import type { Me } from '../view.ts'

/** Who reads this page. */
export const useMe = () =>
  useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => ask<Me>('/api/me', { signal }),
    staleTime: 60_000,
    retry: false,
  })

/** True when this person holds one of the roles. */
export const useHasRole = (): ((...roles: readonly Role[]) => boolean) => {
  const { data } = useMe()
  return (...roles) => data?.roles.some((role) => roles.includes(role)) ?? false
}

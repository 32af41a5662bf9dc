import { useQuery } from '@tanstack/react-query'
import { ask } from '#kernel/http/web/api.ts'
import type { Both } from '#lib/language.ts'

interface House {
  readonly company: Both
  readonly deskPhone: string
}

/** The telephone of the service desk, shown wherever somebody may be stuck; null as long as none is known. */
export function useHousePhone(): { readonly number: string; readonly href: string } | null {
  const { data } = useQuery({
    queryKey: ['house'],
    queryFn: ({ signal }) => ask<House>('/api/house', { signal }),
    staleTime: 3_600_000,
    retry: 1,
  })
  const number = data?.deskPhone.trim() ?? ''
  return number === '' ? null : { number, href: `tel:${number.replace(/[^0-9+]/g, '')}` }
}

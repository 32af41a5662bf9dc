import { getRouteApi } from '@tanstack/react-router'
import type { Me } from '#kernel/people/view.ts'
import { useMe } from '#kernel/people/web/me.ts'
import { MePage } from './me-page.tsx'

const route = getRouteApi('/m/me')

export function MeRoute() {
  const { me } = route.useRouteContext() as { me: Me }
  // The person as the server says now; what the page began with is the fallback.
  return <MePage me={useMe().data ?? me} />
}

import { useRouteContext } from '@tanstack/react-router'
import { useMe } from '#kernel/people/web/me.ts'
import { MePage } from './me-page.tsx'

export function MeRoute() {
  const { me } = useRouteContext({ from: '__root__' })
  // The person as the server says now; what the page began with is the fallback.
  return <MePage me={useMe().data ?? me} />
}

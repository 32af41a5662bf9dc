import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useRouter,
  useRouterState,
} from '@tanstack/react-router'
import { NavigationProvider } from '#ui/navigation.tsx'
import { parseSearch, stringifySearch } from '#ui/router-search.ts'
import { Home, Inbox, Lost, Me, New, Payments, People, Prices, Request, Requests } from './inside.tsx'

/** The addresses of the portal: `/c/` for who has an account, `/q/` for who stands before a door. */

const root = createRootRoute({ component: Frame, notFoundComponent: Lost })
const at = (path: string) => ({ getParentRoute: () => root, path })
const door = (name: 'DoorRoute' | 'MineRoute' | 'FollowRoute') =>
  lazyRouteComponent(() => import('./door-routes.tsx'), name)

export const router = createRouter({
  routeTree: root.addChildren([
    createRoute({ ...at('/c'), component: Home }),
    createRoute({ ...at('/c/requests'), component: Requests }),
    createRoute({ ...at('/c/request/$process/$number'), component: Request }),
    createRoute({ ...at('/c/new/$process'), component: New }),
    createRoute({ ...at('/c/inbox'), component: Inbox }),
    createRoute({ ...at('/c/prices'), component: Prices }),
    createRoute({ ...at('/c/payments'), component: Payments }),
    createRoute({ ...at('/c/people'), component: People }),
    createRoute({ ...at('/c/me'), component: Me }),
    createRoute({ ...at('/q/mine'), component: door('MineRoute') }),
    createRoute({ ...at('/q/mine/$number'), component: door('FollowRoute') }),
    createRoute({ ...at('/q/$token'), component: door('DoorRoute') }),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

/** Lets the design system move about without knowing the router. */
function Frame() {
  const router = useRouter()
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <NavigationProvider
      path={path}
      navigate={(href) => router.history.push(href)}
      preload={(href) => void router.preloadRoute({ to: href.split('?')[0] ?? href } as never).catch(() => null)}
    >
      <Outlet />
    </NavigationProvider>
  )
}

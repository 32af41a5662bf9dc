import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useRouter,
  useRouterState,
} from '@tanstack/react-router'
import type { Me } from '#kernel/people/view.ts'
import { useSay } from '#ui/language.tsx'
import { NavigationProvider, UiLink } from '#ui/navigation.tsx'
import { Empty } from '#ui/empty.tsx'
import { parseSearch, stringifySearch } from '#ui/router-search.ts'
import { JobsPage } from './jobs-page.tsx'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

/** The addresses of the field. */

const root = createRootRouteWithContext<{ me: Me }>()({ component: Frame, notFoundComponent: Lost })
const jobs = createRoute({
  getParentRoute: () => root,
  path: '/m',
  component: function Jobs() {
    return <JobsPage me={jobs.useRouteContext().me} />
  },
})
const job = createRoute({
  getParentRoute: () => root,
  path: '/m/job/$process/$number',
  component: lazyRouteComponent(() => import('./job-route.tsx'), 'JobRoute'),
})
const find = createRoute({
  getParentRoute: () => root,
  path: '/m/find',
  component: lazyRouteComponent(() => import('./find-page.tsx'), 'FindPage'),
})
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/m/inbox',
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
})
const account = createRoute({
  getParentRoute: () => root,
  path: '/m/me',
  component: lazyRouteComponent(() => import('./me-route.tsx'), 'MeRoute'),
})

export const makeRouter = (me: Me) =>
  createRouter({
    routeTree: root.addChildren([jobs, job, find, inbox, account]),
    context: { me },
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

function Lost() {
  const say = useSay()
  return (
    <Shell title={say(words.notThere)} back="/m/">
      <Empty title={say(words.notThere)} action={<UiLink href="/m/">{say(words.jobs)}</UiLink>} />
    </Shell>
  )
}

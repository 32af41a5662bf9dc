import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { parseSearch, stringifySearch } from '#ui/router-search.ts'
import { Crashed } from './crashed.tsx'
import { Desk } from './desk.tsx'
import { Lost } from './lost.tsx'

/** Every address of the desk. Pages are fetched when they are first looked at, or pointed at. */
const root = createRootRoute({ component: Desk, notFoundComponent: Lost })

const plain = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]))
const at = (path: string) => ({ getParentRoute: () => root, path, validateSearch: plain, errorComponent: Crashed })

const tree = root.addChildren([
  createRoute({ ...at('/'), component: lazyRouteComponent(() => import('./workbench.tsx'), 'Workbench') }),
  createRoute({
    ...at('/customers'),
    component: lazyRouteComponent(() => import('./customer-pages.tsx'), 'Customers'),
  }),
  createRoute({
    ...at('/customers/$code'),
    component: lazyRouteComponent(() => import('./customer-pages.tsx'), 'Customer'),
  }),
  createRoute({
    ...at('/stacking'),
    component: lazyRouteComponent(() => import('./stacking-page.tsx'), 'StackingPage'),
  }),
  createRoute({
    ...at('/payments'),
    component: lazyRouteComponent(() => import('./payment-pages.tsx'), 'PaymentsRoute'),
  }),
  createRoute({
    ...at('/prices'),
    component: lazyRouteComponent(() => import('#kernel/ledger/web/prices.tsx'), 'PricesPage'),
  }),
  createRoute({
    ...at('/call'),
    component: lazyRouteComponent(() => import('#modules/calls/web/desk.tsx'), 'CallPage'),
  }),
  createRoute({
    ...at('/phrases'),
    component: lazyRouteComponent(() => import('./phrase-pages.tsx'), 'PhrasesRoute'),
  }),
  createRoute({ ...at('/staff'), component: lazyRouteComponent(() => import('./staff-pages.tsx'), 'StaffRoute') }),
  createRoute({ ...at('/staff/$id'), component: lazyRouteComponent(() => import('./staff-pages.tsx'), 'PersonRoute') }),
  createRoute({
    ...at('/parameters'),
    component: lazyRouteComponent(() => import('#kernel/parameters/web/parameters.tsx'), 'ParametersPage'),
  }),
  createRoute({
    ...at('/channels'),
    component: lazyRouteComponent(() => import('#kernel/outbox/web/channels.tsx'), 'ChannelsPage'),
  }),
  createRoute({
    ...at('/deliveries'),
    component: lazyRouteComponent(() => import('./channel-pages.tsx'), 'DeliveriesRoute'),
  }),
  createRoute({
    ...at('/account'),
    component: lazyRouteComponent(() => import('#kernel/people/web/account.tsx'), 'AccountPage'),
  }),
  createRoute({
    ...at('/promises'),
    component: lazyRouteComponent(() => import('./overview-pages.tsx'), 'PromisesRoute'),
  }),
  createRoute({
    ...at('/figures'),
    component: lazyRouteComponent(() => import('./overview-pages.tsx'), 'FiguresRoute'),
  }),
  createRoute({
    ...at('/quality'),
    component: lazyRouteComponent(() => import('./overview-pages.tsx'), 'QualityRoute'),
  }),
  createRoute({ ...at('/$process'), component: lazyRouteComponent(() => import('./case-pages.tsx'), 'RegisterRoute') }),
  createRoute({
    ...at('/$process/$number'),
    component: lazyRouteComponent(() => import('./case-pages.tsx'), 'CaseRoute'),
  }),
])

export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Crashed,
})

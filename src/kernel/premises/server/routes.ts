import { z } from 'zod'
import { route, type AnyRoute } from '#kernel/http/server/route.ts'
import { customerReaders } from '../customer-sight.ts'
import { doorAnswer, searchAnswer, stackingAnswer, unitCard } from '../view.ts'
import { customerRoutes, todayOf } from './customer-routes.ts'
import { search } from './search.ts'
import { stackingOf } from './stacking.ts'
import { doorOf, unitCardOf } from './units.ts'

export const premisesRoutes: readonly AnyRoute[] = [
  ...customerRoutes,
  route({
    method: 'GET',
    path: '/api/units/:code',
    policy: 'session',
    tag: 'premises',
    id: 'units.show',
    summary: 'A unit: its tenant now, its area, its open cases',
    params: z.strictObject({ code: z.string().regex(/^[0-9]-[0-9A-Z]{2,6}$/) }),
    answer: unitCard,
    handle: (asked, house) =>
      house.database.as(asked.actor, (tx) =>
        unitCardOf(tx, asked.actor, house.modules, asked.params.code, todayOf(house)),
      ),
  }),
  route({
    method: 'GET',
    path: '/api/door/:token',
    policy: 'public',
    tag: 'premises',
    id: 'door.show',
    summary: 'Where the QR code on a door hangs: building and unit, nothing of the tenant',
    params: z.strictObject({ token: z.string().regex(/^[\w-]{16,64}$/) }),
    answer: doorAnswer,
    limit: { perMinute: 30 },
    handle: (asked, house) => house.database.asHouse((tx) => doorOf(tx, asked.params.token)),
  }),
  route({
    method: 'GET',
    path: '/api/stacking',
    policy: customerReaders.filter((role) => role !== 'TADM'),
    tag: 'premises',
    id: 'premises.stacking',
    summary: 'The stacking plan: towers, floors, units with tenant, lease end and open repairs',
    answer: stackingAnswer,
    handle: (asked, house) =>
      house.database.as(asked.actor, (tx) => stackingOf(tx, asked.actor, house.modules, todayOf(house), house.now())),
  }),
  route({
    method: 'GET',
    path: '/api/search',
    policy: 'session',
    tag: 'premises',
    id: 'premises.search',
    summary: 'Everything by one field: customers, units, cases, people',
    query: z.strictObject({ q: z.string().max(60) }),
    answer: searchAnswer,
    limit: { perMinute: 240 },
    handle: (asked, house) =>
      house.database.as(asked.actor, (tx) => search(tx, asked.actor, house.modules, asked.query.q, todayOf(house))),
  }),
]

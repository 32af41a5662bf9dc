import type { LoadedModule } from '#kernel/http/server/house.ts'
import type { AnyRoute } from '#kernel/http/server/route.ts'
import { fileRoutes } from '#kernel/files/server/routes.ts'
import { priceRoutes } from '#kernel/ledger/server/price-routes.ts'
import { paymentRoutes } from '#kernel/ledger/server/routes.ts'
import { paymentWriteRoutes } from '#kernel/ledger/server/write-routes.ts'
import { type Outbound, strictOutbound } from '#kernel/outbox/server/channels/outbound.ts'
import { outsideRoutes } from '#kernel/outbox/server/outside-routes.ts'
import { eventRoutes, inboxRoutes } from '#kernel/outbox/server/routes.ts'
import type { Live } from '#kernel/outbox/server/events.ts'
import type { Declared } from '#kernel/parameters/declare.ts'
import { calendarRoutes } from '#kernel/parameters/server/calendar-routes.ts'
import { parameterRoutes } from '#kernel/parameters/server/routes.ts'
import { peopleRoutes } from '#kernel/people/server/routes.ts'
import { phraseRoutes } from '#kernel/phrases/server/routes.ts'
import { premisesRoutes } from '#kernel/premises/server/routes.ts'
import { commonRoutes } from '#kernel/process/server/common-routes.ts'
import { guestRoutes } from '#kernel/process/server/guest-routes.ts'
import { paperRoutes } from '#kernel/process/server/paper-routes.ts'
import { processRoutes } from '#kernel/process/server/routes.ts'

/** Every door of the house, in one list: what is not here does not exist. */
export function allRoutes(
  modules: readonly LoadedModule[],
  own: readonly AnyRoute[],
  known: Declared,
  live: Live,
  outbound: Outbound = strictOutbound,
): AnyRoute[] {
  return [
    ...peopleRoutes,
    ...premisesRoutes,
    ...phraseRoutes,
    ...commonRoutes,
    ...own,
    ...processRoutes(modules),
    ...paperRoutes(modules),
    ...guestRoutes(modules),
    ...fileRoutes,
    ...priceRoutes,
    ...paymentRoutes,
    ...paymentWriteRoutes,
    ...parameterRoutes(known),
    ...calendarRoutes,
    ...inboxRoutes,
    ...outsideRoutes(outbound),
    ...eventRoutes(live),
  ]
}

import type { AnyRoute } from '#kernel/http/server/route.ts'
import { channelRoutes } from './channel-routes.ts'
import type { Outbound } from './channels/outbound.ts'
import { deliveryRoutes } from './delivery-routes.ts'
import { toldRoutes } from './told-routes.ts'

/** Everything about messages that leave the building. */
export const outsideRoutes = (outbound: Outbound): readonly AnyRoute[] => [
  ...channelRoutes(outbound),
  ...deliveryRoutes,
  ...toldRoutes,
]

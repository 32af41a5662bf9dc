import type { AnyRoute } from '#kernel/http/server/route.ts'
import { contactRoutes } from './contact-routes.ts'
import { factorRoutes } from './factor-routes.ts'
import { meRoutes } from './me-routes.ts'
import { roleRequestRoutes } from './role-requests.ts'
import { signInRoutes } from './sign-in.ts'
import { staffRoutes } from './staff-routes.ts'

export const peopleRoutes: readonly AnyRoute[] = [
  ...signInRoutes,
  ...meRoutes,
  ...factorRoutes,
  ...staffRoutes,
  ...roleRequestRoutes,
  ...contactRoutes,
]

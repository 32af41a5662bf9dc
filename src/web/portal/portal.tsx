import { RouterProvider } from '@tanstack/react-router'
import { ServerState } from '#kernel/http/web/server-state.tsx'
import { CatalogueProvider } from '#kernel/process/web/catalogue.tsx'
import { modules } from '#modules/index.ts'
import { router } from './routes.tsx'

/** The tenants' pages, and those of somebody who scanned the code on a door. */
export function Portal() {
  return (
    <ServerState>
      <CatalogueProvider chapters={modules} openers={NO_OPENERS}>
        <RouterProvider router={router} />
      </CatalogueProvider>
    </ServerState>
  )
}

const NO_OPENERS = {}

import '#ui/styles.css'
import { RouterProvider } from '@tanstack/react-router'
import { ServerState } from '#kernel/http/web/server-state.tsx'
import { CatalogueProvider } from '#kernel/process/web/catalogue.tsx'
import { modules } from '#modules/index.ts'
import { mount } from '#ui/mount.tsx'
import { UiProvider } from '#ui/provider.tsx'
import { openers } from './openers.ts'
import { router } from './router.tsx'

mount(
  <UiProvider hands="mouse">
    <ServerState>
      <CatalogueProvider chapters={modules} openers={openers}>
        <RouterProvider router={router} />
      </CatalogueProvider>
    </ServerState>
  </UiProvider>,
)

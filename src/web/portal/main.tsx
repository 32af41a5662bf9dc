import '#ui/styles.css'
import { mount } from '#ui/mount.tsx'
import { UiProvider } from '#ui/provider.tsx'
import { Portal } from './portal.tsx'

mount(
  <UiProvider hands="thumb" appearance="light">
    <Portal />
  </UiProvider>,
)

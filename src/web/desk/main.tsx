import '#ui/styles.css'
import { mount } from '#ui/mount.tsx'
import { UiProvider } from '#ui/provider.tsx'
import { Desk } from './desk.tsx'

mount(
  <UiProvider hands="mouse">
    <Desk />
  </UiProvider>,
)

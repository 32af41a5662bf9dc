import '#ui/styles.css'
import { mount } from '#ui/mount.tsx'
import { UiProvider } from '#ui/provider.tsx'
import { Field } from './field.tsx'

mount(
  <UiProvider hands="thumb" appearance="auto">
    <Field />
  </UiProvider>,
)

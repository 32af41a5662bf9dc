import { type ComponentType, lazy } from 'react'

/** What a module adds beside the title of its register, by `web/desk-register.tsx`: a paper of the whole, for instance. */
const found = import.meta.glob<{ readonly RegisterActions: ComponentType }>('../../modules/*/web/desk-register.tsx')

export const registerActions: Readonly<Record<string, ComponentType>> = Object.fromEntries(
  Object.entries(found).map(([path, load]) => [
    path.split('/').at(-3) ?? '',
    lazy(async () => ({ default: (await load()).RegisterActions })),
  ]),
)

import type { MenuItem } from '#ui/menu-item.ts'

/** A module may have a sign of its own in the menu: `web/desk-icon.tsx`, exporting `Icon`. */
const found = import.meta.glob<{ readonly Icon: MenuItem['icon'] }>('../../modules/*/web/desk-icon.tsx', {
  eager: true,
})

export const moduleIcons: Readonly<Record<string, MenuItem['icon']>> = Object.fromEntries(
  Object.entries(found).map(([path, { Icon }]) => [path.split('/').at(-3) ?? '', Icon]),
)

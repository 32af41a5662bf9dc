import './desk.css'
import { Drawer } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { DeskBar, type DeskBarProps } from './desk-bar.tsx'
import { DeskMenu } from './desk-menu.tsx'
import classes from './desk-shell.module.css'
import { useShortcuts } from './keyboard.tsx'
import { useSay } from './language.tsx'
import type { MenuItem } from './menu-item.ts'
import { useNavigation } from './navigation.tsx'
import type { PaletteSearch } from './palette-search.ts'
import { PaletteHost } from './palette-host.tsx'
import { useStored } from './stored.ts'
import { words } from './words.ts'

export interface DeskShellProps extends Omit<DeskBarProps, 'onSearch' | 'onMenu'> {
  /** seven at most; what else a role may open goes into `more` */
  readonly menu: readonly MenuItem[]
  readonly more?: readonly MenuItem[]
  readonly search: PaletteSearch
  readonly children: ReactNode
}

/** The desk: a 48-px bar, a menu that folds to icons (a drawer on small screens), and the page. */
export function DeskShell({ menu, more = [], search, children, ...bar }: DeskShellProps) {
  const say = useSay()
  const { navigate, path } = useNavigation()
  const [folded, setFolded] = useStored('menu-folded', false, isBoolean)
  const [drawer, setDrawer] = useState(false)
  const [palette, setPalette] = useState(false)
  const items = [...menu, ...more]

  useShortcuts([
    { keys: '$mod+k', label: say(words.search), inFields: true, run: () => setPalette(true) },
    { keys: '/', label: say(words.search), run: () => setPalette(true) },
    ...items.flatMap(({ keys, label, href }) =>
      keys ? [{ keys, label, group: say(words.menu), run: () => navigate(href) }] : [],
    ),
  ])
  // A new page closes the drawer.
  useEffect(() => {
    if (path !== '') setDrawer(false)
  }, [path])

  return (
    <div className={classes.shell} data-shell="desk" data-folded={folded}>
      <a href="#main" className={classes.skip} data-print="no">
        {say(words.skip)}
      </a>
      <DeskBar {...bar} onSearch={() => setPalette(true)} onMenu={() => setDrawer(true)} />
      <div className={classes.side} data-print="no">
        <DeskMenu menu={menu} more={more} folded={folded} onFold={() => setFolded(!folded)} />
      </div>
      <Drawer opened={drawer} onClose={() => setDrawer(false)} title={say(words.menu)} size={264} padding="sm">
        <DeskMenu menu={menu} more={more} folded={false} />
      </Drawer>
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <PaletteHost opened={palette} onClose={() => setPalette(false)} search={search} />
    </div>
  )
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'

import { Tooltip } from '@mantine/core'
import {
  IconChevronDown,
  IconChevronUp,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
} from '@tabler/icons-react'
import { useId, useState } from 'react'
import classes from './desk-menu.module.css'
import { useSay } from './language.tsx'
import type { MenuItem } from './menu-item.ts'
import { isCurrent, UiLink, useNavigation } from './navigation.tsx'
import { words } from './words.ts'

interface DeskMenuProps {
  readonly menu: readonly MenuItem[]
  readonly more: readonly MenuItem[]
  readonly folded: boolean
  readonly onFold?: () => void
}

/** The places of a role, the rest under “more”. Folded it shows icons, named by a tooltip. */
export function DeskMenu({ menu, more, folded, onFold }: DeskMenuProps) {
  const say = useSay()
  const { path } = useNavigation()
  const rest = useId()
  const [opened, setOpened] = useState(false)
  const moreShown = opened || more.some((item) => isCurrent(path, item.href))
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <nav aria-label={say(words.mainMenu)} className={classes.menu} data-folded={folded}>
      <ul className={classes.list}>
        {menu.map((item) => (
          <Place key={item.href} item={item} current={isCurrent(path, item.href)} folded={folded} />
        ))}
      </ul>
      {more.length > 0 && (
        <>
          <button
            type="button"
            className={classes.more}
            aria-expanded={moreShown}
            aria-controls={rest}
            aria-label={say(words.more)}
            onClick={() => setOpened(!moreShown)}
          >
            {moreShown ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
            <span className={classes.label}>{say(words.more)}</span>
          </button>
          <ul id={rest} className={classes.list} hidden={!moreShown}>
            {more.map((item) => (
              <Place key={item.href} item={item} current={isCurrent(path, item.href)} folded={folded} />
            ))}
          </ul>
        </>
      )}
      {onFold && (
        <button
          type="button"
          className={classes.fold}
          aria-label={say(folded ? words.expandMenu : words.collapseMenu)}
          onClick={onFold}
        >
          <Fold size={18} stroke={1.6} aria-hidden />
          <span className={classes.label}>{say(words.collapseMenu)}</span>
        </button>
      )}
    </nav>
  )
}

function Place({ item, current, folded }: { item: MenuItem; current: boolean; folded: boolean }) {
  const { icon: Icon, count = 0 } = item
  return (
    <li>
      <Tooltip label={item.label} position="right" disabled={!folded}>
        <UiLink href={item.href} className={classes.place} aria-current={current ? 'page' : undefined}>
          <Icon size={18} stroke={1.6} />
          <span className={classes.label}>{item.label}</span>
          {count > 0 && <span className={classes.count}>{count > 99 ? '99+' : count}</span>}
        </UiLink>
      </Tooltip>
    </li>
  )
}

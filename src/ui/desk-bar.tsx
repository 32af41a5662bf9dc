import { ActionIcon, Indicator, Menu, Popover, UnstyledButton } from '@mantine/core'
import { IconBell, IconKeyboard, IconMenu2, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { AppearanceSwitch } from './appearance-switch.tsx'
import { BrandMark } from './brand-mark.tsx'
import classes from './desk-bar.module.css'
import { Initials } from './initials.tsx'
import { useShortcutSheet } from './keyboard.tsx'
import { useSay } from './language.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { LiveDot, type LiveState } from './live-dot.tsx'
import type { Person } from './menu-item.ts'
import { UiLink } from './navigation.tsx'
import { keyName } from './key-name.ts'
import { words } from './words.ts'

export interface DeskBarProps {
  readonly brand: string
  /** the building, quieter, after the brand */
  readonly place?: string
  readonly home?: string
  readonly person: Person
  readonly live: LiveState
  readonly unread: number
  /** what the bell opens */
  readonly notices: ReactNode
  /** the call bar, between search and bell */
  readonly strip?: ReactNode
  readonly onSearch: () => void
  readonly onMenu: () => void
}

/** The desk's top bar. */
export function DeskBar({
  brand,
  place,
  home = '/',
  person,
  live,
  unread,
  notices,
  strip,
  onSearch,
  onMenu,
}: DeskBarProps) {
  const say = useSay()
  return (
    <header className={classes.bar} data-print="no">
      <ActionIcon
        className={classes.menu}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={say(words.menu)}
        onClick={onMenu}
      >
        <IconMenu2 size={20} stroke={1.7} />
      </ActionIcon>
      <UiLink href={home} className={classes.brand}>
        <BrandMark />
        <span className={classes.name}>{brand}</span>
        {place !== undefined && <span className={classes.place}>{place}</span>}
      </UiLink>
      <UnstyledButton className={classes.search} onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={16} stroke={1.8} aria-hidden />
        <span className={classes.hint}>{say(words.paletteHint)}</span>
        <kbd className={classes.key}>{keyName('$mod+K')}</kbd>
      </UnstyledButton>
      <div className={classes.tools}>
        {strip}
        <LiveDot state={live} />
        <Popover position="bottom-end" width={380} trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              className={classes.bell}
              aria-label={unread > 0 ? say(words.unread(unread)) : say(words.notifications)}
            >
              <Indicator
                label={unread > 99 ? '99+' : unread}
                size={16}
                color="red.8"
                disabled={unread === 0}
                offset={2}
              >
                <IconBell size={19} stroke={1.7} />
              </Indicator>
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown p={0} aria-label={say(words.notifications)}>
            <div className={classes.notices}>{notices}</div>
          </Popover.Dropdown>
        </Popover>
        <span className={classes.wideOnly}>
          <LanguageSwitch />
          <AppearanceSwitch />
        </span>
        <PersonMenu person={person} />
      </div>
    </header>
  )
}

function PersonMenu({ person }: { person: Person }) {
  const say = useSay()
  const openSheet = useShortcutSheet()
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <UnstyledButton className={classes.person}>
          <Initials name={person.name} />
          <span className={classes.who}>
            <span className={classes.personName}>{person.name}</span>
            <span className={classes.role}>{person.role}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {person.actions.map(({ label, icon: Icon, run }) => (
          <Menu.Item key={label} leftSection={Icon ? <Icon size={16} stroke={1.7} /> : null} onClick={run}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.7} />} onClick={openSheet}>
          {say(words.shortcuts)}
        </Menu.Item>
        <div className={classes.narrowOnly}>
          <LanguageSwitch />
          <AppearanceSwitch />
        </div>
      </Menu.Dropdown>
    </Menu>
  )
}

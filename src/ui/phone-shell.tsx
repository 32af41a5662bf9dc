import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconCloudUpload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark.tsx'
import { useSay } from './language.tsx'
import type { MenuItem } from './menu-item.ts'
import { isCurrent, UiLink, useNavigation } from './navigation.tsx'
import classes from './phone-shell.module.css'
import { words } from './words.ts'

export interface PhoneShellProps {
  /** the place, or the building's name on the home page */
  readonly title: string
  readonly subtitle?: string
  /** shows a back button that leads there */
  readonly back?: string
  /** at the right of the bar: language, text size … */
  readonly tools?: ReactNode
  /** five at most */
  readonly tabs: readonly MenuItem[]
  /** things done without network and not sent yet; shown loudly, the browser may forget them */
  readonly unsent?: number
  readonly offline?: boolean
  /** the one next step, full width above the tabs, where the thumb is */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** Field and portal: a bar, the page, five tabs at the thumb. On wide screens the tabs move into the bar. */
export function PhoneShell({
  title,
  subtitle,
  back,
  tools,
  tabs,
  unsent = 0,
  offline = false,
  footer,
  children,
}: PhoneShellProps) {
  const say = useSay()
  const { navigate, path } = useNavigation()
  return (
    <div className={classes.shell} data-footer={footer !== undefined}>
      <a href="#main" className={classes.skip}>
        {say(words.skip)}
      </a>
      <header className={classes.bar} data-print="no">
        {back === undefined ? (
          <BrandMark size={30} />
        ) : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={say(words.back)}
            onClick={() => navigate(back)}
          >
            <IconChevronLeft size={24} />
          </ActionIcon>
        )}
        <div className={classes.titles}>
          <span className={classes.title}>{title}</span>
          {subtitle !== undefined && <span className={classes.subtitle}>{subtitle}</span>}
        </div>
        <div className={classes.tools}>{tools}</div>
      </header>
      {(unsent > 0 || offline) && (
        <p className={classes.unsent} role="status">
          <IconCloudUpload size={18} aria-hidden />
          {[offline ? say(words.offline) : '', unsent > 0 ? say(words.unsent(unsent)) : ''].filter(Boolean).join(' · ')}
        </p>
      )}
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      {footer !== undefined && (
        <div className={classes.footer} data-print="no">
          {footer}
        </div>
      )}
      {tabs.length > 0 && (
        <nav className={classes.tabs} aria-label={say(words.mainMenu)} data-print="no">
          {tabs.slice(0, 5).map(({ href, label, icon: Icon, count = 0 }) => (
            <UiLink
              key={href}
              href={href}
              className={classes.tab}
              aria-current={isCurrent(path, href) ? 'page' : undefined}
            >
              <span className={classes.icon}>
                <Icon size={24} stroke={1.6} />
                {count > 0 && <span className={classes.count}>{count > 99 ? '99+' : count}</span>}
              </span>
              <span className={classes.label}>{label}</span>
            </UiLink>
          ))}
        </nav>
      )}
    </div>
  )
}

import { type ReactNode, useEffect, useRef } from 'react'
import { useSay } from './language.tsx'
import { UiLink, useNavigation } from './navigation.tsx'
import classes from './page.module.css'
import { words } from './words.ts'

export interface Crumb {
  readonly label: string
  readonly href: string
}

export interface PageProps {
  /** the h1, and the browser tab's title */
  readonly title: string
  /** beside the title: a state pill, a countdown */
  readonly beside?: ReactNode
  readonly crumbs?: readonly Crumb[]
  /** at most two visible; the rest belongs under ⋯ */
  readonly actions?: ReactNode
  /** a reading width for forms and text */
  readonly narrow?: boolean
  /** the bar above already shows it: the h1 is for screen readers only */
  readonly titleInBar?: boolean
  readonly children: ReactNode
}

/** A page: its title takes the focus after navigation, so that a screen reader says where one has arrived. */
export function Page({ title, beside, crumbs = [], actions, narrow = false, titleInBar = false, children }: PageProps) {
  const say = useSay()
  const { path } = useNavigation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${say(words.brand)}`
  }, [title, say])
  useEffect(() => {
    if (path === arrivedAt) return
    const first = arrivedAt === null
    arrivedAt = path
    if (first) return
    const arrive = () => {
      const here = document.activeElement
      // Never out of a field or a dialog: only when the click that brought us here left the focus behind.
      if (here === null || here === document.body || here.closest('nav,header'))
        heading.current?.focus({ preventScroll: true })
    }
    arrive()
    // Once more when a closing dialog has let go of the focus.
    const timer = setTimeout(arrive, 300)
    return () => clearTimeout(timer)
  }, [path])
  return (
    <div className={classes.page} data-narrow={narrow}>
      {crumbs.length > 0 && (
        <nav aria-label={say(words.breadcrumb)}>
          <ol className={classes.crumbs}>
            {crumbs.map((crumb) => (
              <li key={crumb.href}>
                <UiLink href={crumb.href} className={classes.crumb}>
                  {crumb.label}
                </UiLink>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={classes.head} data-hidden={titleInBar}>
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        {beside !== undefined && <div className={classes.beside}>{beside}</div>}
        {actions !== undefined && (
          <div className={classes.actions} data-print="no">
            {actions}
          </div>
        )}
      </div>
      {children}
    </div>
  )
}

/** The first page of a visit leaves the focus at the top, where the skip link is. */
let arrivedAt: string | null = null

import { type AnchorHTMLAttributes, createContext, type MouseEvent, type ReactNode, type Ref, useContext } from 'react'

/** How the design system moves between pages without knowing the router: the area's main passes these in. */
export interface Navigation {
  /** the address now, without search: `/slips/GW-2026-0412` */
  readonly path: string
  readonly navigate: (href: string) => void
  /** called on hover and focus, to fetch the page's code early */
  readonly preload?: (href: string) => void
}

const wholePage: Navigation = { path: '/', navigate: (href) => location.assign(href) }
const NavigationContext = createContext<Navigation>(wholePage)

export function NavigationProvider({ children, ...navigation }: Navigation & { children: ReactNode }) {
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

export const useNavigation = (): Navigation => useContext(NavigationContext)

/** True on the page itself and on what lies below it; `/` only on itself. */
export const isCurrent = (path: string, href: string): boolean => {
  const clean = (text: string) => text.split(/[?#]/)[0]?.replace(/\/+$/, '') ?? ''
  const [at, to] = [clean(path), clean(href)]
  return at === to || (!ROOTS.has(to) && at.startsWith(`${to}/`))
}
const ROOTS = new Set(['', '/m', '/c'])

export interface UiLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string
  readonly ref?: Ref<HTMLAnchorElement>
}

/** A real link (middle click, copy address) that does not reload the page on a plain click. */
export function UiLink({ href, onClick, ...rest }: UiLinkProps) {
  const { navigate, preload } = useNavigation()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain || rest.target || !href.startsWith('/') || href.startsWith('/api/')) return
    event.preventDefault()
    navigate(href)
  }
  return (
    <a {...rest} href={href} onClick={follow} onPointerEnter={() => preload?.(href)} onFocus={() => preload?.(href)} />
  )
}

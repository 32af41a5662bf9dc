import { IconBell, IconHome, IconListDetails, IconReceipt, IconUser } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMe } from '#kernel/people/web/me.ts'
import { useSay } from '#ui/language.tsx'
import { LanguageSwitch } from '#ui/language-switch.tsx'
import { Page } from '#ui/page.tsx'
import { PhoneShell } from '#ui/phone-shell.tsx'
import { BigText } from './big-text.tsx'
import { serves, usePortalModules } from './module-page.ts'
import { words } from './words.ts'

interface ShellProps {
  readonly title: string
  readonly subtitle?: string
  readonly back?: string
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** The bar and the tabs around every page of a signed-in tenant. */
export function Shell({ title, subtitle, back, footer, children }: ShellProps) {
  const say = useSay()
  const { data: me } = useMe()
  const modules = usePortalModules()
  const requests = !me || !modules || Object.values(modules).some((page) => serves(page, me))
  return (
    <PhoneShell
      title={title}
      {...(subtitle === undefined ? {} : { subtitle })}
      {...(back === undefined ? {} : { back })}
      {...(footer === undefined ? {} : { footer })}
      tools={
        <>
          <BigText />
          <LanguageSwitch />
        </>
      }
      tabs={[
        { href: '/c/', label: say(words.home), icon: IconHome },
        requests
          ? { href: '/c/requests', label: say(words.requests), icon: IconListDetails }
          : { href: '/c/payments', label: say(words.payments), icon: IconReceipt },
        { href: '/c/inbox', label: say(words.notices), icon: IconBell, count: me?.unread ?? 0 },
        { href: '/c/me', label: say(words.me), icon: IconUser },
      ]}
    >
      <Page title={title} titleInBar>
        {children}
      </Page>
    </PhoneShell>
  )
}

import { IconBell, IconSearch, IconTool, IconUser } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMe } from '#kernel/people/web/me.ts'
import { useSay } from '#ui/language.tsx'
import { LanguageSwitch } from '#ui/language-switch.tsx'
import { Page } from '#ui/page.tsx'
import { PhoneShell } from '#ui/phone-shell.tsx'
import { useOffline, useUnsent } from './use-outbox.ts'
import { words } from './words.ts'

interface ShellProps {
  readonly title: string
  readonly subtitle?: string
  readonly back?: string
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** The bar, the tabs and what has not been sent, around every page of the field. */
export function Shell({ title, subtitle, back, footer, children }: ShellProps) {
  const say = useSay()
  const { data: me } = useMe()
  const unsent = useUnsent().length
  const offline = useOffline()
  return (
    <PhoneShell
      title={title}
      {...(subtitle === undefined ? {} : { subtitle })}
      {...(back === undefined ? {} : { back })}
      {...(footer === undefined ? {} : { footer })}
      tools={<LanguageSwitch />}
      unsent={unsent}
      offline={offline}
      tabs={[
        { href: '/m/', label: say(words.jobs), icon: IconTool },
        { href: '/m/find', label: say(words.find), icon: IconSearch },
        { href: '/m/inbox', label: say(words.inbox), icon: IconBell, count: me?.unread ?? 0 },
        { href: '/m/me', label: say(words.me), icon: IconUser, count: unsent },
      ]}
    >
      <Page title={title} titleInBar>
        {children}
      </Page>
    </PhoneShell>
  )
}

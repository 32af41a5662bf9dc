import { IconHistory, IconLogin2, IconQrcode } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useSay } from '#ui/language.tsx'
import { LanguageSwitch } from '#ui/language-switch.tsx'
import { Page } from '#ui/page.tsx'
import { PhoneShell } from '#ui/phone-shell.tsx'
import { BigText } from './big-text.tsx'
import { useDoorReports } from './door-reports.ts'
import { words } from './words.ts'

interface DoorShellProps {
  readonly title: string
  readonly subtitle?: string
  readonly back?: string
  /** the door one came by, to go back to it */
  readonly token?: string
  readonly children: ReactNode
}

/** The pages of somebody without an account. */
export function DoorShell({ title, subtitle, back, token, children }: DoorShellProps) {
  const say = useSay()
  const [reports] = useDoorReports()
  const door = token ?? reports[0]?.token
  return (
    <PhoneShell
      title={title}
      {...(subtitle === undefined ? {} : { subtitle })}
      {...(back === undefined ? {} : { back })}
      tools={
        <>
          <BigText />
          <LanguageSwitch />
        </>
      }
      tabs={[
        ...(door === undefined ? [] : [{ href: `/q/${door}`, label: say(words.doorTitle), icon: IconQrcode }]),
        { href: '/q/mine', label: say(words.onThisPhone), icon: IconHistory },
        { href: '/c/', label: say(words.withAccount), icon: IconLogin2 },
      ]}
    >
      <Page title={title} titleInBar>
        {children}
      </Page>
    </PhoneShell>
  )
}

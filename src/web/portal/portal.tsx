import { IconHome } from '@tabler/icons-react'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { PhoneShell } from '#ui/phone-shell.tsx'
import { Section } from '#ui/section.tsx'
import { LanguageSwitch } from '#ui/language-switch.tsx'
import { words as common } from '#ui/words.ts'
import { words } from './words.ts'

/** The tenants' page. */
export function Portal() {
  const say = useSay()
  return (
    <PhoneShell
      title={say(words.brand)}
      tools={<LanguageSwitch />}
      tabs={[{ href: '/c/', label: say(words.home), icon: IconHome }]}
    >
      <Page title={say(words.home)}>
        <Section>
          <Empty title={say(common.nothingHere)} />
        </Section>
      </Page>
    </PhoneShell>
  )
}

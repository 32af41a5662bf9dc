import { IconTool } from '@tabler/icons-react'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { PhoneShell } from '#ui/phone-shell.tsx'
import { Section } from '#ui/section.tsx'
import { LanguageSwitch } from '#ui/language-switch.tsx'
import { words as common } from '#ui/words.ts'
import { words } from './words.ts'

/** The phone of an engineer or a guard. */
export function Field() {
  const say = useSay()
  return (
    <PhoneShell
      title={say(words.brand)}
      tools={<LanguageSwitch />}
      tabs={[{ href: '/m/', label: say(words.jobs), icon: IconTool }]}
    >
      <Page title={say(words.jobs)}>
        <Section>
          <Empty title={say(common.nothingHere)} />
        </Section>
      </Page>
    </PhoneShell>
  )
}

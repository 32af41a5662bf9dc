import { IconLayoutDashboard } from '@tabler/icons-react'
import { DeskShell } from '#ui/desk-shell.tsx'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { words as common } from '#ui/words.ts'
import { words } from './words.ts'

/** The service desk. */
export function Desk() {
  const say = useSay()
  return (
    <DeskShell
      brand={say(words.brand)}
      place={say(words.area)}
      menu={[{ href: '/', label: say(words.workbench), icon: IconLayoutDashboard }]}
      person={{ name: '–', role: '', actions: [] }}
      live="off"
      unread={0}
      notices={<Empty title={say(common.nothingHere)} />}
      search={() => Promise.resolve([])}
    >
      <Page title={say(words.workbench)}>
        <Section>
          <Empty title={say(common.nothingHere)} />
        </Section>
      </Page>
    </DeskShell>
  )
}

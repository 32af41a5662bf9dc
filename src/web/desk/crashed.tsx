import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { words } from './words.ts'

/** A page that broke; after an update of the server its old code may be gone. */
export function Crashed({ error }: { error: unknown }) {
  const say = useSay()
  const outdated =
    error instanceof Error && /dynamically imported module|Importing a module|preload/i.test(error.message)
  return (
    <Page title={say(words.crashed)}>
      <Section>
        <Empty
          icon={IconAlertTriangle}
          title={say(outdated ? words.newVersion : words.crashed)}
          help={outdated ? undefined : say(words.crashedHelp)}
          action={<Button onClick={() => location.reload()}>{say(words.reload)}</Button>}
        />
      </Section>
    </Page>
  )
}

import { Button } from '@mantine/core'
import { IconMapSearch } from '@tabler/icons-react'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { words } from './words.ts'

/** No page has this address. */
export function Lost() {
  const say = useSay()
  return (
    <Page title={say(words.notFound)}>
      <Section>
        <Empty
          icon={IconMapSearch}
          title={say(words.notFound)}
          help={say(words.notFoundHelp)}
          action={
            <Button component={UiLink} href="/">
              {say(words.toWorkbench)}
            </Button>
          }
        />
      </Section>
    </Page>
  )
}

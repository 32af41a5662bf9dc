import { useSay } from '#ui/language.tsx'
import { InboxList } from './account/inbox-list.tsx'
import { requestHref } from './request-card.tsx'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

export function InboxPage() {
  const say = useSay()
  return (
    <Shell title={say(words.notices)}>
      <InboxList hrefOf={requestHref} />
    </Shell>
  )
}

import { Inbox } from '#kernel/outbox/web/inbox.tsx'
import { useSay } from '#ui/language.tsx'
import { requestHref } from './request-card.tsx'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

export function InboxPage() {
  const say = useSay()
  return (
    <Shell title={say(words.notices)}>
      <Inbox page hrefOf={requestHref} />
    </Shell>
  )
}

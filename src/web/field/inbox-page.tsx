import { Inbox } from '#kernel/outbox/web/inbox.tsx'
import { useSay } from '#ui/language.tsx'
import { jobHref } from './job-card.tsx'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

export function InboxPage() {
  const say = useSay()
  return (
    <Shell title={say(words.inbox)}>
      <Inbox page hrefOf={jobHref} />
    </Shell>
  )
}

import { InboxList } from '#web/portal/account/inbox-list.tsx'
import { useSay } from '#ui/language.tsx'
import { jobHref } from './job-card.tsx'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

export function InboxPage() {
  const say = useSay()
  return (
    <Shell title={say(words.inbox)}>
      <InboxList hrefOf={jobHref} />
    </Shell>
  )
}

import { useQuery } from '@tanstack/react-query'
import { ask } from '#kernel/http/web/api.ts'
import { useHasRole } from '#kernel/people/web/me.ts'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Section } from '#ui/section.tsx'
import { channelReaders } from '../channel-view.ts'
import { words } from './channel-words.ts'
import classes from './channels.module.css'

/** How many messages did not leave the building; 0 for whoever does not look after them. */
export function useStuck(): number {
  const has = useHasRole()
  const { data } = useQuery({
    queryKey: ['deliveries', 'stuck'],
    queryFn: ({ signal }) => ask<{ count: number }>('/api/deliveries/stuck', { signal }),
    enabled: has(...channelReaders),
    refetchInterval: 60_000,
  })
  return data?.count ?? 0
}

/** Says that messages need a hand; absent when none does. */
export function StuckNotice() {
  const say = useSay()
  const count = useStuck()
  if (count === 0) return null
  return (
    <Section accent>
      <div className={classes.notice} role="status">
        <strong className={classes.stuck}>{say(words.stuckNotice(count))}</strong>
        <UiLink href="/deliveries?state=stuck">{say(words.show)}</UiLink>
      </div>
    </Section>
  )
}

import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { Section } from '#ui/section.tsx'
import { words } from './channel-words.ts'
import classes from './channels.module.css'
import { useStuck } from './use-stuck.ts'

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

import type { Me } from '#kernel/people/view.ts'
import { roleWords } from '#kernel/people/words.ts'
import { useSay } from '#ui/language.tsx'
import { Section } from '#ui/section.tsx'
import { AccountSettings } from './account/account-settings.tsx'
import classes from './portal.module.css'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

export function MePage({ me }: { me: Me }) {
  const say = useSay()
  return (
    <Shell title={say(words.me)}>
      <Section title={me.name}>
        <p>{me.customer?.name}</p>
        <p className={classes.soft}>{me.roles.map((role) => say(roleWords[role])).join(' · ')}</p>
      </Section>
      <AccountSettings me={me} />
    </Shell>
  )
}

import { roleWords } from '#kernel/people/words.ts'
import type { Me } from '#kernel/people/view.ts'
import { AccountSettings } from '#web/portal/account/account-settings.tsx'
import { useConfirm } from '#ui/confirm.tsx'
import { useSay } from '#ui/language.tsx'
import { Section } from '#ui/section.tsx'
import classes from './field.module.css'
import { forgetSeen } from './seen.ts'
import { Shell } from './shell.tsx'
import { UnsentList } from './unsent-list.tsx'
import { useUnsent } from './use-outbox.ts'
import { words } from './words.ts'

/** Who works here, what has not been sent, and the account. */
export function MePage({ me }: { me: Me }) {
  const say = useSay()
  const confirm = useConfirm()
  const unsent = useUnsent()
  const beforeLeaving = async () => {
    const yes =
      unsent.length === 0 ||
      (await confirm({
        title: say(words.leaveTitle),
        body: say(words.leaveBody(unsent.length)),
        confirmLabel: say(words.leave),
        danger: true,
      }))
    if (yes) await forgetSeen()
    return yes
  }
  return (
    <Shell title={say(words.me)} subtitle={me.name}>
      <Section title={say(words.unsent)} note={unsent.length}>
        {unsent.length === 0 ? (
          <p className={classes.soft}>{say(words.nothingUnsent)}</p>
        ) : (
          <div className={classes.stack}>
            <p className={classes.soft}>{say(words.unsentHelp)}</p>
            <UnsentList items={unsent} links />
          </div>
        )}
      </Section>
      <Section title={me.name}>
        <p className={classes.soft}>{me.roles.map((role) => say(roleWords[role])).join(' · ')}</p>
      </Section>
      <AccountSettings me={me} beforeLeaving={beforeLeaving} />
    </Shell>
  )
}

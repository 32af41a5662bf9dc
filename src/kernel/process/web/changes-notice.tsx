import { Alert } from '@mantine/core'
import { IconRefreshAlert } from '@tabler/icons-react'
import { useSay } from '#ui/language.tsx'
import type { CaseView } from '../view.ts'
import { useProcessWords } from './catalogue.tsx'
import classes from './form.module.css'
import { useShowValue } from './show-value.tsx'
import { words } from './words.ts'

/** What somebody else changed on the slip while this person was typing. */
export function ChangesNotice({ before, now }: { before: CaseView; now: CaseView }) {
  const say = useSay()
  const own = useProcessWords(now.process)
  const show = useShowValue(now)
  if (before.version === now.version) return null
  const state = (name: string) => say(own.states[name] ?? { zh: name, en: name })
  const changed = Object.keys(now.slip).filter(
    (name) => JSON.stringify(before.slip[name]) !== JSON.stringify(now.slip[name]),
  )
  return (
    <Alert
      color="yellow.8"
      variant="outline"
      role="status"
      icon={<IconRefreshAlert aria-hidden />}
      title={say(words.changedMeanwhile)}
    >
      <ul className={classes.changes}>
        {before.state !== now.state && <li>{say(words.changedState(state(before.state), state(now.state)))}</li>}
        {changed.map((name) => (
          <li key={name}>
            {say(own.fields[name] ?? { zh: name, en: name })}: {show(name, before.slip[name])} →{' '}
            {show(name, now.slip[name])}
          </li>
        ))}
        {before.state === now.state && changed.length === 0 && <li>{say(words.changedOnly)}</li>}
      </ul>
    </Alert>
  )
}

import { Button } from '@mantine/core'
import { useSay } from '#ui/language.tsx'
import classes from './sign-in.module.css'
import { words } from './words.ts'

/** The codes for a day without the phone. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const say = useSay()
  return (
    <div className={classes.form}>
      <h2 className={classes.step}>{say(words.recoveryCodes)}</h2>
      <p className={classes.note}>{say(words.recoveryHelp)}</p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button onClick={onKept}>{say(words.recoveryKept)}</Button>
    </div>
  )
}

import type { OpenerProps } from '#kernel/process/web/catalogue.tsx'
import { OpeningForm } from '#kernel/process/web/opening-form.tsx'
import { useSay } from '#ui/language.tsx'
import { prompts } from '../words/desk.ts'
import classes from './desk.module.css'

/** The slip with what to say above it: the caller is asked, not questioned. */
export function Opener(props: OpenerProps) {
  const say = useSay()
  return (
    <>
      <aside className={classes.prompts} aria-label={say(prompts.title)}>
        <strong>{say(prompts.title)}</strong>
        <p>{say(prompts.ask)}</p>
        <p>{say(prompts.repeat)}</p>
        <p>{say(prompts.close)}</p>
      </aside>
      <OpeningForm {...props} />
    </>
  )
}

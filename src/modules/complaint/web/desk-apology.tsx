import { Checkbox } from '@mantine/core'
import { TipsFor } from '#kernel/phrases/web/tips.tsx'
import { usePhrases } from '#kernel/phrases/web/use-phrases.ts'
import { useLanguage, useSay } from '#ui/language.tsx'
import { deskWords as own } from '../words/desk.ts'
import classes from './desk.module.css'

interface ApologyProps {
  readonly said: boolean
  readonly onSaid: (said: boolean) => void
  readonly error: string | undefined
}

/** The first thing: the sentence to say, and the tick that it was said (plan, step 2). */
export function Apology({ said, onSaid, error }: ApologyProps) {
  const say = useSay()
  const { language } = useLanguage()
  const { data } = usePhrases()
  const phrase = data?.items.find((one) => one.kind === 'polite' && one.scene === 'complaint' && !one.retired)
  const [zh, en] = [phrase?.textZh ?? own.apology.zh, phrase?.textEn || own.apology.en]
  const [first, other] = language === 'zh' ? ([zh, en] as const) : ([en, zh] as const)
  return (
    <section className={classes.apology} data-said={said} aria-label={say(own.apologyFirst)}>
      <p className={classes.sentence}>{first}</p>
      <p className={classes.other} lang={language === 'zh' ? 'en' : 'zh'}>
        {other}
      </p>
      <Checkbox
        size="md"
        label={say(own.apologised)}
        checked={said}
        onChange={(event) => onSaid(event.currentTarget.checked)}
        error={error}
      />
    </section>
  )
}

/** How a complaint is met, beside the form; folded within it on a phone. */
export function Attitude({ folded = false }: { folded?: boolean }) {
  const say = useSay()
  return (
    <aside aria-label={say(own.tips)}>
      <details className={classes.tips} open={!folded}>
        <summary>{say(own.tips)}</summary>
        <TipsFor scene="complaint" plain kinds={['attitude', 'taboo']} />
        <p className={classes.thanks}>{say(own.thanks)}</p>
      </details>
    </aside>
  )
}

import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { freshKey } from '#kernel/http/web/use-send.ts'
import type { Me } from '#kernel/people/view.ts'
import { PasswordForm } from '#kernel/people/web/first-password.tsx'
import { useSignOut } from '#kernel/people/web/session.ts'
import { useLanguage, useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { TextSizeSwitch } from '#ui/text-size.tsx'
import { words as common } from '#ui/words.ts'
import classes from './account.module.css'
import { FactorSettings } from './factor.tsx'
import { words } from './words.ts'

const ToldChoices = lazy(() =>
  import('#kernel/outbox/web/told-choices.tsx').then((module) => ({ default: module.ToldChoices })),
)

interface AccountSettingsProps {
  readonly me: Me
  /** asked before signing out; false keeps the person here */
  readonly beforeLeaving?: () => Promise<boolean>
}

/** Language, text size, appearance, password, second step, and the way out. */
export function AccountSettings({ me, beforeLeaving }: AccountSettingsProps) {
  const say = useSay()
  const client = useQueryClient()
  const { done } = useNotices()
  const { language, setLanguage } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [changing, setChanging] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const signOut = useSignOut()
  const choose = (next: string) => {
    if (next !== 'zh' && next !== 'en') return
    setLanguage(next)
    // The house writes to this person in the same language; the page itself needs no answer.
    void ask('/api/me', { method: 'PUT', key: freshKey(), body: { language: next } }).catch(() => null)
  }
  const leave = async () => {
    if (beforeLeaving && !(await beforeLeaving())) return
    await signOut().catch(setProblem)
  }
  const shown = shownProblem(problem)
  return (
    <>
      <Section>
        <div className={classes.form}>
          <div className={classes.row}>
            <span>{say(words.language)}</span>
            <SegmentedControl
              aria-label={say(words.language)}
              value={language}
              onChange={choose}
              data={[
                { value: 'zh', label: language === 'zh' ? say(languageName) : say(common.otherLanguage) },
                { value: 'en', label: language === 'en' ? say(languageName) : say(common.otherLanguage) },
              ]}
            />
          </div>
          <div className={classes.row}>
            <span>{say(common.textSize)}</span>
            <TextSizeSwitch />
          </div>
          <div className={classes.row}>
            <span>{say(words.appearance)}</span>
            <SegmentedControl
              aria-label={say(words.appearance)}
              value={colorScheme}
              onChange={(value) => setColorScheme(value)}
              data={[
                { value: 'light', label: say(common.useLight) },
                { value: 'dark', label: say(common.useDark) },
                { value: 'auto', label: say(common.useDevice) },
              ]}
            />
          </div>
        </div>
      </Section>
      <Section title={say(words.account)}>
        <div className={classes.form}>
          {changing ? (
            <PasswordForm
              onDone={() => {
                setChanging(false)
                done(say(words.passwordChanged))
              }}
            />
          ) : (
            <Button variant="default" onClick={() => setChanging(true)}>
              {say(words.changePassword)}
            </Button>
          )}
          <FactorSettings
            key={String(me.factor.on)}
            me={me}
            onDone={(said) => {
              if (said === 'removed') done(say(words.factorRemoved))
              void client.invalidateQueries({ queryKey: ['me'] })
            }}
          />
        </div>
      </Section>
      <Suspense>
        <ToldChoices customer={me.kind === 'customer'} />
      </Suspense>
      {shown && <ProblemAlert problem={shown} />}
      <Button variant="default" onClick={() => void leave()}>
        {say(words.signOut)}
      </Button>
    </>
  )
}

/** The name of the language one reads, in that language. */
const languageName = { zh: common.otherLanguage.en, en: common.otherLanguage.zh }

import '#ui/controls.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, isProblem } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { BrandMark } from '#ui/brand-mark.tsx'
import { AppearanceSwitch } from '#ui/appearance-switch.tsx'
import { LanguageSwitch } from '#ui/language-switch.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import type { Me, SignedIn } from '../view.ts'
import { Enrol } from './enrol.tsx'
import { FirstPassword } from './first-password.tsx'
import classes from './sign-in.module.css'
import { useSignOut } from './session.ts'
import { words } from './words.ts'

interface SignInProps {
  /** the name of the area, under the house's */
  readonly area: string
  /** where the session stands; undefined: nobody is signed in */
  readonly stage: Me['stage'] | undefined
  /** the session ended under the reader's hands */
  readonly ended?: boolean
}

/** The way in: password, then whatever the sign-in still asks. */
export function SignIn({ area, stage, ended = false }: SignInProps) {
  const say = useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const signOut = useSignOut()
  const [failure, setFailure] = useState<unknown>(null)
  const stuck = shownProblem(failure)
  const renew = () => void client.invalidateQueries()
  return (
    <div className={classes.page} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <div className={classes.tools}>
        <LanguageSwitch />
        <AppearanceSwitch />
      </div>
      <main className={classes.card} id="main">
        <div className={classes.brand}>
          <BrandMark />
          <div>
            <h1 className={classes.title}>{say(words.signInTitle)}</h1>
            <p className={classes.area}>{area}</p>
          </div>
        </div>
        {stage === undefined && <PasswordStep ended={ended} onDone={renew} />}
        {stage === 'secondFactor' && <CodeStep onDone={renew} />}
        {stage === 'newPassword' && <FirstPassword onDone={renew} />}
        {stage === 'enrol' && <Enrol onDone={renew} />}
        {stuck && <ProblemAlert problem={stuck} />}
        {stage !== undefined && (
          <Button variant="subtle" color="gray" onClick={() => void signOut().catch(setFailure)}>
            {say(words.signOut)}
          </Button>
        )}
      </main>
    </div>
  )
}

function PasswordStep({ ended, onDone }: { ended: boolean; onDone: () => void }) {
  const say = useSay()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const { send, busy, problem } = useSend(
    (body: { name: string; password: string }) => ask<SignedIn>('/api/session', { method: 'POST', body }),
    onDone,
  )
  const shown = isProblem(problem, 'notSignedIn') ? null : shownProblem(problem)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send({ name: name.trim(), password })
      }}
    >
      {ended && problem === null && <p className={classes.note}>{say(words.sessionEnded)}</p>}
      {shown && <ProblemAlert problem={shown} />}
      <TextInput
        size="md"
        label={say(words.name)}
        name="username"
        autoComplete="username"
        autoFocus
        required
        withAsterisk={false}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordInput
        size="md"
        label={say(words.password)}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        maxLength={512}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button size="md" type="submit" loading={busy}>
        {say(words.signIn)}
      </Button>
    </form>
  )
}

function CodeStep({ onDone }: { onDone: () => void }) {
  const say = useSay()
  const [code, setCode] = useState('')
  const { send, busy, problem } = useSend(
    (body: { code: string }) => ask<SignedIn>('/api/session/factor', { method: 'POST', body }),
    onDone,
  )
  const shown = shownProblem(problem)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send({ code: code.trim() })
      }}
    >
      <h2 className={classes.step}>{say(words.secondStep)}</h2>
      <p className={classes.note}>{say(words.secondHelp)}</p>
      {shown && <ProblemAlert problem={shown} />}
      <TextInput
        size="md"
        label={say(words.code)}
        autoComplete="one-time-code"
        autoFocus
        required
        withAsterisk={false}
        maxLength={40}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button size="md" type="submit" loading={busy}>
        {say(words.continue)}
      </Button>
    </form>
  )
}

import '#ui/controls.css'
import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import type { Me, SignedIn } from '#kernel/people/view.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import classes from './account.module.css'
import { Enrol } from './factor.tsx'
import { PasswordForm } from './password-form.tsx'
import { useSignOut } from './sign-out.ts'
import { words } from './words.ts'

/** The rest of a sign-in, one thing after the other, until the session is whole. */
export function Unfinished({ stage }: { stage: Me['stage'] }) {
  const say = useSay()
  const client = useQueryClient()
  const signOut = useSignOut()
  const onward = () => void client.resetQueries({ queryKey: ['me'] })
  return (
    <>
      {stage === 'secondFactor' && <SecondStep onDone={onward} />}
      {stage === 'newPassword' && <PasswordForm first onDone={onward} />}
      {stage === 'enrol' && <Enrol onDone={onward} />}
      <Button variant="subtle" onClick={() => void signOut()}>
        {say(words.otherAccount)}
      </Button>
    </>
  )
}

function SecondStep({ onDone }: { onDone: () => void }) {
  const say = useSay()
  const [code, setCode] = useState('')
  const { send, busy, problem } = useSend(
    (body: { code: string }) => ask<SignedIn>('/api/session/factor', { method: 'POST', body }),
    onDone,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send({ code: code.trim() })
  }
  const shown = shownProblem(problem)
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <h1>{say(words.secondStep)}</h1>
      <p className={classes.soft}>{say(words.secondHelp)}</p>
      {shown && <ProblemAlert problem={shown} />}
      <TextInput
        label={say(words.code)}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" size="lg" fullWidth loading={busy}>
        {say(words.next)}
      </Button>
    </form>
  )
}

import '#ui/controls.css'
import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import type { SignedIn } from '#kernel/people/view.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import classes from './account.module.css'
import { words } from './words.ts'

/** A new password, by who knows the old one. `first`: the one-time password is replaced. */
export function PasswordForm({ first = false, onDone }: { first?: boolean; onDone: () => void }) {
  const say = useSay()
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const { send, busy, problem } = useSend(
    (body: { old: string; fresh: string }) => ask<SignedIn>('/api/me/password', { method: 'PUT', body }),
    () => {
      for (const set of [setOld, setFresh, setAgain]) set('')
      setTried(false)
      onDone()
    },
  )
  const tooShort = Array.from(fresh).length < 8
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (old !== '' && !tooShort && fresh === again) void send({ old, fresh })
  }
  const shown = shownProblem(problem)
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {first ? <h1>{say(words.newPassword)}</h1> : <h2>{say(words.changePassword)}</h2>}
      {first && <p className={classes.soft}>{say(words.newPasswordHelp)}</p>}
      {shown && <ProblemAlert problem={shown} />}
      <PasswordInput
        label={say(first ? words.initialPassword : words.oldPassword)}
        autoComplete="current-password"
        value={old}
        onChange={(event) => setOld(event.currentTarget.value)}
        error={tried && old === '' ? say(words.blank) : undefined}
      />
      <PasswordInput
        label={say(words.freshPassword)}
        autoComplete="new-password"
        value={fresh}
        onChange={(event) => setFresh(event.currentTarget.value)}
        error={tried && tooShort ? say(words.tooShort) : undefined}
      />
      <PasswordInput
        label={say(words.again)}
        autoComplete="new-password"
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        error={tried && fresh !== again ? say(words.differs) : undefined}
      />
      <Button type="submit" size={first ? 'lg' : 'md'} loading={busy}>
        {say(first ? words.newPassword : words.changePassword)}
      </Button>
    </form>
  )
}

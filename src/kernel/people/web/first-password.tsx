import '#ui/controls.css'
import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import type { SignedIn } from '../view.ts'
import classes from './sign-in.module.css'
import { words } from './words.ts'

interface PasswordFormProps {
  readonly onDone: () => void
  /** the initial password is being replaced */
  readonly first?: boolean
}

/** A password of one's own in the place of the initial one. */
export function FirstPassword({ onDone }: PasswordFormProps) {
  const say = useSay()
  return (
    <>
      <h2 className={classes.step}>{say(words.firstPassword)}</h2>
      <p className={classes.note}>{say(words.firstPasswordHelp)}</p>
      <PasswordForm onDone={onDone} first />
    </>
  )
}

export function PasswordForm({ onDone, first = false }: PasswordFormProps) {
  const say = useSay()
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [again, setAgain] = useState('')
  const [differs, setDiffers] = useState(false)
  const { send, busy, problem } = useSend(
    (body: { old: string; fresh: string }, key) => ask<SignedIn>('/api/me/password', { method: 'PUT', key, body }),
    () => {
      setOld('')
      setFresh('')
      setAgain('')
      onDone()
    },
  )
  const shown = shownProblem(problem)
  const faults = fieldFaults(problem)
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setDiffers(fresh !== again)
        if (fresh === again) void send({ old, fresh })
      }}
    >
      {shown && <ProblemAlert problem={shown} />}
      <PasswordInput
        label={say(first ? words.initialPassword : words.oldPassword)}
        autoComplete="current-password"
        maxLength={512}
        value={old}
        onChange={(event) => setOld(event.currentTarget.value)}
        error={faults.old}
      />
      <PasswordInput
        label={say(words.newPassword)}
        autoComplete="new-password"
        maxLength={512}
        value={fresh}
        onChange={(event) => setFresh(event.currentTarget.value)}
        error={faults.fresh}
      />
      <PasswordInput
        label={say(words.repeatPassword)}
        autoComplete="new-password"
        maxLength={512}
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        error={differs ? say(words.notTheSame) : undefined}
      />
      <Button type="submit" loading={busy}>
        {say(first ? words.setPassword : words.changePassword)}
      </Button>
    </form>
  )
}

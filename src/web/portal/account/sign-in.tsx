import '#ui/controls.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import type { SignedIn } from '#kernel/people/view.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import classes from './account.module.css'
import { words } from './words.ts'

/** Name and password. What else the account asks comes after. */
export function SignIn() {
  const say = useSay()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [faults, setFaults] = useState<{ name?: string; password?: string }>({})
  useEffect(() => {
    document.title = say(words.signIn)
  }, [say])
  const { send, busy, problem } = useSend((body: { name: string; password: string }) =>
    ask<SignedIn>('/api/session', { method: 'POST', body }),
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const blank = say(words.blank)
    const found = { ...(name.trim() === '' ? { name: blank } : {}), ...(password === '' ? { password: blank } : {}) }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    if (await send({ name: name.trim(), password })) await client.resetQueries({ queryKey: ['me'] })
  }
  const shown = shownProblem(problem)
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <h1>{say(words.signIn)}</h1>
      {shown && <ProblemAlert problem={shown} />}
      <TextInput
        label={say(words.name)}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faults.name}
      />
      <PasswordInput
        label={say(words.password)}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={faults.password}
      />
      <Button type="submit" size="lg" fullWidth loading={busy}>
        {say(words.signIn)}
      </Button>
      <p className={classes.soft}>{say(words.forgot)}</p>
    </form>
  )
}

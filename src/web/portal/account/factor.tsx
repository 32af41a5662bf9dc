import '#ui/controls.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import type { Me } from '#kernel/people/view.ts'
import { Enrol } from '#kernel/people/web/enrol.tsx'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import classes from './account.module.css'
import { words } from './words.ts'

/** The state of two-step sign-in, and the way to change it. */
export function FactorSettings({ me, onDone }: { me: Me; onDone: (said: 'removed' | 'set') => void }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <div className={classes.form}>
      <div className={classes.row}>
        <span>
          {say(me.factor.on ? words.factorOn : words.factorOff)}
          {me.factor.on && ` · ${say(words.recoveryLeft(me.factor.recoveryLeft))}`}
        </span>
        {!(me.factor.on && me.factor.demanded) && (
          <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(me.factor.on ? words.factorRemove : words.enrol)}
          </Button>
        )}
      </div>
      {open && !me.factor.on && <Enrol onDone={() => onDone('set')} />}
      {open && me.factor.on && <Remove onDone={() => onDone('removed')} />}
    </div>
  )
}

function Remove({ onDone }: { onDone: () => void }) {
  const say = useSay()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const { send, busy, problem } = useSend(
    (body: { password: string; code: string }) =>
      ask('/api/me/factor/remove', { method: 'POST', body }).then(() => true),
    onDone,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send({ password, code: code.trim() })
  }
  const shown = shownProblem(problem)
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {shown && <ProblemAlert problem={shown} />}
      <PasswordInput
        label={say(words.password)}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <TextInput
        label={say(words.code)}
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" color="red.8" loading={busy}>
        {say(words.factorRemove)}
      </Button>
    </form>
  )
}

import '#ui/controls.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import type { FactorStart, Me, Recovery } from '#kernel/people/view.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import classes from './account.module.css'
import { words } from './words.ts'

/** Binding an authenticator: password, QR code, first digits, recovery codes. */
export function Enrol({ onDone }: { onDone: () => void }) {
  const say = useSay()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [started, setStarted] = useState<FactorStart | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const start = useSend(
    (body: { password: string }) => ask<FactorStart>('/api/me/factor', { method: 'POST', body }),
    setStarted,
  )
  const confirm = useSend(
    (body: { code: string }) => ask<Recovery>('/api/me/factor/confirm', { method: 'POST', body }),
    (answer) => setCodes(answer.codes),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void (started === null ? start.send({ password }) : confirm.send({ code: code.trim() }))
  }
  if (codes !== null) return <RecoveryCodes codes={codes} onDone={onDone} />
  const shown = shownProblem(started === null ? start.problem : confirm.problem)
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <h2>{say(words.enrol)}</h2>
      {shown && <ProblemAlert problem={shown} />}
      {started === null ? (
        <>
          <p className={classes.soft}>{say(words.passwordFirst)}</p>
          <PasswordInput
            label={say(words.password)}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      ) : (
        <>
          <p className={classes.soft}>{say(words.enrolHelp)}</p>
          <img className={classes.qr} src={started.qr} alt={say(words.qr)} />
          <p className={classes.secret}>
            {say(words.secret)}: {started.secret}
          </p>
          <TextInput
            label={say(words.digits)}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </>
      )}
      <Button type="submit" loading={start.busy || confirm.busy}>
        {say(started === null ? words.enrolStart : words.next)}
      </Button>
    </form>
  )
}

function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const say = useSay()
  return (
    <div className={classes.form}>
      <h2>{say(words.recovery)}</h2>
      <p className={classes.soft}>{say(words.recoveryHelp)}</p>
      <ul className={classes.codes}>
        {codes.map((one) => (
          <li key={one} className={classes.secret}>
            {one}
          </li>
        ))}
      </ul>
      <Button onClick={onDone}>{say(words.recoverySaved)}</Button>
    </div>
  )
}

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
    (body: { password: string; code: string }) => ask('/api/me/factor/remove', { method: 'POST', body }).then(() => true),
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

import '#ui/controls.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import type { FactorStart, Recovery } from '../view.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import classes from './sign-in.module.css'
import { words } from './words.ts'

/** Binds a device: password, QR code, the first six digits, and the recovery codes, shown once. */
export function Enrol({ onDone }: { onDone: () => void }) {
  const say = useSay()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [device, setDevice] = useState<FactorStart | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const begin = useSend(
    (body: { password: string }, key) => ask<FactorStart>('/api/me/factor', { method: 'POST', key, body }),
    setDevice,
  )
  const confirm = useSend(
    (body: { code: string }, key) => ask<Recovery>('/api/me/factor/confirm', { method: 'POST', key, body }),
    (answer) => setCodes(answer.codes),
  )
  const shown = shownProblem(device ? confirm.problem : begin.problem)
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />
  if (device === null)
    return (
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void begin.send({ password })
        }}
      >
        <h2 className={classes.step}>{say(words.enrol)}</h2>
        <p className={classes.note}>{say(words.enrolStart)}</p>
        {shown && <ProblemAlert problem={shown} />}
        <PasswordInput
          label={say(words.password)}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={begin.busy}>
          {say(words.continue)}
        </Button>
      </form>
    )
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void confirm.send({ code: code.trim() })
      }}
    >
      <h2 className={classes.step}>{say(words.enrol)}</h2>
      <p className={classes.note}>{say(words.enrolHelp)}</p>
      <img className={classes.qr} src={device.qr} alt={say(words.qrAlt)} />
      <p className={classes.note}>
        {say(words.secretKey)} <span className={classes.secret}>{device.secret}</span>
      </p>
      {shown && <ProblemAlert problem={shown} />}
      <TextInput
        label={say(words.code)}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        maxLength={6}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" loading={confirm.busy}>
        {say(words.continue)}
      </Button>
    </form>
  )
}

import '#ui/controls.css'
import { Button, Modal, PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { ToldChoices } from '#kernel/outbox/web/told-choices.tsx'
import { FieldGrid } from '#ui/field-grid.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import type { Recovery, Sessions } from '../view.ts'
import { departmentWords, roleWords } from '../words.ts'
import { Enrol } from './enrol.tsx'
import { PasswordForm } from './first-password.tsx'
import { useMe } from './me.ts'
import classes from './people.module.css'
import { RecoveryCodes } from './recovery-codes.tsx'
import { words } from './words.ts'

/** One's own account: password, second step, sessions, language. */
export function AccountPage() {
  const say = useSay()
  const { done } = useNotices()
  const { language, setLanguage } = useLanguage()
  const { data: me } = useMe()
  if (!me) return null
  return (
    <Page title={say(words.account)} narrow>
      <Section title={me.name}>
        <FieldGrid
          fields={[
            { label: say(words.department), value: me.department && say(departmentWords[me.department]) },
            { label: say(words.roles), value: me.roles.map((role) => say(roleWords[role])).join('、') },
          ]}
        />
      </Section>
      <div className={classes.pair}>
        <Section title={say(words.changePassword)}>
          <PasswordForm onDone={() => done(say(words.passwordChanged))} />
        </Section>
        <div className={classes.stack}>
          <Factor on={me.factor.on} demanded={me.factor.demanded} left={me.factor.recoveryLeft} />
          <Section title={say(words.language)} note={say(words.languageHelp)}>
            <SegmentedControl
              aria-label={say(words.language)}
              value={language}
              onChange={(next) => setLanguage(next === 'en' ? 'en' : 'zh')}
              data={[
                { value: 'zh', label: words.chinese.zh },
                { value: 'en', label: words.english.en },
              ]}
            />
          </Section>
        </div>
      </div>
      <ToldChoices />
      <SessionList />
    </Page>
  )
}

function Factor({ on, demanded, left }: { on: boolean; demanded: boolean; left: number }) {
  const say = useSay()
  const client = useQueryClient()
  const [asking, setAsking] = useState<'on' | 'off' | 'codes' | null>(null)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const close = () => {
    setAsking(null)
    setPassword('')
    setCode('')
    setCodes(null)
    void client.invalidateQueries({ queryKey: ['me'] })
  }
  const off = useSend(
    (body: { password: string; code: string }, key) => ask('/api/me/factor/remove', { method: 'POST', key, body }),
    close,
  )
  const renew = useSend(
    (body: { code: string }, key) => ask<Recovery>('/api/me/factor/recovery-codes', { method: 'POST', key, body }),
    (answer) => setCodes(answer.codes),
  )
  const shown = shownProblem(asking === 'off' ? off.problem : renew.problem)
  return (
    <Section
      title={say(words.secondStep)}
      actions={
        <StatePill tone={on ? 'done' : 'neutral'} size="small">
          {say(on ? words.factorOn : words.factorOff)}
        </StatePill>
      }
    >
      <div className={classes.stack}>
        {demanded && <p className={classes.soft}>{say(words.demanded)}</p>}
        {on && <p className={classes.soft}>{say(words.recoveryLeft(left))}</p>}
        <div className={classes.row}>
          {on ? (
            <>
              <Button variant="default" onClick={() => setAsking('codes')}>
                {say(words.renewRecovery)}
              </Button>
              {!demanded && (
                <Button variant="default" onClick={() => setAsking('off')}>
                  {say(words.turnOff)}
                </Button>
              )}
            </>
          ) : (
            <Button onClick={() => setAsking('on')}>{say(words.turnOn)}</Button>
          )}
        </div>
      </div>
      <Modal opened={asking !== null} onClose={close} title={say(words.secondStep)}>
        {asking === 'on' && <Enrol onDone={close} />}
        {asking !== 'on' && codes && <RecoveryCodes codes={codes} onKept={close} />}
        {(asking === 'off' || asking === 'codes') && codes === null && (
          <form
            className={classes.stack}
            onSubmit={(event) => {
              event.preventDefault()
              if (asking === 'off') void off.send({ password, code: code.trim() })
              else void renew.send({ code: code.trim() })
            }}
          >
            {shown && <ProblemAlert problem={shown} />}
            {asking === 'off' && (
              <PasswordInput
                label={say(words.password)}
                autoComplete="current-password"
                required
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
            )}
            <TextInput
              label={say(words.code)}
              autoComplete="one-time-code"
              required
              maxLength={40}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button type="submit" loading={off.busy || renew.busy}>
              {say(asking === 'off' ? words.turnOff : words.renewRecovery)}
            </Button>
          </form>
        )}
      </Modal>
    </Section>
  )
}

function SessionList() {
  const say = useSay()
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => ask<Sessions>('/api/me/sessions', { signal }),
  })
  const end = useSend(
    ({ id }: { id: string | null }, key) =>
      ask(id === null ? '/api/me/sessions' : `/api/me/sessions/${id}`, { method: 'DELETE', key }),
    () => void client.invalidateQueries({ queryKey: ['sessions'] }),
  )
  const shown = shownProblem(end.problem)
  const rows = data?.rows ?? []
  return (
    <Section
      title={say(words.sessions)}
      note={rows.length}
      actions={
        rows.length > 1 && (
          <Button variant="default" onClick={() => void end.send({ id: null })}>
            {say(words.endOthers)}
          </Button>
        )
      }
    >
      {shown && <ProblemAlert problem={shown} />}
      <ul className={classes.lines}>
        {rows.map((row) => (
          <li key={row.id} className={classes.line}>
            <span className={classes.grow}>
              <strong>{browserOf(row.agent)}</strong> <span className={classes.soft}>{row.address}</span>
            </span>
            <span className={classes.soft}>
              {say(words.since)} <Time at={row.createdAt} full /> · {say(words.seen)} <Time at={row.seenAt} />
            </span>
            {row.here ? (
              <StatePill tone="done" size="small">
                {say(words.here)}
              </StatePill>
            ) : (
              <Button variant="subtle" size="compact-sm" onClick={() => void end.send({ id: row.id })}>
                {say(words.endSession)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** `Chrome 156 · Linux` is enough to know one's own machine again. */
function browserOf(agent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari|MicroMessenger|wxwork)\/(\d+)/.exec(agent)
  const system = /(Windows|Macintosh|iPhone|iPad|Android|Linux)/.exec(agent)?.[1]
  return [browser ? `${browser[1]} ${browser[2]}` : agent.slice(0, 40), system].filter(Boolean).join(' · ')
}

import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { freshKey } from '#kernel/http/web/use-send.ts'
import type { ContactRow, IssuedSecret } from '#kernel/people/view.ts'
import { roleWords } from '#kernel/people/words.ts'
import { tenantRoles, type TenantRole } from '#kernel/process/roles.ts'
import { formatDateTime } from '#lib/show-time.ts'
import { useConfirm } from '#ui/confirm.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { peopleWords as own } from './people-words.ts'
import classes from './portal.module.css'

interface PersonAccountProps {
  readonly row: ContactRow
  /** something changed, the dialog stays */
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** Opening, changing and closing a person's way into the portal. */
export function PersonAccount({ row, onChanged, onClose }: PersonAccountProps) {
  const say = useSay()
  const confirm = useConfirm()
  const { done } = useNotices()
  const [roles, setRoles] = useState<readonly TenantRole[]>(() => (row.account ?? ['TUSR']).filter(isTenantRole))
  const [secret, setSecret] = useState<IssuedSecret | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const invite = () =>
    run(async () => {
      setSecret(await ask<IssuedSecret>(`/api/contacts/${row.id}/account`, { method: 'POST', body: { roles } }))
      onChanged()
    })
  const write = (path: string, method: 'POST' | 'PUT' | 'DELETE', body?: unknown) =>
    run(async () => {
      await ask(`/api/contacts/${row.id}/${path}`, { method, key: freshKey(), ...(body === undefined ? {} : { body }) })
      done(say(own.saved))
      onClose()
    })
  const sure = async (title: string, body: string, work: () => Promise<void>) => {
    if (await confirm({ title, body, confirmLabel: title, danger: true })) await work()
  }
  if (secret !== null) return <Secret secret={secret} onDone={onClose} />
  const shown = shownProblem(problem)
  return (
    <div className={classes.stack}>
      {shown && <ProblemAlert problem={shown} />}
      {row.active && (
        <>
          <Checkbox.Group
            label={say(own.roles)}
            value={[...roles]}
            onChange={(chosen) => setRoles(chosen.filter(isTenantRole))}
          >
            {tenantRoles.map((role) => (
              <Checkbox key={role} mt="sm" value={role} label={say(roleWords[role])} />
            ))}
          </Checkbox.Group>
          <p className={classes.soft}>{say(own.inviteHelp)}</p>
          <div className={classes.buttons}>
            {row.account !== null && (
              <Button loading={busy} onClick={() => void write('account', 'PUT', { roles })}>
                {say(own.changeRoles)}
              </Button>
            )}
            <Button variant={row.account === null ? 'filled' : 'default'} loading={busy} onClick={() => void invite()}>
              {say(row.account === null ? own.invite : own.inviteAgain)}
            </Button>
            {row.account !== null && (
              <Button
                variant="default"
                onClick={() =>
                  void sure(say(own.close), say(own.closeBody(row.name)), () => write('account', 'DELETE'))
                }
              >
                {say(own.close)}
              </Button>
            )}
          </div>
        </>
      )}
      <Button
        variant="default"
        onClick={() =>
          row.active
            ? void sure(say(own.deactivate), say(own.deactivateBody(row.name)), () => write('deactivate', 'POST'))
            : void write('reactivate', 'POST')
        }
      >
        {say(row.active ? own.deactivate : own.reactivate)}
      </Button>
    </div>
  )
}

const isTenantRole = (role: string): role is TenantRole => tenantRoles.some((one) => one === role)

function Secret({ secret, onDone }: { secret: IssuedSecret; onDone: () => void }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <div className={classes.stack} role="status">
      <p>
        {say(own.loginBy)}: <strong>{secret.loginNames.join(', ')}</strong>
      </p>
      <p>{say(own.secret)}</p>
      <p className={classes.secret}>{secret.secret}</p>
      <p className={classes.soft}>{say(own.validUntil(formatDateTime(secret.validUntil, language)))}</p>
      <p className={classes.soft}>{say(own.inviteHelp)}</p>
      <Button onClick={onDone}>{say(own.done)}</Button>
    </div>
  )
}

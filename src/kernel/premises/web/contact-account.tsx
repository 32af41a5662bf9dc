import { Button, Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import type { ContactRow, IssuedSecret } from '#kernel/people/view.ts'
import { roleWords } from '#kernel/people/words.ts'
import { tenantRoles } from '#kernel/process/roles.ts'
import { useConfirm } from '#ui/confirm.tsx'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Time } from '#ui/time.tsx'
import classes from './premises.module.css'
import { words } from './words.ts'

/** The portal account of a contact: what it shows, a new first password, closed, or the person gone altogether. */
export function ContactAccount({ contact, onClose }: { contact: ContactRow; onClose: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const confirm = useConfirm()
  const { done } = useNotices()
  const [roles, setRoles] = useState<string[]>([...(contact.account ?? ['TUSR'])])
  const [secret, setSecret] = useState<IssuedSecret | null>(null)
  const renew = () => {
    for (const key of ['customer', 'contacts']) void client.invalidateQueries({ queryKey: [key] })
  }
  const invite = useSend(
    (body: { roles: string[] }, key) =>
      ask<IssuedSecret>(`/api/contacts/${contact.id}/account`, { method: 'POST', key, body }),
    (answer) => {
      setSecret(answer)
      renew()
    },
  )
  const deed = useSend(
    ({ method, path, body }: { method: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown }, key) =>
      ask(`/api/contacts/${contact.id}/${path}`, { method, key, ...(body === undefined ? {} : { body }) }),
    () => {
      renew()
      done(say(words.saved))
      onClose()
    },
  )
  const sure = async (title: string, body: string, run: () => void) => {
    if (await confirm({ title, body, confirmLabel: title, danger: true })) run()
  }
  const shown = shownProblem(invite.problem ?? deed.problem)
  const busy = invite.busy || deed.busy
  if (secret)
    return (
      <div className={classes.form}>
        <p>{say(words.secretOnce)}</p>
        <p className={classes.soft}>{secret.loginNames.join('、')}</p>
        <p className={classes.secret}>{secret.secret}</p>
        <p className={classes.soft}>
          {say(words.validUntil)} <Time at={secret.validUntil} full />
        </p>
        <Button onClick={onClose}>{say(words.noted)}</Button>
      </div>
    )
  return (
    <div className={classes.form}>
      {shown && <ProblemAlert problem={shown} />}
      {contact.active ? (
        <>
          <Checkbox.Group label={say(words.accountRoles)} value={roles} onChange={setRoles}>
            <div className={classes.ticks}>
              {tenantRoles.map((role) => (
                <Checkbox key={role} value={role} label={say(roleWords[role])} />
              ))}
            </div>
          </Checkbox.Group>
          {roles.length === 0 && <p className={classes.soft}>{say(words.oneRole)}</p>}
          <p className={classes.soft}>{say(words.inviteHelp)}</p>
          <div className={classes.foot}>
            {contact.account && (
              <Button
                disabled={busy || roles.length === 0}
                onClick={() => void deed.send({ method: 'PUT', path: 'account', body: { roles } })}
              >
                {say(words.saveRoles)}
              </Button>
            )}
            <Button
              variant={contact.account ? 'default' : 'filled'}
              loading={invite.busy}
              disabled={busy || roles.length === 0}
              onClick={() => void invite.send({ roles })}
            >
              {say(contact.account ? words.inviteAgain : words.invite)}
            </Button>
          </div>
          <div className={classes.foot}>
            {contact.account && (
              <Button
                variant="subtle"
                color="red.8"
                disabled={busy}
                onClick={() =>
                  void sure(
                    say(words.closeAccount),
                    say(words.closeAccountHelp),
                    () => void deed.send({ method: 'DELETE', path: 'account' }),
                  )
                }
              >
                {say(words.closeAccount)}
              </Button>
            )}
            <Button
              variant="subtle"
              color="red.8"
              disabled={busy}
              onClick={() =>
                void sure(
                  say(words.hasLeft),
                  say(words.hasLeftHelp),
                  () => void deed.send({ method: 'POST', path: 'deactivate', body: {} }),
                )
              }
            >
              {say(words.hasLeft)}
            </Button>
          </div>
        </>
      ) : (
        <Button loading={busy} onClick={() => void deed.send({ method: 'POST', path: 'reactivate', body: {} })}>
          {say(words.isBack)}
        </Button>
      )}
    </div>
  )
}

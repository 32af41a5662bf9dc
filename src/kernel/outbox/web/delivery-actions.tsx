import { Button, Modal, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import type { ChannelRow } from '../channel-view.ts'
import { words } from './channel-words.ts'
import classes from './channels.module.css'

type DeliveryActionsProps = { readonly onDone: () => void } & (
  | { readonly ids: readonly string[]; readonly channel?: undefined }
  /** all that could not be delivered by this channel */
  | { readonly channel: ChannelRow; readonly ids?: undefined }
)

/** Send again, or give up with a reason. */
export function DeliveryActions({ ids, channel, onDone }: DeliveryActionsProps) {
  const say = useSay()
  const client = useQueryClient()
  const { done, failed } = useNotices()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const finish = (message: string) => {
    for (const key of ['deliveries', 'channels']) void client.invalidateQueries({ queryKey: [key] })
    setAsking(false)
    setReason('')
    done(message)
    onDone()
  }
  const resend = useSend(
    (body: { ids: readonly string[] } | { channelId: string }, key) =>
      ask<{ count: number }>('/api/deliveries/resend', { method: 'POST', key, body }).catch((error: unknown) => {
        const shown = shownProblem(error)
        failed(shown?.title ?? '', shown?.detail)
        throw error
      }),
    ({ count }) => finish(say(words.resentCount(count))),
  )
  const discard = useSend(
    (body: { ids: readonly string[]; reason: string }, key) =>
      ask<{ count: number }>('/api/deliveries/discard', { method: 'POST', key, body }),
    ({ count }) => finish(say(words.discardedCount(count))),
  )
  if (channel)
    return (
      <Button variant="default" loading={resend.busy} onClick={() => void resend.send({ channelId: channel.id })}>
        {say(words.resendDead(channel.stuck))}
      </Button>
    )
  const shown = shownProblem(discard.problem)
  return (
    <>
      <Button variant="default" loading={resend.busy} onClick={() => void resend.send({ ids })}>
        {say(words.resend)}
      </Button>
      <Button variant="default" onClick={() => setAsking(true)}>
        {say(words.discard)}
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={say(words.discardTitle(ids.length))}>
        <form
          className={classes.stack}
          onSubmit={(event) => {
            event.preventDefault()
            void discard.send({ ids, reason: reason.trim() })
          }}
        >
          {shown && <ProblemAlert problem={shown} />}
          <TextInput
            label={say(words.reason)}
            required
            maxLength={300}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" loading={discard.busy} disabled={reason.trim() === ''}>
            {say(words.discard)}
          </Button>
        </form>
      </Modal>
    </>
  )
}

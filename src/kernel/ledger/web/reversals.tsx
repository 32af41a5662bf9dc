import '#ui/controls.css'
import { Button, Modal, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useHasRole } from '#kernel/people/web/me.ts'
import { useSay } from '#ui/language.tsx'
import { Money } from '#ui/money.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { Time } from '#ui/time.tsx'
import type { ReversalRequest } from '../view.ts'
import classes from './ledger.module.css'
import { words } from './words.ts'

/** Reversals that wait for a second person; absent when there is none. */
export function Reversals() {
  const say = useSay()
  const { data } = useQuery({
    queryKey: ['reversals'],
    queryFn: ({ signal }) => ask<{ items: ReversalRequest[] }>('/api/reversals', { signal }),
  })
  if (!data || data.items.length === 0) return null
  return (
    <Section title={say(words.reversals)} note={data.items.length} accent>
      <ul className={classes.lines}>
        {data.items.map((request) => (
          <Line key={request.id} request={request} />
        ))}
      </ul>
    </Section>
  )
}

function Line({ request }: { request: ReversalRequest }) {
  const say = useSay()
  const client = useQueryClient()
  const has = useHasRole()
  const { done } = useNotices()
  const [denying, setDenying] = useState(false)
  const [denial, setDenial] = useState('')
  const settled = () => {
    for (const key of ['payments', 'reversals']) void client.invalidateQueries({ queryKey: [key] })
    done(say(words.decided))
    setDenying(false)
  }
  const approve = useSend(
    (body: { receipt: 'returned' | 'voided' }, key) =>
      ask(`/api/reversals/${request.id}/approve`, { method: 'POST', key, body }),
    settled,
  )
  const deny = useSend(
    (body: { denial: string }, key) => ask(`/api/reversals/${request.id}/deny`, { method: 'POST', key, body }),
    settled,
  )
  const shown = shownProblem(denying ? deny.problem : approve.problem)
  return (
    <li className={classes.line}>
      <span className={classes.grow}>
        <strong>{request.paymentNumber}</strong> {request.customerName} <Money fen={request.amountFen} strong />
        <br />
        <span className={classes.soft}>
          {say(words.requestedBy(request.requestedBy))} <Time at={request.requestedAt} /> · {request.reason}
        </span>
      </span>
      {request.own ? (
        <span className={classes.soft}>{say(words.ownRequest)}</span>
      ) : (
        has('FIN', 'FINM') && (
          <>
            <Button variant="default" onClick={() => setDenying(true)}>
              {say(words.deny)}
            </Button>
            <Button variant="default" loading={approve.busy} onClick={() => void approve.send({ receipt: 'voided' })}>
              {say(words.approveVoided)}
            </Button>
            <Button loading={approve.busy} onClick={() => void approve.send({ receipt: 'returned' })}>
              {say(words.approveReturned)}
            </Button>
          </>
        )
      )}
      {shown && !denying && <ProblemAlert problem={shown} />}
      <Modal opened={denying} onClose={() => setDenying(false)} title={`${say(words.deny)} · ${request.paymentNumber}`}>
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void deny.send({ denial })
          }}
        >
          {shown && <ProblemAlert problem={shown} />}
          <Textarea
            label={say(words.denial)}
            withAsterisk
            data-autofocus
            autosize
            minRows={2}
            maxLength={500}
            value={denial}
            onChange={(event) => setDenial(event.currentTarget.value)}
            error={fieldFaults(deny.problem).denial}
          />
          <Button type="submit" loading={deny.busy}>
            {say(words.deny)}
          </Button>
        </form>
      </Modal>
    </li>
  )
}

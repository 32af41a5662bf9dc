import '#ui/controls.css'
import { Button, Drawer, Loader, Modal, Textarea } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useHasRole } from '#kernel/people/web/me.ts'
import { FieldGrid } from '#ui/field-grid.tsx'
import { useSay } from '#ui/language.tsx'
import { Money } from '#ui/money.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { useNotices } from '#ui/notice.tsx'
import { usePrint } from '#ui/use-print.ts'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import type { PaymentCard } from '../view.ts'
import { methodWords, paymentStateWords, receiptStateWords } from '../words.ts'
import classes from './ledger.module.css'
import { stateTone } from './payment-tone.ts'
import { words } from './words.ts'

/** One payment: for what, on which receipt, and what became of it. */
export function PaymentDrawer({ number, onClose }: { number: string | null; onClose: () => void }) {
  const say = useSay()
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false })
  const last = useRef(number)
  if (number !== null) last.current = number
  const shownNumber = last.current
  const { data: card, error } = useQuery({
    queryKey: ['payments', 'card', shownNumber],
    queryFn: ({ signal }) => ask<PaymentCard>(`/api/payments/${shownNumber}`, { signal }),
    enabled: shownNumber !== null,
  })
  const problem = shownProblem(error)
  return (
    <Drawer
      opened={number !== null}
      onClose={onClose}
      position="right"
      size={phone ? '100%' : 620}
      title={say(words.payment(shownNumber ?? ''))}
    >
      {problem && <ProblemAlert problem={problem} />}
      {card ? <Card card={card} /> : !problem && <Loader size="sm" />}
    </Drawer>
  )
}

function Card({ card }: { card: PaymentCard }) {
  const say = useSay()
  const print = usePrint()
  const has = useHasRole()
  return (
    <div className={classes.stack}>
      <div className={classes.row}>
        <StatePill tone={stateTone[card.state]}>{say(paymentStateWords[card.state])}</StatePill>
        {card.receipt && (
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => print(`/api/payments/${card.number}/receipt.pdf`)}
          >
            {say(words.printReceipt)}
          </Button>
        )}
        {card.state === 'standing' && has('FIN', 'FINM') && <AskReversal number={card.number} />}
      </div>
      <FieldGrid
        fields={[
          {
            label: say(words.customer),
            value: <UiLink href={`/customers/${card.customer.code}`}>{card.customer.shortName}</UiLink>,
          },
          { label: say(words.payer), value: card.payer },
          { label: say(words.method), value: say(methodWords[card.method]) },
          { label: say(words.amount), value: <Money fen={card.amountFen} strong /> },
          { label: say(words.reference), value: card.reference },
          { label: say(words.receivedAt), value: <Time at={card.receivedAt} full /> },
          { label: say(words.receivedBy), value: card.receivedBy },
          { label: say(words.carriedBy), value: card.carriedBy },
          ...(card.receipt
            ? [
                {
                  label: say(words.receiptNumber),
                  value: `${card.receipt.number} · ${say(receiptStateWords[card.receipt.state])}`,
                },
                { label: say(words.inWords), value: card.receipt.inWords },
              ]
            : []),
        ]}
      />
      {card.reverses !== null && <p className={classes.soft}>{say(words.reverses(card.reverses))}</p>}
      {card.reversedBy !== null && <p className={classes.soft}>{say(words.reversedBy(card.reversedBy))}</p>}
      {card.requests.map((request) => (
        <p key={request.id} className={classes.soft}>
          {say(words.requestedBy(request.requestedBy))} <Time at={request.requestedAt} full /> · {request.reason}
          {request.denial !== null && ` · ${say(words.deny)}: ${request.denial}`}
        </p>
      ))}
      {card.receipt && (
        <div className={classes.box} role="region" aria-label={say(words.paidFor)} tabIndex={0}>
          <table className={classes.table}>
            <caption>{say(words.paidFor)}</caption>
            <thead>
              <tr>
                <th scope="col">{say(words.slip)}</th>
                <th scope="col">{say(words.item)}</th>
                <th scope="col">{say(words.charged)}</th>
                <th scope="col">{say(words.paid)}</th>
              </tr>
            </thead>
            <tbody>
              {card.receipt.lines.map((line, at) => (
                <tr key={at}>
                  <td>{line.caseNumber ?? ''}</td>
                  <td>
                    {line.item} {line.description}
                  </td>
                  <td>
                    <Money fen={line.chargedFen} />
                  </td>
                  <td>
                    <Money fen={line.paidFen} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function AskReversal({ number }: { number: string }) {
  const say = useSay()
  const client = useQueryClient()
  const { done } = useNotices()
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')
  const { send, busy, problem } = useSend(
    (body: { reason: string }, key) => ask(`/api/payments/${number}/reversal`, { method: 'POST', key, body }),
    () => {
      for (const key of ['payments', 'reversals']) void client.invalidateQueries({ queryKey: [key] })
      done(say(words.reversalSent))
      setOpened(false)
    },
  )
  const shown = shownProblem(problem)
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {say(words.askReversal)}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={`${say(words.askReversal)} · ${number}`}>
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send({ reason })
          }}
        >
          <p className={classes.soft}>{say(words.reversalHelp)}</p>
          {shown && <ProblemAlert problem={shown} />}
          <Textarea
            label={say(words.reason)}
            withAsterisk
            data-autofocus
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={fieldFaults(problem).reason}
          />
          <Button type="submit" loading={busy}>
            {say(words.askReversal)}
          </Button>
        </form>
      </Modal>
    </>
  )
}

import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useHasRole } from '#kernel/people/web/me.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { Money } from '#ui/money.tsx'
import { useNotices } from '#ui/notice.tsx'
import { usePrint } from '#ui/use-print.ts'
import { StatePill } from '#ui/state-pill.tsx'
import { Time } from '#ui/time.tsx'
import type { CaseView, ReceiptView } from '../view.ts'
import classes from './case.module.css'
import { words } from './words.ts'

/** What the case was charged, what of it is unpaid, and the receipts. */
export function CaseMoney({ view }: { view: CaseView }) {
  const say = useSay()
  if (view.charges.length === 0 && view.receipts.length === 0) return <Empty title={say(words.noCharges)} />
  return (
    <div className={classes.stack}>
      <div
        className={classes.tableBox}
        style={{ marginBlockStart: 0 }}
        role="region"
        aria-label={say(words.money)}
        tabIndex={0}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say(words.item)}</th>
              <th scope="col" data-end>
                {say(words.quantity)}
              </th>
              <th scope="col" data-end>
                {say(words.unitPrice)}
              </th>
              <th scope="col" data-end>
                {say(words.taxRate)}
              </th>
              <th scope="col" data-end>
                {say(words.amount)}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.charges.map((charge, at) => (
              <tr key={at}>
                <th scope="row">
                  {charge.item} {charge.description}
                </th>
                <td data-end>{charge.quantity}</td>
                <td data-end>
                  <Money fen={charge.unitPriceFen} />
                </td>
                <td data-end>{charge.taxRateBp / 100}%</td>
                <td data-end>
                  <Money fen={charge.amountFen} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                {say(words.total)}
              </th>
              <td data-end>
                <Money fen={view.chargedFen} strong />
              </td>
            </tr>
            <tr>
              <th scope="row" colSpan={4}>
                {say(words.unpaid)}
              </th>
              <td data-end>
                <Money fen={view.unpaidFen} strong />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {view.receipts.length > 0 && (
        <section className={classes.stack} style={{ gap: '0.5rem' }}>
          <h3 className={classes.subtitle}>{say(words.receipts)}</h3>
          {view.receipts.map((receipt) => (
            <Receipt key={receipt.id} receipt={receipt} />
          ))}
        </section>
      )}
    </div>
  )
}

function Receipt({ receipt }: { receipt: ReceiptView }) {
  const say = useSay()
  const has = useHasRole()
  const { failed } = useNotices()
  const printPdf = usePrint()
  /** Receipts are kept with their payment, which is found by the receipt's number. */
  const print = async () => {
    try {
      const { items } = await ask<{ items: readonly { number: string }[] }>(
        withQuery('/api/payments', { q: receipt.number }),
      )
      if (items[0]) printPdf(`/api/payments/${items[0].number}/receipt.pdf`)
    } catch (error) {
      failed(shownProblem(error)?.title ?? '')
    }
  }
  const state = {
    issued: { tone: 'done', says: words.receiptIssued },
    voided: { tone: 'danger', says: words.receiptVoided },
    returned: { tone: 'neutral', says: words.receiptReturned },
  } as const
  const { tone, says } = state[receipt.state]
  return (
    <div className={classes.row}>
      <strong>{receipt.number}</strong>
      <StatePill tone={tone} size="small">
        {say(says)}
      </StatePill>
      <span>
        {say(words.payer)} {receipt.payer}
      </span>
      <Money fen={receipt.amountFen} strong />
      <span className={classes.soft}>
        {say(words.inWords)} {receipt.inWords}
      </span>
      <Time at={receipt.issuedAt} full />
      {has('FIN', 'FINM', 'CSA', 'CSS', 'CSM') && (
        <Button variant="subtle" leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => void print()}>
          {say(words.printReceipt)}
        </Button>
      )}
    </div>
  )
}

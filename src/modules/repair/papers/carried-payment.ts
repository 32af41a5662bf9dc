import { joined } from '#kernel/process/papers/blanks.ts'
import type { PaperBody, Printing } from '#kernel/process/papers.ts'
import { words } from '../words.ts'
import { paperWords as paper } from '../words/paper.ts'
import { blanks } from './blanks.ts'

/** 代交费登记 F-33: cash taken at the customer's, paid in at the cashier's, and its receipt brought back. */
export function carriedPaymentPaper(print: Printing): PaperBody {
  const { slip, text, time, amount, hand, when, tell, customer, unit } = blanks(print)
  const { view } = print
  const { carried } = slip
  const awaited =
    carried !== null || (slip.pricing === 'chargeable' && slip.payment !== 'account' && view.unpaidFen > 0)
  const receipt = view.receipts.find(({ number }) => number === slip.receiptNumber)
  const back = carried?.returnedAt ?? null
  const handFile =
    back === null ? undefined : view.files.findLast((file) => file.purpose === 'receipt' && file.kind === 'image')
  return {
    fields: {
      subject: text(paper.subject, joined(view.number, tell(words.papers.slip))),
      customer: text(paper.customer, joined(customer, unit)),
      payer: text(words.fields.payer, carried?.payer ?? null, awaited),
      takenAt: time(paper.takenAt, carried?.takenAt ?? null, awaited),
      amount: amount(paper.amount, carried?.amountFen ?? null, awaited),
      carriedBy: hand(
        words.fields.takenBy,
        carried?.takenBy ?? null,
        carried === null ? null : when(carried.takenAt),
        null,
        awaited,
      ),
      payerSignature: hand(paper.payerSignature, carried === null ? null : '', null, null, awaited),
      receipt: text(words.fields.receiptNumber, slip.receiptNumber, awaited),
      paidInAt: time(paper.paidInAt, receipt?.issuedAt ?? null, awaited),
      returnedAt: time(words.fields.returnedAt, back, awaited),
      returnedTo: hand(
        paper.returnedTo,
        carried?.returnedTo ?? null,
        back === null ? null : when(back),
        handFile?.id ?? null,
        awaited,
      ),
      remark: text(paper.remark, null, true),
    },
    tables: {},
    reason: slip.closeReason,
  }
}

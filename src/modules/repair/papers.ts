import type { PaperMaker } from '#kernel/process/papers.ts'
import { callBackPaper } from './papers/call-back.ts'
import { carriedPaymentPaper } from './papers/carried-payment.ts'
import { slipPaper } from './papers/slip.ts'

/** What stands on each paper of a repair, by the names of the definition. */
export const papers: Readonly<Record<string, PaperMaker>> = {
  slip: slipPaper,
  callBackRecord: callBackPaper,
  carriedPayment: carriedPaymentPaper,
}

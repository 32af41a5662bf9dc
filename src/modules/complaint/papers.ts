import type { PaperMaker } from '#kernel/process/papers.ts'
import { callBackRecord } from '#kernel/process/papers/call-back.ts'
import { letterPaper } from './papers/letter.ts'
import { recordPaper } from './papers/record.ts'
import { shownSlip } from './papers/shown.ts'

/** What stands on each paper of a complaint, by the names of the definition. */
export const papers: Readonly<Record<string, PaperMaker>> = {
  record: recordPaper,
  replyLetter: letterPaper,
  callBackRecord: (print) => {
    const slip = shownSlip(print)
    return callBackRecord(print, slip.callBacks, { reason: slip.closeReason })
  },
}

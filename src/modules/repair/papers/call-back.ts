import { callBackRecord } from '#kernel/process/papers/call-back.ts'
import { filled } from '#kernel/process/papers/blanks.ts'
import type { PaperBody, Printing } from '#kernel/process/papers.ts'
import { paperWords as paper } from '../words/paper.ts'
import { blanks } from './blanks.ts'

/** 回访记录 F-32 of a repair: beneath the call stands how the customer rated the work in the portal. */
export function callBackPaper(print: Printing): PaperBody {
  const { slip, when, tell } = blanks(print)
  const call = slip.callBacks.at(-1)
  const reached = call !== undefined && call.conclusion !== 'notReached'
  return callBackRecord(print, slip.callBacks, {
    notes:
      slip.rating === null
        ? []
        : [filled(tell(paper.rated), { ...slip.rating, who: slip.rating.by, at: when(slip.rating.at) }).trim()],
    marks: reached && slip.reworks > 0 ? [tell(paper.rework)] : [],
    reason: slip.closeReason,
  })
}

import { conclusions, callWays, type CallBackKept } from '../call-back.ts'
import { callBackFields as fields, callBackPaperWords as paper } from '../call-back-words.ts'
import type { Paper } from '../define.ts'
import type { PaperBody, Printing } from '../papers.ts'
import { blanksOf, joined } from './blanks.ts'

/** What F-32 is in a definition; who may print it says the process. */
export const callBackPaper = {
  form: 'F-32',
  template: 'call-back',
  version: '1.0',
  copies: ['desk'],
} as const satisfies Omit<Paper, 'by'>

/** 回访记录 F-32 HF: the last call, which decides, and every attempt before it. Empty for the pen before the first call. */
export function callBackRecord(print: Printing, calls: readonly CallBackKept[], more: Partial<PaperBody>): PaperBody {
  const { text, time, ticks, marks, hand, table, when, option, tell, customer, unit } = blanksOf(print)
  const call = calls.at(-1)
  const none = call === undefined
  return {
    number: call?.number ?? null,
    fields: {
      subject: text(paper.subject, joined(print.view.number, tell(print.words.paper))),
      customer: text(paper.customer, joined(customer, unit)),
      calledAt: time(paper.calledAt, call?.at ?? null),
      method: ticks(fields.how, callWays, call?.how ?? null),
      respondent: text(fields.spokeWith, call?.spokeWith ?? null, none),
      calledBy: text(paper.calledBy, call?.by ?? null, none),
      timeliness: marks(fields.timeliness, call?.timeliness ?? null, none),
      attitude: marks(fields.attitude, call?.attitude ?? null, none),
      quality: marks(fields.quality, call?.quality ?? null, none),
      price: marks(fields.fee, call?.fee ?? null, none),
      opinion: text(fields.opinion, call?.opinion ?? null, none),
      conclusion: ticks(fields.conclusion, conclusions, call?.conclusion ?? null),
      followUp: text(fields.handling, call?.handling ?? null, none),
      caller: hand(paper.caller, call?.by ?? null, call ? when(call.at) : null),
      checkedBy: hand(paper.checkedBy, '', null),
    },
    tables: {
      attempts: table(
        [
          [paper.attempt, 1, 'center'],
          [paper.attemptNumber, 2.4],
          [fields.at, 2.6],
          [fields.how, 1.2],
          [paper.calledBy, 1.6],
          [paper.outcome, 5],
        ],
        calls.map((one, at) => [
          String(at + 1),
          one.number,
          when(one.at),
          option(one.how),
          one.by,
          joined(option(one.conclusion), one.opinion),
        ]),
        3,
      ),
    },
    ...more,
  }
}

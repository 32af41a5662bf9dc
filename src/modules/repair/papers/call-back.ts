import type { PaperBody, Printing } from '#kernel/process/papers.ts'
import { conclusions } from '../slip.ts'
import { words } from '../words.ts'
import { paperWords as paper } from '../words/paper.ts'
import { blanks, filled, joined } from './blanks.ts'

/** 回访记录 F-32 HF: the last call, which decides, and every attempt before it. Empty for the pen before the first call. */
export function callBackPaper(print: Printing): PaperBody {
  const { slip, text, time, ticks, marks, hand, table, when, option, tell, customer, unit } = blanks(print)
  const call = slip.callBacks.at(-1)
  const none = call === undefined
  const reached = call !== undefined && call.conclusion !== 'notReached'
  return {
    number: call?.number ?? null,
    fields: {
      subject: text(paper.subject, joined(print.view.number, tell(words.papers.slip))),
      customer: text(paper.customer, joined(customer, unit)),
      calledAt: time(paper.calledAt, call?.at ?? null),
      method: ticks(words.fields.how, ['phone', 'visit'], call?.how ?? null),
      respondent: text(words.fields.spokeWith, call?.spokeWith ?? null, none),
      calledBy: text(paper.calledBy, call?.by ?? null, none),
      timeliness: marks(words.fields.timeliness, call?.timeliness ?? null, none),
      attitude: marks(words.fields.attitude, call?.attitude ?? null, none),
      quality: marks(words.fields.quality, call?.quality ?? null, none),
      price: marks(words.fields.fee, call?.fee ?? null, none),
      opinion: text(words.fields.opinion, call?.opinion ?? null, none),
      conclusion: ticks(words.fields.conclusion, conclusions, call?.conclusion ?? null),
      followUp: text(words.fields.handling, call?.handling ?? null, none),
      caller: hand(paper.caller, call?.by ?? null, call ? when(call.at) : null),
      checkedBy: hand(paper.checkedBy, '', null),
    },
    tables: {
      attempts: table(
        [
          [paper.attempt, 1, 'center'],
          [paper.attemptNumber, 2.4],
          [words.fields.at, 2.6],
          [words.fields.how, 1.2],
          [paper.calledBy, 1.6],
          [paper.outcome, 5],
        ],
        slip.callBacks.map((one, at) => [
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
    notes:
      slip.rating === null
        ? []
        : [filled(tell(paper.rated), { ...slip.rating, who: slip.rating.by, at: when(slip.rating.at) }).trim()],
    marks: reached && slip.reworks > 0 ? [tell(paper.rework)] : [],
    reason: slip.closeReason,
  }
}

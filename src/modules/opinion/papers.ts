import { blanksOf, joined } from '#kernel/process/papers/blanks.ts'
import type { PaperBody, PaperMaker, Printing } from '#kernel/process/papers.ts'
import { informedBy, kinds, OpinionSlip, sources, verdicts } from './slip.ts'
import { words } from './words.ts'

const { fields } = words

/** What a customer's print does not tell; it is struck there, not left open. */
const untold = {
  returnReason: null,
  revisionReason: null,
  responsible: null,
  measures: null,
  classifiedBy: null,
  proposal: null,
  answeredById: null,
} satisfies Partial<OpinionSlip>

/** 《意见/建议单》 F-201: from the customer's word to his verdict on the answer. */
function opinionPaper(print: Printing): PaperBody {
  const { text, time, ticks, marks, hand, table, option, tell, when, customer } = blanksOf(print)
  const { view } = print
  const inside = 'proposal' in view.slip
  const slip = OpinionSlip.parse({ ...untold, ...view.slip })
  const responsible = slip.responsible === null ? null : (view.names[slip.responsible] ?? null)
  const at = (instant: string | null) => (instant === null ? null : when(instant))
  return {
    fields: {
      collectedAt: time(fields.collectedAt, slip.collectedAt),
      collectedBy: text(fields.collectedBy, slip.collectedBy),
      source: ticks(fields.source, sources, slip.source),
      customer: text(words.more.customer, view.customer === null ? null : joined(customer, view.unit?.code)),
      reporter: text(fields.reporterName, slip.anonymous ? tell(fields.anonymous) : slip.reporterName),
      phone: text(fields.reporterPhone, slip.reporterPhone),
      kind: ticks(fields.kind, kinds, slip.kind),
      content: text(fields.content, slip.content),
      topic: text(fields.topic, slip.topic === null ? null : option(slip.topic), true),
      department: text(fields.department, slip.department === null ? null : option(slip.department), true),
      responsible: text(fields.responsible, responsible, false),
      answerBy: time(fields.answerBy, slip.answerBy),
      answer: text(fields.answer, slip.answer ?? slip.proposal, true),
      measures: text(fields.measures, slip.measures, inside && slip.answeredAt === null),
      answeredBy: hand(fields.answeredBy, slip.answeredBy, at(slip.answeredAt)),
      informed: ticks(
        fields.informedHow,
        informedBy,
        slip.informedHow,
        true,
        joined(slip.informedWho, at(slip.informedAt)),
      ),
      verdict: ticks(fields.verdict, verdicts, slip.verdict, !slip.anonymous),
      satisfaction: marks(fields.satisfaction, slip.satisfaction, !slip.anonymous),
      verdictNote: text(fields.verdictNote, slip.verdictNote ?? slip.closeNote),
      verdictBy: hand(fields.verdictBy, slip.verdictBy, at(slip.verdictAt), null, !slip.anonymous),
    },
    tables: {
      rounds: table(
        [
          [fields.round, 0.8, 'center'],
          [fields.answer, 5],
          [fields.answeredBy, 1.6],
          [fields.verdictNote, 5],
        ],
        slip.rounds.map((round, index) => [
          String(index + 1),
          round.answer,
          joined(round.answeredBy, when(round.answeredAt)),
          joined(round.verdictNote, round.verdictBy, when(round.verdictAt)),
        ]),
        1,
      ),
    },
    stands: { reporterName: 'reporter', reporterPhone: 'phone' },
  }
}

export const papers: Readonly<Record<string, PaperMaker>> = { slip: opinionPaper }

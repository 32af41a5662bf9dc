import type { PaperBody, Printing } from '#kernel/process/papers.ts'
import { blanksOf, filled, joined } from '#kernel/process/papers/blanks.ts'
import { printWords } from '#kernel/process/print-words.ts'
import { departments, ServiceSlip } from '../slip.ts'
import { words } from '../words.ts'
import { paperWords as paper } from '../words/paper.ts'

/** 服务单 F-41: one copy for the desk, one for the responsible department (domain §2.5.4). */
export function slipPaper(print: Printing): PaperBody {
  const slip = ServiceSlip.parse(print.view.slip)
  const { text, time, ticks, hand, tell, label, when, customer, unit } = blanksOf(print)
  const { fields } = words
  const at = (instant: string | null) => (instant === null ? null : when(instant))
  const workers = slip.workers.map((id) => print.view.names[id] ?? '').filter((name) => name !== '')
  return {
    fields: {
      customer: text(paper.customer, customer),
      unit: text(paper.unit, unit),
      round: text(fields.round, filled(tell(paper.nth), { n: slip.round })),
      source: text(fields.sourceNumber, slip.sourceNumber),
      sourceText: text(fields.sourceText, slip.sourceText),
      urgent: {
        label: label(fields.urgent),
        ticks: [
          { label: tell(printWords.yes), on: slip.urgent },
          { label: tell(printWords.no), on: !slip.urgent },
        ],
      },
      department: ticks(fields.department, departments, slip.department),
      content: text(fields.content, slip.content),
      customerWish: text(fields.customerWish, slip.customerWish),
      requiredBy: time(paper.requiredBy, slip.requiredBy),
      dispatchedBy: hand(fields.dispatchedBy, slip.dispatchedBy, when(print.view.openedAt)),
      receivedBy: hand(fields.receivedBy, slip.receivedBy, at(slip.acceptedAt)),
      workers: text(fields.workers, workers.join('、'), true),
      result: text(fields.result, slip.result, true),
      completedAt: time(fields.completedAt, slip.completedAt),
      responsible: hand(fields.responsible, slip.responsible, at(slip.completedAt)),
      verifyNote: text(fields.verifyNote, slip.verifyNote, true),
      verifiedBy: hand(fields.verifiedBy, slip.verifiedBy, at(slip.verifiedAt)),
    },
    tables: {},
    notes: [
      ...slip.earlierDates.map(({ requiredBy, reason, by, at: moved }) =>
        filled(tell(paper.movedDate), { from: when(requiredBy), reason, by, at: when(moved) }),
      ),
      ...slip.earlierResults.map(({ result, completedAt, responsible, reason, by, at: back }, n) =>
        filled(tell(paper.givenBack), {
          n: n + 1,
          result,
          done: when(completedAt),
          responsible,
          reason,
          by,
          at: when(back),
        }),
      ),
    ],
    marks: [
      ...(slip.urgent ? [tell(paper.urgentMark)] : []),
      ...(slip.redos > 0 ? [joined(tell(paper.redoMark), slip.redos > 1 ? `×${slip.redos}` : null)] : []),
    ],
    reason: slip.closeReason,
  }
}

import type { Field, Table } from '#kernel/forms/paper.ts'
import type { PaperBody, Printing } from '#kernel/process/papers.ts'
import { type Blanks, blanksOf, filled } from '#kernel/process/papers/blanks.ts'
import { printWords } from '#kernel/process/print-words.ts'
import type { Both } from '#lib/language.ts'
import { formatDate } from '#lib/show-time.ts'
import { causes, CorrectiveSlip, effects, sources } from '../slip.ts'
import { words } from '../words.ts'
import { paperWords as paper } from '../words/paper.ts'

const { fields: labels } = words

/** 纠正/预防措施报告 F-42 in its four parts; measures that did not help stand beneath as rounds of their own. */
export function reportPaper(print: Printing): PaperBody {
  const slip = CorrectiveSlip.parse(print.view.slip)
  const blanks = blanksOf(print)
  const { tell } = blanks
  return {
    fields: {
      ...headings(blanks),
      ...factOf(slip, blanks),
      ...causeOf(slip, blanks),
      ...measuresOf(slip, blanks, print),
      ...effectOf(slip, blanks, print),
    },
    tables: { rounds: roundsOf(slip, blanks, print) },
    marks: [
      ...(slip.systemic ? [tell(paper.systemicMark)] : []),
      ...(slip.exemption === null ? [] : [tell(paper.exemptedMark)]),
    ],
    reason: slip.closeReason,
    stands: { sourceText: 'source' },
  }
}

const headings = ({ label }: Blanks): Record<string, Field> =>
  Object.fromEntries(
    (['partFact', 'partCause', 'partMeasures', 'partEffect'] as const).map((part) => [
      part,
      { label: label(paper[part]), value: null },
    ]),
  )

const factOf = (slip: CorrectiveSlip, { text, ticks, tell, label, option }: Blanks): Record<string, Field> => ({
  department: text(labels.department, option(slip.department)),
  kind: text(labels.kind, slip.kind === null ? null : option(slip.kind)),
  source: ticks(labels.source, sources, slip.source, true, slip.sourceText),
  sourceNumber: text(labels.sourceNumber, slip.sourceNumber),
  round: text(labels.round, filled(tell(paper.nth), { n: slip.round })),
  fact: text(labels.fact, slip.fact),
  raisedBy: text(labels.raisedBy, slip.raisedBy),
  systemic: {
    label: label(labels.systemic),
    ticks: [
      { label: tell(printWords.yes), on: slip.systemic },
      { label: tell(printWords.no), on: !slip.systemic },
    ],
  },
})

const causeOf = (slip: CorrectiveSlip, { text, label, open, option }: Blanks): Record<string, Field> => ({
  causes:
    slip.causes.length === 0 && !open
      ? text(labels.causes, null)
      : {
          label: label(labels.causes),
          ticks: causes.map((cause) => ({ label: option(cause), on: slip.causes.includes(cause) })),
        },
  causeText: text(labels.causeText, slip.causeText, true),
  responsible: text(labels.responsible, slip.responsible, true),
})

function measuresOf(slip: CorrectiveSlip, { text, time, hand, when }: Blanks, print: Printing): Record<string, Field> {
  const onDay = (label: Both, day: string | null) =>
    text(label, day === null ? null : formatDate(day, print.language), true)
  const head = slip.submittedBy === null ? null : (print.view.names[slip.submittedBy] ?? '')
  return {
    corrective: text(labels.corrective, slip.corrective, true),
    correctiveBy: onDay(labels.correctiveBy, slip.correctiveBy),
    preventive: text(labels.preventive, slip.preventive, true),
    preventiveBy: onDay(labels.preventiveBy, slip.preventiveBy),
    generalisation: text(labels.generalisation, slip.generalisation, slip.submittedAt === null),
    head: hand(labels.submittedBy, head, slip.submittedAt === null ? null : when(slip.submittedAt)),
    accepted: hand(labels.acceptedBy, slip.acceptedBy, slip.acceptedAt === null ? null : when(slip.acceptedAt)),
    implementation: text(labels.implementation, slip.implementation, true),
    implementedAt: time(labels.implementedAt, slip.implementedAt),
  }
}

const effectOf = (
  slip: CorrectiveSlip,
  { text, ticks, hand, when }: Blanks,
  print: Printing,
): Record<string, Field> => ({
  effect: ticks(labels.effect, effects, slip.effect),
  verifyNote: text(labels.verifyNote, slip.verifyNote, true),
  verifiedBy: hand(labels.verifiedBy, slip.verifiedBy, slip.verifiedAt === null ? null : when(slip.verifiedAt)),
  closedOn: text(labels.closedOn, slip.closedOn === null ? null : formatDate(slip.closedOn, print.language), true),
})

function roundsOf(slip: CorrectiveSlip, { table, tell, when }: Blanks, print: Printing): Table {
  const until = (what: string, day: string) => filled(tell(paper.until), { what, day: formatDate(day, print.language) })
  return table(
    [
      [labels.round, 1, 'center'],
      [labels.causeText, 4],
      [labels.corrective, 4],
      [labels.preventive, 4],
      [labels.implementation, 4],
      [paper.verification, 4],
    ],
    slip.earlierRounds.map((one) => [
      String(one.round),
      one.causeText,
      until(one.corrective, one.correctiveBy),
      until(one.preventive, one.preventiveBy),
      one.implementation,
      filled(tell(paper.ineffectiveBy), { note: one.verifyNote, by: one.verifiedBy, at: when(one.verifiedAt) }),
    ]),
    0,
  )
}

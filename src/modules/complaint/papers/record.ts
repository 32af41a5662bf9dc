import type { Field } from '#kernel/forms/paper.ts'
import type { PaperBody, Printing } from '#kernel/process/papers.ts'
import { type Blanks, blanksOf, filled, joined } from '#kernel/process/papers/blanks.ts'
import { printWords } from '#kernel/process/print-words.ts'
import type { Both } from '#lib/language.ts'
import { channels, type ComplaintSlip, grades, responsible } from '../slip.ts'
import { words } from '../words.ts'
import { paperWords as paper } from '../words/paper.ts'
import { courseOf } from './course.ts'
import { shownSlip } from './shown.ts'

const { fields: labels } = words

/** 《投诉记录表》 F-40: what was complained of, how it went, and what the customer said in the end (domain §2.5.4). */
export function recordPaper(print: Printing): PaperBody {
  const slip = shownSlip(print)
  const blanks = blanksOf(print)
  const { tell } = blanks
  return {
    fields: {
      ...taken(slip, blanks),
      ...judged(slip, blanks),
      ...solved(slip, blanks),
      ...signed(slip, blanks, print),
    },
    tables: { course: { ...courseOf(print, blanks), label: tell(paper.course) }, calls: calls(slip, blanks) },
    marks: [
      ...(slip.grade === 'major' ? [tell(paper.majorMark)] : []),
      ...(slip.direct ? [tell(paper.urgentMark)] : []),
      ...(slip.round > 1 ? [filled(tell(paper.roundMark), { n: slip.round })] : []),
    ],
    reason: slip.closeReason,
  }
}

function taken(slip: ComplaintSlip, { text, time, ticks, option, when, unit }: Blanks): Record<string, Field> {
  return {
    channel: ticks(labels.channel, channels, slip.channel, true, slip.source === null ? null : option(slip.source)),
    complainantName: text(labels.complainantName, slip.complainantName),
    company: text(labels.company, slip.company),
    complainantPhone: text(labels.complainantPhone, slip.complainantPhone),
    unit: text(paper.unit, unit),
    location: text(labels.location, slip.location),
    occurredAt: time(labels.occurredAt, slip.occurredAt),
    acceptedAt: time(labels.acceptedAt, slip.acceptedAt),
    acceptedBy: text(labels.acceptedBy, slip.acceptedBy),
    category: text(labels.category, option(slip.category)),
    problem: text(labels.problem, slip.problem),
    orderDeadline: text(labels.orderDeadline, slip.orderDeadline === null ? null : when(slip.orderDeadline)),
  }
}

function judged(slip: ComplaintSlip, { ticks, text, tell, label, option }: Blanks): Record<string, Field> {
  const yesNo = (both: Both, on: boolean): Field => ({
    label: label(both),
    ticks: [
      { label: tell(printWords.yes), on },
      { label: tell(printWords.no), on: !on },
    ],
  })
  const because = slip.majorBecause.map(option).join('、')
  return {
    direct: yesNo(labels.direct, slip.direct),
    written: yesNo(labels.written, slip.written),
    apologised: yesNo(labels.apologised, slip.apologised),
    grade: ticks(labels.grade, grades, slip.grade, true, because === '' ? null : because),
    others: text(paper.others, [...new Set([...slip.repeatOf, ...slip.alike])].join('、')),
  }
}

function solved(slip: ComplaintSlip, { text, ticks, option, when, open }: Blanks): Record<string, Field> {
  const sent = slip.departments.map(option).join('、')
  const deferral = slip.deferrals.at(-1)
  const deferred =
    deferral === undefined
      ? null
      : joined(deferral.reason, option(deferral.understanding), '→', when(deferral.promisedAt))
  const result =
    slip.resolution === null ? null : joined(slip.resolution.result, slip.resolution.by, when(slip.resolution.at))
  return {
    departments:
      slip.departments.length <= 1
        ? ticks(labels.departments, responsible, slip.departments[0] ?? null)
        : text(labels.departments, sent),
    deferred: text(labels.deferrals, deferred, open && slip.resolution === null),
    result: text(labels.resolution, result, true),
    answer: text(labels.answer, slip.answer, true),
    replies: text(
      labels.replies,
      slip.replies
        .map((one) => joined(one.number, option(one.delivery), one.signedBy, when(one.deliveredAt)))
        .join('；'),
      slip.written,
    ),
  }
}

function calls(slip: ComplaintSlip, { table, option, when, tell }: Blanks) {
  return {
    ...table(
      [
        [paper.attempt, 2.4],
        [labels.at, 2.4],
        [labels.spokeWith, 1.4],
        [paper.by, 1.4],
        [paper.outcome, 5],
      ],
      slip.callBacks.map((one) => [
        one.number,
        when(one.at),
        one.spokeWith === '' ? null : one.spokeWith,
        one.by,
        joined(option(one.conclusion), one.opinion, one.handling),
      ]),
      2,
    ),
    label: tell(paper.calls),
  }
}

function signed(slip: ComplaintSlip, { hand, time }: Blanks, { view }: Printing): Record<string, Field> {
  const assistant = slip.assistant === null ? null : (view.names[slip.assistant] ?? null)
  return {
    satisfiedAt: time(labels.satisfiedAt, slip.satisfiedAt),
    assistant: hand(paper.assistantSigns, assistant, null),
    manager: hand(paper.managerSigns, null, null),
  }
}

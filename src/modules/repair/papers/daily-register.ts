import type { Paper } from '#kernel/forms/paper.ts'
import { filled, joined } from '#kernel/process/papers/blanks.ts'
import { labelOf, shortened } from '#kernel/process/papers.ts'
import { printWords } from '#kernel/process/print-words.ts'
import { type Both, type Language, say } from '#lib/language.ts'
import { clockTime, dateOf, formatDate, formatDateTime } from '#lib/show-time.ts'
import type { IsoDate, IsoInstant } from '#lib/time.ts'
import type { RepairSlip } from '../slip.ts'
import { type RepairState, states } from '../process/states.ts'
import { words } from '../words.ts'
import { paperWords as paper } from '../words/paper.ts'

export interface RegisterLine {
  readonly number: string
  readonly state: RepairState
  /** short name of the customer; null in common areas */
  readonly customer: string | null
  readonly place: string
  readonly slip: RepairSlip
}

export interface RegisterOfDay {
  readonly date: IsoDate
  /** in the order of reporting */
  readonly lines: readonly RegisterLine[]
  readonly company: Both
  readonly printedAt: IsoInstant
  readonly printedBy: string
  readonly language: Language
}

export const registerForm = { form: 'F-31', template: 'daily-register', version: '1.0' } as const
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const longestContent = 90

/** 报修记录表 F-31: the reports of a day, one line each; void slips keep their line (domain §1.4, §2.4). */
export function dailyRegisterPaper(day: RegisterOfDay): Paper {
  const { date, lines, language } = day
  const tell = (both: Both) => say(both, language)
  const label = (both: Both) => labelOf(both, language)
  const count = (both: Both, n: number) => ({ label: label(both), value: filled(tell(paper.count), { n }) })
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sunday'
  const printedAt = formatDateTime(day.printedAt, language)
  const columns: readonly (readonly [Both, number, ('center' | 'right')?])[] = [
    [paper.row, 0.9, 'center'],
    [paper.time, 1.1, 'center'],
    [paper.customer, 3.4],
    [paper.content, 6.2],
    [paper.slipNumber, 2.5],
    [paper.delivered, 1.8, 'center'],
    [paper.received, 1.8, 'center'],
    [paper.completed, 1.8, 'center'],
    [paper.result, 1.6, 'center'],
    [paper.remark, 2.9],
  ]
  return {
    company: tell(day.company),
    title: label(paper.register),
    number: null,
    numberLabel: tell(printWords.number),
    version: `${registerForm.form} · ${tell(printWords.version)} ${registerForm.version}`,
    pageOf: tell(printWords.pageOf),
    printed: `${tell(printWords.printed)} ${printedAt} ${day.printedBy}`,
    cancelled: null,
    marks: [],
    copies: [],
    fields: {
      date: { label: label(paper.date), value: `${formatDate(date, language)} ${tell(paper[weekday])}` },
      registered: count(paper.registered, lines.length),
      finished: count(paper.finished, lines.filter(({ slip }) => slip.completedAt !== null).length),
      calledBack: count(paper.calledBack, lines.filter(({ slip }) => reached(slip) !== null).length),
      compiledBy: { label: label(paper.compiledBy), signature: { name: day.printedBy, at: printedAt, picture: null } },
      checkedBy: { label: label(paper.checkedBy), signature: { name: '', at: null, picture: null } },
    },
    tables: {
      repairs: {
        label: null,
        columns: columns.map(([both, share, align]) => ({
          label: label(both),
          share,
          ...(align === undefined ? {} : { align }),
        })),
        rows: lines.map((line, at) => [String(at + 1), ...cellsOf(line, day)]),
      },
    },
    notes: [],
    corrections: [],
  }
}

/** What the customer said when he was reached, or that he could not be. */
const reached = (slip: RepairSlip): RepairSlip['conclusion'] => (slip.signedAt === null ? null : slip.conclusion)

function cellsOf({ number, state, customer, place, slip }: RegisterLine, day: RegisterOfDay): (string | null)[] {
  const tell = (both: Both) => say(both, day.language)
  const open = !('final' in states[state])
  /** The clock alone on the day itself, the whole date on another. */
  const at = (instant: IsoInstant | null) =>
    instant === null
      ? open
        ? ''
        : null
      : dateOf(instant) === day.date
        ? clockTime(instant)
        : formatDateTime(instant, day.language)
  const conclusion = reached(slip)
  return [
    clockTime(slip.reportedAt),
    joined(customer ?? tell(printWords.commonArea), place),
    shortened(
      slip.location === place
        ? slip.problem
        : filled(tell(paper.contentAt), { place: slip.location, problem: slip.problem }),
      longestContent,
    ),
    number,
    at(slip.sentAt),
    slip.receivedBy === null ? at(null) : joined(slip.receivedBy, at(slip.receivedAt)),
    at(slip.completedAt),
    conclusion === null ? at(null) : tell(words.options[conclusion]),
    remarkOf(state, slip, day),
  ]
}

function remarkOf(state: RepairState, slip: RepairSlip, { language }: RegisterOfDay): string | null {
  const tell = (both: Both) => say(both, language)
  const { suspension } = slip
  const parts = [
    'voids' in states[state]
      ? filled(tell(paper.voided), { reason: shortened(slip.closeReason ?? tell(words.states[state]), 40) })
      : '',
    slip.calledThrough ? tell(paper.followed) : '',
    state === 'suspended' && suspension !== null
      ? filled(tell(paper.held), {
          reason: tell(words.options[suspension.reason]),
          at: formatDateTime(suspension.expectedAt, language),
        })
      : '',
    slip.reworks > 0 ? filled(tell(paper.reworked), { n: slip.reworks }) : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : parts.join(language === 'zh' ? '；' : '; ')
}

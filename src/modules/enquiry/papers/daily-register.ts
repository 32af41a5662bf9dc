import type { Paper } from '#kernel/forms/paper.ts'
import { filled, joined } from '#kernel/process/papers/blanks.ts'
import { labelOf, shortened } from '#kernel/process/papers.ts'
import { printWords } from '#kernel/process/print-words.ts'
import { type Both, type Language, say } from '#lib/language.ts'
import { clockTime, formatDate, formatDateTime } from '#lib/show-time.ts'
import type { IsoDate, IsoInstant } from '#lib/time.ts'
import type { EnquirySlip } from '../slip.ts'
import { words } from '../words.ts'
import { daily } from '../words/daily.ts'

export interface RegisterLine {
  readonly number: string
  readonly state: string
  readonly customer: string | null
  readonly follower: string | null
  readonly slip: EnquirySlip
}

interface RegisterOfDay {
  readonly date: IsoDate
  /** in the order of asking */
  readonly lines: readonly RegisterLine[]
  readonly company: Both
  readonly printedAt: IsoInstant
  readonly printedBy: string
  readonly language: Language
}

export const registerForm = { form: 'F-141', template: 'daily-register', version: '1.0' } as const
const longest = 110

/** 《问询登记》 F-141: the enquiries of a day, one line each, answered or not. */
export function dailyRegisterPaper(day: RegisterOfDay): Paper {
  const { date, lines, language } = day
  const tell = (both: Both) => say(both, language)
  const label = (both: Both) => labelOf(both, language)
  const count = (both: Both, n: number) => ({ label: label(both), value: filled(tell(daily.count), { n }) })
  const answered = lines.filter(({ slip }) => slip.answer !== null).length
  const printedAt = formatDateTime(day.printedAt, language)
  const columns: readonly (readonly [Both, number, 'center'?])[] = [
    [daily.row, 0.8, 'center'],
    [daily.time, 1, 'center'],
    [words.fields.channel, 1.7, 'center'],
    [daily.enquirer, 3],
    [words.fields.question, 5.4],
    [daily.number, 2.3],
    [daily.answerKind, 1.9, 'center'],
    [daily.followUp, 2.6],
    [daily.result, 5],
  ]
  return {
    company: tell(day.company),
    title: label(daily.register),
    number: null,
    numberLabel: tell(printWords.number),
    version: `${registerForm.form} · ${tell(printWords.version)} ${registerForm.version}`,
    pageOf: tell(printWords.pageOf),
    printed: `${tell(printWords.printed)} ${printedAt} ${day.printedBy}`,
    cancelled: null,
    marks: [],
    copies: [],
    fields: {
      date: { label: label(daily.date), value: formatDate(date, language) },
      registered: count(daily.registered, lines.length),
      answered: count(daily.answered, answered),
      open: count(daily.open, lines.filter(({ state }) => state !== 'closed').length),
      compiledBy: { label: label(daily.compiledBy), signature: { name: day.printedBy, at: printedAt, picture: null } },
      checkedBy: { label: label(daily.checkedBy), signature: { name: '', at: null, picture: null } },
    },
    tables: {
      enquiries: {
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

function cellsOf({ number, state, customer, follower, slip }: RegisterLine, day: RegisterOfDay): (string | null)[] {
  const { language } = day
  const tell = (both: Both) => say(both, language)
  const open = state !== 'closed'
  const followUp = joined(
    slip.department === null ? null : tell(words.options[slip.department]),
    follower,
    slip.replyBy === null ? null : formatDateTime(slip.replyBy, language),
  )
  const result = slip.answer ?? slip.closeNote
  return [
    clockTime(slip.askedAt),
    tell(words.options[slip.channel]),
    joined(slip.enquirer, slip.enquirerCompany ?? customer) || null,
    shortened(joined(slip.question, slip.furtherQuestion), longest),
    number,
    slip.answerKind === null ? (open ? '' : null) : tell(words.options[slip.answerKind]),
    followUp === '' ? null : followUp,
    result === null ? (open ? '' : null) : shortened(result, longest),
  ]
}

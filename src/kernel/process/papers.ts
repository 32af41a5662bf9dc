import type { Both, Language } from '#lib/language.ts'
import { say } from '#lib/language.ts'
import { formatDateTime } from '#lib/show-time.ts'
import type { IsoInstant } from '#lib/time.ts'
import { formatYuan } from '#lib/money.ts'
import type { Copy, Field, Label, Paper, Table } from '#kernel/forms/paper.ts'
import type { Process } from './define.ts'
import { printWords } from './print-words.ts'
import type { CaseView } from './view.ts'
import type { AnyWords } from './words.ts'

/* A case on paper. A module says what stands in the fields (`papers.ts`); head, copies, corrections and foot are the same for all. */

export interface Printing {
  readonly view: CaseView
  readonly process: Process
  readonly words: AnyWords
  readonly language: Language
  readonly company: Both
  readonly printedAt: IsoInstant
  readonly printedBy: string
  /** the pictures of signatures on this case, PNG by file id */
  readonly signatures: ReadonlyMap<string, Uint8Array>
}

export interface PaperBody {
  readonly fields: Paper['fields']
  readonly tables: Paper['tables']
  readonly notes?: readonly string[]
  readonly marks?: readonly string[]
  /** single copies, by number: a word stamped on it, and where it goes when not where the paper usually sends it */
  readonly copyMarks?: Readonly<Record<number, string>>
  readonly copyGoesTo?: Readonly<Record<number, string>>
  /** the paper's own number when it is not the number of the case; null: none was taken yet */
  readonly number?: string | null
  /** why the case came to nothing, as it was written down */
  readonly reason?: string | null
  /** slip field → key of `fields` under which it stands here, where the two differ */
  readonly stands?: Readonly<Record<string, string>>
}
export type PaperMaker = (print: Printing) => PaperBody

const colours = ['white', 'yellow', 'red', 'green'] as const

/** The whole paper of a case; `only` picks copies, all when null. */
export function paperOf(
  print: Printing,
  name: string,
  maker: PaperMaker | undefined,
  only: readonly number[] | null,
): Paper {
  const { view, process, words, language } = print
  const paper = process.papers[name]
  const title = words.papers[name] ?? words.paper
  const body = maker?.(print) ?? standardBody(print)
  const document = view.documents.find((one) => one.paper === name)
  const reprint = (document?.prints ?? 0) > 0
  return {
    company: say(print.company, language),
    title: labelOf(title, language),
    number: body.number === undefined ? view.number : body.number,
    numberLabel: say(printWords.number, language),
    version: `${paper?.form ?? ''} · ${say(printWords.version, language)} ${paper?.version ?? ''}`,
    pageOf: say(printWords.pageOf, language),
    printed: `${say(printWords.printed, language)} ${formatDateTime(print.printedAt, language)} ${print.printedBy}`,
    cancelled: process.states[view.state]?.voids ? voidOf(print, body) : null,
    marks: [...(reprint ? [say(printWords.reprint, language)] : []), ...(body.marks ?? [])],
    copies: copiesOf(print, name, body, only),
    fields: body.fields,
    tables: body.tables,
    notes: body.notes ?? [],
    corrections: correctionsOf(print, body),
  }
}

function voidOf({ view, words, language }: Printing, { reason }: PaperBody): NonNullable<Paper['cancelled']> {
  const state = say(words.states[view.state] ?? printWords.void, language)
  const because = reason ?? ''
  const colon = language === 'zh' ? '：' : ': '
  return {
    word: say(printWords.void, language),
    reason: because === '' ? state : `${state}${colon}${shortened(because, 120)}`,
  }
}

/** At most so many characters; what is cut off shows. */
export function shortened(text: string, most: number): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()]
  return signs.length > most
    ? `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : signs.join('')
}

/** In Chinese the paper speaks Chinese alone; for an English reader it keeps the Chinese and adds the English beneath. */
export const labelOf = (both: Both, language: Language): Label => (language === 'zh' ? both.zh : [both.zh, both.en])

function copiesOf(
  { view, words, process, language }: Printing,
  name: string,
  body: PaperBody,
  only: readonly number[] | null,
): Copy[] {
  const goesTo = process.papers[name]?.copies ?? []
  if (goesTo.length < 2) return []
  const handed = view.documents.find((one) => one.paper === name)?.copies ?? []
  return goesTo
    .map((desk, index): Copy & { readonly no: number } => {
      const no = index + 1
      const colour = colours[index] ?? 'white'
      const given = handed.find((one) => one.copy === no)
      return {
        no,
        label: `${say(printWords.ordinals[index] ?? printWords.copy, language)}${language === 'zh' ? ' ' : ' · '}${say(index === 0 ? printWords.stub : (words.more[desk] ?? words.paper), language)}`,
        colour,
        colourName: say(printWords.colours[colour], language),
        goesTo: body.copyGoesTo?.[no] ?? say(words.more[desk] ?? words.paper, language),
        handed: { label: say(printWords.handed, language), on: given !== undefined && given.handedTo !== null },
        mark: body.copyMarks?.[no] ?? null,
      }
    })
    .filter(({ no }) => only === null || only.includes(no))
    .map(({ no: _no, ...copy }) => copy)
}

/**
 * Old and new value, who, when and why, as a footnote on every later print (domain §1.5) of a paper on which the field
 * stands.
 */
function correctionsOf({ view, words, language }: Printing, body: PaperBody): Paper['corrections'] {
  const shown = (value: unknown, field: string) => plain(value, words, language, field) ?? '／'
  return view.timeline
    .filter((line) => line.action === 'correct')
    .flatMap((line) =>
      Object.entries(line.changes).map(([field, [before, after]]) => {
        const sentence = say(printWords.correction, language)
        const told: Readonly<Record<string, string>> = {
          field: say(words.fields[field] ?? { zh: field, en: field }, language),
          before: shown(before, field),
          after: shown(after, field),
          who: line.actorName,
          at: formatDateTime(line.at, language),
          reason: shown(line.input['reason'], 'reason'),
        }
        const text = sentence.replace(/\{(\w+)\}/g, (_, key: string) => told[key] ?? '')
        return { field: body.stands?.[field] ?? field, text }
      }),
    )
    .filter(({ field }) => field in body.fields)
}

/** Every simple field of the slip in its order, for a module that has no paper of its own yet. */
function standardBody(print: Printing): PaperBody {
  const { view, words, process, language } = print
  const fields: Record<string, Field> = {
    customer: { label: labelOf(printWords.customer, language), value: view.customer?.name ?? null },
    unit: { label: labelOf(printWords.unit, language), value: view.place === '' ? null : view.place },
    state: {
      label: labelOf(printWords.state, language),
      value: say(words.states[view.state] ?? printWords.state, language),
    },
    openedAt: { label: labelOf(printWords.openedAt, language), value: formatDateTime(view.openedAt, language) },
  }
  for (const field of Object.keys(process.slip.shape)) {
    const value = plain(view.slip[field], words, language, field)
    if (value !== undefined)
      fields[field] = { label: labelOf(words.fields[field] ?? { zh: field, en: field }, language), value }
  }
  const tables: Record<string, Table> = {}
  return { fields, tables }
}

/** The text of a simple value; undefined for what needs a layout of its own. */
export function plain(value: unknown, words: AnyWords, language: Language, field: string): string | null | undefined {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return say(value ? printWords.yes : printWords.no, language)
  if (typeof value === 'number') return field.endsWith('Fen') ? formatYuan(value, language) : String(value)
  if (typeof value !== 'string') return undefined
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(value)) return formatDateTime(value, language)
  const option = words.options[value]
  return option ? say(option, language) : value
}

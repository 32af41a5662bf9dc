import type { Field, Signature, Table } from '#kernel/forms/paper.ts'
import { inWords } from '#lib/in-words.ts'
import { type Both, say } from '#lib/language.ts'
import { formatYuan } from '#lib/money.ts'
import { clockTime, dateOf, formatDateTime } from '#lib/show-time.ts'
import type { IsoInstant } from '#lib/time.ts'
import { labelOf, type Printing } from '../papers.ts'
import { printWords } from '../print-words.ts'

/*
 * How a blank of a paper is filled. What is not done yet stays empty for the pen while the case is open; what does not
 * apply, or never came about, is struck with ／ (domain §1.5).
 */

export type Blanks = ReturnType<typeof blanksOf>

export function blanksOf({ view, process, words, language, signatures }: Printing) {
  const open = process.states[view.state]?.final !== true
  const tell = (both: Both) => say(both, language)
  const label = (both: Both) => labelOf(both, language)
  const when = (at: IsoInstant) => formatDateTime(at, language)
  const money = (fen: number) => formatYuan(fen, language)
  const option = (value: string) => tell(words.options[value] ?? { zh: value, en: value })
  /** `awaited`: still to come while the case is open */
  const text = (both: Both, value: string | null, awaited = false): Field => ({
    label: label(both),
    value: value === null || value === '' ? (open && awaited ? '' : null) : value,
  })
  return {
    open,
    tell,
    when,
    money,
    option,
    text,
    label,
    time: (both: Both, at: IsoInstant | null, awaited = true) => text(both, at === null ? null : when(at), awaited),
    amount: (both: Both, fen: number | null, awaited = false): Field =>
      fen === null
        ? text(both, null, awaited)
        : { label: label(both), amount: { figures: money(fen), words: inWords(fen) } },
    /** The options as boxes to tick; struck as a whole when the choice does not apply. */
    ticks: <Value extends string>(
      both: Both,
      values: readonly Value[],
      chosen: Value | null,
      awaited = true,
      more: string | null = null,
    ): Field =>
      chosen === null && !(open && awaited)
        ? text(both, null)
        : {
            label: label(both),
            ticks: values.map((value) => ({ label: option(value), on: value === chosen })),
            value: more,
          },
    marks: (both: Both, mark: number | null, awaited: boolean): Field =>
      mark === null && !(open && awaited)
        ? text(both, null)
        : { label: label(both), ticks: [1, 2, 3, 4, 5].map((one) => ({ label: String(one), on: one === mark })) },
    /** An empty place is for the pen; `null` when nobody will sign any more. */
    hand: (both: Both, name: string | null, at: string | null, file: string | null = null, awaited = true): Field => ({
      label: label(both),
      signature: { name: name ?? (open && awaited ? '' : null), at, picture: pictureOf(signatures, file) },
    }),
    /** Rows of a table, or as many empty ones for the pen. */
    table: (
      columns: readonly (readonly [Both, number, ('center' | 'right')?])[],
      rows: Table['rows'],
      empty: number,
    ): Table => ({
      label: null,
      columns: columns.map(([both, share, align]) => ({
        label: label(both),
        share,
        ...(align === undefined ? {} : { align }),
      })),
      rows: rows.length > 0 ? rows : Array.from({ length: empty }, () => columns.map(() => '')),
    }),
    /** `2026-11-24 14:00 – 15:00`; the date again when the end lies on another. */
    span: (from: IsoInstant, to: IsoInstant) =>
      `${when(from)} – ${dateOf(from) === dateOf(to) ? clockTime(to) : when(to)}`,
    customer: view.customer === null ? tell(printWords.commonArea) : nameOf(view.customer, language),
    unit: view.unit?.code ?? view.place,
  }
}

const nameOf = (customer: { readonly name: string; readonly nameEn: string }, language: 'zh' | 'en') =>
  language === 'en' && customer.nameEn !== '' ? `${customer.nameEn} ${customer.name}` : customer.name

const png = [0x89, 0x50, 0x4e, 0x47]

/** A hand drawn on the pad; a scan of the whole slip is no picture to set in its own cell. */
function pictureOf(signatures: Printing['signatures'], file: string | null): Signature['picture'] {
  const bytes = file === null ? undefined : signatures.get(file)
  return bytes !== undefined && png.every((byte, at) => bytes[at] === byte) ? bytes : null
}

/** `{name}` in a sentence, told. */
export const filled = (sentence: string, told: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(told[key] ?? ''))

export const joined = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ')

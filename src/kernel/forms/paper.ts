/**
 * What a printed paper says. A template (`*.typ`) decides where everything stands; this is the only thing it is given.
 * Every word is already in the reader's language, money already in figures and 大写, instants already in local time:
 * a template formats nothing. A blank is `null` and prints ／ (domain 1.5).
 */

/** One language, or the main language with a second set small beneath it. */
export type Label = string | readonly [main: string, second: string]

export type Tick = { readonly label: string; readonly on: boolean }

/** A hand: the name that signed, when, and the picture the pad drew (PNG), if it was signed on a pad. */
export type Signature = {
  readonly name: string | null
  readonly at: string | null
  readonly picture: Uint8Array | null
}

export type Field =
  | { readonly label: Label; readonly value: string | null }
  | { readonly label: Label; readonly ticks: readonly Tick[]; readonly value?: string | null }
  | { readonly label: Label; readonly signature: Signature }
  | { readonly label: Label; readonly amount: Amount | null }

/** `figures` as ¥1,234.50 and `words` as 壹仟贰佰叁拾肆元伍角; the two agree because both come from the same fen. */
export type Amount = { readonly figures: string; readonly words: string }

export type Column = {
  readonly label: Label
  readonly align?: 'left' | 'center' | 'right'
  /** Share of the width that remains after the other columns; 1 when absent. */
  readonly share?: number
}

export type Table = {
  readonly label: Label | null
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly (string | null)[])[]
}

/** The band printed along the edge of a copy (第一联 存根 白 客服部, domain 1.6). */
export type Copy = {
  readonly label: string
  readonly colour: 'white' | 'yellow' | 'red' | 'green'
  readonly colourName: string
  readonly goesTo: string
  /** Whether the copy has reached its reader: 已送达/签收. */
  readonly handed: Tick
  /** A word stamped on this copy alone, such as 免费 on the finance copy of a free slip. */
  readonly mark: string | null
}

/** 更正: what a field said, what it says now, and who answers for the change. `field` is a key of `fields`. */
export type Correction = {
  readonly field: string
  readonly text: string
}

export type Paper = {
  readonly company: string
  readonly title: Label
  /** The number of the paper, also as QR and Code128; null for a register, which has none. */
  readonly number: string | null
  /** Beside the number: 编号. */
  readonly numberLabel: string
  /** Form code and version: F-30 · 版本 1.0. */
  readonly version: string
  /** `{page}` and `{pages}` are filled in by the page. */
  readonly pageOf: string
  /** Print time and by whom. */
  readonly printed: string
  /** Stamped across every page: 作废, with the reason beneath. */
  readonly cancelled: { readonly word: string; readonly reason: string } | null
  /** Small marks beside the title: 补打, 补单, 免费. */
  readonly marks: readonly string[]
  /** Empty when the paper is single. */
  readonly copies: readonly Copy[]
  readonly fields: Readonly<Record<string, Field>>
  readonly tables: Readonly<Record<string, Table>>
  /** Sentences under the form: 说明. */
  readonly notes: readonly string[]
  readonly corrections: readonly Correction[]
}

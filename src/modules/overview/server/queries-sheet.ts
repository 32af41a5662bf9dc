import { say, type Language } from '#lib/language.ts'
import type { Tx } from '#kernel/database/database.ts'
import { type SheetRow, writeSheet } from '#kernel/forms/server/spreadsheet.ts'
import type { House } from '#kernel/http/server/house.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { departmentWords } from '#kernel/people/words.ts'
import { sheetWords as page } from '#kernel/process/print-words.ts'
import { specOf } from '../process/figures.ts'
import type { FigureCase, FigureSpec } from '../rules.ts'
import { words } from '../words.ts'
import { figureWords } from '../words/figures.ts'
import { type CasesQuery, casesOf, figuresOf } from './queries.ts'

const mostRows = 20_000

/** The monthly table as a spreadsheet; a figure nobody can divide stays empty. */
export async function figuresSheet(
  tx: Tx,
  house: House,
  actor: Actor,
  month: string,
  language: Language,
): Promise<Uint8Array> {
  const { items } = await figuresOf(tx, house, actor, month)
  const title = (key: 'no' | 'figure' | 'value' | 'target' | 'trend' | 'formula' | 'median' | 'p90') =>
    say(words[key], language)
  return writeSheet({
    name: `${say(words.figures, language)} ${month}`,
    columns: [
      { key: 'no', title: title('no'), width: 8, kind: 'text' },
      { key: 'figure', title: title('figure'), width: 30, kind: 'text' },
      { key: 'value', title: title('value'), width: 12, kind: 'number' },
      { key: 'unit', title: '', width: 8, kind: 'text' },
      { key: 'hits', title: say(words.isCounted, language), width: 10, kind: 'number' },
      { key: 'of', title: say(words.counted, language), width: 12, kind: 'number' },
      { key: 'median', title: title('median'), width: 10, kind: 'number' },
      { key: 'p90', title: title('p90'), width: 10, kind: 'number' },
      { key: 'target', title: title('target'), width: 10, kind: 'number' },
      { key: 'last', title: say(words.earlierMonth, language), width: 12, kind: 'number' },
      { key: 'formula', title: title('formula'), width: 70, kind: 'text' },
    ],
    rows: items.map((one): SheetRow => {
      const spec = specOf(one.key)
      const shown = (value: number | null) => (value === null || spec.kind !== 'money' ? value : value / 100)
      return {
        no: spec.no,
        figure: say(figureWords[one.key].says, language),
        value: shown(one.value),
        unit: say(unitOf(spec), language),
        hits: one.hits,
        of: one.of,
        median: one.gross?.median ?? null,
        p90: one.gross?.p90 ?? null,
        target: one.target,
        last: shown(one.last),
        formula: say(figureWords[one.key].formula, language),
      }
    }),
  })
}

const unitOf = ({ kind }: FigureSpec) =>
  kind === 'share' || kind === 'ratio'
    ? words.perCent
    : kind === 'duration'
      ? words.minutes
      : kind === 'money'
        ? words.yuan
        : words.cases

/** The cases a figure counts. */
export async function casesSheet(
  tx: Tx,
  house: House,
  actor: Actor,
  asked: CasesQuery,
  language: Language,
): Promise<Uint8Array> {
  const spec = specOf(asked.key)
  const process = house.modules.find((module) => module.process.name === spec.process)?.words
  const partName = (part: string) =>
    say(
      process?.options[part] ?? departmentWords[part as keyof typeof departmentWords] ?? { zh: part, en: part },
      language,
    )
  const rows: FigureCase[] = []
  for (let after: string | undefined; rows.length < mostRows; ) {
    const some = await casesOf(tx, house, actor, { ...asked, after, size: 1000 })
    rows.push(...some.items)
    if (some.next === null) break
    after = some.next
  }
  const value = spec.kind === 'money' ? 'money' : 'number'
  return writeSheet({
    name: `${say(figureWords[asked.key].says, language)} ${asked.month}`,
    columns: [
      { key: 'number', title: say(page.number, language), width: 16, kind: 'text' },
      { key: 'hit', title: say(words.isCounted, language), width: 10, kind: 'text' },
      { key: 'part', title: say(words.part, language), width: 16, kind: 'text' },
      { key: 'value', title: say(words.value, language), width: 12, kind: value },
      { key: 'net', title: say(words.net, language), width: 12, kind: 'number' },
      { key: 'title', title: say(page.title, language), width: 40, kind: 'text' },
      { key: 'customer', title: say(page.customer, language), width: 24, kind: 'text' },
      { key: 'place', title: say(page.unit, language), width: 12, kind: 'text' },
      { key: 'state', title: say(page.state, language), width: 14, kind: 'text' },
      { key: 'openedAt', title: say(page.openedAt, language), width: 17, kind: 'datetime' },
      { key: 'closedAt', title: say(page.closedAt, language), width: 17, kind: 'datetime' },
    ],
    rows: rows.map(
      (one): SheetRow => ({
        number: one.case.number,
        hit: say(one.hit ? words.isCounted : words.isNotCounted, language),
        part: partName(one.part),
        value: one.value === null ? null : Math.round(one.value * 100) / 100,
        net: one.net === null ? null : Math.round(one.net * 100) / 100,
        title: one.case.title,
        customer: one.case.customer?.shortName ?? null,
        place: one.case.place,
        state: say(process?.states[one.case.state] ?? { zh: one.case.state, en: one.case.state }, language),
        openedAt: one.case.openedAt,
        closedAt: one.case.closedAt,
      }),
    ),
  })
}

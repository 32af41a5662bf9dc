/** A case of the procedures between departments, printed without a server. */
import type { Paper } from '#kernel/forms/paper.ts'
import { type PaperMaker, paperOf, type Printing } from '#kernel/process/papers.ts'
import type { CaseView } from '#kernel/process/view.ts'
import type { AnyWords } from '#kernel/process/words.ts'
import type { Language } from '#lib/language.ts'
import type { Case } from './department-case.ts'
import { cast, shanghai } from './moment.ts'

export const viewOf = (of: Case, changes: Partial<CaseView> = {}): CaseView => ({
  process: of.process.name,
  number: `${of.process.number}-2026-0001`,
  state: of.state,
  version: 1,
  title: '',
  priority: 3,
  category: '',
  place: '1-1701',
  departments: [],
  customer: { id: 'c', code: 'T003', name: '澄霁信息', shortName: '澄霁信息', nameEn: 'Chengji', vip: false },
  unit: { id: 'u', code: '1-1701' },
  owner: null,
  assignee: null,
  openedAt: shanghai('10:00'),
  enteredAt: of.now,
  closedAt: null,
  dueAt: null,
  paused: false,
  slip: of.slip,
  contact: null,
  openedBy: null,
  openedAs: 'staff',
  crew: [],
  names: Object.fromEntries(Object.values(cast).map(({ id, name }) => [String(id), name])),
  choices: [],
  correctable: [],
  clocks: [],
  pauses: [],
  timeline: [],
  documents: [],
  files: [],
  charges: [],
  receipts: [],
  chargedFen: 0,
  unpaidFen: 0,
  escalations: [],
  linked: [],
  ...changes,
})

export function printedCase(
  of: Case,
  name: string,
  module: { readonly words: AnyWords; readonly papers: Readonly<Record<string, PaperMaker>> },
  language: Language = 'zh',
): Paper {
  const printing: Printing = {
    view: viewOf(of),
    process: of.process,
    words: module.words,
    language,
    company: { zh: '光大物业管理有限公司', en: 'Guangda' },
    printedAt: shanghai('16:00'),
    printedBy: 'Wang Xin',
    signatures: new Map(),
  }
  return paperOf(printing, name, module.papers[name], null)
}

/** What stands in a blank: text, the options ticked, or who signed. */
export function said(paper: Paper, key: string): string | null {
  const field = paper.fields[key]
  if (!field) throw new Error(`no field ${key}`)
  if ('ticks' in field)
    return field.ticks
      .filter(({ on }) => on)
      .map(({ label }) => label)
      .join()
  if ('signature' in field) return field.signature.name
  if ('amount' in field) return field.amount && field.amount.figures
  return field.value
}

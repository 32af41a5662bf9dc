import type { ComplaintSlip } from '#modules/complaint/slip.ts'
import type { CorrectiveSlip } from '#modules/corrective-action/slip.ts'
import { englishTroubles, troubleList } from './trouble-list.ts'

type Category = ComplaintSlip['category']
export type Department = ComplaintSlip['departments'][number]

/** What somebody complains about, what is done about it, and what is learned from it. */
export interface Trouble {
  readonly category: Category
  readonly departments: readonly Department[]
  /** hampered by it now: two hours (domain §2.5.3) */
  readonly direct: boolean
  readonly english: boolean
  readonly text: string
  /** what each department is asked to do, in the order of `departments` */
  readonly requests: readonly string[]
  readonly result: string
  readonly causes: CorrectiveSlip['causes']
  readonly cause: string
  readonly corrective: string
  readonly preventive: string
}

const departments: Readonly<Record<string, Department>> = {
  e: 'engineering',
  s: 'security',
  c: 'cleaning',
  k: 'customerService',
  f: 'finance',
}
const causes: Readonly<Record<string, CorrectiveSlip['causes'][number]>> = {
  p: 'people',
  m: 'machine',
  a: 'material',
  w: 'method',
  n: 'environment',
}

function read(category: string, english: boolean, row: string): Trouble {
  const [who = '', direct, text = '', asked = '', result = '', why = '', cause = '', corrective = '', preventive = ''] =
    row.split('|')
  return {
    category: category as Category,
    departments: Array.from(who).flatMap((letter) => departments[letter] ?? []),
    direct: direct === 'd',
    english,
    text,
    requests: asked.split(';'),
    result,
    causes: Array.from(why).flatMap((letter) => causes[letter] ?? []),
    cause,
    corrective,
    preventive,
  }
}

const all = (list: Readonly<Record<string, readonly string[]>>, english: boolean): Trouble[] =>
  Object.entries(list).flatMap(([category, rows]) => rows.map((row) => read(category, english, row)))

export const troubles: readonly Trouble[] = [...all(troubleList, false), ...all(englishTroubles, true)]

/** The one that begins with these words. */
export function troubleSaying(words: string): Trouble {
  const found = troubles.find(({ text }) => text.startsWith(words))
  if (found === undefined) throw new Error(`nobody complains “${words}”`)
  return found
}

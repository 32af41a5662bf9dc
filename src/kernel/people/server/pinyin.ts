import { pinyin } from 'pinyin-pro'
import { normalise } from '#lib/text.ts'

/** How a Chinese name is found by typing letters: 吕 is `lv`, and a person's 单 is `shan` where a company's is `dan`. */
export interface Spelled {
  /** syllables joined, other letters as they are: `beijingyanxi` */
  readonly pinyin: string
  /** first letters: `bjyx` */
  readonly initials: string
}

export function spelled(name: string, of: 'person' | 'company'): Spelled {
  const syllables = pinyin(normalise(name), {
    type: 'array',
    toneType: 'none',
    v: true,
    nonZh: 'consecutive',
    surname: of === 'person' ? 'head' : 'off',
  }).map((syllable) => lettersOf(syllable))
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable.slice(0, 1)).join('') }
}

/** What is searched, in one normalised text; empty parts fall out. */
export const searchText = (parts: readonly (string | null)[]): string =>
  normalise(parts.filter((part) => part !== null && part !== '').join(' '))

/** A typed word as the spelled columns keep it. */
export const lettersOf = (text: string): string => normalise(text).replaceAll('ü', 'v').replace(/[^a-z0-9]/g, '')

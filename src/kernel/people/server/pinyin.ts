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
  const runs = normalise(name).match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []
  const parts = runs.map((run, at) =>
    /\p{Script=Han}/u.test(run) ? syllablesOf(run, of === 'person' && at === 0) : [lettersOf(run)],
  )
  return {
    pinyin: parts.flat().join(''),
    initials: parts
      .flatMap((part) => (part.length === 1 && isShortName(part[0] ?? '') ? part : part.map((one) => one.slice(0, 1))))
      .join(''),
  }
}

function syllablesOf(run: string, startsWithSurname: boolean): string[] {
  const options = { type: 'array', toneType: 'none', v: true, surname: startsWithSurname ? 'head' : 'off' } as const
  return pinyin(run, options).map(lettersOf)
}

/** IBM and 3M are their own initials. */
const isShortName = (word: string) => /^(?![a-z]*[aeiou][a-z]*[aeiou])[a-z0-9]{2,4}$/.test(word)

/** What is searched, in one normalised text; empty parts fall out. */
export const searchText = (parts: readonly (string | null)[]): string =>
  normalise(parts.filter((part) => part !== null && part !== '').join(' '))

/** A typed word as the spelled columns keep it. */
export const lettersOf = (text: string): string =>
  normalise(text)
    .replaceAll('ü', 'v')
    .replace(/[^a-z0-9]/g, '')

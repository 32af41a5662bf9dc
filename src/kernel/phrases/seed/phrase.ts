import type { PhraseKind, PhraseSpec, Scene } from '../view.ts'
import { codeLetters } from '../view.ts'

type Text = 'topicZh' | 'topicEn' | 'textEn' | 'preferredZh' | 'preferredEn' | 'matches' | 'harmless' | 'note'
const blank: Pick<PhraseSpec, Text> = {
  topicZh: '',
  topicEn: '',
  textEn: '',
  preferredZh: '',
  preferredEn: '',
  matches: [],
  harmless: [],
  note: '',
}

/** A phrase of the list a house begins with: W07 is the seventh polite one. */
export const phrase = (
  kind: PhraseKind,
  number: number,
  scene: Scene,
  textZh: string,
  rest: Partial<Pick<PhraseSpec, Text>> = {},
): PhraseSpec => ({
  code: `${codeLetters[kind]}${String(number).padStart(2, '0')}`,
  kind,
  scene,
  textZh,
  ...blank,
  ...rest,
})

/**
 * A 忌语 with what is said instead; the ways in which it is recognised, where its own text does not say enough; and the
 * longer words that only look like it.
 */
export const taboo = (
  number: number,
  scene: Scene,
  textZh: string,
  preferredZh: string,
  preferredEn: string,
  matches: readonly string[] = [],
  harmless: readonly string[] = [],
  note = '',
): PhraseSpec => phrase('taboo', number, scene, textZh, { preferredZh, preferredEn, matches, harmless, note })

/*
 * The phrasebook (domain §6): what the house says, what it does not say and what it says instead, in situations. Shapes of
 *   GET  /api/phrases                     the list as it holds now → PhraseList
 *   GET  /api/phrases/{code}              every version, newest first → PhraseHistory
 *   POST /api/phrases                     a new phrase
 *   POST /api/phrases/{code}              a new version: other words, retired, restored
 */

export const phraseKinds = ['polite', 'taboo', 'english', 'attitude', 'rule'] as const
export type PhraseKind = (typeof phraseKinds)[number]

/** Situations, in the order in which they are offered. */
export const scenes = [
  'telephone',
  'reception',
  'repair',
  'complaint',
  'charges',
  'aircon',
  'meeting',
  'business',
  'mail',
  'parking',
  'move',
  'fitout',
  'patrol',
  'notice',
  'emergency',
  'general',
] as const
export type Scene = (typeof scenes)[number]

/** The situation a chapter of the house is about, when the book has one of its name. */
export const sceneOf = (chapter: string | undefined): Scene | undefined => scenes.find((one) => one === chapter)

/** The letter a code begins with. */
export const codeLetters: Readonly<Record<PhraseKind, string>> = {
  polite: 'W',
  taboo: 'J',
  english: 'E',
  attitude: 'A',
  rule: 'R',
}

export interface PhraseSpec {
  readonly code: string
  readonly kind: PhraseKind
  readonly scene: Scene
  /** the moment within the situation, such as 转接未通; empty for most */
  readonly topicZh: string
  readonly topicEn: string
  readonly textZh: string
  readonly textEn: string
  /** what is said instead; taboos only */
  readonly preferredZh: string
  readonly preferredEn: string
  /** how a taboo is recognised (`check.ts`); none: by its own text */
  readonly matches: readonly string[]
  /** longer words that hold a match and offend nobody: 没空调 for 没空 */
  readonly harmless: readonly string[]
  readonly note: string
}

export interface Phrase extends PhraseSpec {
  readonly version: number
  readonly retired: boolean
}

export interface PhraseList {
  readonly items: readonly Phrase[]
  readonly mayEdit: boolean
}

export interface PhraseVersion extends Phrase {
  readonly setBy: string | null
  readonly setAt: string
  readonly reason: string
}

export interface PhraseHistory {
  readonly versions: readonly PhraseVersion[]
}

/** Characters of the reason for sending a text against a warning. */
export const leastReason = 5
export const mostReason = 300

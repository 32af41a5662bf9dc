import { english } from './seed/english.ts'
import { polite } from './seed/polite.ts'
import { attitudes, telephoneRules } from './seed/rules.ts'
import { deskTaboos } from './seed/taboo-desk.ts'
import { generalTaboos } from './seed/taboo-general.ts'
import { troubleTaboos } from './seed/taboo-trouble.ts'
import type { PhraseSpec } from './view.ts'

/** The 44 of domain §6.2, in its order. */
export const firstTaboos: readonly PhraseSpec[] = [...deskTaboos, ...generalTaboos, ...troubleTaboos].toSorted((a, b) =>
  a.code.localeCompare(b.code),
)

/** The phrasebook a house begins with (domain §6, §2.5.5); from then on it is kept in the house, by versions. */
export const firstPhrases: readonly PhraseSpec[] = [
  ...polite,
  ...firstTaboos,
  ...english,
  ...attitudes,
  ...telephoneRules,
]

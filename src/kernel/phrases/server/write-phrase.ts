import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import { doorWords } from '#kernel/http/words.ts'
import type { Both } from '#lib/language.ts'
import type { IsoInstant } from '#lib/time.ts'
import { derivedMatches, findTaboo, isMatcher } from '../check.ts'
import { codeLetters, type Phrase, type PhraseKind, type PhraseSpec } from '../view.ts'
import { phraseRefusals } from '../words.ts'
import { phraseRow, phrasesNow } from './queries.ts'

export interface Signed {
  readonly by: string | null
  readonly at: IsoInstant
}
export interface Written {
  readonly code: string
  readonly version: number
}
type Typed = Omit<PhraseSpec, 'code' | 'kind'> & { readonly reason: string }

/** The book is kept by one hand at a time: codes are counted, and versions follow each other. */
async function lockBook(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('phrases'))`.execute(tx)
}

/** Throws `Refused` for a phrase that is there already, or that says too little. */
export async function addPhrase(
  tx: Tx,
  typed: Typed & { readonly kind: PhraseKind },
  signed: Signed,
): Promise<Written> {
  await lockBook(tx)
  const { kind, reason, ...spec } = typed
  const book = await phrasesNow(tx)
  refuseFaults({ ...spec, code: '', kind, version: 0, retired: false }, book)
  const letter = codeLetters[kind]
  const last = Math.max(
    0,
    ...book.filter(({ code }) => code.startsWith(letter)).map(({ code }) => Number(code.slice(1))),
  )
  const code = `${letter}${String(last + 1).padStart(2, '0')}`
  await tx
    .insertInto('phrases')
    .values({ ...phraseRow({ ...spec, kind, code }), version: 1, reason, set_by: signed.by, set_at: signed.at })
    .execute()
  return { code, version: 1 }
}

/** `typed.version` is the one the writer has seen. Throws `Refused`, 409 when somebody was faster. */
export async function setPhrase(
  tx: Tx,
  code: string,
  typed: Typed & { readonly version: number; readonly retired: boolean },
  signed: Signed,
): Promise<Written> {
  await lockBook(tx)
  const { version: seen, retired, reason, ...spec } = typed
  const book = await phrasesNow(tx)
  const before = book.find((one) => one.code === code)
  if (before === undefined) throw new Refused({ status: 404, code: 'notFound', says: doorWords.notFound })
  if (before.version !== seen) throw new Refused({ status: 409, code: 'stale', says: phraseRefusals.changedMeanwhile })
  const next: Phrase = { ...spec, code, kind: before.kind, version: before.version + 1, retired }
  if (sameWords(before, next))
    throw new Refused({ status: 422, code: 'unchanged', says: phraseRefusals.nothingChanged })
  if (!retired) refuseFaults(next, book)
  await tx
    .insertInto('phrases')
    .values({ ...phraseRow(next), version: next.version, retired, reason, set_by: signed.by, set_at: signed.at })
    .execute()
  return { code, version: next.version }
}

const sameWords = (one: Phrase, other: Phrase): boolean => {
  const words = ({ retired, ...spec }: Phrase) => JSON.stringify([retired, phraseRow(spec)])
  return words(one) === words(other)
}

function refuseFaults(phrase: Phrase, book: readonly Phrase[]): void {
  const taboo = phrase.kind === 'taboo'
  const faults: { path: string; code: string; says: Both }[] = []
  const fault = (path: string, code: string, says: Both) => faults.push({ path, code, says })
  if (taboo && phrase.preferredZh === '') fault('preferredZh', 'required', phraseRefusals.needsBetter)
  if (
    !taboo &&
    [phrase.preferredZh, phrase.preferredEn, ...phrase.matches, ...phrase.harmless].some((one) => one !== '')
  )
    fault('preferredZh', 'onlyTaboos', phraseRefusals.onlyTaboos)
  if (phrase.kind === 'english' && phrase.textEn === '') fault('textEn', 'required', phraseRefusals.needsEnglish)
  for (const [field, list] of [
    ['matches', phrase.matches],
    ['harmless', phrase.harmless],
  ] as const)
    if (list.some((one) => !isMatcher(one))) fault(field, 'badMatcher', phraseRefusals.badMatcher)
  if (taboo && phrase.matches.length === 0 && derivedMatches(phrase.textZh).length === 0)
    fault('matches', 'badMatcher', phraseRefusals.badMatcher)
  if (taboo && findTaboo(`${phrase.preferredZh}\n${phrase.preferredEn}`, [phrase]).length > 0)
    fault('preferredZh', 'selfTaboo', phraseRefusals.selfTaboo)
  const twin = book.find(
    ({ code, kind, textZh, textEn, retired }) =>
      !retired && code !== phrase.code && kind === phrase.kind && textZh === phrase.textZh && textEn === phrase.textEn,
  )
  if (twin) fault('textZh', 'alreadyThere', phraseRefusals.alreadyThere)
  if (faults.length > 0) throw new Refused({ status: 422, code: 'input', says: doorWords.input, errors: faults })
}

import type { Selectable } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import type { Phrases } from '#kernel/database/types.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { Taboo } from '../check.ts'
import { firstPhrases } from '../seed.ts'
import type { Phrase, PhraseKind, PhraseSpec, Scene } from '../view.ts'

/** The newest version of every phrase, in the order of the book. */
export async function phrasesNow(tx: Tx): Promise<Phrase[]> {
  const rows = await newest(tx).orderBy('code').orderBy('version', 'desc').execute()
  return rows.map(phraseOf).toSorted((a, b) => order(a) - order(b))
}

const newest = (tx: Tx) => tx.selectFrom('phrases').distinctOn('code').selectAll()
/** W09 before W10, and W100 after W99. */
const order = ({ code }: Phrase) => 'WJEAR'.indexOf(code.charAt(0)) * 10_000 + Number(code.slice(1))

/** What outgoing texts are held against: read anew for each step, so that a change of the book holds at once everywhere. */
export async function taboosNow(tx: Tx): Promise<Taboo[]> {
  const rows = await newest(tx).where('kind', '=', 'taboo').orderBy('code').orderBy('version', 'desc').execute()
  return rows.map(phraseOf).filter(({ retired }) => !retired)
}

export const phraseOf = (row: Selectable<Phrases>): Phrase => ({
  code: row.code,
  version: row.version,
  kind: row.kind as PhraseKind,
  scene: row.scene as Scene,
  topicZh: row.topic_zh,
  topicEn: row.topic_en,
  textZh: row.text_zh,
  textEn: row.text_en,
  preferredZh: row.preferred_zh,
  preferredEn: row.preferred_en,
  matches: row.matches,
  harmless: row.harmless,
  note: row.note,
  retired: row.retired,
})

export const phraseRow = (phrase: PhraseSpec) => ({
  code: phrase.code,
  kind: phrase.kind,
  scene: phrase.scene,
  topic_zh: phrase.topicZh,
  topic_en: phrase.topicEn,
  text_zh: phrase.textZh,
  text_en: phrase.textEn,
  preferred_zh: phrase.preferredZh,
  preferred_en: phrase.preferredEn,
  matches: [...phrase.matches],
  harmless: [...phrase.harmless],
  note: phrase.note,
})

/** The book a house begins with; where somebody has written one already nothing is added. */
export async function seedPhrases(tx: Tx, at: IsoInstant): Promise<void> {
  const any = await tx.selectFrom('phrases').select('code').limit(1).executeTakeFirst()
  if (any) return
  await tx
    .insertInto('phrases')
    .values(firstPhrases.map((phrase) => ({ ...phraseRow(phrase), version: 1, set_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

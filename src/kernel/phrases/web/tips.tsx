import { useSay } from '#ui/language.tsx'
import { Section } from '#ui/section.tsx'
import type { Phrase, PhraseKind, Scene } from '../view.ts'
import { sceneWords } from '../words.ts'
import classes from './phrases.module.css'
import { usePhrases } from './use-phrases.ts'
import { words } from './words.ts'

interface TipsForProps {
  readonly scene: Scene
  /** without a card of its own, inside a form */
  readonly plain?: boolean
  /** which kinds, in the order in which they are shown */
  readonly kinds?: readonly PhraseKind[]
}

const EVERYTHING: readonly PhraseKind[] = ['attitude', 'polite', 'english', 'rule', 'taboo']

/** What to say in a situation, in both languages, and what not. Nothing until the book is here. */
export function TipsFor({ scene, plain = false, kinds = EVERYTHING }: TipsForProps) {
  const say = useSay()
  const { data } = usePhrases()
  const own = (data?.items ?? []).filter((one) => !one.retired && one.scene === scene)
  if (own.length === 0) return null
  const parts = kinds.flatMap((kind) => {
    const phrases = own.filter((one) => one.kind === kind)
    return phrases.length === 0 ? [] : [{ kind, phrases }]
  })
  const body = (
    <div className={classes.tips}>
      {parts.map(({ kind, phrases }) => (
        <section key={kind} aria-label={say(titleOf[kind])}>
          <h3 className={classes.tipsTitle}>{say(titleOf[kind])}</h3>
          <ul className={classes.tipList} data-kind={kind}>
            {phrases.map((phrase) => (
              <Tip key={phrase.code} phrase={phrase} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
  return plain ? body : <Section title={say(words.tips(say(sceneWords[scene])))}>{body}</Section>
}

const titleOf = {
  rule: words.tipsRules,
  attitude: words.tipsRules,
  polite: words.tipsPolite,
  english: words.tipsEnglish,
  taboo: words.tipsTaboo,
} as const

function Tip({ phrase }: { phrase: Phrase }) {
  const say = useSay()
  const { kind, topicZh, topicEn, textZh, textEn, preferredZh } = phrase
  const topic = say({ zh: topicZh, en: topicEn })
  if (kind === 'taboo')
    return (
      <li>
        <del lang="zh">{textZh}</del> <span lang="zh">{preferredZh}</span>
      </li>
    )
  const [first, second] = kind === 'english' ? ([textEn, 'en'] as const) : ([textZh, 'zh'] as const)
  const other = kind === 'english' ? textZh : textEn
  return (
    <li>
      {topic !== '' && <span className={classes.topic}>{topic}</span>}
      <span lang={second}>{first}</span>
      {other !== '' && (
        <span className={classes.other} lang={second === 'zh' ? 'en' : 'zh'}>
          {other}
        </span>
      )}
    </li>
  )
}

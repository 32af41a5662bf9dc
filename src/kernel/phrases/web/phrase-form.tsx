import '#ui/controls.css'
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import type { Both } from '#lib/language.ts'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { words as common } from '#ui/words.ts'
import { type Phrase, type PhraseKind, phraseKinds, type PhraseSpec, scenes } from '../view.ts'
import { kindWords, sceneWords } from '../words.ts'
import classes from './phrases.module.css'
import { words } from './words.ts'

export type PhraseTyped = Omit<PhraseSpec, 'code'> & { readonly reason: string }

interface PhraseFormProps {
  /** null: a new one */
  readonly phrase: Phrase | null
  readonly busy: boolean
  readonly problem: unknown
  readonly onSave: (typed: PhraseTyped) => void
  /** retires a phrase, or restores one that is retired */
  readonly onRetire?: (typed: PhraseTyped) => void
  readonly onClose: () => void
}

const blank = {
  kind: 'polite' as PhraseKind,
  scene: 'general' as PhraseSpec['scene'],
  topicZh: '',
  topicEn: '',
  textZh: '',
  textEn: '',
  preferredZh: '',
  preferredEn: '',
  matches: '',
  harmless: '',
  note: '',
  reason: '',
}
type Typed = typeof blank
type Text = Exclude<keyof Typed, 'kind' | 'scene'>

/** What a phrase says, in both languages; a taboo also says what is said instead and how it is recognised. */
export function PhraseForm({ phrase, busy, problem, onSave, onRetire, onClose }: PhraseFormProps) {
  const say = useSay()
  const [typed, setTyped] = useState<Typed>(() => (phrase ? typedOf(phrase) : blank))
  const faults = fieldFaults(problem)
  const shown = shownProblem(problem)
  const taboo = typed.kind === 'taboo'
  const field = (name: Text, label: Both, most: number, required = false) => (
    <TextInput
      label={say(label)}
      withAsterisk={required}
      maxLength={most}
      value={typed[name]}
      error={faultAt(faults, name)}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  )
  const area = (name: Text, label: Both, most: number, help?: Both, required = false) => (
    <Textarea
      label={say(label)}
      description={help && say(help)}
      withAsterisk={required}
      autosize
      minRows={2}
      maxRows={6}
      maxLength={most}
      value={typed[name]}
      error={faultAt(faults, name)}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  )
  const english = typed.kind === 'english'
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSave(sentOf(typed))
      }}
    >
      {shown && <ProblemAlert problem={shown} />}
      <div className={classes.pair}>
        <Select
          label={say(words.kind)}
          data={phraseKinds.map((kind) => ({ value: kind, label: say(kindWords[kind]) }))}
          value={typed.kind}
          disabled={phrase !== null}
          allowDeselect={false}
          onChange={(kind) => setTyped({ ...typed, kind: phraseKinds.find((one) => one === kind) ?? typed.kind })}
        />
        <Select
          label={say(words.scene)}
          data={scenes.map((scene) => ({ value: scene, label: say(sceneWords[scene]) }))}
          value={typed.scene}
          allowDeselect={false}
          onChange={(scene) => setTyped({ ...typed, scene: scenes.find((one) => one === scene) ?? typed.scene })}
        />
        {field('topicZh', words.topicZh, 40)}
        {field('topicEn', words.topicEn, 80)}
      </div>
      <div className={classes.pair}>
        {area('textZh', words.textZh, 300, undefined, true)}
        {area('textEn', words.textEn, 600, undefined, english)}
      </div>
      {taboo && (
        <div className={classes.pair}>
          {area('preferredZh', words.preferredZh, 300, undefined, true)}
          {area('preferredEn', words.preferredEn, 600)}
          {area('matches', words.matches, 800, words.matchesHelp)}
          {area('harmless', words.harmless, 1200, words.harmlessHelp)}
        </div>
      )}
      <div className={classes.pair}>
        {field('note', words.note, 300)}
        {field('reason', words.reason, 500)}
      </div>
      <div className={classes.foot}>
        {phrase && onRetire && (
          <Button
            className={classes.apart}
            variant="default"
            disabled={busy}
            onClick={() => onRetire(sentOf(typedOf(phrase, typed.reason)))}
          >
            {say(phrase.retired ? words.restore : words.retire)}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {say(common.cancel)}
        </Button>
        <Button type="submit" loading={busy}>
          {say(common.save)}
        </Button>
      </div>
    </form>
  )
}

const typedOf = ({ matches, harmless, ...phrase }: Phrase, reason = ''): Typed => ({
  kind: phrase.kind,
  scene: phrase.scene,
  topicZh: phrase.topicZh,
  topicEn: phrase.topicEn,
  textZh: phrase.textZh,
  textEn: phrase.textEn,
  preferredZh: phrase.preferredZh,
  preferredEn: phrase.preferredEn,
  matches: matches.join('\n'),
  harmless: harmless.join('\n'),
  note: phrase.note,
  reason,
})

/** Whatever a kind does not have is left behind. */
const sentOf = (typed: Typed): PhraseTyped => {
  const taboo = typed.kind === 'taboo'
  return {
    ...typed,
    preferredZh: taboo ? typed.preferredZh : '',
    preferredEn: taboo ? typed.preferredEn : '',
    matches: taboo ? lines(typed.matches) : [],
    harmless: taboo ? lines(typed.harmless) : [],
  }
}
const lines = (text: string) => text.split('\n').flatMap((line) => line.trim() || [])

/** A fault of one line of a list is shown at the list. */
const faultAt = (faults: Readonly<Record<string, string>>, name: string): string | undefined =>
  faults[name] ?? Object.entries(faults).find(([path]) => path.startsWith(`${name}.`))?.[1]

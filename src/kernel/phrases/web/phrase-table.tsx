import '#ui/controls.css'
import { Button } from '@mantine/core'
import { useSay } from '#ui/language.tsx'
import { languageOf } from '../check.ts'
import type { Phrase, PhraseKind } from '../view.ts'
import { kindWords, sceneWords } from '../words.ts'
import classes from './phrases.module.css'
import { words } from './words.ts'

interface PhraseTableProps {
  readonly kind: PhraseKind
  readonly phrases: readonly Phrase[]
  readonly mayEdit: boolean
  readonly onOpen: (phrase: Phrase) => void
}

/** The phrases of one kind, all of them, so that they are printed as they are shown. */
export function PhraseTable({ kind, phrases, mayEdit, onOpen }: PhraseTableProps) {
  const say = useSay()
  const taboo = kind === 'taboo'
  return (
    <div className={classes.scroll} role="region" aria-label={say(kindWords[kind])} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.narrow}>
              {say(words.code)}
            </th>
            <th scope="col" className={classes.middle}>
              {say(words.scene)}
            </th>
            <th scope="col">{say(taboo ? kindWords.taboo : words.phrase)}</th>
            {taboo && <th scope="col">{say(words.instead)}</th>}
            <th scope="col" className={classes.narrow} data-print="no">
              {say(words.history)}
            </th>
          </tr>
        </thead>
        <tbody>
          {phrases.map((phrase) => (
            <tr key={phrase.code} data-retired={phrase.retired}>
              <td>{phrase.code}</td>
              <td>
                {say(sceneWords[phrase.scene])}
                {phrase.topicZh !== '' && (
                  <span className={classes.other}>
                    {say({ zh: phrase.topicZh, en: phrase.topicEn || phrase.topicZh })}
                  </span>
                )}
              </td>
              <td>
                <Two
                  first={kind === 'english' ? phrase.textEn : phrase.textZh}
                  second={kind === 'english' ? phrase.textZh : phrase.textEn}
                />
              </td>
              {taboo && (
                <td>
                  <Two first={phrase.preferredZh} second={phrase.preferredEn} />
                </td>
              )}
              <td data-print="no">
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`${say(mayEdit ? words.edit : words.open)} ${phrase.code}`}
                  onClick={() => onOpen(phrase)}
                >
                  {say(mayEdit ? words.edit : words.open)}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Two({ first, second }: { first: string; second: string }) {
  return (
    <>
      <span lang={languageOf(first)}>{first}</span>
      {second !== '' && (
        <span className={classes.other} lang={languageOf(second)}>
          {second}
        </span>
      )}
    </>
  )
}

import '#ui/controls.css'
import { Button, Skeleton } from '@mantine/core'
import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { normalise } from '#lib/text.ts'
import { Empty } from '#ui/empty.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { useSay } from '#ui/language.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { listOf } from '#ui/router-search.ts'
import { Section } from '#ui/section.tsx'
import { type Phrase, phraseKinds, scenes } from '../view.ts'
import { kindWords, sceneWords } from '../words.ts'
import { NewPhraseDialog, PhraseDialog } from './phrase-dialog.tsx'
import { PhraseTable } from './phrase-table.tsx'
import classes from './phrases.module.css'
import { usePhrases } from './use-phrases.ts'
import { words } from './words.ts'

interface PhrasesPageProps {
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (values: Record<string, string>) => void
}

/** The phrasebook: by kind, found by situation or word, kept by versions, and printable as it stands. */
export function PhrasesPage({ values, onChange }: PhrasesPageProps) {
  const say = useSay()
  const { data, error, refetch } = usePhrases()
  const [opened, setOpened] = useState<Phrase | null>(null)
  const [adding, setAdding] = useState(false)
  const problem = shownProblem(error)
  const shown = (data?.items ?? []).filter((one) => fits(one, values))
  return (
    <Page
      title={say(words.title)}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
            disabled={shown.length === 0}
          >
            {say(words.print)}
          </Button>
          {data?.mayEdit && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
              {say(words.add)}
            </Button>
          )}
        </>
      }
    >
      <p className={classes.soft} data-print="no">
        {say(words.help)}
      </p>
      <FilterBar
        search={say(words.search)}
        values={values}
        onChange={onChange}
        filters={[
          {
            kind: 'choice',
            id: 'kind',
            label: say(words.kind),
            options: phraseKinds.map((kind) => ({ value: kind, label: say(kindWords[kind]) })),
          },
          {
            kind: 'choice',
            id: 'scene',
            label: say(words.scene),
            options: scenes.map((scene) => ({ value: scene, label: say(sceneWords[scene]) })),
          },
          {
            kind: 'choice',
            id: 'state',
            label: say(words.state),
            several: false,
            options: [
              { value: 'used', label: say(words.inUse) },
              { value: 'retired', label: say(words.retired) },
            ],
          },
        ]}
      />
      {problem && !data && <ProblemAlert problem={problem} onRetry={() => void refetch()} />}
      {!data && !problem && <Skeleton height={320} />}
      {data && shown.length === 0 && (
        <Section>
          <Empty title={say(words.nothing)} />
        </Section>
      )}
      {phraseKinds.map((kind) => {
        const own = shown.filter((one) => one.kind === kind)
        return (
          own.length > 0 && (
            <Section key={kind} title={say(kindWords[kind])} note={own.length} flush>
              <PhraseTable kind={kind} phrases={own} mayEdit={data?.mayEdit ?? false} onOpen={setOpened} />
            </Section>
          )
        )
      })}
      <PhraseDialog phrase={opened} mayEdit={data?.mayEdit ?? false} onClose={() => setOpened(null)} />
      <NewPhraseDialog opened={adding} onClose={() => setAdding(false)} />
    </Page>
  )
}

/** Retired phrases are shown only when they are asked for. */
function fits(
  phrase: Phrase,
  { q = '', kind = '', scene = '', state = '' }: Readonly<Record<string, string>>,
): boolean {
  const among = (chosen: string, value: string) => chosen === '' || listOf(chosen).includes(value)
  const { code, topicZh, topicEn, textZh, textEn, preferredZh, preferredEn, note } = phrase
  const text = normalise([code, topicZh, topicEn, textZh, textEn, preferredZh, preferredEn, note].join(' '))
  return (
    phrase.retired === (state === 'retired') &&
    among(kind, phrase.kind) &&
    among(scene, phrase.scene) &&
    text.includes(normalise(q))
  )
}

import '#ui/controls.css'
import { Button, Popover, Select, UnstyledButton } from '@mantine/core'
import { IconMessage2Plus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLanguage, useSay } from '#ui/language.tsx'
import { useStored } from '#ui/stored.ts'
import { languageOf } from '../check.ts'
import { type Scene, scenes } from '../view.ts'
import { sceneWords } from '../words.ts'
import classes from './phrases.module.css'
import { usePhrases } from './use-phrases.ts'
import { words } from './words.ts'

interface PhrasePickerProps {
  readonly scene: Scene | undefined
  readonly onPick: (text: string) => void
}

/** Polite phrases of a situation, one press to put one in. The situation chosen last is remembered on this device. */
export function PhrasePicker({ scene, onPick }: PhrasePickerProps) {
  const say = useSay()
  const { language } = useLanguage()
  const { data } = usePhrases()
  const [opened, setOpened] = useState(false)
  const [last, setLast] = useStored<Scene>('phrase-scene', 'general', isScene)
  const [chosen, setChosen] = useState<Scene | null>(null)
  const now = chosen ?? scene ?? last
  const offered = (data?.items ?? []).filter(
    ({ kind, retired, scene: of }) => !retired && of === now && (kind === 'polite' || kind === 'english'),
  )
  const texts = [...new Set(offered.flatMap(({ kind, textZh, textEn }) => (kind === 'english' ? [textEn] : [textZh])))]
  const sorted = language === 'en' ? texts.toSorted((a, b) => languageOf(a).localeCompare(languageOf(b))) : texts
  if (data === undefined) return null
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={360} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconMessage2Plus size={15} aria-hidden />}
          onClick={() => setOpened((before) => !before)}
        >
          {say(words.insert)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say(words.insert)}>
        <Select
          aria-label={say(words.scene)}
          data={scenes.map((one) => ({ value: one, label: say(sceneWords[one]) }))}
          value={now}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => {
            if (!isScene(value)) return
            setChosen(value)
            setLast(value)
          }}
        />
        <ul className={classes.picks}>
          {sorted.map((text) => (
            <li key={text}>
              <UnstyledButton
                className={classes.pick}
                lang={languageOf(text)}
                onClick={() => {
                  setOpened(false)
                  onPick(text)
                }}
              >
                {text}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

const isScene = (value: unknown): value is Scene => scenes.some((one) => one === value)

import '#ui/controls.css'
import { Select } from '@mantine/core'
import { useSay } from '#ui/language.tsx'
import { type Scene, scenes } from '../view.ts'
import { sceneWords } from '../words.ts'
import { words } from './words.ts'

interface ScenePickerProps {
  readonly value: Scene
  readonly onChange: (scene: Scene) => void
}

/** Which situation one is in. */
export function ScenePicker({ value, onChange }: ScenePickerProps) {
  const say = useSay()
  return (
    <Select
      label={say(words.scene)}
      data={scenes.map((scene) => ({ value: scene, label: say(sceneWords[scene]) }))}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => {
        const scene = scenes.find((one) => one === chosen)
        if (scene) onChange(scene)
      }}
    />
  )
}

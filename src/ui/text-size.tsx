import { SegmentedControl } from '@mantine/core'
import { useEffect } from 'react'
import { useSay } from './language.tsx'
import { readStored, useStored } from './stored.ts'
import { words } from './words.ts'

/** 标准, 大, 特大: set on <html>, where everything measured in rem follows. */
export type TextSize = 'standard' | 'large' | 'huge'

export function applyTextSize(size: TextSize = readStored(KEY, 'standard', isTextSize)): void {
  document.documentElement.dataset.textSize = size
}

export function useTextSize(): [TextSize, (size: TextSize) => void] {
  const [size, keep] = useStored<TextSize>(KEY, 'standard', isTextSize)
  useEffect(() => applyTextSize(size), [size])
  return [size, keep]
}

export function TextSizeSwitch() {
  const say = useSay()
  const [size, setSize] = useTextSize()
  return (
    <SegmentedControl
      aria-label={say(words.textSize)}
      size="sm"
      value={size}
      onChange={(value) => isTextSize(value) && setSize(value)}
      data={[
        { value: 'standard', label: say(words.textStandard) },
        { value: 'large', label: say(words.textLarge) },
        { value: 'huge', label: say(words.textHuge) },
      ]}
    />
  )
}

const KEY = 'text-size'
const isTextSize = (value: unknown): value is TextSize => value === 'standard' || value === 'large' || value === 'huge'

import { ActionIcon } from '@mantine/core'
import { IconTextSize } from '@tabler/icons-react'
import { useSay } from '#ui/language.tsx'
import { type TextSize, useTextSize } from '#ui/text-size.tsx'
import { words as common } from '#ui/words.ts'
import { words } from './words.ts'

const next: Readonly<Record<TextSize, TextSize>> = { standard: 'large', large: 'huge', huge: 'standard' }
const names = { standard: common.textStandard, large: common.textLarge, huge: common.textHuge }

/** 标准 → 大 → 特大, one press each, on every page. */
export function BigText() {
  const say = useSay()
  const [size, setSize] = useTextSize()
  const label = say(words.bigText(say(names[size])))
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      aria-label={label}
      title={label}
      onClick={() => setSize(next[size])}
    >
      <IconTextSize size={22} stroke={size === 'standard' ? 1.6 : 2.4} />
    </ActionIcon>
  )
}

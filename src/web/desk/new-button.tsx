import '#ui/controls.css'
import { Button, Kbd } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { type OpeningStart } from '#kernel/process/web/catalogue.tsx'
import { useOpenCase } from '#kernel/process/web/open-case.ts'
import { useSay } from '#ui/language.tsx'
import { useMayOpen } from './may-open.ts'
import { words } from './words.ts'

interface NewButtonProps {
  readonly process: string
  readonly start?: OpeningStart
  readonly keys?: string | undefined
  readonly quiet?: boolean
}

/** Opens a new case; absent for who may not. */
export function NewButton({ process, start = {}, keys, quiet = false }: NewButtonProps) {
  const say = useSay()
  const open = useOpenCase()
  const own = useProcessWords(process)
  const may = useMayOpen()
  if (!may(process)) return null
  return (
    <Button
      variant={quiet ? 'default' : 'filled'}
      leftSection={<IconPlus size={15} aria-hidden />}
      rightSection={keys === undefined ? undefined : <Kbd size="xs">{keys}</Kbd>}
      onClick={() => open(process, start)}
    >
      {say(words.newCase(say(own.name)))}
    </Button>
  )
}

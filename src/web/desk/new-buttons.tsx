import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type OpeningStart, useEveryWord } from '#kernel/process/web/catalogue.tsx'
import { useOpenCase } from '#kernel/process/web/open-case.ts'
import { useSay } from '#ui/language.tsx'
import { lettersOf, newKeys } from './letters.ts'
import { useMayOpen } from './may-open.ts'
import { NewButton } from './new-button.tsx'
import { words } from './words.ts'

/** Whatever this reader may open, the most frequent as buttons, the rest under one; `keys` where the shortcuts open the same. */
export function NewButtons({
  start = {},
  shown = 2,
  keys = false,
}: {
  start?: OpeningStart
  shown?: number
  keys?: boolean
}) {
  const say = useSay()
  const processes = useEveryWord()
  const openCase = useOpenCase()
  const names = Object.keys(processes).filter(useMayOpen())
  const letters = lettersOf(names)
  // One alone is not worth a menu.
  const first = names.length === shown + 1 ? names : names.slice(0, shown)
  const rest = names.slice(first.length)
  return (
    <>
      {first.map((name, at) => (
        <NewButton
          key={name}
          process={name}
          start={start}
          quiet={at > 0}
          keys={keys ? newKeys(letters[name]) : undefined}
        />
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
              {say(words.newOther)}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((name) => (
              <Menu.Item
                key={name}
                onClick={() => openCase(name, start)}
                rightSection={keys ? <small>{newKeys(letters[name])}</small> : undefined}
              >
                {say(words.newCase(say(processes[name]?.name ?? { zh: name, en: name })))}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}

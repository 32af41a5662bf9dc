import { ActionIcon, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useSay } from './language.tsx'
import { words } from './words.ts'

/** Light, dark, or as the device has it. */
export function AppearanceSwitch() {
  const say = useSay()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const shown = useComputedColorScheme('light')
  const choices = [
    { value: 'light', label: say(words.useLight), icon: IconSun },
    { value: 'dark', label: say(words.useDark), icon: IconMoon },
    { value: 'auto', label: say(words.useDevice), icon: IconDeviceDesktop },
  ] as const
  return (
    <Menu position="bottom-end" width={168}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={say(words.appearance)}>
          {shown === 'dark' ? <IconMoon size={18} stroke={1.7} /> : <IconSun size={18} stroke={1.7} />}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            leftSection={<Icon size={16} stroke={1.7} />}
            rightSection={colorScheme === value ? <IconCheck size={14} /> : null}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

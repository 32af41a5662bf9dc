import './controls.css'
import { Combobox, Kbd, Loader, Modal, useCombobox, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { isComposing } from './keyboard.tsx'
import { useSay } from './language.tsx'
import { useNavigation } from './navigation.tsx'
import classes from './palette.module.css'
import type { PaletteItem, PaletteSearch } from './palette-search.ts'
import { usePaletteSearch } from './use-palette-search.ts'
import { words } from './words.ts'

interface PaletteProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly search: PaletteSearch
}

/** ⌘K: one box for customers, units, slips, bills and commands. The first hit is always ready for Enter. */
export function Palette({ opened, onClose, search }: PaletteProps) {
  const say = useSay()
  const { navigate } = useNavigation()
  const [query, setQuery] = useState('')
  const [composing, setComposing] = useState(false)
  const store = useCombobox()
  const { groups, busy, failed } = usePaletteSearch(search, query, opened && !composing, () => {
    store.resetSelectedOption()
    requestAnimationFrame(() => store.selectFirstOption())
  })
  const items = new Map<string, PaletteItem>(
    groups.flatMap((group) => group.items.map((item) => [`${group.id}/${item.id}`, item] as const)),
  )
  const choose = (value: string) => {
    const item = items.get(value)
    if (!item) return
    onClose()
    if (item.run) item.run()
    else if (item.href) navigate(item.href)
  }
  const status = failed
    ? say(words.loadFailed)
    : query === '' && groups.length === 0
      ? say(words.paletteStart)
      : !busy && groups.length === 0
        ? say(words.paletteEmpty(query))
        : null

  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={() => setQuery('')}
      size={640}
      yOffset="10vh"
      padding={0}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content aria-label={say(words.search)} classNames={{ content: classes.content ?? '' }}>
        <Combobox store={store} onOptionSubmit={choose} withinPortal={false} size="md">
          <div className={classes.field}>
            {busy ? <Loader size={18} color="gray" aria-hidden /> : <IconSearch size={20} stroke={1.7} aria-hidden />}
            <Combobox.EventsTarget withExpandedAttribute>
              <input
                className={classes.input}
                role="combobox"
                aria-expanded={items.size > 0}
                aria-label={say(words.search)}
                placeholder={say(words.paletteHint)}
                value={query}
                maxLength={100}
                autoComplete="off"
                spellCheck={false}
                data-autofocus
                onChange={(event) => setQuery(event.currentTarget.value)}
                onCompositionStart={() => setComposing(true)}
                onCompositionEnd={() => setComposing(false)}
                onKeyDownCapture={(event) => {
                  if (isComposing(event)) event.stopPropagation()
                }}
              />
            </Combobox.EventsTarget>
            <Kbd size="xs">Esc</Kbd>
          </div>
          <Combobox.Options className={classes.options} aria-label={say(words.search)}>
            {groups.map((group) => (
              <Combobox.Group key={group.id} label={group.label}>
                {group.items.map((item) => (
                  <Combobox.Option key={item.id} value={`${group.id}/${item.id}`} className={classes.option}>
                    {item.icon !== undefined && <span className={classes.icon}>{item.icon}</span>}
                    <span className={classes.text}>
                      <span className={classes.label}>{item.label}</span>
                      {item.hint !== undefined && <span className={classes.hint}>{item.hint}</span>}
                    </span>
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            ))}
          </Combobox.Options>
          {status !== null && <p className={classes.status}>{status}</p>}
          <VisuallyHidden role="status">{status}</VisuallyHidden>
          <div className={classes.foot} aria-hidden>
            <span>
              <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {say(words.paletteMove)}
            </span>
            <span>
              <Kbd size="xs">↵</Kbd> {say(words.paletteOpen)}
            </span>
          </div>
        </Combobox>
      </Modal.Content>
    </Modal.Root>
  )
}

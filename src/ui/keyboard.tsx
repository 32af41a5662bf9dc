import { lazy, type ReactNode, Suspense, createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { tinykeys } from 'tinykeys'
import { useSay } from './language.tsx'
import { useStored } from './stored.ts'
import { words } from './words.ts'

/** Keyboard shortcuts. Every active one is listed on the sheet that `?` opens. */
export interface Shortcut {
  /** `g w`, `n r`, `$mod+k`, `$mod+Enter`, `/` */
  readonly keys: string
  readonly label: string
  readonly group?: string
  readonly run: (event: KeyboardEvent) => void
  /** also while somebody types in a field, for `$mod+Enter` and `$mod+k` */
  readonly inFields?: boolean
  /** listed on the sheet, but handled elsewhere */
  readonly shownOnly?: boolean
}

interface Shortcuts {
  readonly register: (shortcuts: readonly Shortcut[]) => () => void
  readonly singleKeys: boolean
  readonly setSingleKeys: (on: boolean) => void
  readonly openSheet: () => void
}

const ShortcutsContext = createContext<Shortcuts | null>(null)
const Sheet = lazy(() => import('./shortcut-sheet.tsx').then((module) => ({ default: module.ShortcutSheet })))

export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const [singleKeys, setSingleKeys] = useStored('single-keys', true, isBoolean)
  const [listed, setListed] = useState<readonly Shortcut[] | null>(null)
  const [opened, setOpened] = useState(false)
  const active = useRef(new Set<readonly Shortcut[]>())
  const shared = useMemo<Shortcuts>(
    () => ({
      register: (shortcuts) => {
        active.current.add(shortcuts)
        return () => void active.current.delete(shortcuts)
      },
      singleKeys,
      setSingleKeys,
      openSheet: () => {
        setListed([...active.current].flat())
        setOpened(true)
      },
    }),
    [singleKeys, setSingleKeys],
  )
  return (
    <ShortcutsContext value={shared}>
      {children}
      <SheetKey open={shared.openSheet} />
      {listed && (
        <Suspense>
          <Sheet
            shortcuts={listed}
            opened={opened}
            onClose={() => setOpened(false)}
            singleKeys={singleKeys}
            setSingleKeys={setSingleKeys}
          />
        </Suspense>
      )}
    </ShortcutsContext>
  )
}

export function useShortcutSheet(): () => void {
  return useShared().openSheet
}

/** Active while the calling component is on the page. `shortcuts` may be a fresh array on every render. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const { register, singleKeys } = useShared()
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  const signature = shortcuts.map((shortcut) => `${shortcut.keys}|${shortcut.label}`).join('\n')
  useEffect(() => register(latest.current), [register, signature])
  useEffect(() => {
    const keys = signature.split('\n').map((line) => line.slice(0, line.lastIndexOf('|')))
    const bind = (inFields: boolean) =>
      Object.fromEntries(
        keys.flatMap((key, at) => {
          const shortcut = latest.current[at]
          const wanted = shortcut && !shortcut.shownOnly && (shortcut.inFields ?? false) === inFields
          const allowed = singleKeys || /\$mod|Control|Alt|Meta|Escape/.test(key)
          if (!wanted || !allowed) return []
          const run = (event: KeyboardEvent) => {
            event.preventDefault()
            latest.current[at]?.run(event)
          }
          return [[key, run] as const]
        }),
      )
    const stopOutside = tinykeys(window, bind(false), { ignore: isTyping })
    const stopInside = tinykeys(window, bind(true), { ignore: isComposing })
    return () => {
      stopOutside()
      stopInside()
    }
  }, [signature, singleKeys])
}

function SheetKey({ open }: { open: () => void }) {
  const say = useSay()
  useShortcuts([{ keys: '[Shift]+?', label: say(words.shortcutsHelp), group: say(words.general), run: open }])
  return null
}

function useShared(): Shortcuts {
  const shared = useContext(ShortcutsContext)
  if (!shared) throw new Error('shortcuts outside UiProvider')
  return shared
}

/** Enter that ends a Chinese composition is not a command; Safari sends it with key code 229. */
export const isComposing = (event: {
  isComposing?: boolean
  keyCode?: number
  nativeEvent?: { isComposing: boolean }
}) => (event.nativeEvent?.isComposing ?? event.isComposing ?? false) || event.keyCode === 229

/** No single key may act while somebody types or while a dialog is open (WCAG 2.1.4). */
const isTyping = (event: KeyboardEvent) =>
  isComposing(event) ||
  event.repeat ||
  (event.target instanceof Element &&
    event.target.closest(
      'input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable],[role=dialog],[role=menu]',
    ) !== null)

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'

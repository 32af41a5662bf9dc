import { type KeyboardEvent, type RefObject, useState } from 'react'
import { isComposing, useShortcuts } from './keyboard.tsx'
import { useSay } from './language.tsx'
import { words } from './words.ts'

export interface TableCursor {
  readonly at: number
  readonly set: (at: number) => void
  readonly bodyProps: { readonly onKeyDown: (event: KeyboardEvent<HTMLTableSectionElement>) => void }
}

interface CursorProps {
  readonly count: number
  readonly pageKeys: boolean
  readonly scroller: RefObject<HTMLElement | null>
  readonly reveal: (at: number) => void
  readonly open: (at: number) => void
  readonly toggle: ((at: number) => void) | undefined
}

/** One row of the list can take the focus; arrows, Home, End, J and K move it, Enter opens, X and the space bar select. */
export function useTableCursor({ count, pageKeys, scroller, reveal, open, toggle }: CursorProps): TableCursor {
  const say = useSay()
  const [wanted, set] = useState(0)
  const at = Math.min(wanted, Math.max(0, count - 1))

  const focusRow = (to: number) => {
    const next = Math.min(count - 1, Math.max(0, to))
    set(next)
    reveal(next)
    // After the row has been drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`tr[data-at="${next}"]`)?.focus()),
    )
  }
  const inside = () => scroller.current?.querySelector('tbody')?.contains(document.activeElement) ?? false

  useShortcuts(
    pageKeys && count > 0
      ? [
          { keys: 'j', label: say(words.nextRow), group: say(words.list), run: () => focusRow(inside() ? at + 1 : at) },
          {
            keys: 'k',
            label: say(words.previousRow),
            group: say(words.list),
            run: () => focusRow(inside() ? at - 1 : at),
          },
          { keys: 'Enter', label: say(words.openRow), group: say(words.list), run: () => {}, shownOnly: true },
          ...(toggle
            ? [
                {
                  keys: 'x',
                  label: say(words.toggleRow),
                  group: say(words.list),
                  run: () => (inside() ? toggle(at) : focusRow(at)),
                },
              ]
            : []),
        ]
      : [],
  )

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const onRow = event.target instanceof HTMLTableRowElement
    if (isComposing(event) || event.metaKey || event.ctrlKey || event.altKey) return
    const action = {
      ArrowDown: () => focusRow(at + 1),
      ArrowUp: () => focusRow(at - 1),
      Home: () => focusRow(0),
      End: () => focusRow(count - 1),
      Enter: () => open(at),
      ' ': toggle && (() => toggle(at)),
    }[event.key]
    if (!onRow || !action) return
    event.preventDefault()
    action()
  }
  return { at, set, bodyProps: { onKeyDown } }
}

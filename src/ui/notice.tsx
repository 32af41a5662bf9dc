import {
  type ComponentType,
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import type { NoticeBoardProps } from './notice-board.tsx'
import { PlainNotices } from './plain-notices.tsx'

export interface Notice {
  readonly kind: 'done' | 'failed'
  readonly title: string
  readonly detail?: string | undefined
  readonly undo?: (() => void) | undefined
}

export interface Notices {
  /** it worked; `undo` offers ten seconds to take it back */
  readonly done: (message: string, undo?: () => void) => void
  /** it did not; stays until closed */
  readonly failed: (title: string, detail?: string) => void
}

const NoticesContext = createContext<(notice: Notice) => void>(() => {})
const NONE: readonly Notice[] = []

/**
 * Short messages at the edge of the screen; their code comes with the first of them. Where it cannot be fetched (no
 * network, an update of the server) they are said plainly, and the next one tries again.
 */
export function NoticesProvider({
  position,
  children,
}: {
  position: 'bottom-right' | 'top-center'
  children: ReactNode
}) {
  const [waiting, setWaiting] = useState(NONE)
  const [Board, setBoard] = useState<ComponentType<NoticeBoardProps> | null>(null)
  const [missing, setMissing] = useState(false)
  const tell = useCallback((notice: Notice) => setWaiting((before) => [...before, notice]), [])
  const shown = useCallback(() => setWaiting(NONE), [])
  const wanted = waiting.length
  useEffect(() => {
    if (wanted === 0 || Board !== null) return
    import('./notice-board.tsx').then(
      ({ NoticeBoard }) => {
        setBoard(() => NoticeBoard)
        setMissing(false)
      },
      () => setMissing(true),
    )
  }, [wanted, Board])
  return (
    <NoticesContext value={tell}>
      {children}
      {Board ? (
        <Board waiting={waiting} shown={shown} position={position} />
      ) : (
        missing && <PlainNotices waiting={waiting} onClose={shown} />
      )}
    </NoticesContext>
  )
}

export function useNotices(): Notices {
  const tell = useContext(NoticesContext)
  return useMemo(
    () => ({
      done: (title, undo) => tell({ kind: 'done', title, undo }),
      failed: (title, detail) => tell({ kind: 'failed', title, detail }),
    }),
    [tell],
  )
}

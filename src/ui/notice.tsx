import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useMemo, useState } from 'react'

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
const Board = lazy(() => import('./notice-board.tsx').then((module) => ({ default: module.NoticeBoard })))
const NONE: readonly Notice[] = []

/** Short messages at the edge of the screen; their code comes with the first of them. */
export function NoticesProvider({
  position,
  children,
}: {
  position: 'bottom-right' | 'top-center'
  children: ReactNode
}) {
  const [waiting, setWaiting] = useState(NONE)
  const [used, setUsed] = useState(false)
  const tell = useCallback((notice: Notice) => {
    setUsed(true)
    setWaiting((before) => [...before, notice])
  }, [])
  const shown = useCallback(() => setWaiting(NONE), [])
  return (
    <NoticesContext value={tell}>
      {children}
      {used && (
        <Suspense>
          <Board waiting={waiting} shown={shown} position={position} />
        </Suspense>
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

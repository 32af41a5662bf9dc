import { VisuallyHidden } from '@mantine/core'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

/** One polite live region for the whole page: `announce('…')` is spoken once, nothing moves on the screen. */

const AnnounceContext = createContext<(text: string) => void>(() => {})

export function LiveRegionProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  const announce = useCallback((text: string) => setSaid((last) => ({ text, turn: last.turn + 1 })), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden role="status" aria-live="polite">
        {/* The key makes the same sentence, said twice, be heard twice. */}
        <span key={said.turn}>{said.text}</span>
      </VisuallyHidden>
    </AnnounceContext>
  )
}

export const useAnnounce = (): ((text: string) => void) => useContext(AnnounceContext)

import { useState } from 'react'
import type { CaseRow } from '../view.ts'
import type { Asking } from './action-dialog.tsx'

export interface Choosing {
  readonly asking: Asking | null
  readonly choose: (of: Pick<CaseRow, 'process' | 'number'>, action: string) => void
  readonly close: () => void
}

/** Which action is being asked, over whatever page it was chosen on. */
export function useChoose(): Choosing {
  const [asking, setAsking] = useState<Asking | null>(null)
  return {
    asking,
    choose: ({ process, number }, action) => setAsking({ process, number, action }),
    close: () => setAsking(null),
  }
}

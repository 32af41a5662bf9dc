import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useState } from 'react'

export interface Question {
  readonly title: string
  /** what will happen, and to how many */
  readonly body: ReactNode
  /** the verb on the button: 作废, 发送 12 封 */
  readonly confirmLabel: string
  readonly danger?: boolean
}

interface Asked extends Question {
  readonly answer: (yes: boolean) => void
}

type Ask = (question: Question) => Promise<boolean>

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false))
const Dialog = lazy(() => import('./confirm-dialog.tsx').then((module) => ({ default: module.ConfirmDialog })))

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [opened, setOpened] = useState(false)
  const ask = useCallback<Ask>(
    (question) =>
      new Promise((resolve) => {
        const answer = (yes: boolean) => {
          setOpened(false)
          resolve(yes)
        }
        setAsked({ ...question, answer })
        setOpened(true)
      }),
    [],
  )
  return (
    <ConfirmContext value={ask}>
      {children}
      {asked && (
        <Suspense>
          <Dialog question={asked} opened={opened} answer={asked.answer} />
        </Suspense>
      )}
    </ConfirmContext>
  )
}

/** `if (await confirm({…})) …`. Closing the dialog in any way answers no. */
export const useConfirm = (): Ask => useContext(ConfirmContext)

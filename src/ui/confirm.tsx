import { Text } from '@mantine/core'
import { useModals } from '@mantine/modals'
import { type ReactNode, useCallback } from 'react'
import { useSay } from './language.tsx'
import { words } from './words.ts'

export interface Question {
  readonly title: string
  /** what will happen, and to how many */
  readonly body: ReactNode
  /** the verb on the button: 作废, 发送 12 封 */
  readonly confirmLabel: string
  readonly danger?: boolean
}

/** `if (await confirm({…})) …`. Closing the dialog in any way answers no. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const modals = useModals()
  const say = useSay()
  return useCallback(
    ({ title, body, confirmLabel, danger = false }) =>
      new Promise((answer) => {
        modals.openConfirmModal({
          title,
          centered: true,
          children: typeof body === 'string' ? <Text size="sm">{body}</Text> : body,
          labels: { confirm: confirmLabel, cancel: say(words.cancel) },
          confirmProps: danger ? { color: 'red.8' } : {},
          onConfirm: () => answer(true),
          onCancel: () => answer(false),
          onClose: () => answer(false),
        })
      }),
    [modals, say],
  )
}

import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useSay } from './language.tsx'
import { words } from './words.ts'

export interface Notices {
  /** it worked; `undo` offers ten seconds to take it back */
  readonly done: (message: string, undo?: () => void) => void
  /** it did not; stays until closed */
  readonly failed: (title: string, detail?: string) => void
}

/** Short messages at the edge of the screen. */
export function useNotices(): Notices {
  const say = useSay()
  return useMemo(
    () => ({
      done: (message, undo) => {
        const id = crypto.randomUUID()
        const takeBack = () => {
          notifications.hide(id)
          undo?.()
        }
        notifications.show({
          id,
          color: 'teal.8',
          icon: <IconCheck size={16} aria-hidden />,
          autoClose: undo ? 10_000 : 4_000,
          message: undo ? (
            <>
              {message}{' '}
              <Button variant="subtle" size="compact-sm" onClick={takeBack}>
                {say(words.undo)}
              </Button>
            </>
          ) : (
            message
          ),
        })
      },
      failed: (title, detail) =>
        void notifications.show({
          color: 'red.8',
          icon: <IconAlertTriangle size={16} aria-hidden />,
          autoClose: false,
          role: 'alert',
          title,
          message: detail ?? '',
        }),
    }),
    [say],
  )
}

import '@mantine/core/styles/Notification.layer.css'
import '@mantine/notifications/styles.layer.css'
import { Button } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useSay } from './language.tsx'
import type { Notice } from './notice.tsx'
import { words } from './words.ts'

export interface NoticeBoardProps {
  readonly waiting: readonly Notice[]
  readonly shown: () => void
  readonly position: 'bottom-right' | 'top-center'
}

/** Hangs up what was told since the last time. */
export function NoticeBoard({ waiting, shown, position }: NoticeBoardProps) {
  const say = useSay()
  useEffect(() => {
    if (waiting.length === 0) return
    for (const notice of waiting) hang(notice, say(words.undo))
    shown()
  }, [waiting, shown, say])
  return <Notifications position={position} limit={4} />
}

function hang({ kind, title, detail, undo }: Notice, undoLabel: string): void {
  const id = crypto.randomUUID()
  const takeBack = () => {
    notifications.hide(id)
    undo?.()
  }
  notifications.show({
    id,
    title: detail === undefined ? undefined : title,
    message: (
      <>
        {detail ?? title}{' '}
        {undo && (
          <Button variant="subtle" size="compact-sm" onClick={takeBack}>
            {undoLabel}
          </Button>
        )}
      </>
    ),
    withBorder: true,
    color: kind === 'done' ? 'teal.8' : 'red.8',
    icon: kind === 'done' ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />,
    role: kind === 'done' ? 'status' : 'alert',
    // Bad news stays until it is closed.
    autoClose: kind === 'failed' ? false : undo ? 10_000 : 4_000,
  })
}

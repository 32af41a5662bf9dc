import { ActionIcon, Modal } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconX, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useSay } from './language.tsx'
import classes from './lightbox.module.css'
import { words } from './words.ts'

interface LightboxProps {
  readonly photos: readonly string[]
  /** which one is open; null when closed */
  readonly at: number | null
  readonly onMove: (at: number) => void
  readonly onClose: () => void
}

/** A photograph on the whole screen, up to five times its size: arrows change it, + and − zoom, scrolling moves it. */
export function Lightbox({ photos, at, onMove, onClose }: LightboxProps) {
  const say = useSay()
  const [zoom, setZoom] = useState(1)
  // The last one shown stays in place while the dialog fades out.
  const last = useRef(0)
  const shown = at ?? last.current
  useEffect(() => {
    if (at === null) return
    last.current = at
    setZoom(1)
  }, [at])
  const move = (step: number) => {
    const next = shown + step
    if (next >= 0 && next < photos.length) onMove(next)
  }
  const zoomBy = (step: number) => setZoom((now) => Math.min(5, Math.max(1, now + step)))
  const press = (event: KeyboardEvent) => {
    const action = {
      ArrowLeft: () => move(-1),
      ArrowRight: () => move(1),
      '+': () => zoomBy(0.5),
      '=': () => zoomBy(0.5),
      '-': () => zoomBy(-0.5),
    }[event.key]
    if (!action || (zoom > 1 && event.key.startsWith('Arrow'))) return
    event.preventDefault()
    action()
  }
  return (
    <Modal.Root opened={at !== null} onClose={onClose} fullScreen padding={0}>
      <Modal.Overlay />
      <Modal.Content className={classes.content} aria-label={say(words.photo(shown + 1))} onKeyDown={press}>
        <div className={classes.stage} tabIndex={0} role="region" aria-label={say(words.photo(shown + 1))}>
          <img
            src={photos[shown]}
            alt={say(words.photo(shown + 1))}
            className={classes.photo}
            style={{
              inlineSize: zoom === 1 ? undefined : `${zoom * 100}%`,
              maxBlockSize: zoom === 1 ? '100%' : 'none',
              maxInlineSize: zoom === 1 ? '100%' : 'none',
            }}
            onDoubleClick={() => setZoom(zoom === 1 ? 2.5 : 1)}
          />
        </div>
        <div className={classes.tools}>
          {photos.length > 1 && (
            <>
              <Tool
                label={say(words.previous)}
                icon={IconChevronLeft}
                disabled={shown === 0}
                onClick={() => move(-1)}
              />
              <span className={classes.count}>{`${shown + 1} / ${photos.length}`}</span>
              <Tool
                label={say(words.next)}
                icon={IconChevronRight}
                disabled={shown === photos.length - 1}
                onClick={() => move(1)}
              />
            </>
          )}
          <Tool label={say(words.zoomOut)} icon={IconZoomOut} disabled={zoom <= 1} onClick={() => zoomBy(-0.5)} />
          <Tool label={say(words.zoomIn)} icon={IconZoomIn} disabled={zoom >= 5} onClick={() => zoomBy(0.5)} />
          <Tool label={say(words.close)} icon={IconX} disabled={false} onClick={onClose} />
        </div>
      </Modal.Content>
    </Modal.Root>
  )
}

function Tool({
  label,
  icon: Icon,
  disabled,
  onClick,
}: {
  label: string
  icon: typeof IconX
  disabled: boolean
  onClick: () => void
}) {
  return (
    <ActionIcon size={44} radius="xl" variant="default" aria-label={label} disabled={disabled} onClick={onClick}>
      <Icon size={22} stroke={1.6} />
    </ActionIcon>
  )
}

import { CloseButton } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useSay } from './language.tsx'
import { Lightbox } from './lightbox.tsx'
import classes from './photo-strip.module.css'
import { words } from './words.ts'

interface PhotoStripProps {
  /** blobs just taken, or addresses of photographs the server keeps */
  readonly photos: readonly (Blob | string)[]
  readonly onRemove?: (at: number) => void
}

/** Thumbnails; one opens the photograph large. */
export function PhotoStrip({ photos, onRemove }: PhotoStripProps) {
  const say = useSay()
  const addresses = useAddresses(photos)
  const [open, setOpen] = useState<number | null>(null)
  if (photos.length === 0) return null
  return (
    <>
      <ul className={classes.strip}>
        {addresses.map((address, at) => (
          <li key={address} className={classes.item}>
            <button type="button" className={classes.thumb} onClick={() => setOpen(at)}>
              <img src={address} alt={say(words.openPhoto(at + 1))} loading="lazy" />
            </button>
            {onRemove && (
              <CloseButton
                className={classes.remove}
                size="md"
                radius="xl"
                variant="filled"
                aria-label={say(words.removePhoto(at + 1))}
                onClick={() => onRemove(at)}
              />
            )}
          </li>
        ))}
      </ul>
      <Lightbox photos={addresses} at={open} onMove={setOpen} onClose={() => setOpen(null)} />
    </>
  )
}

/** Object URLs live exactly as long as the photograph is shown. */
function useAddresses(photos: readonly (Blob | string)[]): readonly string[] {
  const made = useMemo(
    () => photos.map((photo) => (typeof photo === 'string' ? photo : URL.createObjectURL(photo))),
    [photos],
  )
  useEffect(
    () => () => {
      for (const address of made)
        if (address.startsWith('blob:')) setTimeout(() => URL.revokeObjectURL(address), 30_000)
    },
    [made],
  )
  return made
}

import './controls.css'
import { Input, Loader } from '@mantine/core'
import { IconCamera, IconPhotoPlus } from '@tabler/icons-react'
import { type ChangeEvent, useId, useState } from 'react'
import { useSay } from './language.tsx'
import { useAnnounce } from './live-region.tsx'
import classes from './photo-input.module.css'
import { PhotoStrip } from './photo-strip.tsx'
import { shrink } from './shrink.ts'
import { words } from './words.ts'

export interface PhotoInputProps {
  readonly label: string
  readonly description?: string
  /** already shrunk, ready to be sent */
  readonly value: readonly Blob[]
  readonly onChange: (photos: readonly Blob[]) => void
  readonly limit?: number
  readonly required?: boolean
  readonly error?: string | undefined
}

/** Photographs from the camera or from the device, shrunk here before anything is sent. */
export function PhotoInput({
  label,
  description,
  value,
  onChange,
  limit = 9,
  required = false,
  error,
}: PhotoInputProps) {
  const say = useSay()
  const announce = useAnnounce()
  const id = useId()
  const [working, setWorking] = useState(false)
  const [unreadable, setUnreadable] = useState(false)
  const room = limit - value.length

  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    const files = [...(input.files ?? [])].slice(0, room)
    setWorking(true)
    setUnreadable(false)
    announce(say(words.shrinking))
    const results = await Promise.allSettled(files.map(shrink))
    const photos = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    // Emptied, so that the same file can be chosen again after it was removed.
    input.value = ''
    setWorking(false)
    setUnreadable(photos.length < files.length)
    if (photos.length > 0) onChange([...value, ...photos])
  }

  return (
    <Input.Wrapper
      id={id}
      label={label}
      labelElement="div"
      description={description ?? say(words.photoLimit(limit))}
      required={required}
      error={error ?? (unreadable ? say(words.photoUnreadable) : undefined)}
    >
      <div className={classes.row} role="group" aria-labelledby={`${id}-label`}>
        <PhotoStrip photos={value} onRemove={(at) => onChange(value.filter((_, index) => index !== at))} />
        {working && (
          <span className={classes.tile}>
            <Loader size="sm" aria-label={say(words.shrinking)} />
          </span>
        )}
        {room > 0 && !working && (
          <>
            <label className={classes.tile} data-camera="true">
              <input
                type="file"
                accept="image/*"
                capture="environment"
                className={classes.input}
                onChange={(event) => void take(event)}
              />
              <IconCamera size={26} stroke={1.6} aria-hidden />
              <span>{say(words.takePhoto)}</span>
            </label>
            <label className={classes.tile}>
              <input
                type="file"
                accept="image/*"
                multiple
                className={classes.input}
                onChange={(event) => void take(event)}
              />
              <IconPhotoPlus size={26} stroke={1.6} aria-hidden />
              <span>{say(words.choosePhotos)}</span>
            </label>
          </>
        )}
      </div>
    </Input.Wrapper>
  )
}

import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { Both } from '#lib/language.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { PhotoInput } from '#ui/photo-input.tsx'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Time } from '#ui/time.tsx'
import type { CaseView } from '../view.ts'
import classes from './case.module.css'
import { useStep } from './cases.ts'
import { upload } from './upload.ts'
import { words } from './words.ts'

export const fileAddress = (id: string): string => `/api/files/${id}`

const purposes: Readonly<Record<string, Both>> = {
  photo: words.purposePhoto,
  before: words.purposeBefore,
  after: words.purposeAfter,
  material: words.purposeMaterial,
  signature: words.purposeSignature,
  receipt: words.purposeReceipt,
}

/** Photographs by what they show, other files, and room for more. */
export function CaseFiles({ view }: { view: CaseView }) {
  const say = useSay()
  const [photos, setPhotos] = useState<readonly Blob[]>([])
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const step = useStep(view.process, view.number, () => setPhotos([]))
  const images = Map.groupBy(
    view.files.filter((file) => file.kind === 'image'),
    (file) => file.purpose,
  )
  const others = view.files.filter((file) => file.kind !== 'image')
  const shown = shownProblem(failure ?? step.problem)
  const attach = async () => {
    setSending(true)
    setFailure(null)
    try {
      const ids = await Promise.all(photos.map((photo) => upload(photo, 'scan')))
      await step.send({ action: 'attach', version: view.version, input: { photos: ids } })
    } catch (error) {
      setFailure(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <div className={classes.stack}>
      {view.files.length === 0 && <Empty title={say(words.noFiles)} />}
      {[...images].map(([purpose, files]) => (
        <section key={purpose} className={classes.photoGroup}>
          <h3 className={classes.subtitle}>{say(purposes[purpose] ?? words.purposeAttachment)}</h3>
          <PhotoStrip photos={files.map((file) => fileAddress(file.id))} />
        </section>
      ))}
      {others.map((file) => (
        <div key={file.id} className={classes.row}>
          <a href={fileAddress(file.id)} target="_blank" rel="noopener">
            <IconFileText size={16} aria-hidden /> {file.name}
          </a>
          <span className={classes.soft}>
            <Time at={file.uploadedAt} full />
          </span>
        </div>
      ))}
      <div className={classes.photoGroup} data-print="no">
        {shown && <ProblemAlert problem={shown} />}
        <PhotoInput label={say(words.addFiles)} value={photos} onChange={setPhotos} />
        {photos.length > 0 && (
          <Button onClick={() => void attach()} loading={sending || step.busy} style={{ justifySelf: 'start' }}>
            {say(words.attach)}
          </Button>
        )}
      </div>
    </div>
  )
}

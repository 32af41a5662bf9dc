import '#ui/controls.css'
import { type ReactNode, useState } from 'react'
import { useSend } from '#kernel/http/web/use-send.ts'
import type { Me } from '#kernel/people/view.ts'
import { unitWords } from '#kernel/premises/unit-words.ts'
import { type ChosenUnit, UnitChoice } from '#kernel/premises/web/unit-choice.tsx'
import { useOpening } from '#kernel/process/web/cases.ts'
import { upload } from '#kernel/process/web/upload.ts'
import { useSay } from '#ui/language.tsx'
import { ReportForm, type ReportInput } from './portal-report-form.tsx'

interface ReportProps {
  readonly me: Me
  /** the telephone of the house */
  readonly call: ReactNode
  readonly onDone: (number: string) => void
}

/** A tenant reports a fault in one of his own units: category, photo, send. */
export function Report({ me, call, onDone }: ReportProps) {
  const say = useSay()
  const [unit, setUnit] = useState<ChosenUnit | null>(null)
  const opening = useOpening('repair')
  const submit = async (input: ReportInput, photos: readonly Blob[]) => {
    if (unit === null) return
    const ids = await Promise.all(photos.map((photo) => upload(photo, 'photo')))
    const common = unit.id === null
    const location = String(input.location) || (common ? say(unitWords.commonArea) : unit.code)
    const view = await opening.send({
      header: { customerId: me.customer?.id ?? null, unitId: unit.id, contactId: me.id },
      input: { ...input, channel: 'portal', area: common ? 'common' : 'customer', location, ...withPhotos(ids) },
    })
    if (view === null) return
    onDone(view.number)
    return true
  }
  return (
    <ReportForm
      draft="portal.repair"
      name={me.name}
      call={call}
      unit={<UnitChoice me={me} onChange={setUnit} />}
      common={unit !== null && unit.id === null}
      problem={opening.problem}
      onSubmit={submit}
    />
  )
}

const withPhotos = (ids: readonly string[]) => (ids.length === 0 ? {} : { photos: ids })

interface DoorReportProps {
  readonly door: { readonly unit: string }
  readonly call: ReactNode
  readonly send: (input: ReportInput, photos: readonly Blob[]) => Promise<void>
}

/** Somebody stands before a door and has no account. */
export function DoorReport({ door, call, send }: DoorReportProps) {
  const out = useSend<{ input: ReportInput; photos: readonly Blob[] }, true>(({ input, photos }) =>
    send(input, photos).then(() => true as const),
  )
  return (
    <ReportForm
      draft={`door.${door.unit}`}
      name=""
      call={call}
      unit={null}
      common={false}
      problem={out.problem}
      onSubmit={async (input, photos) => {
        const place = String(input.location) || door.unit
        const sent = await out.send({ input: { ...input, channel: 'qr', area: 'customer', location: place }, photos })
        return sent === null ? undefined : true
      }}
    />
  )
}

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

/** A tenant complains, for one of his units or about a common area. */
export function Report({ me, call, onDone }: ReportProps) {
  const say = useSay()
  const [unit, setUnit] = useState<ChosenUnit | null>(null)
  const opening = useOpening('complaint')
  const submit = async (input: ReportInput, photos: readonly Blob[]) => {
    if (unit === null) return
    const ids = await Promise.all(photos.map((photo) => upload(photo, 'photo')))
    const location = String(input.location) || (unit.id === null ? say(unitWords.commonArea) : unit.code)
    const view = await opening.send({
      header: { customerId: me.customer?.id ?? null, unitId: unit.id, contactId: me.id },
      input: {
        ...input,
        channel: 'indirect',
        source: 'portal',
        complainant: 'customer',
        company: me.customer?.name ?? '',
        location,
        ...withPhotos(ids),
      },
    })
    if (view === null) return
    onDone(view.number)
    return true
  }
  return (
    <ReportForm
      draft="portal.complaint"
      name={me.name}
      call={call}
      unit={<UnitChoice me={me} onChange={setUnit} />}
      asksCompany={false}
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

/** Somebody stands before a door and has no account. Who names no company is a visitor. */
export function DoorReport({ door, call, send }: DoorReportProps) {
  const out = useSend<{ input: ReportInput; photos: readonly Blob[] }, true>(({ input, photos }) =>
    send(input, photos).then(() => true as const),
  )
  const submit = async (input: ReportInput, photos: readonly Blob[]) => {
    const location = String(input.location) || door.unit
    const complainant = input.company === '' ? 'visitor' : 'customer'
    const sent = await out.send({
      input: { ...input, channel: 'indirect', source: 'qr', complainant, location },
      photos,
    })
    return sent === null ? undefined : (true as const)
  }
  return (
    <ReportForm
      draft={`door.complaint.${door.unit}`}
      name=""
      call={call}
      unit={null}
      asksCompany
      problem={out.problem}
      onSubmit={submit}
    />
  )
}

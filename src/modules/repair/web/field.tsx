import { IconMapPin } from '@tabler/icons-react'
import { useState } from 'react'
import type { CaseView } from '#kernel/process/view.ts'
import { fileAddress } from '#kernel/process/web/case-files.tsx'
import type { FormValues, MaterialLineValue, PriceLineValue } from '#kernel/process/web/form-values.ts'
import { usePrices } from '#kernel/process/web/price-lines.tsx'
import { formatYuan, parseYuan, times } from '#lib/money.ts'
import { clockTime, formatDateTime } from '#lib/show-time.ts'
import { type Field, FieldGrid } from '#ui/field-grid.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { PhotoInput } from '#ui/photo-input.tsx'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { Section } from '#ui/section.tsx'
import { words as common } from '#ui/words.ts'
import type { RepairSlip } from '../slip.ts'
import { fieldWords } from '../words/field.ts'
import { words } from '../words.ts'
import classes from './field.module.css'
import { Lines } from './portal-lines.tsx'

/* A repair on the engineer's phone: what the job page shows and asks beyond what every process has. */

const slipOf = (view: CaseView) => view.slip as Partial<RepairSlip>

/** Fault, place, customer, time and price: what is read on the stairs. */
export function JobFacts({ view }: { view: CaseView }) {
  const say = useSay()
  const { language } = useLanguage()
  const slip = slipOf(view)
  const customer = view.customer
    ? language === 'en' && view.customer.nameEn !== ''
      ? view.customer.nameEn
      : view.customer.shortName
    : say(words.options.common)
  const names = (ids: readonly string[]) => ids.map((id) => view.names[id] ?? '').filter((name) => name !== '')
  const crew = names(slip.workers ?? [])
  const companion = slip.accompaniedBy ? (view.names[slip.accompaniedBy] ?? '') : ''
  const fields: (Field | false)[] = [
    { label: say(fieldWords.customer), value: [customer, slip.reporterName].filter(Boolean).join(' · ') },
    { label: say(fieldWords.place), value: slip.location },
    { label: say(fieldWords.time), value: useTimeAgreed(slip) },
    { label: say(fieldWords.price), value: usePriceAgreed(slip) },
    crew.length > 0 && { label: say(fieldWords.crew), value: crew.join(say(common.comma)) },
    companion !== '' && { label: say(fieldWords.companion), value: companion },
    slip.customerMaterial === true && {
      label: say(fieldWords.ownMaterial),
      value: slip.materialVerdict
        ? `${say(words.options[slip.materialVerdict])} · ${slip.materialNote ?? ''}`
        : say(fieldWords.ownMaterialYes),
    },
    slip.suspension != null && {
      label: say(fieldWords.hold),
      value: `${say(words.options[slip.suspension.reason])} · ${slip.suspension.note}`,
    },
    view.state === 'rework' && { label: say(fieldWords.rework), value: slip.reworkReason ?? '' },
  ]
  return (
    <>
      <p className={classes.problem}>{slip.problem}</p>
      <div className={classes.facts}>
        <FieldGrid columns={1} fields={fields.filter((field) => field !== false)} />
      </div>
      {view.unit && (
        <p className={classes.map}>
          <IconMapPin size={20} aria-hidden /> {say(floorOf(view.unit.code))}
        </p>
      )}
    </>
  )
}

const floorOf = (code: string) => {
  const [building = '', rest = ''] = code.split('-')
  return fieldWords.map(building, String(Number(rest.slice(0, -2)) || rest))
}

function useTimeAgreed(slip: Partial<RepairSlip>): string {
  const say = useSay()
  const { language } = useLanguage()
  if (slip.appointmentStart == null || slip.appointmentEnd == null)
    return say(slip.priority === 'P1' ? fieldWords.atOnce : fieldWords.noTime)
  const time = `${formatDateTime(slip.appointmentStart, language)}–${clockTime(slip.appointmentEnd)}`
  return slip.appointmentWith == null ? time + say(fieldWords.notAgreed) : time
}

function usePriceAgreed(slip: Partial<RepairSlip>): string {
  const say = useSay()
  const { language } = useLanguage()
  if (slip.pricing === 'free') return say(fieldWords.free(slip.freeReason ? say(words.options[slip.freeReason]) : ''))
  if (slip.consent != null) return say(fieldWords.chargedAgreed(formatYuan(slip.consent.totalFen, language)))
  if (slip.quote != null) return say(fieldWords.chargedAsked(formatYuan(slip.quote.totalFen, language)))
  return say(fieldWords.chargedByList)
}

interface BodyProps {
  readonly view: CaseView
  readonly take: (
    action: string,
    input: Readonly<Record<string, unknown>>,
    photos: { readonly field: string; readonly purpose: string; readonly blobs: readonly Blob[] },
  ) => Promise<void>
}

/** Photographs before and after, and what was used. */
export function JobBody({ view, take }: BodyProps) {
  const say = useSay()
  const slip = slipOf(view)
  const mayPhotograph = view.choices.some(({ action }) => action === 'photograph')
  const [taken, setTaken] = useState<readonly Blob[]>([])
  const images = view.files.filter(({ kind }) => kind === 'image')
  const groups = (['photo', 'before', 'material', 'after'] as const).flatMap((purpose) => {
    const files = images.filter((file) => file.purpose === purpose)
    return files.length === 0 ? [] : [{ purpose, files }]
  })
  const add = (photos: readonly Blob[]) => {
    const fresh = photos.filter((photo) => !taken.includes(photo))
    setTaken(photos)
    if (fresh.length > 0)
      void take('photograph', {}, { field: 'photos', purpose: 'before', blobs: fresh }).then(() => setTaken([]))
  }
  const lines = [...(slip.labour ?? []), ...(slip.materials ?? [])]
  return (
    <>
      {(groups.length > 0 || mayPhotograph) && (
        <Section title={say(fieldWords.photos)}>
          <div className={classes.stack}>
            {groups.map(({ purpose, files }) => (
              <div key={purpose}>
                <h3 className={classes.small}>{say(purposes[purpose])}</h3>
                <div className={classes.photos}>
                  <PhotoStrip photos={files.map((file) => fileAddress(file.id))} />
                </div>
              </div>
            ))}
            {mayPhotograph && <PhotoInput label={say(fieldWords.addBefore)} value={taken} onChange={add} />}
          </div>
        </Section>
      )}
      {(slip.workDone || lines.length > 0) && (
        <Section title={say(fieldWords.work)}>
          <div className={classes.stack}>
            {slip.workDone && <p>{slip.workDone}</p>}
            {lines.length > 0 && <Lines title={say(fieldWords.work)} lines={lines} />}
            <Amount slip={slip} />
          </div>
        </Section>
      )}
    </>
  )
}

const purposes = {
  photo: fieldWords.reported,
  before: fieldWords.before,
  material: fieldWords.material,
  after: fieldWords.after,
}

/** What the customer pays for the finished work. */
function Amount({ slip }: { slip: Partial<RepairSlip> }) {
  const say = useSay()
  const { language } = useLanguage()
  const free = slip.pricing === 'free' || slip.totalFen === 0
  return (
    <p className={classes.amount}>
      {say(free ? fieldWords.amountFree : fieldWords.amount)}
      {!free && <strong>{formatYuan(slip.totalFen ?? 0, language)}</strong>}
    </p>
  )
}

/** The amount stands above the fields: while it is being filled in, and again before the customer signs. */
export function StepHead({ view, action, values }: { view: CaseView; action: string; values: FormValues }) {
  const slip = slipOf(view)
  if (action === 'finish') return <Estimate slip={slip} values={values} labour="labour" />
  if (action === 'requote') return <Estimate slip={slip} values={values} labour="lines" />
  return action === 'sign' ? <ToSign slip={slip} /> : null
}

function ToSign({ slip }: { slip: Partial<RepairSlip> }) {
  const say = useSay()
  const lines = [...(slip.labour ?? []), ...(slip.materials ?? [])]
  return (
    <div className={classes.stack}>
      <p className={classes.soft}>{say(fieldWords.handPhone)}</p>
      {slip.workDone && (
        <div>
          <h3 className={classes.small}>{say(fieldWords.workDone)}</h3>
          <p>{slip.workDone}</p>
        </div>
      )}
      {lines.length > 0 && <Lines title={say(fieldWords.work)} lines={lines} />}
      <Amount slip={slip} />
    </div>
  )
}

function Estimate({ slip, values, labour }: { slip: Partial<RepairSlip>; values: FormValues; labour: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const { data } = usePrices()
  const work = (values[labour] ?? []) as readonly PriceLineValue[]
  const material = (values.materials ?? []) as readonly MaterialLineValue[]
  const fen =
    work.reduce((sum, line) => sum + lineFen(line, data?.items ?? []), 0) +
    material.reduce((sum, { unitYuan, quantity }) => sum + product(parseYuan(unitYuan), quantity), 0) +
    (typeof values.estimateFen === 'string' ? (parseYuan(values.estimateFen) ?? 0) : 0)
  const agreed = slip.consent?.totalFen ?? null
  const free = slip.pricing === 'free' && labour === 'labour'
  return (
    <div className={classes.estimate}>
      <p className={classes.amount}>
        {say(free ? fieldWords.amountFree : fieldWords.estimate)}
        {!free && <strong>{formatYuan(fen, language)}</strong>}
      </p>
      {!free && <p className={classes.soft}>{say(fieldWords.overtime)}</p>}
      {!free && agreed !== null && fen > agreed && (
        <p className={classes.warn}>{say(fieldWords.overAgreed(formatYuan(agreed, language)))}</p>
      )}
    </div>
  )
}

type Item = NonNullable<ReturnType<typeof usePrices>['data']>['items'][number]

/** Fen of a line as far as it can be read; the server reckons again. */
function lineFen({ code, quantity, second }: PriceLineValue, items: readonly Item[]): number {
  const item = items.find((one) => one.code === code)
  if (item === undefined) return 0
  const least = item.minimum !== null && Number(item.minimum) > Number(quantity) ? item.minimum : quantity
  return product(second && item.secondPriceFen !== null ? item.secondPriceFen : item.priceFen, least)
}
const product = (fen: number | null, quantity: string): number =>
  fen === null || !/^\d{1,6}(\.\d{1,3})?$/.test(quantity) ? 0 : times(fen, quantity)

/** Who reported it answers the telephone. */
export function callable(view: CaseView): { readonly name: string; readonly phone: string } | null {
  const { reporterName, reporterPhone } = slipOf(view)
  return reporterPhone ? { name: reporterName ?? '', phone: reporterPhone } : null
}

/** On the engineer's phone the customer draws. */
export const fixed = { sign: { signatureMethod: 'pad' } }
export const beside = { onSite: 'verifyMaterial', working: 'suspend', done: 'reject' }
export const placed = ['photograph']
/** The customer signs for an amount, and only the server knows it. */
export const afterSent = ['sign']
/** A signature is for one amount and no other. */
export const seen = { sign: ['totalFen', 'workDone'] }

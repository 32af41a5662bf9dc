import { useState } from 'react'
import type { CaseView } from '#kernel/process/view.ts'
import { fileAddress } from '#kernel/process/web/case-files.tsx'
import { formatDateTime } from '#lib/show-time.ts'
import { type Field, FieldGrid } from '#ui/field-grid.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { PhotoInput } from '#ui/photo-input.tsx'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { Section } from '#ui/section.tsx'
import { words as common } from '#ui/words.ts'
import type { ServiceSlip } from '../slip.ts'
import { fieldWords } from '../words/field.ts'
import classes from './field.module.css'

/* A service slip on the phone of an engineer or a guard: what is asked, until when, and what came of it. */

const slipOf = (view: CaseView) => view.slip as Partial<ServiceSlip>

/** What is asked, by whom, where and until when: what is read on the way. */
export function JobFacts({ view }: { view: CaseView }) {
  const say = useSay()
  const { language } = useLanguage()
  const slip = slipOf(view)
  const when = (at: string) => formatDateTime(at, language)
  const customer =
    view.customer && (language === 'en' && view.customer.nameEn ? view.customer.nameEn : view.customer.shortName)
  const workers = (slip.workers ?? []).map((id) => view.names[id] ?? '').filter((name) => name !== '')
  const first = slip.earlierDates?.[0]
  const fields: (Field | false)[] = [
    slip.requiredBy !== undefined && {
      label: say(fieldWords.requiredBy),
      value: when(slip.requiredBy) + (first ? say(fieldWords.movedFrom(when(first.requiredBy))) : ''),
    },
    view.place !== '' && { label: say(fieldWords.place), value: view.place },
    !!customer && { label: say(fieldWords.customer), value: customer },
    !!slip.customerWish && { label: say(fieldWords.wish), value: slip.customerWish },
    { label: say(fieldWords.sender), value: slip.dispatchedBy ?? '' },
    (!!slip.sourceNumber || !!slip.sourceText) && {
      label: say(fieldWords.source),
      value: slip.sourceNumber ? say(fieldWords.nth(slip.sourceNumber, slip.round ?? 1)) : slip.sourceText,
    },
    workers.length > 0 && { label: say(fieldWords.workers), value: workers.join(say(common.comma)) },
    slip.suggestion != null && {
      label: say(fieldWords.suggested),
      value: say(fieldWords.suggestion(when(slip.suggestion.requiredBy), slip.suggestion.reason)),
    },
    !!slip.insistReason && { label: say(fieldWords.insisted), value: slip.insistReason },
    !!slip.returnReason && { label: say(fieldWords.returned), value: slip.returnReason },
  ]
  return (
    <>
      <p className={classes.content}>{slip.content}</p>
      <div className={classes.facts}>
        <FieldGrid columns={1} fields={fields.filter((field) => field !== false)} />
      </div>
    </>
  )
}

interface BodyProps {
  readonly view: CaseView
  readonly take: (
    action: string,
    input: Readonly<Record<string, unknown>>,
    photos: { readonly field: string; readonly purpose: string; readonly blobs: readonly Blob[] },
  ) => Promise<void>
}

const purposes = { photo: fieldWords.asked, before: fieldWords.before, after: fieldWords.after }

/** Photographs before and after, and the results so far. */
export function JobBody({ view, take }: BodyProps) {
  const say = useSay()
  const slip = slipOf(view)
  const [taken, setTaken] = useState<readonly Blob[]>([])
  const mayPhotograph = view.choices.some(({ action, missing }) => action === 'photograph' && missing.length === 0)
  const images = view.files.filter(({ kind }) => kind === 'image')
  const groups = (['photo', 'before', 'after'] as const).flatMap((purpose) => {
    const files = images.filter((file) => file.purpose === purpose)
    return files.length === 0 ? [] : [{ purpose, files }]
  })
  const add = (photos: readonly Blob[]) => {
    const fresh = photos.filter((photo) => !taken.includes(photo))
    setTaken(photos)
    if (fresh.length > 0)
      void take('photograph', {}, { field: 'photos', purpose: 'before', blobs: fresh }).then(() => setTaken([]))
  }
  const earlier = slip.earlierResults ?? []
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
      {(slip.result || earlier.length > 0) && (
        <Section title={say(fieldWords.result)}>
          <div className={classes.stack}>
            {slip.result && <p className={classes.content}>{slip.result}</p>}
            {earlier.map(({ at, result, reason }) => (
              <div key={at}>
                <h3 className={classes.small}>{say(fieldWords.earlier)}</h3>
                <p className={classes.content}>{result}</p>
                <p className={classes.small}>{reason}</p>
              </div>
            ))}
          </div>
        </Section>
      )}
    </>
  )
}

/** Whoever cannot make it names another time, beside the next step. */
export const beside = { sent: 'suggestTime', accepted: 'suggestTime', returned: 'suggestTime' }
export const placed = ['photograph']

import '#ui/controls.css'
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { freshKey } from '#kernel/http/web/use-send.ts'
import { useOpening } from '#kernel/process/web/cases.ts'
import { type OpenerProps, useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { ChoiceInput } from '#kernel/process/web/choice-input.tsx'
import { Duplicates } from '#kernel/process/web/duplicates.tsx'
import { faultsOf } from '#kernel/process/web/faults.ts'
import form from '#kernel/process/web/form.module.css'
import { isoOfLocal } from '#kernel/process/web/form-values.ts'
import { reporterOf, useReporting, Who } from '#kernel/process/web/opening-header.tsx'
import classes from '#kernel/process/web/opening.module.css'
import { words } from '#kernel/process/web/opening-words.ts'
import { draftOf } from '#kernel/process/web/prefill.ts'
import { upload } from '#kernel/process/web/upload.ts'
import { useTyped } from '#kernel/process/web/use-typed.ts'
import { slotOf, type VisitTime, visitTimes, WhenInput } from '#kernel/process/web/visit-time.tsx'
import { words as general } from '#kernel/process/web/words.ts'
import type { CaseView } from '#kernel/process/view.ts'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { useNotices } from '#ui/notice.tsx'
import { PhotoInput } from '#ui/photo-input.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { repair } from '../process.ts'
import { proposeFreeReason, proposePriority } from '../rules.ts'
import { categories, priorities, type RepairSlip } from '../slip.ts'

/* 报修: the slip as the assistant fills it while the customer is on the phone (plan steps 1 to 4). */

const blank = {
  category: '',
  problem: '',
  priority: '',
  pricing: '',
  freeReason: '',
  location: '',
  reporterName: '',
  reporterPhone: '',
  channel: 'phone',
  when: '',
  start: '',
  end: '',
  customerMaterial: false,
  photos: [] as readonly Blob[],
}
type Typed = Record<keyof Omit<typeof blank, 'customerMaterial' | 'photos'>, string>

export function Opener({ process, start, onClose, onOpened }: OpenerProps) {
  const say = useSay()
  const { done, failed } = useNotices()
  const own = useProcessWords(process)
  const reporting = useReporting(start)
  const draft = useTyped(draftOf(process, start), blank)
  const typed = draft.values as unknown as Typed
  const set = (values: Partial<Typed>) => draft.setAll({ ...draft.values, ...values })
  const photos = (draft.values.photos ?? []) as readonly Blob[]
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const opening = useOpening(process)
  const deliverKey = useRef(freshKey())

  const area = reporting.common ? 'common' : 'customer'
  const category = typed.category as RepairSlip['category'] | ''
  const proposed = category === '' ? '' : proposePriority(category, typed.problem)
  const priority = typed.priority || proposed
  const houseReason = category === '' ? null : proposeFreeReason(area, category)
  const pricing =
    typed.pricing || (category === '' ? '' : area === 'common' || houseReason !== null ? 'free' : 'chargeable')
  const when = (typed.when || (priority === 'P4' ? 'morning' : 'asap')) as VisitTime
  const who = reporterOf(reporting, { name: typed.reporterName, phone: typed.reporterPhone })
  const location = typed.location || (reporting.common ? '' : reporting.unitCode)
  const nameOf = (value: string) => say(own.options[value] ?? { zh: value, en: value })
  const errors = { ...fieldFaults(opening.problem), ...faults }

  const chooseCategory = (next: string) => {
    const templates = categories.map((one) => say(words.trouble(nameOf(one))))
    const free = typed.problem === '' || templates.includes(typed.problem)
    set({ category: next, ...(free && next !== '' ? { problem: say(words.trouble(nameOf(next))) } : {}) })
  }
  const inputNow = (photoIds: readonly string[]) => ({
    channel: typed.channel,
    area,
    location,
    category: typed.category,
    problem: typed.problem,
    ...(priority === '' ? {} : { priority }),
    ...(pricing === '' ? {} : { pricing }),
    ...(pricing === 'free' ? { freeReason: typed.freeReason || (houseReason ?? 'ours') } : {}),
    reporterName: who.name,
    reporterPhone: who.phone,
    customerMaterial: draft.values.customerMaterial === true,
    ...(priority === 'P1' ? {} : slotOf(when, priority, Date.now(), [isoOfLocal(typed.start), isoOfLocal(typed.end)])),
    ...(photoIds.length > 0 ? { photos: photoIds } : {}),
  })
  const check = (): boolean => {
    const found = faultsOf(repair.opens.input, inputNow([]), say)
    const missing =
      area === 'customer' && reporting.header.customerId === null ? { customer: say(words.customerMissing) } : {}
    setFaults({ ...found, ...missing })
    return Object.keys(found).length + Object.keys(missing).length === 0
  }
  const save = async (send: boolean) => {
    if (sending || !reporting.ready || !check()) return
    setSending(true)
    setFailure(null)
    try {
      const ids = await Promise.all(photos.map((photo) => upload(photo, 'photo')))
      const view = await opening.send({ header: reporting.header, input: inputNow(ids) })
      if (!view) return
      draft.clear()
      if (send) await deliver(view)
      else done(say(words.saved(view.number)))
      onOpened(view.number)
    } catch (error) {
      setFailure(error)
    } finally {
      setSending(false)
    }
  }
  /** The slip is opened whatever happens now; what keeps it from being sent is told. */
  const deliver = async (view: CaseView) => {
    const choice = view.choices.find((one) => one.action === 'deliver')
    if (choice === undefined || choice.missing.length > 0) {
      const reasons = (choice?.missing ?? []).map((need) => say(own.needs[need] ?? { zh: need, en: need }))
      failed(say(words.savedNotSent(view.number)), reasons.join(' '))
      return
    }
    try {
      await ask(`/api/${process}/${view.number}/deliver`, {
        method: 'POST',
        key: deliverKey.current,
        body: { version: view.version, input: {} },
      })
      done(say(words.sent(view.number)))
    } catch (error) {
      failed(say(words.savedNotSent(view.number)), shownProblem(error)?.title)
    }
  }
  const shown = shownProblem(failure ?? opening.problem)
  const busy = sending || opening.busy

  return (
    <form
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(true)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
        event.preventDefault()
        void save(true)
      }}
    >
      {shown && <ProblemAlert problem={shown} />}
      <Who reporting={reporting} customerFree error={errors.customer} />
      <ChoiceInput
        label={say(general.category)}
        options={categories.map((value) => ({ value, label: nameOf(value) }))}
        value={typed.category}
        onChange={chooseCategory}
        required
        error={errors.category}
      />
      <Duplicates process={process} unitId={reporting.header.unitId} category={typed.category} />
      <Textarea
        label={say(own.fields.problem ?? general.title)}
        withAsterisk
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={typed.problem}
        onChange={(event) => set({ problem: event.currentTarget.value })}
        error={errors.problem}
      />
      <ChoiceInput
        label={say(general.priority)}
        options={priorities.map((value) => ({
          value,
          label: value === proposed ? `${nameOf(value)} · ${say(words.proposed)}` : nameOf(value),
        }))}
        value={priority}
        onChange={(value) => set({ priority: value })}
        required={false}
        error={errors.priority}
      />
      <ChoiceInput
        label={say(own.fields.pricing ?? general.money)}
        options={['free', 'chargeable'].map((value) => ({ value, label: nameOf(value) }))}
        value={pricing}
        onChange={(value) => set({ pricing: value })}
        required={false}
        error={errors.pricing}
        description={pricing === '' ? undefined : say(pricing === 'free' ? words.payFree : words.payHint)}
      />
      {pricing === 'free' && (
        <ChoiceInput
          label={say(own.fields.freeReason ?? general.reason)}
          options={['commonPart', 'warranty', 'ours', 'planned'].map((value) => ({ value, label: nameOf(value) }))}
          value={typed.freeReason || (houseReason ?? 'ours')}
          onChange={(value) => set({ freeReason: value })}
          required={false}
          error={errors.freeReason}
        />
      )}
      {pricing === 'chargeable' && (
        <UiLink href="/prices" target="_blank" className={classes.note}>
          {say(words.paySee)}
        </UiLink>
      )}
      <WhenInput
        atOnce={priority === 'P1'}
        value={when}
        onChange={(value) => set({ when: value })}
        priority={priority}
        own={[typed.start, typed.end]}
        onOwn={([from, to]) => set({ when: visitTimes[4], start: from, end: to })}
        errors={errors}
      />
      <div className={classes.pair}>
        <TextInput
          label={say(own.fields.location ?? general.place)}
          withAsterisk
          maxLength={200}
          value={location}
          onChange={(event) => set({ location: event.currentTarget.value })}
          error={errors.location}
        />
        <TextInput
          label={say(own.fields.reporterName ?? words.reporterName)}
          withAsterisk
          maxLength={60}
          value={who.name}
          onChange={(event) => set({ reporterName: event.currentTarget.value })}
          error={errors.reporterName}
        />
        <TextInput
          label={say(own.fields.reporterPhone ?? general.phone)}
          withAsterisk
          maxLength={40}
          inputMode="tel"
          value={who.phone}
          onChange={(event) => set({ reporterPhone: event.currentTarget.value })}
          error={errors.reporterPhone}
        />
      </div>
      <ChoiceInput
        label={say(own.fields.channel ?? general.openedBy)}
        options={['phone', 'counter', 'patrol', 'inspection', 'other'].map((value) => ({
          value,
          label: nameOf(value),
        }))}
        value={typed.channel}
        onChange={(value) => set({ channel: value })}
        required
        error={errors.channel}
      />
      <Checkbox
        label={say(own.fields.customerMaterial ?? general.purposeMaterial)}
        checked={draft.values.customerMaterial === true}
        onChange={(event) => draft.set('customerMaterial', event.currentTarget.checked)}
      />
      <PhotoInput
        label={say(general.purposePhoto)}
        value={photos}
        onChange={(next) => draft.set('photos', next)}
        {...(errors.photos ? { error: errors.photos } : {})}
      />
      <div className={form.foot}>
        <span className={form.hint}>{say(words.hint)}</span>
        <Button variant="default" onClick={onClose}>
          {say(general.cancel)}
        </Button>
        <Button variant="default" loading={busy} onClick={() => void save(false)}>
          {say(words.save)}
        </Button>
        <Button type="submit" loading={busy}>
          {say(words.saveAndSend)}
        </Button>
      </div>
    </form>
  )
}

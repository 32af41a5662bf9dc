import '#ui/controls.css'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type KeyboardEvent, useRef, useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { freshKey } from '#kernel/http/web/use-send.ts'
import { useMe } from '#kernel/people/web/me.ts'
import type { CaseView } from '#kernel/process/view.ts'
import { useOpening } from '#kernel/process/web/cases.ts'
import { type OpenerProps, useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { ChoiceInput } from '#kernel/process/web/choice-input.tsx'
import { faultsOf } from '#kernel/process/web/faults.ts'
import form from '#kernel/process/web/form.module.css'
import type { FormValues } from '#kernel/process/web/form-values.ts'
import { useReporting, Who } from '#kernel/process/web/opening-header.tsx'
import { draftOf } from '#kernel/process/web/prefill.ts'
import { upload } from '#kernel/process/web/upload.ts'
import { useTyped } from '#kernel/process/web/use-typed.ts'
import { words as general } from '#kernel/process/web/words.ts'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { useNow } from '#ui/now.ts'
import { PhotoInput } from '#ui/photo-input.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { complaint } from '../process.ts'
import { categories } from '../slip.ts'
import { deskWords as own } from '../words/desk.ts'
import classes from './desk.module.css'
import { Alike } from './desk-alike.tsx'
import { Apology, Attitude } from './desk-apology.tsx'
import { AlsoTrue, Departments, HowItCame, WhenItHappened } from './desk-blanks.tsx'
import { blank, complainantOf, inputOf, type Typed } from './desk-typed.ts'

/* 投诉: the record as it is written while an angry customer speaks; the apology comes first (plan, steps 1 to 3). */

export function Opener({ process, start, onClose, onOpened }: OpenerProps) {
  const say = useSay()
  const { done, failed } = useNotices()
  const now = useNow()
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false })
  const { data: me } = useMe()
  const words = useProcessWords(process)
  const reporting = useReporting(start)
  const draft = useTyped(draftOf(process, start), blank)
  const typed = draft.values as unknown as Typed
  const photos = typed.photos ?? blank.photos
  const set = (values: Partial<Typed>) => {
    draft.setAll({ ...draft.values, ...(values as FormValues) })
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in values))))
  }
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const opening = useOpening(process)
  const sendKey = useRef(freshKey())
  const box = useRef<HTMLFormElement>(null)
  const errors: Record<string, string | undefined> = { ...fieldFaults(opening.problem), ...faults }
  const sends = me?.roles.includes('CSA') === true || me?.roles.includes('CSS') === true
  const who = complainantOf(reporting, typed)
  const field = (name: string) => say(words.fields[name] ?? { zh: name, en: name })

  const check = (): boolean => {
    const found = {
      ...faultsOf(complaint.opens.input, inputOf({ ...typed, photos }, reporting, now, []), say),
      ...(typed.direct === '' ? { direct: say(own.directMissing) } : {}),
      ...(typed.apologised ? {} : { apologised: say(own.apologyMissing) }),
      ...(!reporting.common && reporting.header.customerId === null ? { customer: say(own.customerMissing) } : {}),
    }
    setFaults(found)
    if (Object.keys(found).length === 0) return true
    setTimeout(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error] input')?.focus())
    return false
  }
  const save = async () => {
    if (sending || !reporting.ready || !check()) return
    setSending(true)
    setFailure(null)
    try {
      const ids = await Promise.all(photos.map((photo) => upload(photo, 'photo')))
      const view = await opening.send({ header: reporting.header, input: inputOf(typed, reporting, now, ids) })
      if (!view) return
      draft.clear()
      if (sends && typed.departments.length > 0) await dispatch(view)
      else done(say(own.saved(view.number)))
      onOpened(view.number)
    } catch (error) {
      setFailure(error)
    } finally {
      setSending(false)
    }
  }
  /** The complaint is registered whatever happens now; what keeps its slips from going out is told. */
  const dispatch = async (view: CaseView) => {
    const requiredBy = view.clocks.find(({ clock }) => clock === 'solve')?.dueAt
    const serviceSlips = typed.departments.map((department) => ({ department, requiredBy, content: typed.problem }))
    try {
      await ask(`/api/${process}/${encodeURIComponent(view.number)}/dispatch`, {
        method: 'POST',
        key: sendKey.current,
        body: { version: view.version, input: { serviceSlips } },
      })
      done(say(own.sent(view.number)))
    } catch (error) {
      failed(say(own.savedNotSent(view.number)), shownProblem(error)?.title)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    void save()
  }
  const shown = shownProblem(failure ?? opening.problem)
  return (
    <div className={classes.sides}>
      <form
        ref={box}
        className={form.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
        onKeyDown={onKeyDown}
      >
        {shown && <ProblemAlert problem={shown} />}
        <Apology said={typed.apologised} onSaid={(apologised) => set({ apologised })} error={errors.apologised} />
        {phone && <Attitude folded />}
        <Who reporting={reporting} customerFree without={own.visitor} error={errors.customer} />
        <HowItCame typed={typed} set={set} words={words} errors={errors} />
        <ChoiceInput
          label={field('category')}
          options={categories.map((value) => ({ value, label: say(words.options[value] ?? { zh: value, en: value }) }))}
          value={typed.category}
          onChange={(category) => set({ category })}
          required
          inSight
          error={errors.category}
        />
        <Alike process={process} unitCode={reporting.common ? '' : reporting.unitCode} category={typed.category} />
        <Textarea
          label={field('problem')}
          withAsterisk
          autosize
          minRows={3}
          maxRows={10}
          maxLength={2000}
          value={typed.problem}
          onChange={(event) => set({ problem: event.currentTarget.value })}
          error={errors.problem}
        />
        <ChoiceInput
          label={field('direct')}
          options={[
            { value: 'yes', label: say(own.directYes) },
            { value: 'no', label: say(own.directNo) },
          ]}
          value={typed.direct}
          onChange={(direct) => set({ direct })}
          required
          error={errors.direct}
          description={say(own.directHelp)}
        />
        <WhenItHappened typed={typed} set={set} errors={errors} />
        <AlsoTrue typed={typed} set={set} words={words} errors={errors} />
        {sends && <Departments typed={typed} set={set} errors={errors} />}
        <div className={classes.pair}>
          {(['complainantName', 'complainantPhone', 'company', 'location'] as const).map((name) => (
            <TextInput
              key={name}
              label={field(name)}
              withAsterisk={name !== 'company' || !reporting.common}
              maxLength={name === 'complainantName' ? 60 : name === 'complainantPhone' ? 40 : 200}
              {...(name === 'complainantPhone' ? { inputMode: 'tel' as const } : {})}
              value={who[name]}
              onChange={(event) => set({ [name]: event.currentTarget.value })}
              error={errors[name]}
            />
          ))}
        </div>
        <PhotoInput
          label={field('photos')}
          value={photos}
          onChange={(next) => set({ photos: next })}
          {...(errors.photos ? { error: errors.photos } : {})}
        />
        <div className={form.foot}>
          <span className={form.hint}>{say(own.hint)}</span>
          <Button variant="default" onClick={onClose}>
            {say(general.cancel)}
          </Button>
          <Button type="submit" loading={sending || opening.busy}>
            {say(sends && typed.departments.length > 0 ? own.saveAndSend : own.save)}
          </Button>
        </div>
      </form>
      {!phone && <Attitude />}
    </div>
  )
}

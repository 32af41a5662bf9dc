import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSay } from '#ui/language.tsx'
import { useNow } from '#ui/now.ts'
import { PhotoInput } from '#ui/photo-input.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { RadioChips } from '#ui/radio-chips.tsx'
import { useStored } from '#ui/stored.ts'
import { useDraft } from '#ui/use-draft.ts'
import { categories } from '../slip.ts'
import { options } from '../words/options.ts'
import { portalWords as own } from '../words/portal.ts'
import classes from './portal.module.css'
import { type Faults, faultsIn, isSelf, momentOf, type Typed } from './portal-faults.ts'

export type ReportInput = Readonly<Record<string, unknown>>

interface ReportFormProps {
  readonly draft: string
  readonly name: string
  /** the telephone of the house */
  readonly call: ReactNode
  readonly unit: ReactNode
  /** whose company is not known asks for it */
  readonly asksCompany: boolean
  readonly problem: unknown
  readonly onSubmit: (input: ReportInput, photos: readonly Blob[]) => Promise<true | undefined | void>
}

/** The apology first, then what happened: the same form for who has an account and who stands before a door. */
export function ReportForm({ draft: key, name, call, unit, asksCompany, problem, onSubmit }: ReportFormProps) {
  const say = useSay()
  const now = useNow()
  const [self, keepSelf] = useStored('reporter', { name: '', phone: '' }, isSelf)
  const draft = useDraft<Typed>(key, {
    category: '',
    problem: '',
    direct: '',
    when: 'now',
    at: '',
    injury: false,
    written: false,
    location: '',
    company: '',
    name: name || self.name,
    phone: self.phone,
  })
  const [typed, setTyped] = useState(draft.values)
  const [photos, setPhotos] = useState<readonly Blob[]>([])
  const [faults, setFaults] = useState<Faults>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const set = (part: Partial<Typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    draft.keep(next)
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (sending.current) return
    const found = faultsIn(typed, now, say)
    setFaults(found)
    if (Object.keys(found).length > 0) {
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"],[data-fault] input')?.focus())
      return
    }
    sending.current = true
    setBusy(true)
    setFailure(null)
    const input = {
      apologised: false,
      category: typed.category,
      problem: typed.problem.trim(),
      direct: typed.direct === 'yes',
      occurredAt: momentOf(typed, now),
      injury: typed.injury,
      written: typed.written,
      location: typed.location.trim(),
      company: typed.company.trim(),
      complainantName: typed.name.trim(),
      complainantPhone: typed.phone.trim(),
    }
    try {
      if ((await onSubmit(input, photos)) !== true) return
      keepSelf({ name: typed.name.trim(), phone: typed.phone.trim() })
      draft.clear()
    } catch (error) {
      setFailure(error)
    } finally {
      sending.current = false
      setBusy(false)
    }
  }
  const refused = problem ?? failure
  const shown = shownProblem(refused)
  const errors: Faults = { ...fieldFaults(refused), ...faults }
  const line = (name: 'location' | 'company' | 'name' | 'phone', most: number, error: string | undefined) => (
    <TextInput
      label={say(own[name])}
      maxLength={most}
      value={typed[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      error={error}
      {...(name === 'location' ? { placeholder: say(own.locationHint) } : {})}
      {...(name === 'phone' ? { type: 'tel', autoComplete: 'tel' } : {})}
      {...(name === 'name' ? { autoComplete: 'name' } : {})}
    />
  )
  return (
    <form ref={form} className={classes.stack} onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes.apology}>
        <p>{say(own.apology)}</p>
        <div className={classes.call}>{call}</div>
      </div>
      {unit}
      <NativeSelect
        label={say(own.category)}
        value={typed.category}
        onChange={(event) => set({ category: event.currentTarget.value as Typed['category'] })}
        data={[
          { value: '', label: say(own.chooseCategory), disabled: true },
          ...categories.map((value) => ({ value, label: say(options[value]) })),
        ]}
        error={errors.category}
      />
      <Textarea
        label={say(own.problem)}
        placeholder={say(own.problemHint)}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        value={typed.problem}
        onChange={(event) => set({ problem: event.currentTarget.value })}
        error={errors.problem}
      />
      <RadioChips
        legend={say(own.direct)}
        options={[
          { value: 'yes', label: say(own.yes) },
          { value: 'no', label: say(own.no) },
        ]}
        value={typed.direct}
        onChange={(direct) => set({ direct })}
        error={errors.direct}
      />
      <RadioChips
        legend={say(own.when)}
        options={[
          { value: 'now', label: say(own.now) },
          { value: 'other', label: say(own.other) },
        ]}
        value={typed.when}
        onChange={(when) => set({ when })}
        error={errors.when ?? errors.occurredAt}
      >
        {typed.when === 'other' && (
          <TextInput
            type="datetime-local"
            aria-label={say(own.when)}
            value={typed.at}
            onChange={(event) => set({ at: event.currentTarget.value, when: 'other' })}
          />
        )}
      </RadioChips>
      <PhotoInput label={say(own.photos)} value={photos} onChange={setPhotos} limit={9} />
      {line('location', 200, errors.location)}
      {asksCompany && line('company', 200, errors.company)}
      <div className={classes.row}>
        {line('name', 60, errors.name ?? errors.complainantName)}
        {line('phone', 40, errors.phone ?? errors.complainantPhone)}
      </div>
      <Checkbox
        size="md"
        label={say(own.written)}
        checked={typed.written}
        onChange={(event) => set({ written: event.currentTarget.checked })}
      />
      <Checkbox
        size="md"
        label={say(own.injury)}
        checked={typed.injury}
        onChange={(event) => set({ injury: event.currentTarget.checked })}
      />
      {shown && <ProblemAlert problem={shown} />}
      <Button type="submit" size="lg" loading={busy}>
        {say(own.submit)}
      </Button>
    </form>
  )
}

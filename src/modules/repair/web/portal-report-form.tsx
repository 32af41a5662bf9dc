import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSay } from '#ui/language.tsx'
import { useNow } from '#ui/now.ts'
import { PhotoInput } from '#ui/photo-input.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { useStored } from '#ui/stored.ts'
import { useDraft } from '#ui/use-draft.ts'
import { words } from '../words.ts'
import { portalWords as own } from '../words/portal.ts'
import classes from './portal.module.css'
import { categories, icons } from './portal-categories.tsx'
import { type Faults, faultsIn, isSelf, type Typed } from './portal-faults.ts'
import { PriceNotice } from './portal-price.tsx'
import { chosenTime, TimeChoice, timesFrom } from './portal-time.tsx'

export type ReportInput = Readonly<Record<string, unknown>>

interface ReportFormProps {
  readonly draft: string
  readonly name: string
  /** the telephone of the house */
  readonly call: ReactNode
  readonly unit: ReactNode
  readonly common: boolean
  readonly problem: unknown
  readonly onSubmit: (input: ReportInput, photos: readonly Blob[]) => Promise<true | undefined | void>
}

/** Category, photograph, send: the same form for who has an account and who stands before a door. */
export function ReportForm({ draft: key, name, call, unit, common, problem, onSubmit }: ReportFormProps) {
  const say = useSay()
  const id = useId()
  const now = useNow(60_000)
  const [self, keepSelf] = useStored('reporter', { name: '', phone: '' }, isSelf)
  const draft = useDraft<Typed>(key, {
    category: '',
    problem: '',
    location: '',
    name: name || self.name,
    phone: self.phone,
    wish: { choice: 'soonest', from: '', until: '' },
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
    const time = chosenTime(typed.wish, Date.now())
    const found = faultsIn(typed, time, say)
    setFaults(found)
    if (Object.keys(found).length > 0) {
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"],[data-fault] input')?.focus())
      return
    }
    sending.current = true
    setBusy(true)
    setFailure(null)
    const { category, problem: text, location, name: who, phone } = typed
    const input = {
      category,
      problem: text.trim(),
      location: location.trim(),
      reporterName: who.trim(),
      reporterPhone: phone.trim(),
    }
    try {
      const sent = await onSubmit({ ...input, ...(typeof time === 'string' ? {} : time) }, photos)
      if (sent !== true) return
      keepSelf({ name: who.trim(), phone: phone.trim() })
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
  return (
    <form ref={form} className={classes.stack} onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes.danger}>
        <p>{say(own.dangerHelp)}</p>
        {call}
      </div>
      {unit}
      <fieldset className={classes.fieldset} {...(errors.category ? { 'data-fault': true } : {})}>
        <legend>{say(own.category)}</legend>
        <div className={classes.tiles}>
          {categories.map((one) => {
            const Icon = icons[one]
            return (
              <label key={one} className={classes.tile}>
                <input
                  type="radio"
                  name={`${id}-category`}
                  value={one}
                  checked={typed.category === one}
                  onChange={() => set({ category: one })}
                />
                <Icon size={28} stroke={1.5} aria-hidden />
                {say(words.options[one])}
              </label>
            )
          })}
        </div>
        {errors.category && (
          <p className={classes.fault} role="alert">
            {errors.category}
          </p>
        )}
      </fieldset>
      {typed.category !== '' && <PriceNotice category={typed.category} common={common} />}
      <Textarea
        label={say(own.problem)}
        placeholder={say(own.problemHint)}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={typed.problem}
        onChange={(event) => set({ problem: event.currentTarget.value })}
        error={errors.problem}
      />
      <PhotoInput label={say(own.photos)} value={photos} onChange={setPhotos} limit={9} />
      <TextInput
        label={say(own.location)}
        placeholder={say(own.locationHint)}
        maxLength={200}
        value={typed.location}
        onChange={(event) => set({ location: event.currentTarget.value })}
        error={errors.location}
      />
      <TimeChoice
        wish={typed.wish}
        times={timesFrom(now)}
        onChange={(wish) => set({ wish })}
        error={errors.wish ?? errors.appointmentEnd ?? errors.appointmentStart}
      />
      <div className={classes.row}>
        <TextInput
          label={say(own.name)}
          autoComplete="name"
          maxLength={60}
          value={typed.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={errors.name ?? errors.reporterName}
        />
        <TextInput
          label={say(own.phone)}
          type="tel"
          autoComplete="tel"
          maxLength={40}
          value={typed.phone}
          onChange={(event) => set({ phone: event.currentTarget.value })}
          error={errors.phone ?? errors.reporterPhone}
        />
      </div>
      {shown && <ProblemAlert problem={shown} />}
      <Button type="submit" size="lg" loading={busy}>
        {say(own.submit)}
      </Button>
    </form>
  )
}

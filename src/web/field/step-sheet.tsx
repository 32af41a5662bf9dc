import '#ui/controls.css'
import { Button, Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ProblemDocument } from '#kernel/http/problem.ts'
import { ApiProblem } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import type { Process } from '#kernel/process/define.ts'
import type { CaseView } from '#kernel/process/view.ts'
import { useProcessWords } from '#kernel/process/web/catalogue.tsx'
import { faultsOf } from '#kernel/process/web/faults.ts'
import { FieldControl } from '#kernel/process/web/field-control.tsx'
import { FormContext } from '#kernel/process/web/form-context.ts'
import { type FormField, formFields } from '#kernel/process/web/form-fields.ts'
import { blankValue, type FormValues, inputOf } from '#kernel/process/web/form-values.ts'
import { startingValues } from '#kernel/process/web/prefill.ts'
import { useTyped } from '#kernel/process/web/use-typed.ts'
import { useDespite } from '#kernel/phrases/web/use-despite.tsx'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { words as common } from '#ui/words.ts'
import { type Enclosure, enclosed } from './carry.ts'
import classes from './field.module.css'
import sheet from './step-sheet.module.css'
import type { FieldModule } from './module-page.ts'
import { words } from './words.ts'

export interface StepSheetProps {
  readonly view: CaseView
  readonly process: Process
  readonly page: FieldModule
  readonly action: string
  /** a refusal of the same step when it was tried without the sheet */
  readonly refused: ProblemDocument | null
  readonly onClose: () => void
  /** null: it was sent or kept; a problem stays on the sheet with what was typed */
  readonly onTake: (
    input: Readonly<Record<string, unknown>> | undefined,
    files: readonly Enclosure[],
    /** why a text is sent as it is, where the house would word it differently */
    despite: string | undefined,
  ) => Promise<ProblemDocument | null>
}

/** What a step asks, on the whole screen; what is typed is kept until it is sent. */
export function StepSheet({ view, process, page, action, refused, onClose, onTake }: StepSheetProps) {
  const say = useSay()
  const own = useProcessWords(view.process)
  const schema = process.actions[action]?.input
  const fixed = page.fixed?.[action] ?? NOTHING
  const [fields] = useState(() => formFields(schema))
  const typed = useTyped(`field.${view.process}.${view.number}.${action}`, startingValues(fields, view))
  const values = { ...typed.values, ...fixed }
  const asked = fields.filter((field) => !(field.name in fixed))
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState(refused)
  const sending = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const error = problem === null ? null : new ApiProblem(problem)
  const despite = useDespite(error)
  const errors = { ...fieldFaults(error), ...faults }
  const shown = shownProblem(error)
  const name = say(own.actions[action] ?? { zh: action, en: action })
  useEffect(() => {
    if (Object.keys(faults).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults])

  const take = async () => {
    if (sending.current) return
    const files = fields.flatMap((field) => filesOf(field, values))
    const input = schema === undefined ? undefined : inputOf(fields, withoutFiles(values, files))
    const stood = { ...input, ...standIns(files) }
    const found = schema === undefined ? {} : faultsOf(schema, stood, say)
    setFaults(found)
    if (Object.keys(found).length > 0 || despite.stops(schema, stood)) return
    sending.current = true
    setBusy(true)
    const refusal = await onTake(input, files, despite.sent.despite)
    sending.current = false
    setBusy(false)
    setProblem(refusal)
    if (refusal === null) typed.clear()
  }
  return (
    <Modal opened onClose={onClose} fullScreen title={`${name} · ${view.unit?.code ?? view.number}`}>
      <FormContext value={{ words: own, customerCode: view.customer?.code ?? null, of: view, names: view.names }}>
        <form
          ref={form}
          className={sheet.sheet}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void take()
          }}
        >
          {page.StepHead && <page.StepHead view={view} action={action} values={values} />}
          {shown && <ProblemAlert problem={shown} />}
          {typed.restored && <p className={classes.soft}>{say(common.draftRestored)}</p>}
          {asked.length === 0 && <p>{say(words.nothingAsked)}</p>}
          {asked.map((field) => (
            <FieldControl
              key={field.name}
              field={field}
              value={typed.values[field.name] ?? blankValue(field)}
              onChange={(value) => {
                typed.set(field.name, value)
                if (faults[field.name]) setFaults(({ [field.name]: _, ...rest }) => rest)
              }}
              errors={errors}
            />
          ))}
          {despite.field}
          <div className={sheet.sheetFoot}>
            <Button variant="default" size="lg" onClick={onClose}>
              {say(common.cancel)}
            </Button>
            <Button type="submit" size="lg" loading={busy}>
              {name}
            </Button>
          </div>
        </form>
      </FormContext>
    </Modal>
  )
}

const NOTHING: FormValues = {}

function filesOf({ name, control }: FormField, values: FormValues): readonly Enclosure[] {
  const value = values[name]
  if (control.control !== 'photos' && control.control !== 'signature') return []
  const blobs = value instanceof Blob ? [value] : Array.isArray(value) ? value.filter((one) => one instanceof Blob) : []
  return enclosed(name, control.control === 'photos', control.purpose, blobs)
}

const withoutFiles = (values: FormValues, files: readonly Enclosure[]): FormValues =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => !files.some(({ field }) => field === name) && !(value instanceof Blob),
    ),
  )

/** In the place of files that have no name yet, so that the rest can be checked before anything is sent. */
const STAND_IN = '00000000-0000-4000-8000-000000000000'
function standIns(files: readonly Enclosure[]): Record<string, unknown> {
  const stand: Record<string, unknown> = {}
  for (const { field, many } of files)
    stand[field] = many ? files.filter((one) => one.field === field).map(() => STAND_IN) : STAND_IN
  return stand
}

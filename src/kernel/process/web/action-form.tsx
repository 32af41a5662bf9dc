import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { isProblem } from '#kernel/http/web/api.ts'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useDespite } from '#kernel/phrases/web/use-despite.tsx'
import { useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { words as common } from '#ui/words.ts'
import type { CaseView } from '../view.ts'
import { useStep } from './cases.ts'
import { useProcess, useProcessWords } from './catalogue.tsx'
import { ChangesNotice } from './changes-notice.tsx'
import { faultsOf } from './faults.ts'
import { FieldControl, isWide } from './field-control.tsx'
import { FormContext } from './form-context.ts'
import classes from './form.module.css'
import { formFields } from './form-fields.ts'
import { blankValue, inputOf } from './form-values.ts'
import { startingValues } from './prefill.ts'
import { uploaded } from './upload.ts'
import { useTyped } from './use-typed.ts'
import { words } from './words.ts'

export interface ActionFormProps {
  readonly view: CaseView
  readonly action: string
  readonly onDone: (view: CaseView) => void
  readonly onCancel?: () => void
}

/** The ready-made form of any action: its fields come from its schema. Shown once the definition is here. */
export function ActionForm(props: ActionFormProps) {
  const process = useProcess(props.view.process)
  const action = process?.actions[props.action]
  return action ? <Asked {...props} schema={action.input} /> : null
}

function Asked({ view, action, onDone, onCancel, schema }: ActionFormProps & { schema: z.ZodType | undefined }) {
  const say = useSay()
  const client = useQueryClient()
  const own = useProcessWords(view.process)
  const form = useRef<HTMLFormElement>(null)
  const [before] = useState(view)
  const [fields] = useState(() => formFields(schema))
  const typed = useTyped(`${view.process}.${view.number}.${action}`, startingValues(fields, view))
  const [ownFaults, setFaults] = useState<Record<string, string>>({})
  const [sending, setSending] = useState(false)
  const [uploadProblem, setUploadProblem] = useState<unknown>(null)
  const step = useStep(view.process, view.number, (next) => {
    typed.clear()
    onDone(next)
  })
  const problem = step.problem ?? uploadProblem
  const despite = useDespite(problem)
  const errors = { ...fieldFaults(problem), ...ownFaults }
  const busy = step.busy || sending

  // Somebody else was faster: fetch the slip as it is now; what changed is shown above the fields.
  useEffect(() => {
    if (isProblem(step.problem, 'stale') || isProblem(step.problem, 'wrongState'))
      void client.invalidateQueries({ queryKey: ['case', view.process, view.number] })
  }, [step.problem, client, view.process, view.number])
  useEffect(() => {
    const faulty = Object.keys(ownFaults).length + Object.keys(fieldFaults(problem)).length
    if (faulty > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [ownFaults, problem])

  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [])

  const submit = async () => {
    if (busy) return
    setUploadProblem(null)
    const placeholder = Object.fromEntries(
      Object.entries(typed.values).map(([name, value]) => [name, withoutFiles(value)]),
    )
    const faults = schema ? faultsOf(schema, inputOf(fields, placeholder), say) : {}
    setFaults(faults)
    if (Object.keys(faults).length > 0 || despite.stops(schema, inputOf(fields, placeholder))) return
    setSending(true)
    try {
      const values = await uploaded(typed.values, (name) => purposeOf(fields, name))
      const input = schema ? inputOf(fields, values) : undefined
      await step.send({ action, version: view.version, input, ...despite.sent })
    } catch (error) {
      setUploadProblem(error)
    } finally {
      setSending(false)
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    void submit()
  }
  const gone = !view.choices.some((choice) => choice.action === action)

  return (
    <FormContext value={{ words: own, customerCode: view.customer?.code ?? null, of: view, names: view.names }}>
      <form ref={form} className={classes.form} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
        <ChangesNotice before={before} now={view} />
        {gone && before.version !== view.version && <p className={classes.soft}>{say(words.noLonger)}</p>}
        {problem !== null && <Refusal problem={problem} />}
        {typed.restored && <p className={classes.soft}>{say(common.draftRestored)}</p>}
        {fields.length === 0 && <p>{say(words.nothingAsked)}</p>}
        <div className={classes.fields}>
          {fields.map((field, at) => (
            <div key={field.name} data-wide={isWide(field)}>
              <FieldControl
                field={field}
                value={typed.values[field.name] ?? blankValue(field)}
                onChange={(value) => {
                  typed.set(field.name, value)
                  if (ownFaults[field.name]) setFaults(({ [field.name]: _, ...rest }) => rest)
                }}
                errors={errors}
                autoFocus={at === 0}
              />
            </div>
          ))}
        </div>
        {despite.field}
        <div className={classes.foot}>
          <span className={classes.hint}>{say(words.saveHint)}</span>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {say(words.cancel)}
            </Button>
          )}
          <Button type="submit" loading={busy}>
            {say(own.actions[action] ?? { zh: action, en: action })}
          </Button>
        </div>
      </form>
    </FormContext>
  )
}

function Refusal({ problem }: { problem: unknown }) {
  const shown = shownProblem(problem)
  return shown && <ProblemAlert problem={shown} />
}

/** A stand-in of the right shape, so that a missing photograph is found before anything is uploaded. */
const STAND_IN = '00000000-0000-4000-8000-000000000000'
const withoutFiles = <Value,>(value: Value) =>
  value instanceof Blob
    ? STAND_IN
    : Array.isArray(value) && value.some((one) => one instanceof Blob)
      ? value.map(() => STAND_IN)
      : value

const purposeOf = (fields: ReturnType<typeof formFields>, name: string): string => {
  const control = fields.find((field) => field.name === name)?.control
  return control && 'purpose' in control ? control.purpose : 'scan'
}

import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { fieldFaults, shownProblem } from '#kernel/http/web/show-problem.ts'
import { useDespite } from '#kernel/phrases/web/use-despite.tsx'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import type { Process } from '../define.ts'
import { useOpening } from './cases.ts'
import { type OpenerProps, useProcess, useProcessWords } from './catalogue.tsx'
import { faultsOf } from './faults.ts'
import { FieldControl, isWide } from './field-control.tsx'
import { FormContext } from './form-context.ts'
import form from './form.module.css'
import { formFields } from './form-fields.ts'
import { blankValue, inputOf } from './form-values.ts'
import { useReporting, Who } from './opening-header.tsx'
import { words } from './opening-words.ts'
import { draftOf, startingValues, withCaller } from './prefill.ts'
import { uploaded } from './upload.ts'
import { useTyped } from './use-typed.ts'
import { words as general } from './words.ts'

/** Opens a case of any process: who, for which unit, and what its own schema asks. */
export function OpeningForm(props: OpenerProps) {
  const process = useProcess(props.process)
  return process ? <Asked {...props} definition={process} /> : null
}

function Asked({ process, start, onClose, onOpened, definition }: OpenerProps & { definition: Process }) {
  const say = useSay()
  const { done } = useNotices()
  const own = useProcessWords(process)
  const reporting = useReporting(start)
  const [fields] = useState(() => formFields(definition.opens.input))
  const typed = useTyped(draftOf(process, start), startingValues(fields, null))
  const shownValues = withCaller(typed.values, reporting.caller)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<unknown>(null)
  const { send, busy, problem } = useOpening(process)
  const despite = useDespite(problem)
  const errors = { ...fieldFaults(problem), ...faults }
  const shown = shownProblem(failure ?? problem)
  const blanks = useRef<HTMLDivElement>(null)
  // From the call screen who calls is known already: the first blank is next, once the drawer has settled its own focus.
  useEffect(() => {
    if (start.caller === undefined) return
    const timer = setTimeout(() => blanks.current?.querySelector<HTMLElement>('input,textarea')?.focus(), 150)
    return () => clearTimeout(timer)
  }, [start.caller])
  const submit = async () => {
    const asked = inputOf(fields, shownValues)
    const found = faultsOf(definition.opens.input, asked, say)
    setFaults(found)
    setFailure(null)
    if (Object.keys(found).length > 0 || despite.stops(definition.opens.input, asked)) return
    try {
      const values = await uploaded(shownValues, (name) => {
        const control = fields.find((field) => field.name === name)?.control
        return control && 'purpose' in control ? control.purpose : 'scan'
      })
      const view = await send({ header: reporting.header, input: inputOf(fields, values), ...despite.sent })
      if (!view) return
      typed.clear()
      done(say(general.opened(view.number)))
      onOpened(view.number)
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <FormContext value={{ words: own, customerCode: reporting.customer?.code ?? null, of: null, names: {} }}>
      <form
        className={form.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
          event.preventDefault()
          void submit()
        }}
      >
        {shown && <ProblemAlert problem={shown} />}
        <Who reporting={reporting} customerFree={definition.opens.customerFree !== undefined} error={undefined} />
        <div ref={blanks} className={form.fields}>
          {fields.map((field) => (
            <div key={field.name} data-wide={isWide(field)}>
              <FieldControl
                field={field}
                value={shownValues[field.name] ?? blankValue(field)}
                onChange={(value) => typed.set(field.name, value)}
                errors={errors}
              />
            </div>
          ))}
        </div>
        {despite.field}
        <div className={form.foot}>
          <span className={form.hint}>{say(words.hintSave)}</span>
          <Button variant="default" onClick={onClose}>
            {say(general.cancel)}
          </Button>
          <Button type="submit" loading={busy}>
            {say(words.save)}
          </Button>
        </div>
      </form>
    </FormContext>
  )
}

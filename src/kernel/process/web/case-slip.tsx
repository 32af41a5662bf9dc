import { type Field, FieldGrid } from '#ui/field-grid.tsx'
import { useSay } from '#ui/language.tsx'
import type { CaseView } from '../view.ts'
import { useProcess, useProcessWords } from './catalogue.tsx'
import { controlOf } from './form-fields.ts'
import { SlipLines } from './slip-lines.tsx'
import { useShowValue } from './show-value.tsx'

/** The slip in the order of the paper form. What is still blank is left out; the print shows it. */
export function CaseSlip({ view }: { view: CaseView }) {
  const say = useSay()
  const own = useProcessWords(view.process)
  const process = useProcess(view.process)
  const show = useShowValue(view)
  const names = process ? Object.keys(process.slip.shape) : Object.keys(view.slip)
  const filled = names.filter((name) => !isBlank(view.slip[name]))
  const tables = filled.filter((name) => isLines(view.slip[name]))
  const fields = filled
    .filter((name) => !tables.includes(name))
    .flatMap((name): Field[] => {
      const value = show(name, view.slip[name])
      if (value === null) return []
      const control = process ? controlOf(process.slip.shape[name]) : null
      const wide = control?.control === 'longText' || control?.control === 'outgoing' || isLong(view.slip[name])
      return [{ label: say(own.fields[name] ?? { zh: name, en: name }), value, wide }]
    })
  return (
    <>
      <FieldGrid fields={fields} />
      {tables.map((name) => (
        <SlipLines
          key={name}
          title={say(own.fields[name] ?? { zh: name, en: name })}
          lines={view.slip[name] as readonly Readonly<Record<string, unknown>>[]}
        />
      ))}
    </>
  )
}

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  value === 0 ||
  (Array.isArray(value) && value.length === 0)
const isLong = (value: unknown): boolean =>
  (typeof value === 'string' && value.length > 40) ||
  (typeof value === 'object' && value !== null && !Array.isArray(value)) ||
  (Array.isArray(value) && value.some((one) => typeof one === 'object'))
const isLines = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => typeof one === 'object' && one !== null && 'amountFen' in one)

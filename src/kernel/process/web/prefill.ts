import type { CaseView } from '../view.ts'
import type { FormField } from './form-fields.ts'
import { blankValue, type FormValues, typedValue } from './form-values.ts'

/** Nobody is asked twice: a field starts with what the slip, the contact or the account already says. */
export function startingValues(fields: readonly FormField[], view: CaseView | null): FormValues {
  return Object.fromEntries(
    fields.map((field) => [field.name, (view && typedValue(field, known(field, view))) ?? blankValue(field)]),
  )
}

const persons = new Set(['signedBy', 'spokeWith', 'appointmentWith', 'returnedTo', 'permittedBy', 'decidedBy'])

function known({ name, control }: FormField, view: CaseView): unknown {
  const { slip } = view
  if (name === 'amountFen') return view.unpaidFen
  if (name === 'agreedFen') return totalOf(slip.quote)
  if (name === 'payer') return view.customer?.shortName ?? slip.reporterName
  if (slip[name] !== undefined && slip[name] !== null && control.control !== 'flag') return slip[name]
  if (persons.has(name)) return view.contact?.name ?? slip.reporterName
  if (control.control === 'contact') return view.contact?.id
  return null
}

const totalOf = (quote: unknown): number | null =>
  typeof quote === 'object' && quote !== null && 'totalFen' in quote && typeof quote.totalFen === 'number'
    ? quote.totalFen
    : null

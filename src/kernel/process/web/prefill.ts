import type { CaseView } from '../view.ts'
import type { Caller, OpeningStart } from './catalogue.tsx'
import type { FormField } from './form-fields.ts'
import { blankValue, type FormValues, typedValue } from './form-values.ts'

/** Nobody is asked twice: a field starts with what the slip, the contact or the account already says. */
export function startingValues(fields: readonly FormField[], view: CaseView | null): FormValues {
  return Object.fromEntries(
    fields.map((field) => [field.name, (view && typedValue(field, known(field, view))) ?? blankValue(field)]),
  )
}

/** The draft of a new slip; a caller's is his own, so that nothing of the last call stands in the next one. */
export const draftOf = (process: string, { caller }: OpeningStart): string =>
  caller === undefined ? `open.${process}` : `open.${process}.${caller.phone || caller.name || caller.company}`

/** Who is on the telephone stands in the blanks that ask for it, until something else is typed. */
export function withCaller(values: FormValues, caller: Caller): FormValues {
  const known = Object.entries(values).flatMap(([name, value]) => {
    const part = value === '' ? callerBlanks[name] : undefined
    return part === undefined ? [] : [[name, caller[part]] as const]
  })
  return { ...values, ...Object.fromEntries(known) }
}
/** What the papers of the house call him. */
const callerBlanks: Readonly<Record<string, keyof Caller>> = {
  callerName: 'name',
  callerPhone: 'phone',
  callerCompany: 'company',
  reporterName: 'name',
  reporterPhone: 'phone',
  complainantName: 'name',
  complainantPhone: 'phone',
  enquirer: 'name',
  enquirerPhone: 'phone',
  enquirerCompany: 'company',
}

const persons = new Set(['signedBy', 'spokeWith', 'appointmentWith', 'returnedTo', 'permittedBy', 'decidedBy'])

function known({ name, control }: FormField, view: CaseView): unknown {
  const { slip } = view
  if (name === 'amountFen') return view.unpaidFen
  if (name === 'agreedFen') return totalOf(slip.quote)
  if (name === 'company') return view.customer?.name
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

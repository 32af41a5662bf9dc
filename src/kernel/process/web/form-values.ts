import { parseYuan, yuan } from '#lib/money.ts'
import { dayOfDate, isoOfWall, msOfClock } from '#lib/shanghai.ts'
import { clockTime, dateOf } from '#lib/show-time.ts'
import type { FormField } from './form-fields.ts'

/** What stands in the fields while somebody types, and what is sent. Amounts are typed in yuan, instants in Shanghai time. */

export interface PriceLineValue {
  readonly code: string
  readonly quantity: string
  readonly second: boolean
}
export interface MaterialLineValue {
  readonly name: string
  readonly spec: string
  readonly unit: string
  readonly quantity: string
  readonly unitYuan: string
}
/** One line of a list of groups. */
export interface LineValue {
  readonly [name: string]: FieldValue
}
export type FieldValue =
  | string
  | boolean
  | number
  | Blob
  | null
  | readonly string[]
  | readonly Blob[]
  | readonly PriceLineValue[]
  | readonly MaterialLineValue[]
  | readonly LineValue[]
export type FormValues = Readonly<Record<string, FieldValue>>

export const blankLine = (fields: readonly FormField[]): LineValue =>
  Object.fromEntries(fields.map((field) => [field.name, blankValue(field)]))

export function blankValue({ control, least, inner = [] }: FormField): FieldValue {
  switch (control.control) {
    case 'lines':
      return (least ?? 0) > 0 ? [blankLine(inner)] : []
    case 'flag':
      return false
    case 'score':
      return 0
    case 'signature':
      return null
    case 'choices':
    case 'photos':
    case 'texts':
    case 'priceLines':
    case 'materialLines':
      return []
    case 'staff':
      return control.many ? [] : ''
    case 'text':
    case 'longText':
    case 'outgoing':
    case 'choice':
    case 'count':
    case 'money':
    case 'moment':
    case 'day':
    case 'contact':
    case 'case':
    case 'group':
      return ''
    default:
      return control satisfies never
  }
}

/** A value of the slip as its field shows it; undefined when it does not fit the field. */
export function typedValue({ control }: FormField, kept: unknown): FieldValue | undefined {
  if (kept === null || kept === undefined) return undefined
  if (control.control === 'money') return typeof kept === 'number' ? yuan(kept) : undefined
  if (control.control === 'moment') return typeof kept === 'string' ? localMoment(kept) : undefined
  if (control.control === 'count') return typeof kept === 'number' ? String(kept) : undefined
  if (control.control === 'priceLines' && Array.isArray(kept))
    return kept.map((line) => ({ code: String(line.code), quantity: String(line.quantity), second: false }))
  if (control.control === 'materialLines' && Array.isArray(kept))
    return kept.map((line) => ({
      name: String(line.name),
      spec: String(line.spec ?? ''),
      unit: String(line.unit),
      quantity: String(line.quantity),
      unitYuan: typeof line.unitFen === 'number' ? yuan(line.unitFen) : '',
    }))
  if (control.control === 'photos' || control.control === 'signature') return undefined
  if (typeof kept === 'string' || typeof kept === 'boolean' || typeof kept === 'number') return kept
  return Array.isArray(kept) && kept.every((one) => typeof one === 'string') ? kept : undefined
}

/** What is sent, before files have been uploaded: blank optional fields are left out, odd amounts go as typed to be refused. */
export function inputOf(fields: readonly FormField[], values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = sent(field, values[field.name] ?? blankValue(field))
      return value === undefined ? [] : [[field.name, value] as const]
    }),
  )
}

function sent({ control, required, inner = [] }: FormField, value: FieldValue): unknown {
  if (control.control === 'flag') return value === true
  if (control.control === 'score') return value === 0 ? undefined : value
  if (control.control === 'lines') return (value as readonly LineValue[]).map((line) => inputOf(inner, line))
  if (control.control === 'materialLines')
    return (value as readonly MaterialLineValue[]).map(({ unitYuan, ...line }) => ({
      ...line,
      unitFen: parseYuan(unitYuan) ?? unitYuan,
    }))
  if (Array.isArray(value)) return value.length === 0 && !required && control.control !== 'staff' ? undefined : value
  if (value === '' || value === null) return undefined
  if (typeof value !== 'string') return value
  if (control.control === 'money') return parseYuan(value) ?? value
  if (control.control === 'count') return /^\d+$/.test(value.trim()) ? Number(value) : value
  if (control.control === 'moment') return isoOfLocal(value) ?? value
  return value
}

/** `2026-11-24T14:05` in Shanghai, as a date-and-time field wants it. */
export const localMoment = (iso: string): string => `${dateOf(iso)}T${clockTime(iso)}`

/** Null when it is no date and time of day. */
export function isoOfLocal(local: string): string | null {
  const [date = '', clock = ''] = local.split('T')
  try {
    return isoOfWall({ day: dayOfDate(date), ms: msOfClock(clock.slice(0, 5)) })
  } catch {
    return null
  }
}

/** What a draft may keep: photographs and signatures stay in memory only. */
export const storableValues = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => !(value instanceof Blob) && !(Array.isArray(value) && value.some((one) => one instanceof Blob)),
    ),
  )

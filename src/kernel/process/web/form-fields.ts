import type { z } from 'zod'
import type { Control } from '../fields.ts'

/** What a form asks, read from the schema of an action: one field for each key, by its `control`. */
export interface FormField {
  readonly name: string
  readonly control: Control
  readonly required: boolean
  /** least and most characters, items or units, when the schema says */
  readonly least: number | null
  readonly most: number | null
  /** what each line of a list of groups asks */
  readonly inner?: readonly FormField[]
}

interface Def {
  readonly type: string
  readonly innerType?: Inner
  readonly in?: Inner
  readonly shape?: Readonly<Record<string, Inner>>
  readonly element?: Inner
  readonly checks?: readonly { readonly _zod: { readonly def: Bound } }[]
}
/** What a check of a schema limits: characters, items, or the number itself. */
interface Bound {
  readonly check: string
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly value?: unknown
}
interface Inner {
  readonly _zod: { readonly def: Def }
  meta?(): unknown
}

export function formFields(schema: z.ZodType | Inner | undefined): readonly FormField[] {
  if (schema === undefined) return []
  const shape = shapeOf(schema)
  return Object.entries(shape).flatMap(([name, field]) => {
    const control = controlOf(field)
    if (control === null) return []
    const { optional, core } = unwrapped(field)
    const [least, most] = bounds(core)
    const blankFits = BLANK_FITS.has(control.control)
    const required =
      !optional && !(blankFits && (least === 0 || (least === null && control.control !== 'text'))) && !isFlag(core)
    const inner = control.control === 'lines' ? { inner: formFields(core) } : {}
    return [{ name, control, required, least, most, ...inner }]
  })
}

/** Kinds whose blank is a value like any other, where the schema allows it. */
const BLANK_FITS = new Set<string>([
  'text',
  'longText',
  'outgoing',
  'priceLines',
  'materialLines',
  'texts',
  'photos',
  'staff',
])

/** How a field of a slip is to be shown or asked; null when the schema does not say, or there is none. */
export function controlOf(schema: unknown): Control | null {
  for (let at = known(schema); at !== null; at = known(at._zod.def.innerType ?? at._zod.def.in)) {
    const meta = at.meta?.()
    if (typeof meta === 'object' && meta !== null && 'control' in meta) return meta as Control
  }
  return null
}

/** The fields of an object schema, or of the objects in an array; empty for anything else. */
export function shapeOf(schema: unknown): Readonly<Record<string, Inner>> {
  const whole = known(schema)
  if (whole === null) return {}
  const { shape, element } = unwrapped(whole).core._zod.def
  return shape ?? shapeOf(element)
}

/** What a list is a list of; null for anything else. */
export function elementOf(schema: unknown): unknown {
  const whole = known(schema)
  return whole === null ? null : (unwrapped(whole).core._zod.def.element ?? null)
}

const known = (schema: unknown): Inner | null =>
  typeof schema === 'object' && schema !== null && '_zod' in schema ? (schema as Inner) : null

const WRAPS = new Set(['optional', 'default', 'prefault'])

function unwrapped(schema: Inner): { core: Inner; optional: boolean } {
  let core = schema
  let optional = false
  for (;;) {
    const { type, innerType, in: source } = core._zod.def
    if (WRAPS.has(type)) optional = true
    const next = innerType ?? (type === 'pipe' ? source : undefined)
    if (next === undefined) return { core, optional }
    core = next
  }
}

/** A yes-or-no may stay unticked; only a demanded `true` may not. */
const isFlag = (core: Inner): boolean => core._zod.def.type === 'boolean'

function bounds({ _zod: { def } }: Inner): [number | null, number | null] {
  const limits = (def.checks ?? []).map((check) => check._zod.def)
  const number = (value: unknown) => (typeof value === 'number' ? value : null)
  const of = (length: string, compare: string, at: 'minimum' | 'maximum') => {
    const found = limits.find(({ check }) => check === length || check === compare)
    return number(found?.[at] ?? found?.value)
  }
  return [of('min_length', 'greater_than', 'minimum'), of('max_length', 'less_than', 'maximum')]
}

import type { z } from 'zod'
import type { Role } from '#kernel/process/roles.ts'
import type { Both } from '#lib/language.ts'

/*
 * A number the domain calls a parameter: declared once, where it is used, with the value a new building starts with.
 * What holds at a moment is the newest version that is in force by then, or that value.
 */

export const parameterUnits = [
  'fen',
  'basisPoints',
  'minutes',
  'serviceMinutes',
  'hours',
  'days',
  'workingDays',
  'count',
  'text',
  'switch',
  'hoursOfDay',
  'choice',
] as const
export type ParameterUnit = (typeof parameterUnits)[number]

export interface Parameter<Value = unknown> {
  /** `repair.P1.accept`: the first part is its group */
  readonly key: string
  readonly default: Value
  readonly schema: z.ZodType<Value>
  readonly unit: ParameterUnit
  readonly editableBy: readonly Role[]
  readonly says: Both
  /** the section of the domain design or the step of the plan it comes from */
  readonly step?: string
}

export const declareParameter = <Value>(parameter: Parameter<Value>): Parameter<Value> => parameter

/** Every declared parameter by its key. */
export type Declared = ReadonlyMap<string, Parameter>

/** Throws at boot for a key said twice, a key that is not one, nobody to edit it, or a default its own schema refuses. */
export function declared(...lists: readonly (readonly Parameter[])[]): Declared {
  const all = new Map<string, Parameter>()
  for (const parameter of lists.flat()) {
    if (!/^[a-z]+(\.[A-Za-z0-9_]+)+$/.test(parameter.key)) throw new Error(`not a key of a parameter: ${parameter.key}`)
    if (all.has(parameter.key)) throw new Error(`parameter ${parameter.key} is declared twice`)
    if (parameter.editableBy.length === 0) throw new Error(`nobody may edit parameter ${parameter.key}`)
    if (!parameter.schema.safeParse(parameter.default).success) {
      throw new Error(`the default of parameter ${parameter.key} is not one of its values`)
    }
    all.set(parameter.key, parameter)
  }
  return all
}

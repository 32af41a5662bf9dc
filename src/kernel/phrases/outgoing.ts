import type { z } from 'zod'

/** A text on its way to a customer: where it stands in the input, and what it says. */
export interface OutgoingText {
  /** dotted path into the input */
  readonly path: string
  readonly text: string
}

/** Every text of an input whose schema calls its field `outgoing()`, also within groups and lists. */
export function outgoingTexts(schema: z.ZodType | undefined, input: unknown): readonly OutgoingText[] {
  return schema === undefined ? [] : textsIn(schema, input, [])
}

interface Inner {
  readonly _zod: {
    readonly def: {
      readonly type: string
      readonly innerType?: Inner
      readonly in?: Inner
      readonly shape?: Readonly<Record<string, Inner>>
      readonly element?: Inner
      readonly options?: readonly Inner[]
    }
  }
  meta?(): unknown
}

function textsIn(schema: Inner, value: unknown, path: readonly string[]): readonly OutgoingText[] {
  if (isOutgoing(schema)) return typeof value === 'string' ? [{ path: path.join('.'), text: value }] : []
  const { innerType, in: source, shape, element, options } = schema._zod.def
  const inner = innerType ?? source
  if (inner !== undefined) return textsIn(inner, value, path)
  if (shape !== undefined && typeof value === 'object' && value !== null)
    return Object.entries(shape).flatMap(([name, field]) => textsIn(field, Reflect.get(value, name), [...path, name]))
  if (element !== undefined && Array.isArray(value))
    return value.flatMap((one: unknown, at) => textsIn(element, one, [...path, String(at)]))
  if (options !== undefined) {
    const found = options.flatMap((option) => textsIn(option, value, path))
    return found.filter((one, at) => found.findIndex(({ path: same }) => same === one.path) === at)
  }
  return []
}

function isOutgoing(schema: Inner): boolean {
  const meta = schema.meta?.()
  return typeof meta === 'object' && meta !== null && 'control' in meta && meta.control === 'outgoing'
}

import { parseYuan, yuan } from '#lib/money.ts'
import type { ParameterUnit } from '../declare.ts'

/** A value of a parameter, taken apart into what can be typed: `repair.accept` has four leaves, P1 to P4. */
export interface Leaf {
  readonly path: readonly string[]
  readonly kind: 'number' | 'yuan' | 'percent' | 'text' | 'flag' | 'span' | 'spans' | 'choice'
  /** what stands in its field; `yes` and `no` for a flag */
  readonly typed: string
  readonly options: readonly string[]
}

export const keyOf = (leaf: Pick<Leaf, 'path'>): string => leaf.path.join('.')

export function leavesOf(
  value: unknown,
  unit: ParameterUnit,
  shape: unknown,
  path: readonly string[] = [],
): readonly Leaf[] {
  const leaf = (kind: Leaf['kind'], typed: string, options: readonly string[] = []): readonly Leaf[] => [
    { path, kind, typed, options },
  ]
  if (typeof value === 'boolean') return leaf('flag', value ? 'yes' : 'no')
  if (typeof value === 'number') {
    if (unit === 'fen') return leaf('yuan', yuan(value))
    return unit === 'basisPoints' ? leaf('percent', String(value / 100)) : leaf('number', String(value))
  }
  if (typeof value === 'string') {
    const options = enumOf(shape)
    return options.length > 0 ? leaf('choice', value, options) : leaf('text', value)
  }
  if (isSpan(value)) return leaf('span', value.join('-'))
  if (Array.isArray(value))
    return leaf(
      'spans',
      value
        .filter(isSpan)
        .map((span) => span.join('-'))
        .join(', '),
    )
  if (typeof value !== 'object' || value === null) return leaf('text', '')
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, unit, propertyOf(shape, name), [...path, name]))
}

/** Puts what was typed together again; what cannot be read stays text, and the server says what is wrong with it. */
export function valueOf(leaves: readonly Leaf[], typed: Readonly<Record<string, string>>): unknown {
  const [first] = leaves
  if (first !== undefined && first.path.length === 0) return read(first, typed[''] ?? first.typed)
  const whole: Record<string, unknown> = {}
  for (const leaf of leaves) {
    let at = whole
    for (const name of leaf.path.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>
    at[leaf.path.at(-1) ?? ''] = read(leaf, typed[keyOf(leaf)] ?? leaf.typed)
  }
  return whole
}

function read({ kind }: Leaf, typed: string): unknown {
  const text = typed.trim()
  if (kind === 'flag') return text === 'yes'
  if (kind === 'yuan') return parseYuan(text) ?? text
  if (kind === 'number') return /^-?\d+$/.test(text) ? Number(text) : text
  if (kind === 'percent') return /^\d+(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : text
  if (kind === 'span') return spanOf(text)
  if (kind === 'spans') return text === '' ? [] : text.split(/[,，;；]/).map((one) => spanOf(one))
  return text
}

const spanOf = (text: string): string[] => text.trim().split(/\s*[-–—~至]\s*/)
const clock = /^\d\d:\d\d$/
const isSpan = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string' && clock.test(one))

function enumOf(shape: unknown): readonly string[] {
  return typeof shape === 'object' && shape !== null && 'enum' in shape && Array.isArray(shape.enum)
    ? shape.enum.map(String)
    : []
}
function propertyOf(shape: unknown, name: string): unknown {
  if (typeof shape !== 'object' || shape === null || !('properties' in shape)) return null
  return (shape.properties as Readonly<Record<string, unknown>>)[name] ?? null
}

import type { RepairSlip } from '#modules/repair/slip.ts'
import { publicProblems, tenantProblems } from './problem-list.ts'

/** A fault as somebody reports it, and what is done about it. */
export interface Problem {
  readonly category: RepairSlip['category']
  readonly area: RepairSlip['area']
  readonly text: string
  readonly done: string
  /** how urgent it may be taken, 1 to 4 */
  readonly priorities: readonly number[]
  /** labour by the price list; empty: never charged */
  readonly lines: readonly { readonly code: string; readonly quantity: string }[]
  readonly materials: readonly Material[]
}

export interface Material {
  readonly name: string
  readonly spec: string
  readonly unit: string
  readonly quantity: string
  readonly unitFen: number
}

export const problems: readonly Problem[] = [
  ...Object.entries(tenantProblems).flatMap(([category, rows]) => rows.map((row) => read(category, 'customer', row))),
  ...Object.entries(publicProblems).flatMap(([category, rows]) => rows.map((row) => read(category, 'common', row))),
]

/** `fault|work done|priorities|R01×2 R04×1|name,spec,unit,quantity,yuan; …` */
function read(category: string, area: RepairSlip['area'], row: string): Problem {
  const [text = '', done = '', priorities = '', lines = '', materials = ''] = row.split('|')
  return {
    category: category as RepairSlip['category'],
    area,
    text,
    done,
    priorities: Array.from(priorities, Number),
    lines: parts(lines, ' ').map((line) => {
      const [code = '', quantity = '1'] = line.split('×')
      return { code, quantity }
    }),
    materials: parts(materials, ';').map((material) => {
      const [name = '', spec = '', unit = '', quantity = '1', yuan = '0'] = material.split(',')
      return { name, spec, unit, quantity, unitFen: Math.round(Number(yuan) * 100) }
    }),
  }
}

function parts(text: string, mark: string): string[] {
  return text === '' ? [] : text.split(mark)
}

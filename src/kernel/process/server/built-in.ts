import { z } from 'zod'
import { longText, photos, text } from '../fields.ts'
import { actingRole, type Current, type Decision, type Now, problemsOf, type Refusal } from '../decide.ts'
import { list, type Process } from '../define.ts'
import type { Role } from '../roles.ts'

/* What may be done with every case of every process without moving it: a note, an attachment, a correction, a copy handed over. */

export const builtInInputs = {
  note: z.object({ text: longText(2000) }).strict(),
  attach: z.object({ photos: photos('scan', 1) }).strict(),
  correct: z.object({ field: text(60), value: longText(2000), reason: longText(300) }).strict(),
  hand: z.object({ form: text(8), copy: z.int().min(1).max(9), to: text(100) }).strict(),
} as const
export type BuiltIn = keyof typeof builtInInputs

export const isBuiltIn = (name: string): name is BuiltIn => Object.hasOwn(builtInInputs, name)

const quiet = {
  charges: [],
  collects: null,
  receiptIn: null,
  onAccount: false,
  assigns: undefined,
  pauses: null,
  escalates: null,
  raises: [],
  joins: null,
  prints: [],
} as const

export function decideBuiltIn(
  process: Process,
  current: Current,
  name: BuiltIn,
  input: unknown,
  now: Now,
): Decision | Refusal {
  const role = roleFor(process, name, now)
  if (role === null) return { why: 'notYours' }
  const read = builtInInputs[name].safeParse(input ?? {})
  if (!read.success) return { why: 'input', problems: problemsOf(read.error.issues) }
  const base = {
    ...quiet,
    to: current.state,
    slip: current.slip,
    role,
    input: read.data,
    refers: [],
    hands: [],
    tells: [],
  }
  if ('text' in read.data) return { ...base, tells: ['owner', 'crew'] }
  if ('photos' in read.data)
    return { ...base, refers: read.data.photos.map((id) => ({ kind: 'file', id, purpose: 'scan' }) as const) }
  if ('copy' in read.data) return handed(read.data, base, now)
  return corrected(process, current, read.data, base)
}

/** Old and new value, who, when and why stand in the timeline and on every later print (domain §1.5). */
function corrected(
  process: Process,
  current: Current,
  asked: z.infer<typeof builtInInputs.correct>,
  base: Decision,
): Decision | Refusal {
  if (process.states[current.state]?.final) return { why: 'wrongState' }
  if (!process.corrects.fields.includes(asked.field))
    return { why: 'input', problems: [{ path: 'field', code: 'invalid_value', params: {} }] }
  const slip = process.slip.safeParse({ ...current.slip, [asked.field]: asked.value })
  if (!slip.success)
    return { why: 'input', problems: problemsOf(slip.error.issues).map((problem) => ({ ...problem, path: 'value' })) }
  return { ...base, slip: slip.data, tells: ['crew'] }
}

function handed(asked: z.infer<typeof builtInInputs.hand>, base: Decision, now: Now): Decision | Refusal {
  const known = now.facts.copies.some((copy) => copy.form === asked.form && copy.copy === asked.copy)
  if (!known) return { why: 'input', problems: [{ path: 'copy', code: 'invalid_value', params: {} }] }
  return { ...base, hands: [{ form: asked.form, copy: asked.copy, to: asked.to }] }
}

function roleFor(process: Process, name: BuiltIn, now: Now): Role | null {
  const { all, own, company, department = [] } = process.sight
  if (name === 'correct') return actingRole(now.actor, list(process.corrects.by))
  if (name === 'hand')
    return actingRole(
      now.actor,
      Object.values(process.papers)
        .flatMap((paper) => list(paper.by))
        .filter((role) => role !== 'TADM'),
    )
  return actingRole(now.actor, [...all, ...department, ...company, ...own])
}

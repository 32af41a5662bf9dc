/** Plays a case of the two procedures between departments without a database: slip of service and corrective action. */
import { z } from 'zod'
import { type Decision, decide, decideOpening, type Refusal, type Slip } from '#kernel/process/decide.ts'
import { list, type Process } from '#kernel/process/define.ts'
import type { CopyFact, Facts, LinkedCase } from '#kernel/process/moment.ts'
import { type Actor, type Role, staffRoles, tenantRoles } from '#kernel/process/roles.ts'
import type { AnyWords } from '#kernel/process/words.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import { correctiveParameters } from '#modules/corrective-action/parameters.ts'
import { serviceParameters } from '#modules/service-slip/parameters.ts'
import { type Changes, momentOf, shanghai, somebody } from './moment.ts'
import { isRefusal } from './walk.ts'

const numbers = Object.fromEntries(
  [...serviceParameters, ...correctiveParameters].map(({ key, default: value }) => [key, value]),
)
export const everyRole = [...staffRoles, ...tenantRoles, 'GUEST', 'CLOCK'] as const

/** Somebody with this one role, an id of his own for each role. */
export const person = (role: Role): Actor => {
  const known = somebody(role)
  const at = staffRoles.findIndex((one) => one === role)
  return known.name === role && at >= 0
    ? { ...known, id: `00000000-0000-4000-8000-${String(500 + at).padStart(12, '0')}` }
    : known
}

export const at = (actor: Actor, changes: Changes = {}) =>
  momentOf({ ...changes, actor, parameters: { ...numbers, ...changes.parameters } })

export interface Case {
  readonly process: Process
  readonly state: string
  readonly slip: Slip
  readonly now: IsoInstant
  readonly openedBy: string | null
  readonly facts: Partial<Facts>
  readonly copies: readonly CopyFact[]
  readonly last: Decision | null
}

/** A complaint this case was raised from. */
export const complaint = (shows: LinkedCase['shows'] = {}): LinkedCase => ({
  kind: 'raised',
  way: 'up',
  process: 'complaint',
  number: 'TS-2026-0007',
  title: 'too cold',
  state: 'dispatched',
  final: false,
  customerId: null,
  openedAt: shanghai('09:00'),
  closedAt: null,
  shows,
})

export function begun(process: Process, actor: Actor, input: unknown, changes: Changes = {}): Case {
  const now = changes.now ?? shanghai('10:00')
  const first = decideOpening(process, input, at(actor, { ...changes, now }))
  if (isRefusal(first)) throw new Error(`opening was refused: ${JSON.stringify(first)}`)
  const facts = changes.facts ?? {}
  return { process, state: first.in, slip: first.slip, now, openedBy: actor.id, facts, copies: [], last: null }
}

const header = (of: Case): Facts['header'] => ({ ...at(somebody('CSA')).facts.header, openedBy: of.openedBy })

export function tries(of: Case, actor: Actor, action: string, input?: unknown, minutes = 1): Decision | Refusal {
  const facts = { header: header(of), copies: of.copies, ...of.facts }
  return decide(of.process, of, action, input, at(actor, { now: plusMinutes(of.now, minutes), facts }))
}

export function does(of: Case, actor: Actor, action: string, input?: unknown, minutes = 1): Case {
  const decision = tries(of, actor, action, input, minutes)
  if (isRefusal(decision)) throw new Error(`${action} in ${of.state} was refused: ${JSON.stringify(decision)}`)
  const printed = decision.prints.flatMap((name) => {
    const paper = of.process.papers[name]
    if (!paper || of.copies.length > 0) return []
    return paper.copies.map((goesTo, n) => ({ form: paper.form, copy: n + 1, goesTo, handedTo: null }))
  })
  const copies = [...of.copies, ...printed].map((copy) => {
    const hand = decision.hands.find((one) => one.form === copy.form && one.copy === copy.copy)
    return hand && copy.handedTo === null ? { ...copy, handedTo: hand.to } : copy
  })
  return { ...of, state: decision.to, slip: decision.slip, now: plusMinutes(of.now, minutes), copies, last: decision }
}

/** Each role in each state: refused for the state, for the role, or not for either. */
export function wrongAnswers(process: Process, stages: Readonly<Record<string, Case>>, name: string, input: unknown) {
  const action = process.actions[name]
  return Object.keys(process.states).flatMap((state) =>
    everyRole.flatMap((role) => {
      const stage = stages[state] ?? Object.values(stages)[0]
      const answer = decide(process, { state, slip: stage?.slip ?? {} }, name, input, at(person(role)))
      const why = isRefusal(answer) ? answer.why : 'done'
      const expected = !list(action?.from).includes(state)
        ? ['wrongState']
        : !list(action?.by).includes(role)
          ? ['notYours']
          : ['done', 'needs', 'input']
      return expected.includes(why) ? [] : [{ state, role, why, expected }]
    }),
  )
}

/** Everything a reader could meet without a word in both languages. */
export function wordless(process: Process, words: AnyWords): string[] {
  const asked = Object.values(process.actions).flatMap(({ input }) => (input ? [input] : []))
  const found = [process.slip, process.opens.input, ...asked].map((schema) =>
    blanks(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })),
  )
  const desks = Object.values(process.papers).flatMap(({ copies }) => copies)
  const without = (keys: readonly string[], part: Readonly<Record<string, unknown>>) =>
    keys.filter((key) => !Object.hasOwn(part, key))
  const pairs = (['states', 'actions', 'needs', 'clocks', 'fields', 'options', 'papers', 'more'] as const).flatMap(
    (part) => Object.entries(words[part]),
  )
  return [
    ...without(
      found.flatMap(({ fields }) => fields),
      words.fields,
    ),
    ...without(
      found.flatMap(({ choices }) => choices),
      words.options,
    ),
    ...without([...desks, ...Object.keys(process.clocks)], words.more),
    ...pairs.flatMap(([key, { zh, en }]) =>
      /\p{Script=Han}/u.test(zh) && !/\p{Script=Han}/u.test(en) && /^[A-Z]/.test(en) ? [] : [key],
    ),
  ]
}

interface Blanks {
  readonly fields: string[]
  readonly choices: string[]
}

function blanks(schema: unknown): Blanks {
  if (typeof schema !== 'object' || schema === null) return { fields: [], choices: [] }
  if (Array.isArray(schema)) return together(schema.map(blanks))
  const { properties, enum: values, control: _control, values: _values, ...rest } = schema as Record<string, unknown>
  const own = typeof properties === 'object' && properties !== null ? properties : {}
  return together([
    { fields: Object.keys(own), choices: Array.isArray(values) ? values.filter((v) => typeof v === 'string') : [] },
    ...Object.values(own).map(blanks),
    ...Object.values(rest).map(blanks),
  ])
}
const together = (parts: readonly Blanks[]): Blanks => ({
  fields: parts.flatMap((part) => part.fields),
  choices: parts.flatMap((part) => part.choices),
})

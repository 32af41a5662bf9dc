import {
  type Audience,
  list,
  type ChargeLine,
  type Collected,
  type HandOver,
  type Process,
  type Raised,
  type Reference,
} from './define.ts'
import type { Moment } from './moment.ts'
import type { Actor, Role, StaffRole } from './roles.ts'

export type Slip = Record<string, unknown>

export interface Current {
  readonly state: string
  readonly slip: Slip
}

export interface Decision {
  readonly to: string
  readonly slip: Slip
  readonly role: Role
  readonly input: unknown
  readonly refers: readonly Reference[]
  readonly charges: readonly ChargeLine[]
  readonly collects: Collected | null
  readonly receiptIn: string | null
  readonly onAccount: boolean
  readonly assigns: readonly string[] | null | undefined
  readonly hands: readonly HandOver[]
  readonly pauses: { readonly reason: string; readonly expectedAt: string | null } | null
  readonly escalates: { readonly cause: string; readonly role: StaffRole; readonly level: 1 | 2 | 3 } | null
  readonly raises: readonly Raised[]
  /** number of the case this one is joined into */
  readonly joins: string | null
  readonly tells: readonly Audience[]
  readonly prints: readonly string[]
}

export interface Problem {
  /** dotted path into the input */
  readonly path: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

export type Refusal =
  | { readonly why: 'unknownAction' | 'wrongState' | 'notYours' }
  | { readonly why: 'needs'; readonly missing: readonly string[] }
  | { readonly why: 'input'; readonly problems: readonly Problem[] }

/** The part of a moment that is known before the role is: `decide` adds the role. */
export type Now = Omit<Moment, 'role'>

/** The first of the wanted roles that this actor has, or null. */
export function actingRole(actor: Actor, by: readonly Role[]): Role | null {
  return by.find((role) => actor.roles.includes(role)) ?? null
}

/** The whole rulebook: a pure function of the definition, the case, who asks, and the moment. */
export function decide(process: Process, current: Current, name: string, input: unknown, now: Now): Decision | Refusal {
  const action = Object.hasOwn(process.actions, name) ? process.actions[name] : undefined
  if (!action) return { why: 'unknownAction' }
  if (!list(action.from).includes(current.state)) return { why: 'wrongState' }
  const role = actingRole(now.actor, list(action.by))
  if (!role) return { why: 'notYours' }
  const at: Moment = { ...now, role }

  const missing = unmet(process, list(action.needs), current.slip, at)
  if (missing.length > 0) return { why: 'needs', missing }

  const read = readInput(action.input, input)
  if ('why' in read) return read
  const asked = read.value

  const written = process.slip.safeParse({ ...current.slip, ...action.writes?.(current.slip, asked, at) })
  if (!written.success) return { why: 'input', problems: problemsOf(written.error.issues) }
  const slip = written.data
  const broken = unmet(process, list(action.ensures), slip, at)
  if (broken.length > 0) return { why: 'needs', missing: broken }

  return {
    to: target(name, list(action.to), action.goes?.(slip, at), current.state),
    slip,
    role,
    input: asked ?? null,
    refers: action.refers?.(asked, slip) ?? [],
    charges: action.charges?.(slip, asked, at) ?? [],
    collects: action.collects?.(slip, asked, at) ?? null,
    receiptIn: action.receiptIn ?? null,
    onAccount: action.onAccount?.(slip, asked) ?? false,
    assigns: action.assigns?.(slip, asked, at),
    hands: action.hands?.(slip, asked, at) ?? [],
    pauses: action.pauses?.(slip, asked) ?? null,
    escalates: action.escalates?.(slip, asked, at) ?? null,
    raises: action.raises?.(slip, asked, at) ?? [],
    joins: action.joins?.(asked) ?? null,
    tells: list(action.tells),
    prints: list(action.prints),
  }
}

/** Where an action leads: one of several only where it says which. */
function target(name: string, targets: readonly string[], chosen: string | undefined, from: string): string {
  const [only, ...more] = targets
  if (only === undefined) return from
  if (more.length === 0) return only
  if (chosen === undefined || !targets.includes(chosen)) throw new RangeError(`"${name}" leads to "${chosen}"`)
  return chosen
}

export interface Opening {
  readonly in: string
  readonly slip: Slip
  readonly role: Role
  readonly input: unknown
  readonly refers: readonly Reference[]
  readonly assigns: readonly string[]
  readonly tells: readonly Audience[]
  readonly customerFree: boolean
}

/** The first slip of a case, decided as purely as every later step. */
export function decideOpening(process: Process, input: unknown, now: Now): Opening | Refusal {
  const { opens } = process
  const role = actingRole(now.actor, list(opens.by))
  if (!role) return { why: 'notYours' }
  const read = readInput(opens.input, input)
  if ('why' in read) return read
  const at: Moment = { ...now, role }
  const first = process.slip.safeParse(opens.slip(read.value, at))
  if (!first.success) return { why: 'input', problems: problemsOf(first.error.issues) }
  const broken = unmet(process, list(opens.ensures), first.data, at)
  if (broken.length > 0) return { why: 'needs', missing: broken }
  return {
    in: target('open', list(opens.in), opens.goes?.(first.data, at), ''),
    slip: first.data,
    role,
    input: read.value,
    refers: opens.refers?.(read.value) ?? [],
    assigns: opens.assigns?.(first.data, at) ?? [],
    tells: typeof opens.tells === 'function' ? opens.tells(first.data) : list(opens.tells),
    customerFree: opens.customerFree?.(read.value) ?? false,
  }
}

export interface Choice {
  readonly action: string
  /** needs still missing, by name; empty when it can be done now */
  readonly missing: readonly string[]
  readonly primary: boolean
}

/** What this person could do now, and what stands in the way: the web draws its buttons from this. */
export function choices(process: Process, current: Current, now: Now): Choice[] {
  return Object.entries(process.actions).flatMap(([name, action]) => {
    const role = actingRole(now.actor, list(action.by))
    if (!role || !list(action.from).includes(current.state)) return []
    const missing = unmet(process, list(action.needs), current.slip, { ...now, role })
    if (missing.some((need) => process.personal?.includes(need))) return []
    return [{ action: name, missing, primary: isPrimary(action.primary, current.slip) }]
  })
}

const isPrimary = (primary: true | ((slip: Slip) => boolean) | undefined, slip: Slip): boolean =>
  typeof primary === 'function' ? primary(slip) : primary === true

function unmet(process: Process, needs: readonly string[], slip: Slip, at: Moment): string[] {
  return needs.filter((need) => process.needs[need]?.(slip, at) !== true)
}

type Read = { readonly value: unknown } | Extract<Refusal, { why: 'input' }>
type Schema = Process['opens']['input']

function readInput(schema: Schema | undefined, input: unknown): Read {
  if (!schema) {
    const empty =
      input === undefined || input === null || (typeof input === 'object' && Object.keys(input).length === 0)
    return empty ? { value: undefined } : { why: 'input', problems: [{ path: '', code: 'unexpected', params: {} }] }
  }
  const read = schema.safeParse(input ?? {})
  return read.success ? { value: read.data } : { why: 'input', problems: problemsOf(read.error.issues) }
}

interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly [key: string]: unknown
}

/** zod's issues as stable codes; the sentence is found in the kernel's words, in the reader's language. */
export function problemsOf(issues: readonly unknown[]): Problem[] {
  return (issues as readonly Issue[]).map((issue) => {
    const params = Object.fromEntries(
      ['minimum', 'maximum', 'expected', 'format', 'origin'].flatMap((key) => {
        const value = issue[key]
        return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
          ? [[key, typeof value === 'bigint' ? Number(value) : value]]
          : []
      }),
    )
    // A blank line is not “too short”: it was not filled in.
    if (issue.code === 'too_small' && params['origin'] === 'string' && params['minimum'] === 1)
      return { path: issue.path.map(String).join('.'), code: 'required', params }
    const own = issue.code === 'custom' && /^[a-z][A-Za-z]*$/.test(issue.message) ? issue.message : issue.code
    return { path: issue.path.map(String).join('.'), code: own ?? 'invalid', params }
  })
}

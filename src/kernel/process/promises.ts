import type { IsoInstant } from '#lib/time.ts'
import { list, type Process } from './define.ts'
import { type Actor, type Department, departments, departmentsOf, headOf, type Role, type StaffRole } from './roles.ts'
import type { CaseRow, Named, Page } from './view.ts'

/* Promises over all processes: whose they are, who oversees them, and what the promise board shows. */

/** Whose a promise is. `own`: of the departments of its case, where it has any; otherwise of `department`. */
export interface Keeper {
  readonly process: string
  readonly clock: string
  readonly role: StaffRole
  readonly department: Department
  readonly own: boolean
}

/**
 * Of `keptBy`, else of the case's departments where the clock runs in a state that waits for them, else of whoever its first
 * state waits for. Clocks nobody of the house keeps are left out.
 */
export function keepersOf(processes: readonly Process[]): Keeper[] {
  return processes.flatMap((process) =>
    Object.entries(process.clocks).flatMap(([clock, { runs, keptBy }]): Keeper[] => {
      const [first = ''] = list(runs)
      const role = keptBy ?? list(process.states[first]?.waitsFor).find(isStaff)
      const [department] = role === undefined ? [] : departmentsOf([role])
      if (role === undefined || department === undefined) return []
      const own = keptBy === undefined && list(runs).some((state) => process.states[state]?.forDepartment === true)
      return [{ process: process.name, clock, role, department, own }]
    }),
  )
}

const isStaff = (role: Role): role is StaffRole => departmentsOf([role]).length > 0

/** Who sees the promises of everybody, and who beside the head sees those of his department (domain §7, §9). */
const everywhere: readonly Role[] = ['GM', 'PM', 'CSM']
const leads: Readonly<Partial<Record<Department, readonly StaffRole[]>>> = { customerService: ['CSS'] }

/** The roles a promise board is made for. */
export const overseers: readonly StaffRole[] = [
  ...new Set<StaffRole>(departments.flatMap((department) => [headOf(department), ...(leads[department] ?? [])])),
]

/** Whose promises this actor sees; an empty list: nobody's. */
export function oversight(actor: Actor): 'all' | readonly Department[] {
  if (actor.kind !== 'staff') return []
  if (actor.roles.some((role) => everywhere.includes(role))) return 'all'
  return departments.filter((department) =>
    [headOf(department), ...(leads[department] ?? [])].some((role) => actor.roles.includes(role)),
  )
}

/** overdue: the time is up. soon: within two hours. today: later today. paused: the clock rests for a reason. */
export const standings = ['overdue', 'soon', 'today', 'paused'] as const
export type PromiseStanding = (typeof standings)[number]

/** Filters of the board, all from the URL. `person`: an id, or `none` for what nobody has taken. */
export interface PromiseQuery {
  readonly department?: Department
  readonly person?: string
  readonly process?: string
  readonly show?: PromiseStanding
  readonly after?: string
}

export interface PauseNow {
  readonly startedAt: IsoInstant
  /** a word of the process: an option, or the state that rests */
  readonly reason: string
  readonly expectedAt: IsoInstant | null
}

export interface PromiseRow {
  readonly case: CaseRow
  readonly clock: string
  readonly round: number
  readonly startedAt: IsoInstant
  /** the due moment of this promise; while it rests, as it was when the rest began */
  readonly dueAt: IsoInstant
  readonly pausedAt: IsoInstant | null
  readonly pause: PauseNow | null
  readonly departments: readonly string[]
  /** null: nobody has taken it; `role` is then waited for */
  readonly person: Named | null
  readonly role: string
  /** how far up the ladder it went, and whether everybody it went to has accepted it */
  readonly level: number | null
  readonly accepted: boolean
}

export interface PromiseCounts {
  readonly open: number
  readonly overdue: number
  readonly soon: number
  readonly today: number
  readonly paused: number
}

/** The figures over the board: in all, and of each department and person. */
export interface PromiseBoard {
  readonly counts: PromiseCounts
  /** escalations nobody has accepted yet (红色未签收) */
  readonly red: number
  readonly people: readonly (PromiseCounts & {
    readonly department: string
    readonly person: Named | null
    /** where there is no person: the role that is waited for */
    readonly role: string | null
  })[]
}

/** An escalation nobody has accepted yet. */
export interface RedRow {
  readonly case: CaseRow
  /** a clock, with its round after a colon, or a word of the process */
  readonly cause: string
  readonly level: number
  readonly role: string
  readonly raisedAt: IsoInstant
}

/** A case that rests, for how long and why (domain §1.3: managers see pauses over 24 hours daily). */
export interface PauseRow extends PauseNow {
  readonly case: CaseRow
  readonly departments: readonly string[]
  readonly long: boolean
}
/** A pause is long from this many hours. */
export const longPauseHours = 24

export const keptGroupings = ['clock', 'department', 'person'] as const
export type KeptGrouping = (typeof keptGroupings)[number]

/** Promises that fell due in a month. */
export interface KeptRow {
  readonly process: string | null
  readonly clock: string | null
  readonly department: string | null
  readonly person: Named | null
  readonly kept: number
  readonly missed: number
}

export interface KeptCase {
  readonly case: CaseRow
  readonly clock: string
  readonly round: number
  readonly dueAt: IsoInstant
  readonly metAt: IsoInstant | null
  readonly missed: boolean
}
export type KeptPage = Page<KeptCase>

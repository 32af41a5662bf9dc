import type { z } from 'zod'
import type { IsoInstant } from '#lib/time.ts'
import type { Parameter } from '#kernel/parameters/declare.ts'
import type { JsonValue } from '#lib/json.ts'
import type { Moment } from './moment.ts'
import type { Department, Role, StaffRole } from './roles.ts'

/*
 * The language in which a procedure is written down once and read by everybody: server, screens, flow chart, printer,
 * OpenAPI and tests. A definition is data and small pure functions; nothing in it reads a clock or a table.
 */

export type OneOrMore<T> = T | readonly T[]

export const list = <T>(value: OneOrMore<T> | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T]

export type ClockKind = 'WALL' | 'SERVICE' | 'WD'
export interface Due {
  readonly kind: ClockKind
  readonly at: IsoInstant
}

/** A promise with an end: it runs while the case is in one of `runs`, rests in `rests`, and is kept on leaving both. */
export interface Clock<Slip, StateName> {
  readonly runs: OneOrMore<StateName>
  readonly rests?: OneOrMore<StateName>
  /** Null: nothing is promised for this slip. Asked again after every action while the clock runs. */
  due(slip: Slip, started: IsoInstant, at: Moment): Due | null
  /** Who hears when it is broken, in order, each so many minutes (wall time) after the due moment. */
  readonly late: readonly Step<Slip>[]
  /** Whose promise it is, where that is not whoever its first state waits for: the promise board counts it for this role. */
  readonly keptBy?: StaffRole
}
export interface Step<Slip = unknown> {
  readonly role: StaffRole
  readonly minutes: number
  readonly level: 1 | 2 | 3
  /** Passed over when this does not hold at its time. */
  readonly when?: { holds(slip: Slip, at: Moment): boolean }['holds']
}
export const step = <Slip>(
  role: StaffRole,
  level: 1 | 2 | 3,
  minutes = 0,
  when?: (slip: Slip, at: Moment) => boolean,
): Step<Slip> => ({ role, minutes, level, ...(when === undefined ? {} : { when }) })

export interface State<StateName> {
  readonly final?: true
  /** The papers of a case that ends here are void, and stay. */
  readonly voids?: true
  /** On whose desk the case lies: the roles whose queue shows it. Tenant roles: the portal asks them. */
  readonly waitsFor?: OneOrMore<Role>
  /** Of those roles only the ones in the case's own departments (`departments` of the definition). */
  readonly forDepartment?: true
  /** The step strip groups states; the flow chart draws all of them. */
  readonly tone: 'neutral' | 'info' | 'active' | 'warn' | 'danger' | 'done'
  /** the state a case normally goes to next, for the flow chart's spine */
  readonly next?: StateName
}

/**
 * `department`: the heads of the case's departments; `raiser`: owner and crew of the case it was raised from;
 * `joined`: everybody who reported the same trouble and was joined into this case.
 */
export type Audience = Role | 'opener' | 'owner' | 'assignee' | 'crew' | 'customer' | 'department' | 'raiser' | 'joined'

export interface ChargeLine {
  readonly item: string
  readonly description: string
  /** decimal with at most three places */
  readonly quantity: string
  readonly unitPriceFen: number
  readonly amountFen: number
  /** tax rate in basis points: 600 is 6 % */
  readonly taxRateBp: number
  readonly explained: Readonly<Record<string, string | number | boolean | null>>
}

export type PaymentMethod = 'transfer' | 'cheque' | 'cash' | 'card' | 'code' | 'collection'
export interface Collected {
  readonly method: PaymentMethod
  readonly payer: string
  /** must equal what is unpaid on the case */
  readonly amountFen: number
  readonly reference: string
  readonly carriedBy: string | null
}

/** Something an input points at; the kernel proves that it exists, is of this kind and this actor may point at it. */
export type Reference =
  | { readonly kind: 'file'; readonly id: string; readonly purpose: string }
  | {
      readonly kind: 'staff'
      readonly id: string
      readonly role?: OneOrMore<StaffRole>
      readonly department?: Department
    }
  | { readonly kind: 'contact'; readonly id: string; readonly authority?: string }
  | { readonly kind: 'price'; readonly code: string }

export interface HandOver {
  readonly form: string
  readonly copy: number
  /** the person or desk that took it */
  readonly to: string
}

/** Another case, opened in the same transaction by the same actor, for the same customer and unit. */
export interface Raised {
  readonly process: string
  readonly input: Readonly<Record<string, unknown>>
}

type Rule<Slip> = { holds(slip: Slip, at: Moment): boolean }['holds']

export interface Action<Slip, StateName, Need, Input> {
  readonly by: OneOrMore<Role>
  readonly from: OneOrMore<StateName>
  /** Left out when the action is written on the slip without moving it; one of several where `goes` says which. */
  readonly to?: OneOrMore<StateName>
  /** Which of several states, asked of the slip as this action leaves it. Demanded where `to` names several. */
  goes?(slip: Slip, at: Moment): StateName
  /** The step of the plan or the section of the domain design this enforces. */
  readonly step?: string
  /** Must hold before. */
  readonly needs?: OneOrMore<Need>
  /** Must hold on the slip as this action leaves it. */
  readonly ensures?: OneOrMore<Need>
  readonly input?: z.ZodType<Input>
  /** Numbers a paper of its own, e.g. HF for a call-back. */
  readonly numbered?: string
  writes?(slip: Slip, input: NoInfer<Input>, at: Moment): Partial<Slip>
  refers?(input: NoInfer<Input>, slip: Slip): readonly Reference[]
  charges?(slip: Slip, input: NoInfer<Input>, at: Moment): readonly ChargeLine[]
  /** Money received now: payment, allocation and receipt are written with the action. */
  collects?(slip: Slip, input: NoInfer<Input>, at: Moment): Collected
  /** The slip field in which the receipt's number is kept. */
  readonly receiptIn?: keyof Slip & string
  /** True: the charges of this action go to the customer's account instead of being paid now. */
  onAccount?(slip: Slip, input: NoInfer<Input>): boolean
  /** Who is expected to work on it from now: the lead first. Null: back to the pool. */
  assigns?(slip: Slip, input: NoInfer<Input>, at: Moment): readonly string[] | null
  hands?(slip: Slip, input: NoInfer<Input>, at: Moment): readonly HandOver[]
  /** Why the clocks rest, when the action leads into a state where one does. */
  pauses?(slip: Slip, input: NoInfer<Input>): { readonly reason: string; readonly expectedAt: IsoInstant | null }
  raises?(slip: Slip, input: NoInfer<Input>, at: Moment): readonly Raised[]
  /** Number of an open case of this process that reports the same trouble: this one is joined into it. */
  joins?(input: NoInfer<Input>): string
  /** Goes straight up, without waiting for a clock; `cause` is a word of this process. */
  escalates?(
    slip: Slip,
    input: Input,
    at: Moment,
  ): { readonly cause: string; readonly role: StaffRole; readonly level: 1 | 2 | 3 } | null
  readonly tells?: OneOrMore<Audience>
  readonly prints?: OneOrMore<string>
  /** False: the customer does not see this line of the timeline. */
  readonly internal?: true
  /** The normal next step: the primary button; a rule where it depends on the slip. */
  readonly primary?: true | { holds(slip: Slip): boolean }['holds']
}

export interface Paper {
  /** F-number of the domain's form register */
  readonly form: string
  /** file under the module's forms/ folder, without .typ; `standard` and `call-back` are everybody's */
  readonly template: string
  readonly version: string
  /** how many copies, and to whom each goes: keys of the process words' `desks` */
  readonly copies: readonly string[]
  /** who may print it */
  readonly by: OneOrMore<Role>
}

export interface Sight {
  /** see every case of this process */
  readonly all: readonly Role[]
  /** see only what they opened themselves */
  readonly own: readonly Role[]
  /** see every case of their own company */
  readonly company: readonly Role[]
  /** see the cases of their own department (`departments` of the definition) */
  readonly department?: readonly StaffRole[]
}

export interface Process<
  Name extends string = string,
  Schema extends z.ZodObject = z.ZodObject,
  StateName extends string = string,
  Need extends string = string,
  ClockName extends string = string,
  OpenInput = unknown,
  Inputs = Record<string, unknown>,
> {
  readonly name: Name
  /** prefix of its numbers (domain §1.4) */
  readonly number: string
  /** the typed table that holds its slips */
  readonly table: string
  readonly slip: Schema
  title(slip: z.infer<Schema>): string
  priority?(slip: z.infer<Schema>): 1 | 2 | 3 | 4 | null
  category?(slip: z.infer<Schema>): string
  /** words of the slip by which it should be found */
  searched?(slip: z.infer<Schema>): readonly string[]
  /** the departments a case concerns: whose queue it lies in, whose heads hear */
  departments?(slip: z.infer<Schema>): readonly Department[]
  /** what the cases it hangs together with may know of it: their needs read it from `facts.linked` */
  shows?(slip: z.infer<Schema>): Readonly<Record<string, JsonValue>>
  /** its open cases are marked on the stacking plan */
  readonly onPlan?: true
  /** key of the parameter in days: as far back the rules may look at cases of the same category */
  readonly recent?: string
  readonly sight: Sight
  /** slip fields no customer and no guest is shown */
  readonly hidden: readonly (keyof z.infer<Schema> & string)[]
  readonly opens: {
    /** Where a case begins; one of several where `goes` says which, the normal one first. */
    readonly in: OneOrMore<NoInfer<StateName>>
    goes?(slip: z.infer<Schema>, at: Moment): NoInfer<StateName>
    readonly by: OneOrMore<Role>
    readonly step?: string
    readonly input: z.ZodType<OpenInput>
    /** true when a case needs no customer (common areas) */
    customerFree?(input: NoInfer<OpenInput>): boolean
    slip(input: NoInfer<OpenInput>, at: Moment): z.infer<Schema>
    refers?(input: NoInfer<OpenInput>): readonly Reference[]
    /** Who is expected to work on it from the beginning: the lead first. */
    assigns?(slip: z.infer<Schema>, at: Moment): readonly string[] | null
    readonly ensures?: OneOrMore<NoInfer<Need>>
    readonly tells?: OneOrMore<Audience> | { of(slip: z.infer<Schema>): readonly Audience[] }['of']
  }
  readonly states: Readonly<Record<StateName, State<NoInfer<StateName>>>>
  readonly clocks: Readonly<Record<ClockName, Clock<z.infer<Schema>, NoInfer<StateName>>>>
  readonly needs: Readonly<Record<Need, Rule<z.infer<Schema>>>>
  readonly actions: {
    readonly [A in keyof Inputs]: Action<z.infer<Schema>, NoInfer<StateName>, NoInfer<Need>, Inputs[A]>
  }
  /** Needs that say whose step it is, such as “your department”: who does not meet one is not offered the step. */
  readonly personal?: readonly NoInfer<Need>[]
  /** Fields of the slip that may be corrected after the event, with the old value kept (domain §1.5). */
  readonly corrects: { readonly by: OneOrMore<Role>; readonly fields: readonly (keyof z.infer<Schema> & string)[] }
  readonly papers: Readonly<Record<string, Paper>>
  /** every number this process calls a parameter */
  readonly parameters: readonly Parameter[]
}

export function defineProcess<
  const Name extends string,
  Schema extends z.ZodObject,
  StateName extends string,
  Need extends string,
  ClockName extends string,
  OpenInput,
  Inputs,
>(
  process: Process<Name, Schema, StateName, Need, ClockName, OpenInput, Inputs>,
): Process<Name, Schema, StateName, Need, ClockName, OpenInput, Inputs> {
  return process
}

/** Types a chapter of actions that lies in a file of its own, before the process that joins the chapters. */
export const actionsFor =
  <Slip, StateName extends string, Need extends string>() =>
  <Inputs>(actions: { readonly [A in keyof Inputs]: Action<Slip, StateName, Need, Inputs[A]> }) =>
    actions

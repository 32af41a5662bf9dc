import type { JsonValue } from '#lib/json.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { WorkingCalendar } from '#lib/working-calendar.ts'
import type { Actor, Role } from './roles.ts'

/* The moment of a decision: what a rule may look at besides the slip. The kernel loads all of it before it decides. */

/** What stands in the kernel's own columns of every case. */
export interface CaseHeader {
  readonly number: string
  readonly customerId: string | null
  readonly unitId: string | null
  readonly contactId: string | null
  readonly openedBy: string | null
  readonly openedAt: IsoInstant
  readonly ownerId: string | null
  readonly assigneeId: string | null
}

export interface CopyFact {
  readonly form: string
  readonly copy: number
  readonly goesTo: string
  readonly handedTo: string | null
}

export interface PriceItem {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly unitZh: string
  readonly unitEn: string
  /** fen for one unit of labour */
  readonly priceFen: number
  /** fen for the variant of the same work that the list prices apart (a key cut, above 3 m), or null */
  readonly secondPriceFen: number | null
  readonly minutes: number | null
  /** least quantity charged, or null */
  readonly minimum: string | null
  readonly includesMaterial: boolean
  readonly effectiveFrom: IsoInstant
}

/** A case that hangs together with this one: `raised` out of it, or `joined` because it reports the same trouble again. */
export interface LinkedCase {
  readonly kind: 'raised' | 'joined'
  /** up: where this case came from, or was joined into; down: what came out of it, or was joined into it */
  readonly way: 'up' | 'down'
  readonly process: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly final: boolean
  readonly customerId: string | null
  readonly openedAt: IsoInstant
  readonly closedAt: IsoInstant | null
  /** what its process lets others know (`shows`) */
  readonly shows: Readonly<Record<string, JsonValue>>
}

/** How a case went up the ladder, and whether the superior took it (签收). */
export interface EscalationFact {
  readonly cause: string
  readonly role: string
  readonly level: number
  readonly raisedAt: IsoInstant
  readonly acceptedAt: IsoInstant | null
}

/** Another case of the same process and category, opened in the last days (`recent` of the definition). */
export interface RecentCase {
  readonly number: string
  readonly customerId: string | null
  /** code of the building, or '' */
  readonly building: string
  readonly state: string
  readonly openedAt: IsoInstant
}

/** Loaded in the same transaction, under the lock of the case. */
export interface Facts {
  readonly header: CaseHeader
  /** fen charged on this case, and what of it is not paid yet */
  readonly charged: number
  readonly unpaid: number
  readonly copies: readonly CopyFact[]
  readonly files: readonly { readonly id: string; readonly purpose: string }[]
  readonly escalations: readonly EscalationFact[]
  readonly linked: readonly LinkedCase[]
  /** the newest 200, this case not among them; empty unless the definition has `recent` */
  readonly recent: readonly RecentCase[]
  /** code of the building of the case's unit, or '' */
  readonly building: string
  /** the customer's authorised person agreed to charges on account */
  readonly monthlyBilling: boolean
  readonly calendar: WorkingCalendar
  /** value of a declared parameter at this moment */
  readonly parameter: <T>(key: string) => T
  readonly price: (code: string) => PriceItem | null
  /** the number taken for this action when it has `numbered` */
  readonly number: string | null
  /** names of the people an input refers to, by id */
  readonly nameOf: (id: string) => string
}

export interface Moment {
  readonly now: IsoInstant
  readonly actor: Actor
  /** the role in which he acts: the first of the action's `by` that he has */
  readonly role: Role
  readonly facts: Facts
}

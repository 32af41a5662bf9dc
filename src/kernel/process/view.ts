import type { IsoInstant } from '#lib/time.ts'
import type { Choice, Slip } from './decide.ts'
import type { ClockKind } from './define.ts'
import type { LinkedCase } from './moment.ts'
import type { ActorKind, Department, Role } from './roles.ts'

/*
 * What an actor is shown of cases. These shapes are the answers of:
 *   POST /api/{process}                          open a case: {header…, input} → CaseView (201)
 *   POST /api/{process}/{number}/{action}        {version, input?} → CaseView
 *   GET  /api/{process}/{number}                 → CaseView
 *   GET  /api/{process}?…                        register → Page<CaseRow>
 *   GET  /api/{process}/export.xlsx?…            the same rows as a spreadsheet
 *   GET  /api/queue?scope=mine|team              → Queue
 *   GET  /api/escalations                        → { items: EscalationRow[] }
 *   POST /api/escalations/{id}/accept            {instruction}
 *   GET  /api/{process}/{number}/paper/{paper}.pdf?copy=1,2   → PDF
 *   GET  /api/{process}/similar?unitId=&category=             → { items: CaseRow[] }  duplicate hint
 * The kernel's own actions exist for every process: note {text}, attach {files}, correct {field, value, reason},
 * hand {form, copy, to}.
 */

export interface Named {
  readonly id: string
  readonly name: string
}

/** What opening asks besides the process's own input. */
export interface OpeningHeader {
  readonly customerId: string | null
  readonly unitId: string | null
  readonly contactId: string | null
}

export interface CaseRow {
  readonly process: string
  readonly number: string
  readonly state: string
  readonly version: number
  readonly title: string
  readonly priority: number | null
  readonly category: string
  readonly place: string
  /** the departments it concerns; empty for tenants and where a process knows none */
  readonly departments: readonly Department[]
  readonly customer: {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly shortName: string
    readonly nameEn: string
    readonly vip: boolean
  } | null
  readonly unit: { readonly id: string; readonly code: string } | null
  readonly owner: Named | null
  readonly assignee: Named | null
  readonly openedAt: IsoInstant
  readonly enteredAt: IsoInstant
  readonly closedAt: IsoInstant | null
  /** the next promise that runs; null for tenants and when nothing presses */
  readonly dueAt: IsoInstant | null
  readonly paused: boolean
}

export interface Page<Row> {
  readonly items: readonly Row[]
  /** pass as `after` for the next page; null at the end */
  readonly next: string | null
  /** how many match, counted up to 1000; `more` when there are more */
  readonly count: number
  readonly more: boolean
}

export interface ClockView {
  readonly clock: string
  readonly kind: ClockKind
  readonly startedAt: IsoInstant
  readonly dueAt: IsoInstant
  readonly pausedAt: IsoInstant | null
  readonly metAt: IsoInstant | null
  readonly missed: boolean
}

export interface TimelineEntry {
  readonly seq: number
  readonly at: IsoInstant
  readonly actorKind: ActorKind
  readonly actorName: string
  readonly role: Role
  readonly action: string
  readonly from: string
  readonly to: string
  readonly input: Slip
  /** field → [before, after] */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>
  readonly shownToCustomer: boolean
}

export interface CopyView {
  readonly copy: number
  readonly goesTo: string
  readonly handedTo: string | null
  readonly handedAt: IsoInstant | null
}
export interface DocumentView {
  readonly id: string
  readonly paper: string
  readonly form: string
  readonly number: string
  readonly prints: number
  readonly void: boolean
  readonly copies: readonly CopyView[]
}

export interface FileView {
  readonly id: string
  readonly kind: 'image' | 'pdf' | 'sheet'
  readonly name: string
  readonly purpose: string
  readonly uploadedAt: IsoInstant
}

export interface ChargeView {
  readonly item: string
  readonly description: string
  readonly quantity: string
  readonly unitPriceFen: number
  readonly amountFen: number
  readonly taxRateBp: number
  readonly writtenAt: IsoInstant
}
export interface ReceiptView {
  readonly id: string
  readonly number: string
  readonly paymentNumber: string
  readonly state: 'issued' | 'voided' | 'returned'
  readonly payer: string
  readonly method: string
  readonly amountFen: number
  readonly inWords: string
  readonly issuedAt: IsoInstant
}

/** A cause that comes again in a later round is written `clock:2`; its word is the clock's. */
export const causeName = (cause: string): string => cause.replace(/:\d+$/, '')

export interface EscalationRow {
  readonly id: string
  readonly process: string
  readonly number: string
  readonly title: string
  readonly customer: { readonly shortName: string; readonly nameEn: string } | null
  readonly unit: string | null
  readonly cause: string
  readonly level: number
  readonly role: Role
  readonly raisedAt: IsoInstant
  readonly acceptedAt: IsoInstant | null
  readonly acceptedBy: string | null
  readonly instruction: string | null
}

export interface PauseView {
  readonly startedAt: IsoInstant
  readonly endedAt: IsoInstant | null
  readonly reason: string
  readonly expectedAt: IsoInstant | null
}

/** A case that hangs together with this one, as far as this reader may see it. */
export interface LinkedView
  extends Pick<LinkedCase, 'kind' | 'way' | 'process' | 'number' | 'title' | 'state' | 'final' | 'openedAt'> {
  readonly departments: readonly Department[]
  /** null for tenants and when nothing presses */
  readonly dueAt: IsoInstant | null
}

export interface CaseView extends CaseRow {
  readonly slip: Slip
  readonly contact: {
    readonly id: string
    readonly name: string
    readonly title: string
    readonly phone: string
  } | null
  readonly openedBy: string | null
  readonly openedAs: 'staff' | 'customer' | 'guest' | 'system'
  readonly crew: readonly Named[]
  /** names of the people the slip mentions by id */
  readonly names: Readonly<Record<string, string>>
  readonly choices: readonly Choice[]
  /** fields this actor may correct; empty for most */
  readonly correctable: readonly string[]
  readonly clocks: readonly ClockView[]
  readonly pauses: readonly PauseView[]
  readonly timeline: readonly TimelineEntry[]
  readonly documents: readonly DocumentView[]
  readonly files: readonly FileView[]
  readonly charges: readonly ChargeView[]
  readonly receipts: readonly ReceiptView[]
  /** fen */
  readonly chargedFen: number
  readonly unpaidFen: number
  readonly escalations: readonly EscalationRow[]
  readonly linked: readonly LinkedView[]
}

/**
 * What a guest sees of his own report: what he entered, and how far it is. Opened by POST /api/door/{token}/{process}
 * {input} and read by GET /api/guest/case, both with the header `x-guest-key`: a secret the browser makes for each report.
 */
export interface GuestView {
  readonly process: string
  readonly number: string
  readonly state: string
  readonly place: string
  readonly openedAt: IsoInstant
  readonly closedAt: IsoInstant | null
  readonly entered: Slip
  readonly photos: number
}

export interface QueueItem extends CaseRow {
  /** the step this reader would normally take next, and what is still missing for it; null: just look */
  readonly next: Choice | null
  /** the broken promise, when one is */
  readonly escalated: boolean
}

export interface Queue {
  readonly items: readonly QueueItem[]
  readonly counts: {
    readonly mine: number
    readonly team: number
    readonly overdue: number
    readonly escalations: number
  }
}

/** Named filters of a register, all optional, all from the URL. */
export interface RegisterQuery {
  readonly q?: string
  readonly state?: string
  readonly open?: 'yes' | 'no'
  readonly priority?: string
  readonly category?: string
  readonly customerId?: string
  readonly unitId?: string
  readonly building?: string
  readonly assigneeId?: string
  readonly department?: string
  readonly from?: string
  readonly to?: string
  readonly overdue?: 'yes'
  readonly after?: string
  readonly size?: number
}

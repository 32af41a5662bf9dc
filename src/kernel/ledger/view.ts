/** What the books show: shapes shared by server and screens. Amounts are fen. */
import type { PaymentMethod } from '#kernel/process/define.ts'
import type { IsoDate, IsoInstant } from '#lib/time.ts'

export const paymentMethods = [
  'transfer',
  'cheque',
  'cash',
  'card',
  'code',
  'collection',
] as const satisfies readonly PaymentMethod[]

export interface ReceiptLine {
  readonly caseNumber: string | null
  readonly item: string
  readonly description: string
  readonly quantity: string
  readonly unitPriceFen: number
  readonly chargedFen: number
  readonly paidFen: number
}

export interface PaymentRow {
  readonly id: string
  readonly number: string
  readonly customer: { readonly id: string; readonly code: string; readonly shortName: string; readonly nameEn: string }
  readonly payer: string
  readonly method: PaymentMethod
  /** negative for a reversal */
  readonly amountFen: number
  readonly reference: string
  readonly receivedAt: IsoInstant
  readonly receivedBy: string
  readonly receiptNumber: string | null
  /** standing; asked: a reversal waits for a second person; reversed; reversal: this one takes another back */
  readonly state: 'standing' | 'asked' | 'reversed' | 'reversal'
}

export interface PaymentCard extends PaymentRow {
  readonly carriedBy: string | null
  readonly receipt: {
    readonly number: string
    readonly state: 'issued' | 'voided' | 'returned'
    readonly payer: string
    readonly inWords: string
    readonly lines: readonly ReceiptLine[]
    readonly issuedAt: IsoInstant
    readonly issuedBy: string
  } | null
  /** number of the payment this one takes back */
  readonly reverses: string | null
  /** number of the payment that took this one back */
  readonly reversedBy: string | null
  readonly requests: readonly ReversalRequest[]
}

export interface ReversalRequest {
  readonly id: string
  readonly paymentNumber: string
  readonly amountFen: number
  readonly customerName: string
  readonly reason: string
  readonly requestedBy: string
  readonly requestedAt: IsoInstant
  /** null: waits for a second person */
  readonly approved: boolean | null
  readonly decidedBy: string | null
  readonly decidedAt: IsoInstant | null
  readonly denial: string | null
  /** true: this reader asked for it and may not decide it */
  readonly own: boolean
}

/** What a case, or a customer's account, owes. */
export interface Statement {
  readonly charges: readonly {
    readonly id: string
    readonly caseNumber: string | null
    readonly item: string
    readonly description: string
    readonly quantity: string
    readonly unitPriceFen: number
    readonly amountFen: number
    readonly taxRateBp: number
    readonly taxFen: number
    readonly paidFen: number
    readonly unpaidFen: number
    readonly onAccount: boolean
    readonly writtenAt: IsoInstant
    readonly dueOn: IsoDate | null
  }[]
  readonly chargedFen: number
  readonly unpaidFen: number
}

import type { Tone } from '#ui/tones.ts'
import type { PaymentRow } from '../view.ts'

/** The colour of a payment's state. */
export const stateTone: Readonly<Record<PaymentRow['state'], Tone>> = {
  standing: 'done',
  asked: 'warn',
  reversed: 'neutral',
  reversal: 'danger',
}

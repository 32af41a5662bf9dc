/** Money: integer fen in, integer fen out, every product exact before it is rounded once (domain §3.5). */

import { halfWidth } from './text.ts'
import type { Language } from './language.ts'

/** 1/100 yuan, a safe integer. Negative is money owed to the customer. */
export type Fen = number

/** An exact factor: a rate, a quantity, a part of a month. `den` is above zero. */
export type Ratio = { readonly num: bigint; readonly den: bigint }

/** The largest amount anybody may type: 9,000,000,000.00. */
export const largestFen: Fen = 900_000_000_000

/** The amount itself, or a RangeError when it is no whole number of fen that a double can hold. */
export function exactFen(fen: number | bigint): Fen {
  const amount = Number(fen)
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount in fen: ${fen}`)
  return amount === 0 ? 0 : amount
}

/** `1234.50`, for files and machines. */
export function yuan(fen: Fen): string {
  const digits = String(Math.abs(exactFen(fen))).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `¥1,234.50`, for people; both languages write it alike. */
export function formatYuan(fen: Fen, _language: Language): string {
  const [whole = '', cents = ''] = yuan(Math.abs(fen)).split('.')
  return `${fen < 0 ? '-' : ''}¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}

/** What a person typed, in fen; null when it is no amount of at most two decimals within ±9,000,000,000.00. */
export function parseYuan(text: string): Fen | null {
  const typed = halfWidth(text).trim()
  if (typed.length > 40) return null
  const parts = /^([+-]?)¥?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(typed)
  if (!parts) return null
  const [, sign, whole = '', cents = ''] = parts
  const fen = BigInt(whole.replaceAll(',', '') + cents.padEnd(2, '0'))
  if (fen > BigInt(largestFen)) return null
  return exactFen(sign === '-' ? -fen : fen)
}

/** The sum, or a RangeError when it leaves the safe integers on the way. */
export function sum(amounts: Iterable<Fen>): Fen {
  let total = 0n
  for (const fen of amounts) total += BigInt(exactFen(fen))
  return exactFen(total)
}

/** num ÷ den to the nearest whole number; a half goes away from zero, so a reversal cancels what it reverses. */
export function roundHalfUp(num: bigint, den: bigint): bigint {
  if (den === 0n) throw new RangeError('division by zero')
  if (den < 0n) return roundHalfUp(-num, -den)
  if (num < 0n) return -roundHalfUp(-num, den)
  return (num * 2n + den) / (den * 2n)
}

export function multiply(fen: Fen, by: Ratio): Fen {
  return exactFen(roundHalfUp(BigInt(exactFen(fen)) * by.num, by.den))
}

/** A quantity such as 268.60 (m²) as an exact ratio; a RangeError when it has more than `places` decimals. */
export function decimal(quantity: string | number, places = 3): Ratio {
  const parts = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(String(quantity))
  const [, sign, whole = '', fraction = ''] = parts ?? []
  if (!parts || fraction.length > places) throw new RangeError(`not a quantity of ${places} decimals: ${quantity}`)
  const num = BigInt(whole + fraction)
  return { num: sign === '-' ? -num : num, den: 10n ** BigInt(fraction.length) }
}

/** Several factors as one, so that a line is rounded once: rate × area × part of a month. */
export function product(...factors: readonly Ratio[]): Ratio {
  return factors.reduce((a, b) => ({ num: a.num * b.num, den: a.den * b.den }), { num: 1n, den: 1n })
}

/** Price in fen × a quantity of at most three decimals, rounded half-up. */
export function times(fen: Fen, quantity: string | number): Fen {
  return multiply(fen, decimal(quantity))
}

/**
 * Splits an amount by weight (areas, quantities: at most three decimals, none negative) without losing a fen:
 * everybody gets the part rounded down, the fen left over go to the largest remainders, ties to the earlier.
 */
export function share(total: Fen, weights: readonly (string | number)[]): Fen[] {
  if (total < 0) return share(-total, weights).map((part) => exactFen(-part))
  const amount = BigInt(exactFen(total))
  const thousandths = weights.map((weight) => {
    const { num, den } = decimal(weight)
    if (num < 0n) throw new RangeError(`a share cannot weigh ${weight}`)
    return num * (1000n / den)
  })
  const whole = thousandths.reduce((a, b) => a + b, 0n)
  if (whole === 0n) throw new RangeError('nothing to share by')
  const parts = thousandths.map((weight) => (amount * weight) / whole)
  const left = Number(amount - parts.reduce((a, b) => a + b, 0n))
  const luckiest = thousandths
    .map((weight, at) => ({ at, remainder: (amount * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1))
  for (const { at } of luckiest.slice(0, left)) parts[at] = (parts[at] ?? 0n) + 1n
  return parts.map(exactFen)
}

/** Part of a month: monthly fee × days in use ÷ days of that calendar month (§3.5 point 2). */
export function prorate(monthly: Fen, days: number, daysOfMonth: number): Fen {
  const fits = Number.isInteger(days) && days >= 0 && days <= daysOfMonth && daysOfMonth >= 28 && daysOfMonth <= 31
  if (!fits || !Number.isInteger(daysOfMonth)) throw new RangeError(`no part of a month: ${days} of ${daysOfMonth}`)
  return multiply(monthly, { num: BigInt(days), den: BigInt(daysOfMonth) })
}

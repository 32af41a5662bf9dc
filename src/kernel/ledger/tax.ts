/** Value-added tax inside a price that includes it (domain §3.7: price-external, shown separately). */
import { exactFen, type Fen, roundHalfUp } from '#lib/money.ts'

const whole = 10_000n

/** The tax in a gross amount: gross − round(gross ÷ (1 + rate)), half up; `rateBp` in basis points, 600 is 6 %. */
export function taxWithin(gross: Fen, rateBp: number): Fen {
  if (!Number.isInteger(rateBp) || rateBp < 0 || rateBp > 10_000) throw new RangeError(`not a tax rate: ${rateBp}`)
  const amount = BigInt(exactFen(gross))
  return exactFen(amount - roundHalfUp(amount * whole, whole + BigInt(rateBp)))
}

/** 金额大写: the amount in the characters a bank accepts, generated and never typed (domain §1.5). */

import { exactFen, type Fen } from './money.ts'

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const digit = (n: number): string => digits[n] ?? ''

const ranks: readonly [size: number, name: string][] = [
  [100_000_000, '亿'],
  [10_000, '万'],
  [1000, '仟'],
  [100, '佰'],
  [10, '拾'],
]

/** The whole amount ends in 整; so does one that ends in 角; one that ends in 分 does not. */
export function inWords(fen: Fen): string {
  const amount = Math.abs(exactFen(fen))
  const cents = amount % 100
  const yuan = (amount - cents) / 100
  const sign = fen < 0 ? '负' : ''
  if (cents === 0) return `${sign}${yuan === 0 ? digit(0) : whole(yuan)}元整`
  return sign + (yuan === 0 ? '' : `${whole(yuan)}元`) + small(cents, yuan > 0)
}

/** A number above zero. A rank skipped between two digits is said once, as 零. */
function whole(n: number): string {
  const rank = ranks.find(([size]) => n >= size)
  if (!rank) return digit(n)
  const [size, name] = rank
  const rest = n % size
  const gap = rest < size / 10 ? digit(0) : ''
  return whole((n - rest) / size) + name + (rest === 0 ? '' : gap + whole(rest))
}

function small(cents: number, afterYuan: boolean): string {
  const jiao = Math.floor(cents / 10)
  const last = cents % 10
  if (last === 0) return `${digit(jiao)}角整`
  const first = jiao > 0 ? `${digit(jiao)}角` : afterYuan ? digit(0) : ''
  return `${first}${digit(last)}分`
}

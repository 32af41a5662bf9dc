import { commonHan, commonWords, walks } from './common-passwords.ts'

/**
 * What a password must be: 8 to 128 characters of any kind, no composition rule, and not one that guessers try first.
 * A password is refused when it is nothing but a few known pieces: common words (also in l33t spelling), keyboard walks,
 * years and dates, repeated signs, and the words of its owner's surroundings.
 */
export type Weakness = 'tooShort' | 'tooLong' | 'common' | 'aboutYou'

export const passwordLength = { least: 8, most: 128 } as const

const houseWords = ['atrium', '中庭', '光大', '光大国际', '光大国际中心', 'guangda', 'guangdaguoji', 'everbright']

/** `context`: names of the person, his company and his sign-in, in any spelling. */
export function weaknessOf(password: string, context: readonly string[] = []): Weakness | null {
  const length = Array.from(password).length
  if (length < passwordLength.least) return 'tooShort'
  if (length > passwordLength.most) return 'tooLong'
  const typed = folded(password)
  if (new Set(typed).size <= 2 || /^(.{1,8})\1+.{0,2}$/u.test(typed)) return 'common'
  if (/^1[3-9]\d{9}$/.test(typed) || isDate(typed)) return 'common'
  const own = new Set([...houseWords, ...context].flatMap(partsOf))
  const seen = takeApart(typed, own)
  if (seen.own && seen.left <= 4) return 'aboutYou'
  return seen.left <= 2 && seen.pieces <= 3 ? 'common' : null
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().normalize('NFKC')

function partsOf(name: string): string[] {
  const whole = folded(name)
  return [whole, ...whole.split(/[\s@._\-()（）]+/u)].filter(
    (part) => part.length > (/\p{Script=Han}/u.test(part) ? 1 : 2),
  )
}

const leet = new Map(
  Object.entries({ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }),
)

const plainOf = (text: string) => text.replace(/[013457@$!]/g, (sign) => leet.get(sign) ?? sign)

function takeApart(typed: string, own: ReadonlySet<string>): { left: number; pieces: number; own: boolean } {
  const plain = plainOf(typed)
  let left = 0
  let pieces = 0
  let about = false
  for (let at = 0; at < typed.length; ) {
    const mine = longest(typed, at, 40, (piece) => own.has(piece))
    const known = longest(typed, at, 40, (piece) => isKnown(piece, plain.slice(at, at + piece.length)))
    const taken = Math.max(mine, known)
    if (taken === 0) left++
    else pieces++
    if (mine > 0 && mine >= known) about = true
    at += Math.max(1, taken)
  }
  return { left, pieces, own: about }
}

function longest(text: string, at: number, most: number, fits: (piece: string) => boolean): number {
  for (let length = Math.min(most, text.length - at); length >= 2; length--) {
    if (fits(text.slice(at, at + length))) return length
  }
  return 0
}

function isKnown(piece: string, plain: string): boolean {
  if (commonHan.has(piece)) return true
  if (piece.length < 3) return false
  return (
    commonWords.has(piece) ||
    commonWords.has(plain) ||
    walks.includes(piece) ||
    /^(.)\1+$/u.test(piece) ||
    /^(19|20)\d\d$/.test(piece)
  )
}

const isDate = (text: string) =>
  /^(19|20)\d\d[-./年]?(0?[1-9]|1[0-2])[-./月]?(0?[1-9]|[12]\d|3[01])日?$/.test(text) ||
  /^(0?[1-9]|[12]\d|3[01])[-./]?(0?[1-9]|1[0-2])[-./]?(19|20)\d\d$/.test(text)

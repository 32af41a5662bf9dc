/** Work on what people typed: may it be stored, how is it searched, how is it shown to those who may not see it. */

/** PostgreSQL text takes no NUL and UTF-8 takes no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/**
 * Full-width letters, digits, marks and the ideographic space become their ASCII twins, nothing else changes.
 * Narrower than NFKC on purpose: NFKC reads 2² as 22, which no amount and no unit code may do.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('\uFFE5', '¥')
}

/** The form in which text is compared for search; taking it twice changes nothing, hence the second NFKC. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

/** Every code point twice, so that a trigram index also finds words of two characters. */
export function doubled(text: string): string {
  return Array.from(text, (sign) => sign + sign).join('')
}

/** A user's text as a literal inside a LIKE pattern (escape character `\`). */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** 张伟 → 张*, John Smith → J*** S****; a name of one character is hidden whole. */
export function maskName(name: string): string {
  const signs = Array.from(name.trim())
  if (signs.length < 2) return '*'.repeat(signs.length)
  return signs.map((sign, at) => (at === 0 || sign === ' ' || signs[at - 1] === ' ' ? sign : '*')).join('')
}

/** 19900000001 → 199****0001; the last four digits stay, short numbers are hidden whole. */
export function maskPhone(phone: string): string {
  const digits = halfWidth(phone).replace(/\D/g, '')
  if (digits.length < 7) return '*'.repeat(digits.length)
  return `${digits.slice(0, Math.max(0, digits.length - 8))}****${digits.slice(-4)}`
}

/** Identity cards keep three and four signs, passports one and two, anything shorter nothing. */
export function maskId(id: string): string {
  const signs = Array.from(id.trim())
  const [head, tail] = signs.length >= 15 ? [3, 4] : signs.length >= 7 ? [1, 2] : [0, 0]
  return signs.map((sign, at) => (at < head || at >= signs.length - tail ? sign : '*')).join('')
}

import { halfWidth, normalise } from '#lib/text.ts'
import { normaliseUnit } from '#lib/unit-code.ts'

/** What a person may have meant by what he typed into the search field; null: too little to look for. */
export interface AskedFor {
  /** normalised, for names */
  readonly text: string
  /** a unit in its one spelling, or null */
  readonly unit: string | null
  /** beginning or end of a unit code: `1-13`, `1302` */
  readonly unitPart: string | null
  /** last digits of a telephone number, four or more */
  readonly phone: string | null
  /** `GW-2026-0412`, also typed without dashes; a part of it is found like any text */
  readonly number: string | null
  /** letters only, for pinyin and initials */
  readonly letters: string | null
  /** so short that only small tables are searched by it */
  readonly brief: boolean
}

export function askedFor(typed: string): AskedFor | null {
  const text = normalise(halfWidth(typed)).slice(0, 60)
  const han = Array.from(text.matchAll(/\p{Script=Han}/gu)).length
  if (han === 0 && Array.from(text.replaceAll(' ', '')).length < 2) return null
  const digits = text.replace(/[\s()+-]/g, '')
  const allDigits = /^\d+$/.test(digits) ? digits : null
  const plain = text.replaceAll('ü', 'v')
  return {
    text,
    unit: normaliseUnit(text),
    unitPart: /^[1-9]-\d{1,4}$/.test(text) ? text : allDigits !== null && /^\d{3,5}$/.test(digits) ? digits : null,
    phone: allDigits !== null && digits.length >= 4 ? digits : null,
    number: numberOf(text),
    letters: /^[a-z][a-z0-9 ]*$/.test(plain) ? plain.replaceAll(' ', '') : null,
    brief: Array.from(text).length < 2,
  }
}

function numberOf(text: string): string | null {
  const parts = /^([a-z]{2,4}[0-9]?)[- ]?(\d{4})[- ]?(\d{4,6})$/.exec(text)
  return parts === null ? null : `${parts[1]}-${parts[2]}-${parts[3]}`.toUpperCase()
}

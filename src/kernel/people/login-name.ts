import { normalise } from '#lib/text.ts'

/** Names one signs in with: a chosen name, a mobile number, an e-mail address. All ways are one register. */

/** The spelling in which a name is kept and looked up; a mobile number loses its marks and its country code. */
export function loginName(typed: string): string {
  const name = normalise(typed).replaceAll(' ', '')
  return mobileOf(name) ?? name
}

/** The eleven digits of a mobile number of mainland China, or null for anything else. */
export function mobileOf(phone: string): string | null {
  const digits = normalise(phone)
    .replace(/[\s\-()]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return /^1\d{10}$/.test(digits) ? digits : null
}

/** Letters of any script, digits, and `._@+-`; two to 120 signs. */
export const isLoginName = (name: string): boolean =>
  /^[\p{L}\p{N}._@+-]{2,120}$/u.test(name) && name === loginName(name)

import { Refused } from '#kernel/http/problem.ts'
import { doorWords } from '#kernel/http/words.ts'
import { peopleWords } from '../words.ts'

/** An expected refusal about people, by the name of its sentence. */
export const refused = (code: keyof typeof peopleWords, status: 400 | 401 | 403 | 404 | 409 | 422 = 422): Refused =>
  new Refused({ status, code, says: peopleWords[code] })

export const notFound = (): Refused => new Refused({ status: 404, code: 'notFound', says: doorWords.notFound })

export const notYours = (): Refused => new Refused({ status: 403, code: 'notYours', says: doorWords.notYours })

export const notSignedIn = (): Refused => new Refused({ status: 401, code: 'notSignedIn', says: doorWords.notSignedIn })

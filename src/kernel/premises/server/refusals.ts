import { Refused } from '#kernel/http/problem.ts'
import { doorWords } from '#kernel/http/words.ts'
import { premisesRefusals } from '../words.ts'

export const refused = (code: keyof typeof premisesRefusals, status: 409 | 422 = 422): Refused =>
  new Refused({ status, code, says: premisesRefusals[code] })

export const notFound = (): Refused => new Refused({ status: 404, code: 'notFound', says: doorWords.notFound })

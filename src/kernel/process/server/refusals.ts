import { Refused } from '#kernel/http/problem.ts'
import { doorWords, faultWords } from '#kernel/http/words.ts'
import type { Both } from '#lib/language.ts'
import type { Problem, Refusal } from '../decide.ts'
import type { AnyWords } from '../words.ts'

/** A refusal of the rulebook as the door says it: the status, the stable code, and the sentences of the process's own words. */
export function refusedBy(refusal: Refusal, words: AnyWords): Refused {
  switch (refusal.why) {
    case 'unknownAction':
      return new Refused({ status: 404, code: 'notFound', says: doorWords.notFound })
    case 'wrongState':
      return new Refused({ status: 409, code: 'wrongState', says: doorWords.wrongState })
    case 'notYours':
      return new Refused({ status: 403, code: 'notYours', says: doorWords.notYours })
    case 'needs':
      return new Refused({
        status: 422,
        code: 'needs',
        says: doorWords.needs,
        missing: refusal.missing.map((need) => ({ need, says: words.needs[need] ?? doorWords.needs })),
      })
    case 'input':
      return new Refused({
        status: 400,
        code: 'input',
        says: doorWords.input,
        errors: refusal.problems.map((problem) => ({
          path: problem.path,
          code: problem.code,
          says: faultSentence(problem),
        })),
      })
  }
}

export function faultSentence(problem: Problem): Both {
  const says = faultWords[problem.code] ?? doorWords.input
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_all, key: string) => String(problem.params[key] ?? '?'))
  return { zh: fill(says.zh), en: fill(says.en) }
}

export const notFound = () => new Refused({ status: 404, code: 'notFound', says: doorWords.notFound })
export const stale = () => new Refused({ status: 409, code: 'stale', says: doorWords.stale })

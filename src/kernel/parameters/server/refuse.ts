import { Refused } from '#kernel/http/problem.ts'
import { doorWords, faultWords } from '#kernel/http/words.ts'
import type { Problem } from '#kernel/process/decide.ts'
import type { Both } from '#lib/language.ts'
import { parameterRefusals } from '../words.ts'

/** Faults of a value that only its own schema knows, as the door says them: 400 with a sentence for each. */
export function refuseInput(problems: readonly Problem[], under: string): Refused {
  return new Refused({
    status: 400,
    code: 'input',
    says: doorWords.input,
    errors: problems.map(({ path, code, params }) => ({
      path: path === '' ? under : `${under}.${path}`,
      code,
      says: filled(faultWords[code] ?? parameterRefusals.badValue, params),
    })),
  })
}

function filled(says: Both, params: Problem['params']): Both {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (blank, name: string) => String(params[name] ?? blank))
  return { zh: fill(says.zh), en: fill(says.en) }
}

import type { z } from 'zod'
import { faultWords } from '#kernel/http/words.ts'
import type { Both } from '#lib/language.ts'
import { problemsOf } from '../decide.ts'

/** Faults of what is about to be sent, by dotted path, found by the same schema and in the same words as the server's. */
export function faultsOf(schema: z.ZodType, input: unknown, say: (both: Both) => string): Record<string, string> {
  const read = schema.safeParse(input)
  if (read.success) return {}
  return Object.fromEntries(
    problemsOf(read.error.issues)
      .toReversed()
      .map(({ path, code, params }) => {
        const said = isBlank(input, path) && (code === 'invalid_type' || code === 'invalid_value') ? 'required' : code
        const sentence = say(faultWords[said] ?? { zh: said, en: said })
        return [path, sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))]
      }),
  )
}

/** Nothing was filled in there, which is no wrong answer but a missing one. */
function isBlank(input: unknown, path: string): boolean {
  const value = path
    .split('.')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), input)
  return value === undefined || value === null || value === ''
}

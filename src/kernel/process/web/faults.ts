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
        const sentence = say(faultWords[code] ?? { zh: code, en: code })
        return [path, sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))]
      }),
  )
}

/** What a person chose, as it is sent in and kept. */
import { z } from 'zod'
import type { Preferences } from '../told.ts'

const flags = z.strictObject({
  escalation: z.boolean(),
  mine: z.boolean(),
  customer: z.boolean(),
  other: z.boolean(),
})
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const preferences = z.strictObject({
  mail: flags,
  sms: flags,
  quiet: z.strictObject({ from: clock, to: clock }).nullable(),
}) satisfies z.ZodType<Preferences>

/** Null for nothing chosen, and for what an earlier version of the house kept otherwise. */
export function readPreferences(kept: unknown): Preferences | null {
  const read = preferences.safeParse(kept)
  return read.success ? read.data : null
}

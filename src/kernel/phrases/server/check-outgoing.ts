import type { z } from 'zod'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { isStorable } from '#lib/text.ts'
import { findTaboo } from '../check.ts'
import { outgoingTexts } from '../outgoing.ts'
import { leastReason, mostReason } from '../view.ts'
import { phraseRefusals } from '../words.ts'
import { taboosNow } from './queries.ts'

export interface Sent {
  /** the schema of what was asked; its `outgoing()` fields are held against the list */
  readonly schema: z.ZodType | undefined
  /** as the schema has read it */
  readonly input: unknown
  /** why it is said all the same, as it came; anything but a text is no reason */
  readonly despite: unknown
  readonly actor: Actor
}

/**
 * Holds what staff send to customers against the 忌语 of the house (domain §6.2). The reason to be kept with the step, or
 * null where nothing needs one. Throws `Refused` 422 `taboo`, with each phrase and its better wording at its field.
 */
export async function checkOutgoing(tx: Tx, { schema, input, despite, actor }: Sent): Promise<string | null> {
  if (actor.kind !== 'staff') return null
  const texts = outgoingTexts(schema, input)
  if (texts.length === 0) return null
  const taboos = await taboosNow(tx)
  const errors = texts.flatMap(({ path, text }) =>
    findTaboo(text, taboos).map(({ phrase, instead }) => ({
      path,
      code: 'taboo',
      says: phraseRefusals.instead(phrase, instead),
    })),
  )
  if (errors.length === 0) return null
  if (despite === undefined || despite === null || despite === '')
    throw new Refused({ status: 422, code: 'taboo', says: phraseRefusals.taboo, errors })
  const reason = typeof despite === 'string' ? despite.trim() : ''
  if (reason.length < leastReason || reason.length > mostReason || !isStorable(reason))
    throw new Refused({
      status: 422,
      code: 'taboo',
      says: phraseRefusals.taboo,
      errors: [...errors, { path: 'despite', code: 'despite', says: phraseRefusals.despite }],
    })
  return reason
}

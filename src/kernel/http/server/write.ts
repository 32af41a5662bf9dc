import { createHash } from 'node:crypto'
import { canonical } from '#lib/canonical.ts'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '../problem.ts'
import { doorWords } from '../words.ts'
import type { House } from './house.ts'
import type { Asked } from './route.ts'

/**
 * The one way to write from outside: as the actor, in one transaction, once per Idempotency-Key. The answer's text is kept
 * with the change itself, so a repetition, also after a crash, gets the same bytes. A refused request leaves no trace.
 */
export async function write<Answer>(asked: Asked, house: House, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  const { actor, key, request } = asked
  const who = actor.id ?? actor.guestTokenHash ?? `address:${request.ip}`
  const route = `${request.method} ${request.routeOptions.url ?? request.url}`
  const requestHash = createHash('sha256')
    .update(canonical([request.url, asked.body ?? null]))
    .digest('hex')

  return house.database.as(actor, async (tx) => {
    const claimed = await tx
      .insertInto('idempotency')
      .values({ actor: who, route, key, request_hash: requestHash, status: 200, body: '' })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (claimed.numInsertedOrUpdatedRows === 0n) {
      const before = await tx
        .selectFrom('idempotency')
        .select(['request_hash', 'body', 'status'])
        .where('actor', '=', who)
        .where('route', '=', route)
        .where('key', '=', key)
        .executeTakeFirstOrThrow()
      if (before.request_hash !== requestHash)
        throw new Refused({ status: 422, code: 'keyReused', says: doorWords.keyReused })
      asked.reply.header('idempotent-replay', 'true')
      return new Kept(before.body) as Answer
    }
    const body = JSON.stringify(asked.check(await work(tx)) ?? null)
    await tx
      .updateTable('idempotency')
      .set({ body })
      .where('actor', '=', who)
      .where('route', '=', route)
      .where('key', '=', key)
      .execute()
    return new Kept(body) as Answer
  })
}

/** An answer as it was kept: the door sends these very bytes, the first time and every later one. */
export class Kept {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

import { createHash, randomBytes } from 'node:crypto'
import type { House } from '#kernel/http/server/house.ts'

/** A session of this person, as if he had just signed in; gives what the cookie holds. */
export async function openSession(house: House, personId: string): Promise<string> {
  const value = randomBytes(32).toString('base64url')
  const token_hash = createHash('sha256').update(value).digest('hex')
  const later = '2099-01-01T00:00:00.000Z'
  const times = { created_at: house.now(), seen_at: later, expires_at: later }
  await house.database.asHouse((tx) =>
    tx
      .insertInto('sessions')
      .values({ token_hash, person_id: personId, stage: 'full', ...times })
      .execute(),
  )
  return value
}

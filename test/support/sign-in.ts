/** A session of somebody of the cast, as the cookie a browser would send: for requests `ask` does not make. */
import { createHash, randomBytes } from 'node:crypto'
import type { Somebody, TestHouse } from './house.ts'

export async function signIn(trial: TestHouse, who: Somebody): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const later = '2099-01-01T00:00:00.000Z'
  await trial.house.database.asHouse((tx) =>
    tx
      .insertInto('sessions')
      .values({
        token_hash: createHash('sha256').update(token).digest('hex'),
        person_id: trial.id[who],
        stage: 'full',
        created_at: trial.house.now(),
        seen_at: later,
        expires_at: later,
      })
      .execute(),
  )
  return `__Host-atrium=${token}`
}

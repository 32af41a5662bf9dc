import type { IsoInstant } from '#lib/time.ts'
import { json, type Tx } from '#kernel/database/database.ts'
import type { SecurityEvent } from '../words.ts'

/** What happened to accounts and sessions, in the transaction of the change itself. Never a password, never a token. */
export async function note(
  tx: Tx,
  now: IsoInstant,
  event: SecurityEvent,
  personId: string | null,
  address: string,
  detail: Readonly<Record<string, string | number | boolean | null | readonly string[]>> = {},
): Promise<void> {
  await tx
    .insertInto('security_log')
    .values({ at: now, event, person_id: personId, address, detail: json(detail) })
    .execute()
}

/** The person hears in his inbox of what was done to his way in. */
export async function tellOwner(tx: Tx, now: IsoInstant, event: SecurityEvent, personId: string): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({ written_at: now, person_id: personId, event: `account.${event}`, data: json({}) })
    .execute()
}

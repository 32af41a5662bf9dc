import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import { peopleWords } from '../words.ts'

/**
 * Guessing is slowed down, never answered with a lock. Every attempt is counted before it is looked at, so that a hundred
 * at once are a hundred; one that succeeds is taken back. A name nobody has is counted like any other.
 *
 * One address trying one account is held at once; one address trying many accounts a little later; many addresses
 * trying one account later still. The last count does not bind a browser its owner has signed in with before: whoever
 * guesses from elsewhere can therefore not keep the owner out.
 */
export interface Attempt {
  /** the person, or the name when nobody has it */
  readonly account: string
  /** `addressKey` of the caller */
  readonly address: string
  /** the browser carries the mark of an earlier full sign-in of this very person */
  readonly known: boolean
}

interface Bucket {
  readonly key: string
  /** attempts free before waiting starts */
  readonly free: number
  /** seconds that win back one attempt */
  readonly every: number
}

function bucketsOf({ account, address, known }: Attempt): Bucket[] {
  const buckets = [
    { key: `address ${address}`, free: 40, every: 10 },
    { key: `pair ${address} ${account}`, free: 5, every: 60 },
  ]
  return known
    ? [{ key: `known ${account}`, free: 10, every: 30 }, ...buckets.slice(0, 1)]
    : [...buckets, { key: `account ${account}`, free: 50, every: 120 }]
}

/** Counts an attempt, or refuses it with the seconds to wait. A later bucket is not touched when an earlier one is full. */
export async function countAttempt(tx: Tx, attempt: Attempt, now: IsoInstant): Promise<void> {
  for (const bucket of bucketsOf(attempt)) {
    const wait = await pour(tx, bucket, now)
    if (wait > 0) throw new Refused({ status: 429, code: 'signInSlow', says: peopleWords.signInSlow, retryAfter: wait })
  }
}

/** A success: what it cost is given back, and the pair starts afresh. */
export async function forgiveAttempt(tx: Tx, attempt: Attempt): Promise<void> {
  for (const { key, every } of bucketsOf(attempt)) {
    if (key.startsWith('pair ') || key.startsWith('known ')) {
      await tx.deleteFrom('sign_in_buckets').where('bucket', '=', hashed(key)).execute()
    } else {
      await sql`update sign_in_buckets set full_until = full_until - ${every} * interval '1 second'
                 where bucket = ${hashed(key)}`.execute(tx)
    }
  }
}

/**
 * Seconds to wait; 0: counted. One statement, so that attempts at the same moment queue up at the row. A count further
 * ahead than any attempt can have moved it was written by a clock that has since been set back, and starts afresh.
 */
async function pour(tx: Tx, { key, free, every }: Bucket, now: IsoInstant): Promise<number> {
  const most = (free - 1) * every
  const absurd = free * every + 3_600
  const poured = await sql`
    insert into sign_in_buckets as bucket (bucket, full_until)
    values (${hashed(key)}, ${now}::timestamptz + ${every} * interval '1 second')
    on conflict (bucket) do update
       set full_until = ${every} * interval '1 second' + case
             when bucket.full_until > ${now}::timestamptz + ${absurd} * interval '1 second' then ${now}::timestamptz
             else greatest(bucket.full_until, ${now}::timestamptz) end
     where bucket.full_until <= ${now}::timestamptz + ${most} * interval '1 second'
        or bucket.full_until > ${now}::timestamptz + ${absurd} * interval '1 second'`.execute(tx)
  if ((poured.numAffectedRows ?? 0n) > 0n) return 0
  const row = await tx
    .selectFrom('sign_in_buckets')
    .select('full_until')
    .where('bucket', '=', hashed(key))
    .executeTakeFirstOrThrow()
  return Math.max(1, Math.ceil((Date.parse(row.full_until) - Date.parse(now)) / 1000 - most))
}

const hashed = (key: string) => createHash('sha256').update(key).digest('base64url')

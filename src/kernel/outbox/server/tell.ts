/** Who is to be told: written with the change itself, delivered after its commit, never before. */
import { json, notify, type Tx } from '#kernel/database/database.ts'
import type { JsonValue } from '#lib/json.ts'
import type { Change } from '#kernel/http/server/house.ts'
import type { IsoInstant } from '#lib/time.ts'

/** A person, or whoever holds a role. A tenant's role is told to its holders in the company of the case, nobody else. */
export type Told = { readonly personId: string } | { readonly role: string }

export interface Telling {
  readonly caseId: string | null
  /** a word of the process or the kernel part: `delivered`, `late`, `paymentReversed` */
  readonly event: string
  readonly data: Readonly<Record<string, JsonValue>>
  readonly to: readonly Told[]
  readonly at: IsoInstant
  /** who did it, as holder of a role too, is not told of his own deed */
  readonly byId?: string | null
}

export const changesChannel = 'atrium_changes'
export const outboxChannel = 'atrium_outbox'
/** something waits to leave the building */
export const deliveriesChannel = 'atrium_deliveries'
/** told by triggers of migration 0013 */
export const sessionsChannel = 'atrium_sessions'

/** A case of which nobody is told still happens: webhooks may have asked for it. Nobody holds this role. */
const nobody: Told = { role: 'NONE' }

export async function tell(tx: Tx, telling: Telling): Promise<void> {
  const to = telling.to.length === 0 && telling.caseId !== null ? [nobody] : telling.to
  if (to.length === 0) return
  // One telling is one thing that happened, to however many it is told.
  const happening = crypto.randomUUID()
  const data = json(typeof telling.byId === 'string' ? { ...telling.data, byId: telling.byId } : telling.data)
  await tx
    .insertInto('outbox')
    .values(
      to.map((told) => ({
        happening,
        written_at: telling.at,
        case_id: telling.caseId,
        person_id: 'personId' in told ? told.personId : null,
        role: 'role' in told ? told.role : null,
        event: telling.event,
        data,
      })),
    )
    .execute()
  notify(tx, { channel: outboxChannel, payload: '' })
}

const mostBytes = 7_500

/** Says after the commit where open screens should look again. People beyond what a notice holds are left out. */
export async function announce(tx: Tx, change: Change): Promise<void> {
  notify(tx, { channel: changesChannel, payload: payloadOf(change) })
}

export function payloadOf(change: Change): string {
  const payload = JSON.stringify(change)
  if (Buffer.byteLength(payload) <= mostBytes) return payload
  if (change.people.length === 0) throw new RangeError('a change too long to be announced')
  return payloadOf({ ...change, people: change.people.slice(0, Math.floor(change.people.length / 2)) })
}

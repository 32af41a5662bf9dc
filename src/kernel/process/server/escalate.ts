import { uuidv7 } from '#lib/uuid.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { StaffRole } from '../roles.ts'
import { tell } from '#kernel/outbox/server/tell.ts'

/**
 * An escalation is not only a message: the superior accepts it (签收) and writes an instruction (批示); until then it stays
 * red and is sent again (domain §1.7). The same cause is raised with the same role only once.
 */
export async function raise(
  tx: Tx,
  about: { readonly id: string; readonly number: string; readonly title: string },
  what: { readonly cause: string; readonly role: StaffRole; readonly level: 1 | 2 | 3; readonly at: IsoInstant },
): Promise<boolean> {
  const raised = await tx
    .insertInto('escalations')
    .values({
      id: uuidv7(Date.parse(what.at)),
      case_id: about.id,
      cause: what.cause,
      level: what.level,
      role: what.role,
      raised_at: what.at,
      sent_at: what.at,
    })
    .onConflict((conflict) => conflict.columns(['case_id', 'cause', 'role']).doNothing())
    .executeTakeFirst()
  if (raised.numInsertedOrUpdatedRows === 0n) return false
  await sendEscalation(tx, about, what)
  return true
}

export function sendEscalation(
  tx: Tx,
  about: { readonly id: string; readonly number: string; readonly title: string },
  what: { readonly cause: string; readonly role: StaffRole; readonly level: number; readonly at: IsoInstant },
): Promise<void> {
  return tell(tx, {
    at: what.at,
    caseId: about.id,
    event: 'escalation',
    data: { number: about.number, title: about.title, cause: what.cause, level: what.level },
    to: [{ role: what.role }],
    byId: null,
  })
}

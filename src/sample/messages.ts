import { sql } from 'kysely'
import { json, type Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import { type Channel, deliver } from '#kernel/outbox/server/deliver.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'

/** What was told in half a year reaches everybody's inbox; only what came in the last day is still to be read. */
export async function deliverAll(tx: Tx, house: House, now: IsoInstant): Promise<void> {
  const yesterday = plusMinutes(now, -1440)
  const inbox: Channel = {
    name: 'inbox',
    async send(within, messages) {
      if (messages.length === 0) return
      const rows = messages.map((message) => ({
        outbox_id: message.outboxId,
        person_id: message.personId,
        case_id: message.caseId,
        event: message.event,
        data: json(message.data),
        at: message.at,
        read_at: message.at < yesterday ? plusMinutes(message.at, 20) : null,
      }))
      await within.insertInto('inbox').values(rows).execute()
    },
  }
  // The house's own delivery, inside this transaction.
  const within: House = { ...house, now: () => now, database: { ...house.database, asHouse: (work) => work(tx) } }
  while ((await deliver(within, [inbox])) > 0);
  await sql`update outbox set delivered_at = written_at`.execute(tx)
}

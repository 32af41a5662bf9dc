import { sql } from 'kysely'
import type { IsoDate } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'

/**
 * Who rents a unit on that day; null: vacant, or a tenancy this actor may not see. Ask as the house when the answer must
 * not depend on who acts, as for a report by the QR code on the door.
 */
export async function customerAt(tx: Tx, unitId: string, date: IsoDate): Promise<string | null> {
  const row = await tx
    .selectFrom('tenancy_units')
    .innerJoin('tenancies', 'tenancies.id', 'tenancy_units.tenancy_id')
    .select('tenancies.customer_id')
    .where('tenancy_units.unit_id', '=', unitId)
    .where(letOn(date))
    .executeTakeFirst()
  return row?.customer_id ?? null
}

/** Joined `tenancy_units` and `tenancies`: the lease runs on that day and nobody has moved out. */
export const letOn = (date: IsoDate) =>
  sql<boolean>`tenancy_units.during @> ${date}::date and tenancies.state <> 'ended'`

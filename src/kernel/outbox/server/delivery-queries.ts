/** Deliveries as their page shows them: a case, and a customer's name, only for who would find the case himself. */
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { visible } from '#kernel/process/server/visible.ts'
import { type DeliveryPage, type DeliveryRow, type DeliveryState, stuckStates } from '../channel-view.ts'

const pageSize = 50

export interface Filter {
  readonly state?: DeliveryState | 'stuck' | undefined
  readonly channel?: string | undefined
  readonly after?: string | undefined
  readonly id?: string | undefined
}

type Row = Omit<DeliveryRow, 'person' | 'case'> & {
  readonly caseId: string | null
  readonly person: { readonly kind: string; readonly name: string } | null
}

export async function deliveryPage(
  tx: Tx,
  actor: Actor,
  modules: readonly LoadedModule[],
  filter: Filter,
): Promise<DeliveryPage> {
  const states = filter.state === 'stuck' ? [...stuckStates] : filter.state === undefined ? null : [filter.state]
  const { rows } = await sql<Row>`
    select deliveries.id, json_build_object('id', channels.id, 'kind', channels.kind, 'name', channels.name) as channel,
           deliveries.state, deliveries.kind = 'test' as test, deliveries.event, deliveries.attempts,
           deliveries.created_at as "createdAt", deliveries.next_at as "nextAt", deliveries.finished_at as "finishedAt",
           deliveries.error, deliveries.error_detail as "errorDetail", deliveries.provider_id as "providerId",
           deliveries.reason, deliveries.case_id as "caseId",
           case when people.id is not null then json_build_object('kind', people.kind, 'name', people.name) end as person
    from deliveries
    join channels on channels.id = deliveries.channel_id
    left join people on people.id = deliveries.person_id
    where (${states}::text[] is null or deliveries.state = any (${states}::text[]))
      and (${filter.channel ?? null}::uuid is null or deliveries.channel_id = ${filter.channel ?? null}::uuid)
      and (${filter.id ?? null}::uuid is null or deliveries.id = ${filter.id ?? null}::uuid)
      and (${filter.after ?? null}::uuid is null or deliveries.id < ${filter.after ?? null}::uuid)
    order by deliveries.id desc limit ${pageSize + 1}`.execute(tx)
  const page = rows.slice(0, pageSize)
  const cases = await visibleCases(tx, actor, modules, page)
  return {
    rows: page.map(({ caseId, person, ...row }) => {
      const about = caseId === null ? null : (cases.get(caseId) ?? null)
      const named = person !== null && (person.kind === 'staff' || about !== null)
      return { ...row, person: named ? person.name : null, case: about }
    }),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}

async function visibleCases(
  tx: Tx,
  actor: Actor,
  modules: readonly LoadedModule[],
  page: readonly Row[],
): Promise<ReadonlyMap<string, { process: string; number: string }>> {
  const ids = [...new Set(page.flatMap(({ caseId }) => caseId ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('cases')
    .select(['id', 'process', 'number'])
    .where('id', 'in', ids)
    .where(visible(actor, modules))
    .execute()
  return new Map(rows.map(({ id, process, number }) => [id, { process, number }]))
}

export async function countStuck(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from deliveries where state = any (${[...stuckStates]})`.execute(tx)
  return rows[0]?.count ?? 0
}

import type { Tx } from '#kernel/database/database.ts'
import type { CaseRow } from '../view.ts'

/* One row of a case with the names a list shows: the same for registers, queues and the head of a case page. */

export const rowsOfCases = (tx: Tx) =>
  tx
    .selectFrom('cases')
    .leftJoin('customers', 'customers.id', 'cases.customer_id')
    .leftJoin('people as owner', 'owner.id', 'cases.owner_id')
    .leftJoin('people as assignee', 'assignee.id', 'cases.assignee_id')
    .select([
      'cases.id',
      'cases.process',
      'cases.number',
      'cases.state',
      'cases.version',
      'cases.title',
      'cases.priority',
      'cases.category',
      'cases.place',
      'cases.departments',
      'cases.customer_id',
      'cases.unit_id',
      'cases.owner_id',
      'cases.assignee_id',
      'cases.opened_at',
      'cases.entered_at',
      'cases.closed_at',
      'cases.due_at',
      'cases.paused',
      'customers.code as customer_code',
      'customers.name as customer_name',
      'customers.short_name as customer_short',
      'customers.name_en as customer_en',
      'customers.vip as customer_vip',
      'owner.name as owner_name',
      'assignee.name as assignee_name',
    ])

export type RowRecord = Awaited<ReturnType<ReturnType<typeof rowsOfCases>['execute']>>[number]

/** `inside`: false for tenants and guests, who are not shown the house's clocks. */
export function rowOf(row: RowRecord, inside: boolean): CaseRow {
  return {
    process: row.process,
    number: row.number,
    state: row.state,
    version: row.version,
    title: row.title,
    priority: row.priority,
    category: row.category,
    place: row.place,
    departments: inside ? (row.departments as CaseRow['departments']) : [],
    customer:
      row.customer_id === null || row.customer_code === null
        ? null
        : {
            id: row.customer_id,
            code: row.customer_code,
            name: row.customer_name ?? '',
            shortName: row.customer_short ?? '',
            nameEn: row.customer_en ?? '',
            vip: row.customer_vip ?? false,
          },
    unit: row.unit_id === null ? null : { id: row.unit_id, code: row.place },
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
    openedAt: row.opened_at,
    enteredAt: row.entered_at,
    closedAt: row.closed_at,
    dueAt: inside ? row.due_at : null,
    paused: row.paused,
  }
}

import { sql } from 'kysely'
import type { IsoInstant } from '#lib/time.ts'
import { uuidv7 } from '#lib/uuid.ts'
import { constraintOf, type Tx } from '#kernel/database/database.ts'
import { loginName } from '../login-name.ts'
import type { StaffRow } from '../view.ts'
import { chosenName, putLoginNames } from './accounts.ts'
import { searchText, spelled } from './pinyin.ts'
import { notFound, refused } from './refusals.ts'
import { endSessions } from './sessions.ts'

/** Who works here, and under whom (principle 1: exactly one direct superior, the general manager has none). */

export interface StaffInput {
  readonly name: string
  readonly nameEn: string
  readonly phone: string
  readonly email: string
  readonly language: 'zh' | 'en'
  readonly department: StaffRow['department']
  readonly post: string
  readonly trade: string
}

/** The person's own columns with how he is found. */
export function personRow(
  input: {
    readonly name: string
    readonly nameEn: string
    readonly phone: string
    readonly email: string
    readonly language: 'zh' | 'en'
  },
  more: readonly string[] = [],
) {
  const how = spelled(input.name, 'person')
  const { name, phone, email, language } = input
  const search = searchText([name, input.nameEn, how.pinyin, how.initials, phone.replace(/\D/g, ''), email, ...more])
  return { name, name_en: input.nameEn, phone, email, language, ...how, search }
}

export async function addStaff(
  tx: Tx,
  by: string | null,
  input: StaffInput & {
    readonly staffNumber: string
    readonly superiorId: string | null
    readonly login: string | null
  },
  now: IsoInstant,
): Promise<{ id: string; loginNames: string[] }> {
  const id = uuidv7(Date.parse(now))
  await demandSuperior(tx, id, input.superiorId)
  const { department, post, trade, staffNumber } = input
  await tx
    .insertInto('people')
    .values({ id, kind: 'staff', created_at: now, ...personRow(input, [staffNumber, post]) })
    .execute()
  const free = await tx
    .insertInto('staff')
    .values({ person_id: id, staff_number: staffNumber, department, post, trade, superior_id: input.superiorId })
    .onConflict((conflict) => conflict.column('staff_number').doNothing())
    .executeTakeFirst()
  if (free.numInsertedOrUpdatedRows === 0n) throw refused('staffNumberTaken', 409)
  await tx
    .insertInto('superiors')
    .values({ person_id: id, superior_id: input.superiorId, since: now, changed_by: by })
    .execute()
  return {
    id,
    loginNames: await putLoginNames(tx, id, { chosen: input.login, phone: input.phone, email: input.email }),
  }
}

export async function changeStaff(
  tx: Tx,
  id: string,
  input: StaffInput & { readonly login?: string | undefined },
): Promise<void> {
  const { staff_number } = await lockStaff(tx, id)
  const { department, post, trade } = input
  await tx
    .updateTable('people')
    .set(personRow(input, [staff_number, post]))
    .where('id', '=', id)
    .execute()
  await tx.updateTable('staff').set({ department, post, trade }).where('person_id', '=', id).execute()
  const chosen = input.login ?? (await chosenName(tx, id))
  await putLoginNames(tx, id, {
    chosen: chosen === null ? null : loginName(chosen),
    phone: input.phone,
    email: input.email,
  })
}

/** From `now` on he reports to another; what was before stays written. */
export async function changeSuperior(
  tx: Tx,
  by: string,
  id: string,
  superiorId: string | null,
  now: IsoInstant,
): Promise<void> {
  // One change of the tree at a time: two at once could close a circle neither of them sees.
  await sql`select pg_advisory_xact_lock(hashtext('staff.superior_id'))`.execute(tx)
  const { superior_id } = await lockStaff(tx, id)
  if (superior_id === superiorId) return
  await demandSuperior(tx, id, superiorId)
  try {
    await tx.updateTable('staff').set({ superior_id: superiorId }).where('person_id', '=', id).execute()
  } catch (error) {
    const broken = constraintOf(error)
    if (broken === 'staff_superior_acyclic' || broken === 'staff_check') throw refused('superiorCycle', 409)
    throw error
  }
  await tx
    .insertInto('superiors')
    .values({ person_id: id, superior_id: superiorId, since: now, changed_by: by })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'since']).doUpdateSet({ superior_id: superiorId, changed_by: by }),
    )
    .execute()
}

/** Null is for the general manager alone; a superior works here. */
async function demandSuperior(tx: Tx, id: string, superiorId: string | null): Promise<void> {
  if (superiorId === id) throw refused('superiorCycle', 409)
  if (superiorId === null) {
    const other = await tx
      .selectFrom('staff')
      .innerJoin('people', 'people.id', 'staff.person_id')
      .select('people.id')
      .where('staff.superior_id', 'is', null)
      .where('people.active', '=', true)
      .where('people.id', '!=', id)
      .limit(1)
      .executeTakeFirst()
    if (other !== undefined) throw refused('superiorNeeded')
    return
  }
  const superior = await tx
    .selectFrom('staff')
    .innerJoin('people', 'people.id', 'staff.person_id')
    .select('people.id')
    .where('people.id', '=', superiorId)
    .where('people.active', '=', true)
    .executeTakeFirst()
  if (superior === undefined) throw refused('superiorUnknown')
}

/** Leaves the house: not before his people and his customers are in other hands. */
export async function deactivateStaff(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('staff.superior_id'))`.execute(tx)
  await lockStaff(tx, id)
  const under = await tx
    .selectFrom('staff')
    .innerJoin('people', 'people.id', 'staff.person_id')
    .select('people.id')
    .where('staff.superior_id', '=', id)
    .where('people.active', '=', true)
    .limit(1)
    .executeTakeFirst()
  if (under !== undefined) throw refused('isSuperior', 409)
  const held = await tx.selectFrom('customers').select('id').where('csa_id', '=', id).limit(1).executeTakeFirst()
  if (held !== undefined) throw refused('holdsPortfolio', 409)
  await tx.updateTable('people').set({ active: false }).where('id', '=', id).execute()
  await endSessions(tx, id)
}

export async function reactivateStaff(tx: Tx, id: string): Promise<void> {
  const { superior_id } = await lockStaff(tx, id)
  await demandSuperior(tx, id, superior_id)
  await tx.updateTable('people').set({ active: true }).where('id', '=', id).execute()
}

/** The row, held until the transaction ends; 404 when there is none. */
export async function lockStaff(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('staff')
    .innerJoin('people', 'people.id', 'staff.person_id')
    .select(['staff.person_id', 'staff.staff_number', 'staff.department', 'staff.superior_id', 'people.active'])
    .where('staff.person_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound()
  return row
}

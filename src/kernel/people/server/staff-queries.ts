import { sql, type Expression, type SqlBool } from 'kysely'
import { doubled, escapeLike, normalise } from '#lib/text.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { Actor, StaffRole } from '#kernel/process/roles.ts'
import { mayApproveRoles } from '../role-rules.ts'
import type { StaffCard, StaffList, StaffRow } from '../view.ts'
import { notFound } from './refusals.ts'

/** The staff directory, open to everybody on the staff, and the card of one member with what its reader may see. */

export interface StaffAsked {
  readonly q?: string | undefined
  readonly role?: StaffRole | undefined
  readonly department?: StaffRow['department'] | undefined
  readonly active?: 'yes' | 'no' | 'all' | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** True where the normalised search column holds what was typed. */
export const found = (column: 'people.search' | 'customers.search', typed: string): Expression<SqlBool> =>
  sql<SqlBool>`doubled(${sql.ref(column)}) like ${`%${escapeLike(doubled(normalise(typed)))}%`}`

const rowOf = (tx: Tx) =>
  tx
    .selectFrom('staff')
    .innerJoin('people', 'people.id', 'staff.person_id')
    .select(['people.id', 'people.name', 'people.name_en', 'people.phone', 'people.active'])
    .select(['staff.staff_number', 'staff.department', 'staff.post', 'staff.trade'])
    .select(rolesOf)

const rolesOf = sql<
  StaffRow['roles']
>`array(select role from person_roles where person_id = people.id order by role)`.as('roles')

type Row = Awaited<ReturnType<ReturnType<typeof rowOf>['executeTakeFirstOrThrow']>>

const shown = (row: Row): StaffRow => ({
  id: row.id,
  staffNumber: row.staff_number,
  name: row.name,
  nameEn: row.name_en,
  department: row.department as StaffRow['department'],
  post: row.post,
  trade: row.trade,
  phone: row.phone,
  roles: row.roles,
  active: row.active,
})

/** In the order of staff numbers; `after` is the last number of the page before. */
export async function listStaff(tx: Tx, asked: StaffAsked): Promise<StaffList> {
  let query = rowOf(tx)
    .orderBy('staff.staff_number')
    .limit(asked.limit + 1)
  if (asked.q !== undefined && normalise(asked.q) !== '') query = query.where(found('people.search', asked.q))
  if (asked.department !== undefined) query = query.where('staff.department', '=', asked.department)
  if (asked.active !== 'all') query = query.where('people.active', '=', asked.active !== 'no')
  if (asked.after !== undefined) query = query.where('staff.staff_number', '>', asked.after)
  const { role } = asked
  if (role !== undefined) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('person_roles')
          .select('role')
          .whereRef('person_id', '=', 'staff.person_id')
          .where('person_roles.role', '=', role),
      ),
    )
  }
  const rows = await query.execute()
  const page = rows.slice(0, asked.limit).map(shown)
  return { rows: page, next: rows.length > asked.limit ? (page.at(-1)?.staffNumber ?? null) : null }
}

/** A person of the staff, or 404. */
export async function staffCardOf(tx: Tx, actor: Actor, id: string, now: IsoInstant): Promise<StaffCard> {
  const row = await rowOf(tx)
    .leftJoin('people as above', 'above.id', 'staff.superior_id')
    .select(['staff.superior_id', 'above.name as superior', 'people.email', 'people.language'])
    .where('people.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound()
  const reports = await tx
    .selectFrom('staff')
    .innerJoin('people', 'people.id', 'staff.person_id')
    .select(['people.id', 'people.name'])
    .where('staff.superior_id', '=', id)
    .where('people.active', '=', true)
    .orderBy('staff.staff_number')
    .limit(200)
    .execute()
  const has = (...roles: StaffRole[]) => actor.roles.some((role) => roles.includes(role as StaffRole))
  const near = has('SYS', 'HR', 'PM', 'GM') || actor.id === id || actor.id === row.superior_id
  const decides = has('SYS') || mayApproveRoles(actor.roles, row.department)
  return {
    ...shown(row),
    superior: row.superior_id === null ? null : { id: row.superior_id, name: row.superior ?? '' },
    reports,
    more: near ? await moreOf(tx, row) : null,
    account: has('SYS') ? await accountOf(tx, id, now) : null,
    waiting: decides ? await waitingOf(tx, id) : null,
  }
}

async function moreOf(tx: Tx, row: { id: string; email: string; language: string }): Promise<StaffCard['more']> {
  const history = await tx
    .selectFrom('superiors')
    .leftJoin('people', 'people.id', 'superiors.superior_id')
    .select(['superiors.since', 'people.id', 'people.name'])
    .where('superiors.person_id', '=', row.id)
    .orderBy('superiors.since', 'desc')
    .limit(50)
    .execute()
  const { held } = await tx
    .selectFrom('customers')
    .select((eb) => eb.fn.countAll<number>().as('held'))
    .where('csa_id', '=', row.id)
    .executeTakeFirstOrThrow()
  return {
    email: row.email,
    language: row.language === 'en' ? 'en' : 'zh',
    superiors: history.map(({ since, id, name }) => ({
      since,
      superior: id === null ? null : { id, name: name ?? '' },
    })),
    portfolio: held,
  }
}

async function accountOf(tx: Tx, id: string, now: IsoInstant): Promise<StaffCard['account']> {
  const account = await tx
    .selectFrom('accounts')
    .select(['disabled', 'must_change_password', 'totp_confirmed_at'])
    .where('person_id', '=', id)
    .executeTakeFirst()
  if (account === undefined) return null
  const names = await tx.selectFrom('login_names').select('name').where('person_id', '=', id).orderBy('name').execute()
  const open = await tx
    .selectFrom('sessions')
    .select((eb) => [eb.fn.countAll<number>().as('sessions'), eb.fn.max('seen_at').as('seen')])
    .where('person_id', '=', id)
    .where('stage', '=', 'full')
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return {
    loginNames: names.map((name) => name.name),
    disabled: account.disabled,
    mustChange: account.must_change_password,
    factor: account.totp_confirmed_at !== null,
    sessions: open.sessions,
    lastSeenAt: open.seen,
  }
}

async function waitingOf(tx: Tx, id: string): Promise<StaffCard['waiting']> {
  const request = await tx
    .selectFrom('role_requests')
    .select(['id', 'roles'])
    .where('person_id', '=', id)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return request === undefined ? null : { id: request.id, roles: request.roles as StaffRow['roles'] }
}

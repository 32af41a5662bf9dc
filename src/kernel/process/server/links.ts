import { sql } from 'kysely'
import type { IsoInstant } from '#lib/time.ts'
import { beyondBorders, type Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import type { Actor, Department, Role } from '../roles.ts'
import type { LinkedView } from '../view.ts'
import { addLine } from './timeline.ts'
import { visible } from './visible.ts'

/* How cases hang together: one raised out of another, one joined into another that reports the same trouble. */

export async function linkRaised(
  tx: Tx,
  parent: { readonly id: string },
  childId: string,
  by: string | null,
  at: IsoInstant,
): Promise<void> {
  await tx
    .insertInto('case_links')
    .values({ upper_id: parent.id, lower_id: childId, kind: 'raised', at, by_id: by })
    .execute()
}

const notJoinable = {
  zh: '只能并入另一张您看得到的、尚未结束的同类单据。',
  en: 'It can only be joined into another case of the same kind that you may see and that is still open.',
}

/**
 * Joins a case into another of its process that reports the same trouble; what was joined into it before goes along.
 * @throws Refused 422 `notJoinable`
 */
export async function joinInto(
  tx: Tx,
  module: LoadedModule,
  joined: { readonly id: string; readonly number: string },
  into: string,
  acting: { readonly actor: Actor; readonly role: Role; readonly at: IsoInstant },
): Promise<void> {
  const target = await tx
    .selectFrom('cases')
    .select(['id', 'number', 'state'])
    .where('process', '=', module.process.name)
    .where('number', '=', into)
    .where('closed_at', 'is', null)
    .where('id', '<>', joined.id)
    .where(visible(acting.actor, [module]))
    .forUpdate()
    .executeTakeFirst()
  if (target === undefined) throw new Refused({ status: 422, code: 'notJoinable', says: notJoinable })
  await tx
    .updateTable('case_links')
    .set({ upper_id: target.id })
    .where('upper_id', '=', joined.id)
    .where('kind', '=', 'joined')
    .execute()
  await tx
    .insertInto('case_links')
    .values({ upper_id: target.id, lower_id: joined.id, kind: 'joined', at: acting.at, by_id: acting.actor.id })
    .execute()
  await addLine(tx, {
    caseId: target.id,
    at: acting.at,
    actor: acting.actor,
    role: acting.role,
    action: 'joined',
    from: target.state,
    to: target.state,
    input: { number: joined.number },
    changes: {},
    shownToCustomer: false,
  })
}

/** The cases this one hangs together with, as far as this reader may see them. */
export async function linkedOf(tx: Tx, house: House, caseId: string, actor: Actor): Promise<LinkedView[]> {
  const rows = await tx
    .selectFrom('cases')
    .innerJoin('case_links', (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([eb('upper_id', '=', caseId), eb('lower_id', '=', eb.ref('cases.id'))]),
          eb.and([eb('lower_id', '=', caseId), eb('upper_id', '=', eb.ref('cases.id'))]),
        ]),
      ),
    )
    .select([
      'kind',
      'upper_id',
      'cases.id',
      'process',
      'number',
      'title',
      'state',
      'departments',
      'opened_at',
      'due_at',
    ])
    .select(sql<boolean>`closed_at is not null`.as('final'))
    .where(visible(actor, house.modules))
    .orderBy('cases.opened_at')
    .execute()
  return rows.map((row) => ({
    kind: row.kind as LinkedView['kind'],
    way: row.upper_id === row.id ? 'up' : 'down',
    process: row.process,
    number: row.number,
    title: row.title,
    state: row.state,
    final: row.final,
    departments: row.departments as Department[],
    openedAt: row.opened_at,
    dueAt: actor.kind === 'staff' ? row.due_at : null,
  }))
}

/** Who stands behind the cases above (`raised`) or those joined into this one, for telling them. */
export async function peopleBehind(tx: Tx, caseId: string, which: 'raiser' | 'joined') {
  const [here, there] = which === 'raiser' ? (['lower_id', 'upper_id'] as const) : (['upper_id', 'lower_id'] as const)
  return beyondBorders(tx, () =>
    tx
      .selectFrom('case_links')
      .innerJoin('cases', 'cases.id', `case_links.${there}`)
      .select([
        'cases.id',
        'cases.process',
        'cases.number',
        'cases.title',
        'cases.customer_id',
        'cases.owner_id',
        'cases.opened_by',
        'cases.crew_ids',
      ])
      .where(`case_links.${here}`, '=', caseId)
      .where('case_links.kind', '=', which === 'raiser' ? 'raised' : 'joined')
      .execute(),
  )
}

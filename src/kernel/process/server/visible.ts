import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { DB } from '#kernel/database/types.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import type { Process } from '../define.ts'
import { type Actor, departmentsOf } from '../roles.ts'

type Reach = 'all' | 'department' | 'own' | 'company' | 'guest' | 'none'

/** How far this actor sees in a process: the widest of what his roles allow. */
export function reach(actor: Actor, process: Process): Reach {
  if (actor.kind === 'clock') return 'all'
  if (actor.kind === 'guest') return 'guest'
  const has = (roles: readonly string[]) => actor.roles.some((role) => roles.includes(role))
  if (has(process.sight.all)) return 'all'
  if (has(process.sight.company)) return 'company'
  if (has(process.sight.department ?? [])) return 'department'
  return has(process.sight.own) ? 'own' : 'none'
}

/**
 * The scoped query is the permission: every reading of cases passes through this condition. Row-level security draws the
 * tenants' borders once more behind it.
 */
export function visible(actor: Actor, modules: readonly LoadedModule[]) {
  return (eb: ExpressionBuilder<DB, 'cases'>): Expression<SqlBool> => {
    const ways = modules.flatMap(({ process }) => {
      const of = eb('cases.process', '=', process.name)
      switch (reach(actor, process)) {
        case 'all':
          return [of]
        case 'department':
          return [
            eb.and([
              of,
              eb.or([
                sql<SqlBool>`cases.departments && ${[...departmentsOf(actor.roles)]}::text[]`,
                ...(actor.id === null
                  ? []
                  : [eb('cases.opened_by', '=', actor.id), sql<SqlBool>`${actor.id}::uuid = any (cases.crew_ids)`]),
              ]),
            ]),
          ]
        case 'own':
          return actor.id === null
            ? []
            : [
                eb.and([
                  of,
                  eb('cases.opened_by', '=', actor.id),
                  ...(actor.customerId === null ? [] : [eb('cases.customer_id', '=', actor.customerId)]),
                ]),
              ]
        case 'company':
          return actor.customerId === null ? [] : [eb.and([of, eb('cases.customer_id', '=', actor.customerId)])]
        case 'guest':
          return actor.guestTokenHash === null
            ? []
            : [eb.and([of, eb('cases.guest_token_hash', '=', actor.guestTokenHash)])]
        case 'none':
          return []
      }
    })
    return ways.length === 0 ? sql<SqlBool>`false` : eb.or(ways)
  }
}

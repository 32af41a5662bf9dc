import type { OutboxItem } from '#kernel/http/web/outbox.ts'
import { actingRole, type Choice, type Slip } from '#kernel/process/decide.ts'
import { list, type Process } from '#kernel/process/define.ts'
import type { Role } from '#kernel/process/roles.ts'
import type { CaseView } from '#kernel/process/view.ts'
import type { Step } from './carry.ts'

/**
 * The case as it will be once everything on this phone has arrived. Only states and who may act are known here; whether the
 * needs hold is the server's to say when it hears of it. What was refused, and what waits behind it, does not count.
 */
export function predicted(
  view: CaseView,
  process: Process | null,
  waiting: readonly OutboxItem<Step>[],
  roles: readonly Role[],
): CaseView {
  const refused = waiting.findIndex(({ refusal }) => refusal !== null)
  const coming = refused < 0 ? waiting : waiting.slice(0, refused)
  if (process === null || coming.length === 0) return view
  const actor = { kind: 'staff', id: null, name: '', roles, customerId: null, guestTokenHash: null } as const
  const state = coming.reduce((at, { work }) => list(process.actions[work.action]?.to)[0] ?? at, view.state)
  const choices = Object.entries(process.actions).flatMap(([name, action]): Choice[] =>
    list(action.from).includes(state) && actingRole(actor, list(action.by)) !== null
      ? [{ action: name, missing: [], primary: isNormal(action.primary, view.slip) }]
      : [],
  )
  return { ...view, state, choices }
}

const isNormal = (primary: Process['actions'][string]['primary'], slip: Slip): boolean =>
  typeof primary === 'function' ? primary(slip) : primary === true

/** Whose open screens a change concerns: who may see the case, by the same reach as every query. */
import type { Change, LoadedModule } from '#kernel/http/server/house.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { reach } from '#kernel/process/server/visible.ts'

export function concerns(change: Change, actor: Actor, modules: readonly LoadedModule[]): boolean {
  const named = actor.id !== null && change.people.includes(actor.id)
  if (change.what === 'inbox') return named
  const module = modules.find(({ process }) => process.name === change.process)
  if (module === undefined) return false
  const how = reach(actor, module.process)
  if (how === 'all' || how === 'department') return true
  const ownCompany = actor.customerId === null || actor.customerId === change.customerId
  if (how === 'company') return actor.customerId !== null && ownCompany
  return how === 'own' && named && ownCompany
}

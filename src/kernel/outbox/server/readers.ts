/** Who is to be reached outside: addresses, language, choices, and whether he may still see the case. */
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import type { Role } from '#kernel/process/roles.ts'
import { reach } from '#kernel/process/server/visible.ts'
import type { Language } from '#lib/language.ts'
import type { Preferences } from '../told.ts'
import { readPreferences } from './preferences.ts'

export interface Reader {
  readonly id: string
  readonly kind: 'staff' | 'customer'
  readonly name: string
  readonly nameEn: string
  readonly email: string
  readonly phone: string
  readonly language: Language
  readonly roles: readonly Role[]
  readonly customerId: string | null
  /** null: whatever the house thinks sensible */
  readonly preferences: Preferences | null
}

/** Those of them who are active, by id. */
export async function readersOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Reader>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Reader>`
    select people.id, case people.kind when 'staff' then 'staff' else 'customer' end as kind, people.name,
           people.name_en as "nameEn", people.email, people.phone, people.language, contacts.customer_id as "customerId",
           array(select role from person_roles where person_roles.person_id = people.id) as roles,
           told_preferences.choices as preferences
    from people
    left join contacts on contacts.person_id = people.id
    left join told_preferences on told_preferences.person_id = people.id
    where people.active and people.id = any (${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, { ...row, preferences: readPreferences(row.preferences) }]))
}

interface Seen {
  readonly process: string
  readonly customerId: string | null
  readonly openedBy: string | null
}

/**
 * Staff are told by the process itself. A customer hears of a case only as far as he would find it: his own company's, or
 * his own.
 */
export function seesCase(reader: Reader, seen: Seen | null, modules: readonly LoadedModule[]): boolean {
  if (seen === null || reader.kind === 'staff') return true
  const module = modules.find(({ process }) => process.name === seen.process)
  if (module === undefined || reader.customerId === null || seen.customerId !== reader.customerId) return false
  const { id, name, roles, customerId } = reader
  const how = reach({ kind: 'customer', id, name, roles, customerId, guestTokenHash: null }, module.process)
  return how === 'company' || (how === 'own' && seen.openedBy === id)
}

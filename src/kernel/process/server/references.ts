import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import { doorWords } from '#kernel/http/words.ts'
import type { Rulebook } from '#kernel/http/server/house.ts'
import type { IsoInstant } from '#lib/time.ts'
import { list, type Reference } from '../define.ts'

/*
 * An id in an input proves nothing. Each is held against what it claims to be before anything is written: a member of staff
 * with the role, a contact of this customer with the authority, an item of the price list. Files are proved when attached.
 */

const bad = (path: string) =>
  new Refused({
    status: 422,
    code: 'badReference',
    says: doorWords.badReference,
    errors: [{ path, code: 'badReference', says: doorWords.badReference }],
  })

/** Names by id, for rules that write a name on the slip. */
export async function proveReferences(
  tx: Tx,
  references: readonly Reference[],
  about: { readonly customerId: string | null; readonly rulebook: Rulebook; readonly now: IsoInstant },
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const reference of references) {
    if (reference.kind === 'staff') names.set(reference.id, await staffName(tx, reference))
    if (reference.kind === 'contact') names.set(reference.id, await contactName(tx, reference, about.customerId))
    if (reference.kind === 'price' && about.rulebook.price(reference.code, about.now) === null) throw bad('lines')
  }
  return names
}

async function staffName(tx: Tx, reference: Extract<Reference, { kind: 'staff' }>): Promise<string> {
  const roles = list(reference.role)
  const found = await tx
    .selectFrom('people')
    .innerJoin('staff', 'staff.person_id', 'people.id')
    .select('people.name')
    .where('people.id', '=', reference.id)
    .where('people.active', '=', true)
    .$if(reference.department !== undefined, (query) =>
      query.where('staff.department', '=', reference.department ?? ''),
    )
    .$if(roles.length > 0, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('person_roles')
            .select('role')
            .whereRef('person_roles.person_id', '=', 'people.id')
            .where('role', 'in', [...roles]),
        ),
      ),
    )
    .executeTakeFirst()
  if (!found) throw bad('staff')
  return found.name
}

async function contactName(
  tx: Tx,
  reference: Extract<Reference, { kind: 'contact' }>,
  customerId: string | null,
): Promise<string> {
  const found = await tx
    .selectFrom('contacts')
    .innerJoin('people', 'people.id', 'contacts.person_id')
    .select(['people.name', 'contacts.authorities'])
    .where('contacts.person_id', '=', reference.id)
    .where('contacts.customer_id', '=', customerId)
    .where('people.active', '=', true)
    .executeTakeFirst()
  if (!found) throw bad('contact')
  if (reference.authority !== undefined && !found.authorities.includes(reference.authority)) {
    throw new Refused({
      status: 422,
      code: 'notAuthorised',
      says: doorWords.notAuthorised,
      errors: [{ path: 'contact', code: 'notAuthorised', says: doorWords.notAuthorised }],
    })
  }
  return found.name
}

/** An upload becomes part of a case; from then on it has the rights of the case and none of its own. */
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import { doorWords } from '#kernel/http/words.ts'
import type { Actor } from '#kernel/process/roles.ts'
import type { IsoInstant } from '#lib/time.ts'

export interface Attaching {
  readonly files: readonly { readonly id: string; readonly purpose: string }[]
  readonly caseId: string
  readonly actor: Actor
  readonly at: IsoInstant
}

/**
 * Each file is already on this case, or nobody's yet and uploaded by this very actor. Throws `Refused` for any other, in
 * the same words whether it is another's, on another case, or does not exist.
 */
export async function attach(tx: Tx, { files, caseId, actor, at }: Attaching): Promise<void> {
  const purposes = new Map(files.toReversed().map(({ id, purpose }) => [id, purpose]))
  if (purposes.size === 0) return
  const found = await tx
    .selectFrom('files')
    .select(['id', 'case_id', 'uploaded_by', 'uploaded_as', 'guest_key'])
    .where('id', 'in', [...purposes.keys()])
    .orderBy('id')
    .forUpdate()
    .execute()
  const usable = found.filter((file) => file.case_id === caseId || (file.case_id === null && isOwn(file, actor)))
  if (usable.length !== purposes.size)
    throw new Refused({ status: 422, code: 'badReference', says: doorWords.badReference })
  for (const file of usable) {
    if (file.case_id !== null) continue
    await tx
      .updateTable('files')
      .set({ case_id: caseId, purpose: purposes.get(file.id) ?? null, attached_at: at })
      .where('id', '=', file.id)
      .execute()
  }
}

/** A guest is known by the hash of his own key, everybody else by the person. */
export function isOwn(
  file: { uploaded_by: string | null; uploaded_as: string; guest_key: string | null },
  actor: Actor,
): boolean {
  if (actor.kind === 'guest') {
    return file.uploaded_as === 'guest' && actor.guestTokenHash !== null && file.guest_key === actor.guestTokenHash
  }
  return actor.id !== null && file.uploaded_as === actor.kind && file.uploaded_by === actor.id
}

/** Who may have a file: with a case, whoever may see the case; without one, its uploader alone. */
import type { Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import type { Asked } from '#kernel/http/server/route.ts'
import { guestKeyOf } from '#kernel/process/server/guest-routes.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { visible } from '#kernel/process/server/visible.ts'
import { isOwn } from './attach.ts'

export interface FileRow {
  readonly name: string
  readonly mime: string
  readonly bytes: number
  readonly path: string
  readonly thumbnail_path: string | null
}

/** Who asks for a file: the person signed in, or a guest by the secret of his own report. Throws 404 for neither. */
export function askerOf(asked: Pick<Asked, 'actor' | 'request'>): Actor {
  return asked.actor.id === null
    ? { ...asked.actor, kind: 'guest', roles: ['GUEST'], guestTokenHash: guestKeyOf(asked) }
    : asked.actor
}

/** Null: there is none, or none this actor may have. */
export async function fileFor(tx: Tx, house: House, actor: Actor, id: string): Promise<FileRow | null> {
  const file = await tx
    .selectFrom('files')
    .select(['name', 'mime', 'bytes', 'path', 'thumbnail_path', 'case_id', 'uploaded_by', 'uploaded_as', 'guest_key'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (file === undefined) return null
  if (file.case_id === null) return isOwn(file, actor) ? file : null
  const parent = await tx
    .selectFrom('cases')
    .select('id')
    .where('id', '=', file.case_id)
    .where(visible(actor, house.modules))
    .executeTakeFirst()
  return parent === undefined ? null : file
}

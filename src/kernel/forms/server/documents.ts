/** The papers of a case and where each copy went (domain §1.6: delivery of each copy is recorded, who took it, when). */
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { CopyFact } from '#kernel/process/moment.ts'
import type { IsoInstant } from '#lib/time.ts'
import { uuidv7 } from '#lib/uuid.ts'
import { copyRefusals } from '../words.ts'

export interface Making {
  readonly caseId: string
  /** F-number of the form register */
  readonly form: string
  readonly number: string
  /** version of the template the record is filled on; kept when the template moves on (domain §1.5) */
  readonly version: string
  /** where each copy goes, the first first; empty when the paper is single */
  readonly copies: readonly string[]
  readonly byId: string | null
  readonly at: IsoInstant
}

/** Issues a paper once: a case that has it keeps it, with the copies and version it was issued with. */
export async function makeDocument(tx: Tx, making: Making): Promise<void> {
  const made = await tx
    .insertInto('documents')
    .values({
      id: uuidv7(Date.parse(making.at)),
      case_id: making.caseId,
      form: making.form,
      number: making.number,
      template_version: making.version,
      created_at: making.at,
      created_by: making.byId,
    })
    .onConflict((conflict) => conflict.columns(['case_id', 'form']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined || making.copies.length === 0) return
  await tx
    .insertInto('document_copies')
    .values(making.copies.map((goesTo, at) => ({ document_id: made.id, copy: at + 1, goes_to: goesTo })))
    .execute()
}

/** A copy is handed over once. Throws `Refused` for a copy that does not exist, is void, or was handed to somebody. */
export async function handCopy(
  tx: Tx,
  hand: { caseId: string; form: string; copy: number; to: string; byId: string | null; at: IsoInstant },
): Promise<void> {
  const copy = await tx
    .selectFrom('document_copies')
    .innerJoin('documents', 'documents.id', 'document_copies.document_id')
    .select(['document_copies.document_id', 'document_copies.handed_to', 'documents.void'])
    .where('documents.case_id', '=', hand.caseId)
    .where('documents.form', '=', hand.form)
    .where('document_copies.copy', '=', hand.copy)
    .forUpdate('document_copies')
    .executeTakeFirst()
  if (copy === undefined) throw new Refused({ status: 422, code: 'noSuchCopy', says: copyRefusals.noSuchCopy })
  if (copy.void) throw new Refused({ status: 422, code: 'copyVoid', says: copyRefusals.copyVoid })
  if (copy.handed_to !== null) throw new Refused({ status: 409, code: 'copyHanded', says: copyRefusals.copyHanded })
  await tx
    .updateTable('document_copies')
    .set({ handed_to: hand.to, handed_at: hand.at, handed_by: hand.byId })
    .where('document_id', '=', copy.document_id)
    .where('copy', '=', hand.copy)
    .execute()
}

/** Every copy of every paper of the case that is not void. */
export async function copiesOf(tx: Tx, caseId: string): Promise<CopyFact[]> {
  return await tx
    .selectFrom('document_copies')
    .innerJoin('documents', 'documents.id', 'document_copies.document_id')
    .select(['form', 'copy', 'goes_to as goesTo', 'handed_to as handedTo'])
    .where('case_id', '=', caseId)
    .where('void', '=', false)
    .orderBy('form')
    .orderBy('copy')
    .execute()
}

/** Counts one more print; returns how many there were before (0: the first), or null when the case has no such paper. */
export async function countPrint(tx: Tx, caseId: string, form: string): Promise<number | null> {
  const counted = await tx
    .updateTable('documents')
    .set({ prints: sql<number>`prints + 1` })
    .where('case_id', '=', caseId)
    .where('form', '=', form)
    .returning('prints')
    .executeTakeFirst()
  return counted === undefined ? null : counted.prints - 1
}

/** The papers of a cancelled case stay, as 作废 (domain §1.4). */
export async function voidDocuments(tx: Tx, caseId: string): Promise<void> {
  await tx.updateTable('documents').set({ void: true }).where('case_id', '=', caseId).execute()
}

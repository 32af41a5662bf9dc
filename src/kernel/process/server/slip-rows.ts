import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '#kernel/database/database.ts'
import type { Slip } from '../decide.ts'
import type { Process } from '../define.ts'

/*
 * A slip lies in the typed table of its process: the field `appointmentStart` in the column `appointment_start`. Objects and
 * lists of objects are jsonb, lists of words and ids are arrays. A test holds each zod shape against its columns.
 */

export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Field → kind of column it wants. */
export function columnKinds(schema: z.ZodObject): ReadonlyMap<string, 'json' | 'array' | 'plain'> {
  return new Map(Object.entries(schema.shape).map(([field, type]) => [field, kindOf(type as z.ZodType)]))
}

function kindOf(type: z.ZodType): 'json' | 'array' | 'plain' {
  const { def } = type as z.ZodType & { def: { type: string; innerType?: z.ZodType; element?: z.ZodType } }
  if ((def.type === 'nullable' || def.type === 'optional' || def.type === 'default') && def.innerType)
    return kindOf(def.innerType)
  if (def.type === 'array' && def.element) return kindOf(def.element) === 'plain' ? 'array' : 'json'
  return def.type === 'object' || def.type === 'record' ? 'json' : 'plain'
}

const kindsOf = new WeakMap<z.ZodObject, ReadonlyMap<string, 'json' | 'array' | 'plain'>>()
function cachedKinds(schema: z.ZodObject) {
  const known = kindsOf.get(schema) ?? columnKinds(schema)
  kindsOf.set(schema, known)
  return known
}

function valueFor(kind: 'json' | 'array' | 'plain' | undefined, value: unknown): unknown {
  return kind === 'json' && value !== null && value !== undefined ? JSON.stringify(value) : value
}

export async function insertSlip(tx: Tx, process: Process, caseId: string, slip: Slip): Promise<void> {
  const kinds = cachedKinds(process.slip)
  const fields = [...kinds.keys()]
  const columns = sql.join(['case_id', ...fields.map(columnOf)].map((name) => sql.ref(name)))
  const values = sql.join(
    [caseId, ...fields.map((field) => valueFor(kinds.get(field), slip[field] ?? null))].map((value) => sql.val(value)),
  )
  await sql`insert into ${sql.table(process.table)} (${columns}) values (${values})`.execute(tx)
}

/** Writes only the fields that changed. */
export async function updateSlip(
  tx: Tx,
  process: Process,
  caseId: string,
  slip: Slip,
  changed: readonly string[],
): Promise<void> {
  if (changed.length === 0) return
  const kinds = cachedKinds(process.slip)
  const pairs = sql.join(
    changed.map(
      (field) => sql`${sql.ref(columnOf(field))} = ${sql.val(valueFor(kinds.get(field), slip[field] ?? null))}`,
    ),
  )
  await sql`update ${sql.table(process.table)} set ${pairs} where case_id = ${caseId}`.execute(tx)
}

export async function readSlip(tx: Tx, process: Process, caseId: string): Promise<Slip> {
  const found = await sql<Slip>`select * from ${sql.table(process.table)} where case_id = ${caseId}`.execute(tx)
  const row = found.rows[0]
  if (!row) throw new Error(`${process.name}: case ${caseId} has no slip`)
  return slipOf(process, row)
}

/** The slips of several cases of one process, by case. */
export async function readSlips(
  tx: Tx,
  process: Process,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Slip>> {
  const found = await sql<Slip & { readonly case_id: string }>`
    select * from ${sql.table(process.table)} where case_id = any (${[...caseIds]})`.execute(tx)
  return new Map(found.rows.map((row) => [row.case_id, slipOf(process, row)]))
}

export function slipOf(process: Process, row: Readonly<Record<string, unknown>>): Slip {
  return Object.fromEntries(Object.keys(process.slip.shape).map((field) => [field, row[columnOf(field)] ?? null]))
}

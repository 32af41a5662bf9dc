import { createHash } from 'node:crypto'
import { canonical } from '#lib/canonical.ts'
import type { IsoInstant } from '#lib/time.ts'
import { json, type Tx } from '#kernel/database/database.ts'
import type { Slip } from '../decide.ts'
import type { Actor, Role } from '../roles.ts'

/* The timeline of a case is a hash chain: each line carries the hash of the line before, so a changed line shows. */

export interface Line {
  readonly caseId: string
  readonly at: IsoInstant
  readonly actor: Actor
  readonly role: Role
  readonly action: string
  readonly from: string
  readonly to: string
  readonly input: unknown
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>
  readonly shownToCustomer: boolean
}

export const firstHash = '0'.repeat(64)

interface Sealed {
  readonly seq: number
  readonly at: IsoInstant
  readonly actor_id: string | null
  readonly actor_kind: string
  readonly actor_name: string
  readonly actor_role: string
  readonly action: string
  readonly from_state: string
  readonly to_state: string
  readonly input: unknown
  readonly changes: unknown
  readonly shown_to_customer: boolean
}

/** SHA-256 over the previous hash and everything the line says. */
export function seal(previous: string, line: Sealed): string {
  const { seq, at, actor_id, actor_kind, actor_name, actor_role } = line
  const { action, from_state, to_state, input, changes, shown_to_customer } = line
  const who = [actor_id, actor_kind, actor_name, actor_role]
  const said = canonical([seq, at, ...who, action, from_state, to_state, input, changes, shown_to_customer])
  return createHash('sha256').update(previous).update('\n').update(said).digest('hex')
}

/** Adds a line; the caller holds the lock of the case. */
export async function addLine(tx: Tx, line: Line): Promise<void> {
  const opens = line.from === ''
  const last = opens ? undefined : await lastLine(tx, line.caseId)
  const previous = last?.hash ?? firstHash
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value ?? {})) as unknown
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: line.at,
    actor_id: line.actor.id,
    actor_kind: line.actor.kind,
    actor_name: line.actor.name,
    actor_role: line.role,
    action: line.action,
    from_state: line.from,
    to_state: line.to,
    input: plain(line.input),
    changes: plain(line.changes),
    shown_to_customer: line.shownToCustomer,
  }
  await tx
    .insertInto('timeline')
    .values({
      ...row,
      case_id: line.caseId,
      input: json(row.input),
      changes: json(row.changes),
      previous_hash: previous,
      hash: seal(previous, row),
    })
    .execute()
}

const lastLine = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('timeline')
    .select(['seq', 'hash'])
    .where('case_id', '=', caseId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Fields that differ, with both values. */
export function changesBetween(before: Slip, after: Slip): Record<string, readonly [unknown, unknown]> {
  const fields = Object.keys(after).filter(
    (field) => canonical(before[field] ?? null) !== canonical(after[field] ?? null),
  )
  return Object.fromEntries(fields.map((field) => [field, [before[field] ?? null, after[field] ?? null] as const]))
}

export interface Break {
  readonly number: string
  readonly seq: number
}

/** Lines the house adds beside a case, without a new version of it. */
const beside = ['escalate', 'acceptEscalation', 'joined']

/** Walks every chain in pages and names the first broken line of each case; lines cut off at the end show in state and version. */
export async function verifyChains(tx: Tx, each: (checked: number) => void = () => {}): Promise<Break[]> {
  const breaks: Break[] = []
  let after: string | null = null
  let checked = 0
  for (;;) {
    const cases: Head[] = await tx
      .selectFrom('cases')
      .select(['id', 'number', 'state', 'version'])
      .$if(after !== null, (query) => query.where('id', '>', after as string))
      .orderBy('id')
      .limit(500)
      .execute()
    if (cases.length === 0) return breaks
    const lines = await tx
      .selectFrom('timeline')
      .selectAll()
      .where(
        'case_id',
        'in',
        cases.map(({ id }) => id),
      )
      .orderBy('case_id')
      .orderBy('seq')
      .execute()
    const byCase = Map.groupBy(lines, (line) => line.case_id)
    for (const head of cases) {
      const broken = firstBreak(head, byCase.get(head.id) ?? [])
      if (broken !== null) breaks.push({ number: head.number, seq: broken })
    }
    checked += lines.length
    each(checked)
    after = cases.at(-1)?.id ?? null
  }
}

interface Head {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly version: number
}

function firstBreak(
  head: Head,
  lines: readonly (Sealed & { readonly previous_hash: string; readonly hash: string })[],
): number | null {
  let previous = firstHash
  for (const [index, line] of lines.entries()) {
    if (line.seq !== index + 1 || line.previous_hash !== previous || line.hash !== seal(previous, line))
      return index + 1
    previous = line.hash
  }
  const acts = lines.filter(({ action }) => !beside.includes(action)).length
  return lines.at(-1)?.to_state === head.state && acts === head.version ? null : lines.length + 1
}

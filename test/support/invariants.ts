/** What must hold of everything at every moment, after any test: each fault by name, none expected. */
import { readFile } from 'node:fs/promises'
import type { Database } from '#kernel/database/database.ts'

const books = new URL('../../src/kernel/ledger/invariants.sql', import.meta.url)

/** Of cases: the state is what the last line says, every line follows a legal move, and no version was left out. */
const cases = `
  select 'state differs from the last line' as fault, cases.number as what, cases.state as detail
    from cases join lateral (
      select to_state from timeline where case_id = cases.id order by seq desc limit 1
    ) last on true where last.to_state <> cases.state
  union all
  select 'case without a line', number, state from cases where not exists (select from timeline where case_id = cases.id)
  union all
  select 'line without a legal move', cases.number, from_state || ' to ' || to_state
    from timeline join cases on cases.id = case_id
   where from_state <> to_state and not exists (
     select from process_edges e where e.process = cases.process and e.from_state = timeline.from_state and e.to_state = timeline.to_state
   )
  union all
  select 'version differs from the acts', cases.number, cases.version::text || ' for ' || count(*)::text
    from cases join timeline on case_id = cases.id
   where action not in ('escalate', 'acceptEscalation') group by cases.id having cases.version <> count(*)
  union all
  select 'case without a slip', number, state from cases where process = 'repair' and not exists (select from repair_slips where case_id = cases.id)
  union all
  select 'two open rounds of a clock', case_id::text, clock from deadlines where met_at is null group by case_id, clock having count(*) > 1
  union all
  select 'a clock runs in an ended case', cases.number, clock from deadlines join cases on cases.id = case_id where closed_at is not null and met_at is null`

export async function invariants({ database }: { readonly database: Pick<Database, 'pool'> }): Promise<unknown[]> {
  const found = await Promise.all([await readFile(books, 'utf8'), cases].map((sql) => database.pool.query(sql)))
  return found.flatMap(({ rows }) => rows as unknown[])
}

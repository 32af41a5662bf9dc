/**
 * The database's own limit: the same durable rows and the same answers by one hand-written, prepared statement each, without
 * rules, rights, hash chain, search words or mapping. What no program on this machine can pass.
 */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { doubled } from '#lib/text.ts'
import type { Building } from './building.ts'
import { type Targets, turn, type Works } from './works.ts'

const opening = `
  with numbered as (select 'LT-' || nextval('bench_numbers') as number),
  opened as (
    insert into cases (id, process, number, state, title, priority, category, customer_id, unit_id, contact_id, opened_by, opened_as,
      owner_id, opened_at, entered_at, due_at, search)
    select $1::uuid, 'repair', number, 'registered', $2::text, 3, 'airCon', $3::uuid, $4::uuid, $5::uuid, $6::uuid, 'staff', $6::uuid, now(), now(), now(), $7::text
    from numbered returning id, number),
  slip as (
    insert into repair_slips (case_id, reported_at, channel, reporter_name, reporter_phone, area, location, problem, category, priority,
      pricing, free_reason, called_through, workers, tools, customer_material, labour, materials, out_of_hours, labour_fen, material_fen,
      total_fen, reworks, call_backs, joined_calls)
    select id, now(), 'phone', $2, '19900001234', 'customer', $2, $2, 'airCon', 'P3', 'free', 'warranty', false, '{}', '{}', false, '[]',
      '[]', false, 0, 0, 0, 0, '[]', '[]' from opened),
  line as (
    insert into timeline select id, 1, now(), $6, 'staff', $2, 'CSA', 'open', '', 'registered', '{}', '{}', true, repeat('0', 64),
      repeat('0', 64) from opened),
  clock as (
    insert into deadlines (case_id, clock, round, kind, started_at, due_at, next_at)
    select id, 'dispatch', 1, 'WALL', now(), now(), now() from opened),
  told as (
    insert into outbox (written_at, case_id, role, event, data) select now(), id, 'CSA', 'repair.open', '{}' from opened)
  select number from opened`

const moving = `
  with moved as (
    update cases set state = 'delivered', version = version + 1, entered_at = now(), due_at = now()
    where number = $1 and version = 1 returning id, number),
  slip as (update repair_slips set sent_at = now(), sent_by = 'desk' from moved where case_id = id),
  met as (update deadlines set met_at = now(), next_at = null from moved where case_id = id and met_at is null),
  clocks as (
    insert into deadlines (case_id, clock, round, kind, started_at, due_at, next_at)
    select id, clock, 1, 'WALL', now(), now(), now() from moved cross join (values ('accept'), ('paper'), ('finish')) as clocks (clock)),
  paper as (
    insert into documents (id, case_id, form, number, template_version, created_at)
    select $2::uuid, id, 'F-30', number, '1.0', now() from moved returning id),
  copies as (
    insert into document_copies (document_id, copy, goes_to, handed_to, handed_at)
    select id, copy, 'desk', case when copy = 1 then 'desk' end, case when copy = 1 then now() end
    from paper cross join generate_series(1, 4) as copy),
  line as (
    insert into timeline select id, 2, now(), null, 'staff', '', 'CSA', 'deliver', 'registered', 'delivered', '{}', '{}', true,
      repeat('0', 64), repeat('0', 64) from moved),
  told as (
    insert into outbox (written_at, case_id, role, event, data)
    select now(), id, role, 'repair.deliver', '{}' from moved cross join (values ('ENG'), ('ENGM')) as roles (role))
  select number from moved`

const named = `left join customers on customers.id = customer_id left join people as owner on owner.id = owner_id
  left join people as assignee on assignee.id = assignee_id`

const listing = `
  select cases.*, customers.code, customers.short_name, owner.name as owner, assignee.name as assignee,
    (select count(*) from (select from cases where process = 'repair' limit 1001) as counted) as count
  from cases ${named} where process = 'repair' order by opened_at desc, cases.id desc limit 51`

const showing = `
  select cases.*, customers.short_name, owner.name as owner, assignee.name as assignee, to_jsonb(slip) as slip,
    (select json_agg(timeline order by seq) from timeline where case_id = cases.id) as lines,
    (select json_agg(deadlines) from deadlines where case_id = cases.id) as clocks,
    (select json_agg(pauses) from pauses where case_id = cases.id) as pauses,
    (select json_agg(documents) from documents where case_id = cases.id) as papers,
    (select json_agg(document_copies) from document_copies join documents on documents.id = document_id where case_id = cases.id) as copies,
    (select json_agg(files) from files where case_id = cases.id) as files,
    (select json_agg(charges) from charges where case_id = cases.id) as charges,
    (select json_agg(receipts) from receipts join allocations using (payment_id) join charges on charges.id = charge_id where case_id = cases.id) as receipts,
    (select json_agg(escalations) from escalations where case_id = cases.id) as escalations
  from cases join repair_slips as slip on slip.case_id = cases.id ${named} where number = $1`

/** As fast as it is known to go: the newest are read through, and only a word not found there costs the index of words. */
const searching = `
  with open as (
    select number, title from cases where closed_at is null and strpos(search, $2) > 0 order by opened_at + interval '0' desc limit 5),
  near as materialized (
    select number, title from (select * from cases where closed_at is not null order by opened_at desc limit 2000) as newest
    where strpos(search, $2) > 0 order by opened_at desc limit 5),
  far as (
    select number, title from cases where closed_at is not null and search like $1 order by opened_at + interval '0' desc limit 5)
  select 'case' as kind, number, title from open
  union all select 'case', number, title from near
  union all select 'case', number, title from far where (select count(*) from near) < 5
  union all (select 'customer', code, name from customers where doubled(search) like $1 limit 5)
  union all (select 'person', '', name from people where doubled(search) like $1 limit 5)`

const queueing = `
  select cases.*, customers.short_name, owner.name as owner, assignee.name as assignee, count(*) over () as team
  from cases ${named}
  where closed_at is null and process = 'repair' and state in ('registered', 'quoted', 'signed', 'called', 'settled') and owner_id = $1
  order by paused, due_at nulls last, entered_at limit 200`

export async function limits(pool: pg.Pool, building: Building, targets: Targets): Promise<Works> {
  await pool.query('create sequence if not exists bench_numbers')
  const lets = turn(building.lets)
  const clerks = turn(building.staff.CSA ?? [])
  const number = turn(targets.numbers)
  const word = turn(targets.words)
  const waiting: string[] = []
  const ask = (name: string, text: string, values: readonly unknown[] = []) =>
    pool.query<{ number: string }>({ name, text, values: [...values] })

  async function take(): Promise<string> {
    const unit = lets()
    const search = doubled(`lt ${unit.code} 空调不制冷 请尽快处理 北京 cjxxjs`)
    const { rows } = await ask('opening', opening, [
      randomUUID(),
      '空调不制冷',
      unit.customerId,
      unit.id,
      unit.contactId,
      clerks().id,
      search,
    ])
    return rows[0]?.number ?? ''
  }

  return {
    open: async () => void waiting.push(await take()),
    move: async () => ask('moving', moving, [waiting.pop() ?? (await take()), randomUUID()]),
    list: () => ask('listing', listing),
    'case page': () => ask('showing', showing, [number()]),
    search: () => {
      const said = doubled(word())
      return ask('searching', searching, [`%${said}%`, said])
    },
    queue: () => ask('queueing', queueing, [clerks().id]),
  }
}

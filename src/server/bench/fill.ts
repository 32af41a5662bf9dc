/** A long history of slips, written in bulk past the rules: what the measured code then reads and adds to. */
import pg from 'pg'
import { doubled } from '#lib/text.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { Building } from './building.ts'
import { history } from './history.ts'
import * as phrases from './phrases.ts'

/** One slip in so many is open: the youngest ones. */
const perOpen = 300

/**
 * Writes `many` slips with their lines, clocks, papers and charges. Triggers and foreign keys rest meanwhile and the
 * indexes of the largest table are built afterwards; vacuum and analyze make the plans what they are in an old house.
 */
export async function fill(url: string, building: Building, many: number, now: IsoInstant): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query('set synchronous_commit = off')
    await client.query(`set maintenance_work_mem = '1GB'`)
    await client.query('select setseed(0.42)')
    await client.query(drawn, drawnBy(building, many, now))
    const { rows } = await client.query<{ name: string; made: string }>(secondaryIndexes)
    for (const { name } of rows) await client.query(`drop index ${name}`)
    for (const statement of history) await client.query(statement)
    for (const { made } of rows) await client.query(made)
    await client.query(continued)
    await client.query('drop table drawn')
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}

const secondaryIndexes = `
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
  where indrelid = 'cases'::regclass and not indisunique`

/** The next slip opened by the real code takes the number after the last one. */
const continued = `
  select next_loose_number('GW', year), setval(('number_gw_' || year)::regclass, many)
  from (select extract(year from opened_at at time zone 'Asia/Shanghai')::int as year, count(*) as many from cases group by 1) as years`

function drawnBy(building: Building, many: number, now: IsoInstant) {
  const { lets, staff } = building
  const idsOf = (role: 'ENG' | 'CSA') => staff[role]?.map(({ id }) => id) ?? []
  return [
    many,
    now,
    Math.max(20, Math.round(many / perOpen)),
    idsOf('ENG'),
    phrases.problems,
    phrases.details,
    phrases.places,
    phrases.rareProblem,
    lets.map(({ id }) => id),
    lets.map(({ customerId }) => customerId),
    lets.map(({ contactId }) => contactId),
    lets.map(({ ownerId }) => ownerId),
    phrases.surnames,
    phrases.problems.map(doubled),
    phrases.details.map(doubled),
    phrases.places.map(doubled),
    doubled(phrases.rareProblem),
    phrases.surnames.map(doubled),
  ]
}

/** The dice, thrown once for each slip: the tables below only read them. About 140 slips a day, the youngest last. */
const drawn = `
  create unlogged table drawn as
  with thrown as (
    select i, $2::timestamptz - (($1::int - i) * 10 + random() * 9) * interval '1 minute' as opened_at,
           random() as a, random() as b, random() as c, random() as d, random() as e, 1 + floor(random() * cardinality($9::uuid[]))::int as at
    from generate_series(1, $1::int) as i)
  select i, at, opened_at,
         (lpad(to_hex((extract(epoch from opened_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid as id,
         'GW-' || extract(year from opened_at at time zone 'Asia/Shanghai') || '-' as series,
         i > $1::int - $3::int as open,
         case when i % 50021 = 777 then $8::text
              else ($5::text[])[1 + floor(power(a, 2) * cardinality($5::text[]))::int] || ',' || ($6::text[])[1 + floor(b * cardinality($6::text[]))::int] end as problem,
         ($7::text[])[1 + floor(c * cardinality($7::text[]))::int] as location,
         ($13::text[])[1 + floor(d * cardinality($13::text[]))::int] as reporter,
         case when i % 50021 = 777 then $17::text
              else ($14::text[])[1 + floor(power(a, 2) * cardinality($5::text[]))::int] || ',,' || ($15::text[])[1 + floor(b * cardinality($6::text[]))::int] end
           || '  ' || ($16::text[])[1 + floor(c * cardinality($7::text[]))::int] || '  ' || ($18::text[])[1 + floor(d * cardinality($13::text[]))::int] as said,
         '199' || lpad((floor(e * 100000000))::int::text, 8, '0') as phone,
         ($9::uuid[])[at] as unit_id, ($10::uuid[])[at] as customer_id, ($11::uuid[])[at] as contact_id, ($12::uuid[])[at] as owner_id,
         ($4::uuid[])[1 + floor(e * cardinality($4::uuid[]))::int] as worker_id,
         case when a < 0.05 then 1 when a < 0.2 then 2 when a < 0.65 then 3 else 4 end as priority,
         (array['airCon','airCon','airCon','power','plumbing','doors','network','finishes','furniture','cleaning','other','fire','lift'])[1 + floor(power(a, 2) * 13)::int] as category,
         case when i > $1::int - $3::int then (array['registered','delivered','delivered','accepted','appointed','onSite','working','suspended','done','signed','called','billed','settled'])[1 + floor(c * 13)::int]
              when d < 0.93 then 'archived' when d < 0.98 then 'cancelled' else 'declined' end as state
  from thrown`

import { emptyDatabase, type FreshDatabase } from '#test/database.ts'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpSchema } from './schema-dump.ts'

let database: FreshDatabase

beforeEach(async () => {
  database = await emptyDatabase()
})

afterEach(() => database.drop())

async function run(sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
  return await dumpSchema({ connectionString: database.url })
}

const everyKind = `
  create extension pg_trgm;
  create type urgency as enum ('P1', 'P2');
  create sequence slip_number minvalue 1 maxvalue 9999 cycle;
  create function twice(n int) returns int language sql immutable return n * 2;
  revoke all on function twice from public;
  comment on function twice is 'It''s doubled';
  create table units (id int generated always as identity primary key, code text not null unique);
  create table slips (
    id int primary key, unit int not null references units, urgency urgency not null default 'P2',
    words text not null check (words <> ''), doubled int generated always as (twice(id)) stored);
  create index slips_words on slips using gin (words gin_trgm_ops);
  create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
  create trigger slips_stay before delete on slips for each row execute function refuse();
  alter table slips enable row level security;
  create policy border on slips for select using (id > 0);
  grant select, update on slips to pg_monitor;
  comment on column slips.words is 'what the caller said';
  create view open_slips with (security_invoker = true) as select id from slips;`

test('every kind of thing a migration makes is in the dump', async () => {
  const text = await run(everyKind)
  for (const line of [
    'create extension pg_trgm;',
    "create type public.urgency as enum ('P1', 'P2');",
    'create sequence public.slip_number as bigint start 1 increment 1 minvalue 1 maxvalue 9999 cache 1 cycle;',
    'revoke all on function public.twice(integer) from public;',
    "comment on function public.twice(integer) is 'It''s doubled';",
    '  id integer not null generated always as identity,',
    "  urgency public.urgency not null default 'P2'::public.urgency,",
    '  doubled integer generated always as (public.twice(id)) stored,',
    '  constraint slips_unit_fkey FOREIGN KEY (unit) REFERENCES public.units(id),',
    "  constraint slips_words_check CHECK ((words <> ''::text))",
    'CREATE INDEX slips_words ON public.slips USING gin (words public.gin_trgm_ops);',
    'CREATE TRIGGER slips_stay BEFORE DELETE ON public.slips FOR EACH ROW EXECUTE FUNCTION public.refuse();',
    'alter table public.slips enable row level security;',
    'create policy border on public.slips for select using ((id > 0));',
    'grant select, update on public.slips to pg_monitor;',
    "comment on column public.slips.words is 'what the caller said';",
    'create view public.open_slips with (security_invoker=true) as',
  ]) {
    expect(text.split('\n')).toContain(line)
  }
})

test('the dump is the same each time and ends in one newline', async () => {
  const first = await run(everyKind)
  expect(await dumpSchema({ connectionString: database.url })).toBe(first)
  expect(first).toMatch(/[^\n]\n$/)
})

test('a change by hand shows', async () => {
  const before = await run(everyKind)
  expect(await run('alter table slips alter column words drop not null')).not.toBe(before)
})

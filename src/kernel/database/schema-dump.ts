/**
 * The schema as text, read from the catalog: for people to read and for a check to compare. Not a backup.
 * The same from PostgreSQL 15 to 18, whoever owns the tables.
 */
import pg from 'pg'

/** Everything in schema `public`, in a fixed order, ending with a newline. */
export async function dumpSchema(config: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    // With nothing on the path, the catalog functions write every name in full.
    await client.query("select set_config('search_path', 'pg_catalog', false)")
    const parts: string[] = []
    for (const sql of [extensions, types, sequences, functions]) parts.push(...(await texts(client, sql)))
    const tables = await client.query<{ oid: number; name: string }>(tableNames)
    for (const table of tables.rows) parts.push(await tableText(client, table.oid, table.name))
    for (const sql of [views, schemaGrants, defaultGrants]) parts.push(...(await texts(client, sql)))
    return `-- Written by bin/dump-schema.mjs from db/migrations; do not edit.\n\n${parts.join('\n\n')}\n`
  } finally {
    await client.end()
  }
}

async function texts(client: pg.Client, sql: string, values: unknown[] = []): Promise<string[]> {
  const result = await client.query<{ text: string }>(sql, values)
  return result.rows.map((row) => row.text.trim())
}

async function tableText(client: pg.Client, oid: number, name: string): Promise<string> {
  const columns = await texts(client, columnTexts, [oid])
  const constraints = await texts(client, constraintTexts, [oid])
  const body = [...columns, ...constraints].map((line) => `  ${line}`).join(',\n')
  const [after = ''] = await texts(client, partitionText, [oid])
  const rest: string[] = []
  for (const sql of [indexTexts, triggerTexts, securityTexts, policyTexts, relationGrants, comments]) {
    rest.push(...(await texts(client, sql, [oid])))
  }
  return [`create table ${name} (\n${body}\n)${after === '' ? '' : ` ${after}`};`, ...rest].join('\n')
}

/** What belongs to an extension is the extension's. */
const ownThing = (catalog: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`

const inPublic = (column: string) => `${column} = 'public'::regnamespace`

/** The grantees of an access list, the owner left out; MAINTAIN (17) left out, so that 15 and 18 agree. */
const grantLines = (acl: string, owner: string, on: string) => `
  select format('grant %s on %s to %s;', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), ${on},
                case g.grantee when 0 then 'public' else g.grantee::regrole::text end) as text
  from aclexplode(${acl}) g
  where g.grantee <> ${owner} and g.privilege_type <> 'MAINTAIN'
  group by g.grantee`

const extensions = `
  select format('create extension %I;', extname) as text from pg_extension where extname <> 'plpgsql' order by extname`

const types = `
  select case t.typtype
    when 'e' then format('create type %s as enum (%s);', t.oid::regtype,
      (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid))
    when 'd' then format('create domain %s as %s%s%s%s;', t.oid::regtype, format_type(t.typbasetype, t.typtypmod),
      ' default ' || t.typdefault, case when t.typnotnull then ' not null' end,
      (select string_agg(format(' constraint %I %s', c.conname, pg_get_constraintdef(c.oid)), '' order by c.conname)
       from pg_constraint c where c.contypid = t.oid and c.contype = 'c'))
    when 'r' then format('create type %s as range (subtype = %s);', t.oid::regtype,
      (select r.rngsubtype::regtype from pg_range r where r.rngtypid = t.oid))
    else format('create type %s as (%s);', t.oid::regtype,
      (select string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)
       from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped))
    end as text
  from pg_type t left join pg_class c on c.oid = t.typrelid
  where ${inPublic('t.typnamespace')} and (t.typtype in ('e', 'd', 'r') or c.relkind = 'c') and ${ownThing('pg_type', 't.oid')}
  order by t.typname`

const sequences = `
  select concat_ws(e'\\n', format('create sequence %s as %s start %s increment %s minvalue %s maxvalue %s cache %s%s;', c.oid::regclass,
    s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, case when s.seqcycle then ' cycle' end),
    (select string_agg(l.text, e'\\n' order by l.text) from (${grantLines('c.relacl', 'c.relowner', `'sequence ' || c.oid::regclass`)}) l)) as text
  from pg_sequence s join pg_class c on c.oid = s.seqrelid
  where ${inPublic('c.relnamespace')} and ${ownThing('pg_class', 'c.oid')}
    and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'i')
  order by c.relname`

const functions = `
  select concat_ws(e'\\n', rtrim(pg_get_functiondef(p.oid), e' \\n') || ';',
    case when p.proacl is not null and not exists (select from aclexplode(p.proacl) g where g.grantee = 0)
      then format('revoke all on function %s from public;', p.oid::regprocedure) end,
    (select string_agg(l.text, e'\\n' order by l.text) from (${grantLines('p.proacl', 'p.proowner', `'function ' || p.oid::regprocedure`)}) l),
    'comment on function ' || p.oid::regprocedure || ' is ' || quote_literal(obj_description(p.oid, 'pg_proc')) || ';') as text
  from pg_proc p
  where ${inPublic('p.pronamespace')} and p.prokind in ('f', 'p') and ${ownThing('pg_proc', 'p.oid')}
  order by p.oid::regprocedure::text`

const tableNames = `
  select c.oid, c.oid::regclass::text as name from pg_class c
  where ${inPublic('c.relnamespace')} and c.relkind in ('r', 'p') and ${ownThing('pg_class', 'c.oid')} order by c.relname`

const columnTexts = `
  select concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
    case when a.attcollation <> t.typcollation then 'collate ' || a.attcollation::regcollation end,
    case when a.attnotnull then 'not null' end,
    case a.attidentity when 'a' then 'generated always as identity' when 'd' then 'generated by default as identity' end,
    case a.attgenerated when 's' then format('generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
      when 'v' then format('generated always as (%s) virtual', pg_get_expr(d.adbin, d.adrelid))
      else 'default ' || pg_get_expr(d.adbin, d.adrelid) end) as text
  from pg_attribute a join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`

/** Not-null constraints are shown with their columns: only 18 lists them here. */
const constraintTexts = `
  select format('constraint %I %s', conname, pg_get_constraintdef(oid)) as text from pg_constraint
  where conrelid = $1 and contype in ('p', 'u', 'x', 'f', 'c') and conparentid = 0
  order by position(contype::text in 'puxfc'), conname`

const partitionText = `
  select concat_ws(' ', case when c.relkind = 'p' then 'partition by ' || pg_get_partkeydef(c.oid) end,
    case when c.relispartition then format('/* partition of %s %s */',
      (select inhparent::regclass from pg_inherits where inhrelid = c.oid), pg_get_expr(c.relpartbound, c.oid)) end) as text
  from pg_class c where c.oid = $1`

const indexTexts = `
  select pg_get_indexdef(i.indexrelid) || ';' as text from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = $1 and not c.relispartition
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by c.relname`

const triggerTexts = `
  select pg_get_triggerdef(oid) || ';' as text from pg_trigger
  where tgrelid = $1 and not tgisinternal and tgparentid = 0 order by tgname`

const securityTexts = `
  select format('alter table %s enable row level security;', oid::regclass) as text from pg_class where oid = $1 and relrowsecurity
  union all
  select format('alter table %s force row level security;', oid::regclass) from pg_class where oid = $1 and relforcerowsecurity`

const policyTexts = `
  select concat_ws(' ', format('create policy %I on %s', p.polname, p.polrelid::regclass),
    case when p.polpermissive then null else 'as restrictive' end,
    case p.polcmd when 'r' then 'for select' when 'a' then 'for insert' when 'w' then 'for update' when 'd' then 'for delete' end,
    case when p.polroles <> '{0}' then 'to ' || (select string_agg(r::regrole::text, ', ' order by r::regrole::text) from unnest(p.polroles) r) end,
    'using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
    'with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') || ';' as text
  from pg_policy p where p.polrelid = $1 order by p.polname`

const relationGrants = `
  select l.text from pg_class c, lateral (${grantLines('c.relacl', 'c.relowner', 'c.oid::regclass')}) l where c.oid = $1
  union all
  select l.text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attacl is not null,
    lateral (${grantLines('a.attacl', 'c.relowner', `c.oid::regclass || '.' || quote_ident(a.attname)`)}) l where c.oid = $1
  order by text`

const comments = `
  select format('comment on %s is %L;', case d.objsubid when 0 then 'table ' || d.objoid::regclass
    else format('column %s.%I', d.objoid::regclass, a.attname) end, d.description) as text
  from pg_description d left join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid and d.objsubid > 0
  where d.classoid = 'pg_class'::regclass and d.objoid = $1 order by d.objsubid`

const views = `
  select concat_ws(e'\\n', format('create %s %s%s as%s%s', case c.relkind when 'm' then 'materialized view' else 'view' end, c.oid::regclass,
      ' with (' || array_to_string(c.reloptions, ', ') || ')', e'\\n', pg_get_viewdef(c.oid)),
    (select string_agg(pg_get_indexdef(i.indexrelid) || ';', e'\\n' order by i.indexrelid::regclass::text) from pg_index i where i.indrelid = c.oid),
    (select string_agg(l.text, e'\\n' order by l.text) from (${grantLines('c.relacl', 'c.relowner', 'c.oid::regclass')}) l)) as text
  from pg_class c
  where ${inPublic('c.relnamespace')} and c.relkind in ('v', 'm') and ${ownThing('pg_class', 'c.oid')} order by c.relname`

const schemaGrants = `
  select l.text from pg_namespace n,
    lateral (${grantLines('n.nspacl', 'n.nspowner', `'schema ' || quote_ident(n.nspname)`)}) l
  where n.nspname = 'public' and l.text <> 'grant usage on schema public to public;' order by l.text`

const defaultGrants = `
  select 'alter default privileges in schema public ' || l.text as text from pg_default_acl a,
    lateral (${grantLines('a.defaclacl', 'a.defaclrole', `case a.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else 'types' end`)}) l
  where ${inPublic('a.defaclnamespace')} order by text`

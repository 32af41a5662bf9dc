-- Extensions, the role the server acts as, and the functions other migrations lean on.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists btree_gist;

-- The server sets this role in every transaction: it owns nothing, so row-level security binds it and revoked rights stay revoked.
do $$
begin
  if not exists (select from pg_roles where rolname = 'atrium_app') then
    create role atrium_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end
$$;
-- Staff and the house's own jobs act under a role of their own, before which every border is open: a condition that calls
-- a function would keep the planner from the search indexes (`like` is not leakproof). It may do no more than atrium_app.
do $$
begin
  if not exists (select from pg_roles where rolname = 'atrium_house') then
    create role atrium_house nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
  if not pg_has_role('atrium_house', 'atrium_app', 'member') then
    grant atrium_app to atrium_house;
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant atrium_app, atrium_house to %I', current_user);
  end if;
end
$$;
grant usage on schema public to atrium_app;
alter default privileges in schema public grant select, insert, update, delete on tables to atrium_app;
alter default privileges in schema public grant usage, select on sequences to atrium_app;

-- Every character twice: 空调 becomes 空空调调, so that two characters already make the trigrams an index can serve.
create function doubled(value text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(value, '(.)', '\1\1', 'g');

-- Who acts in this transaction; set by the server with set_config(…, true).
create function acting_kind() returns text
  language sql stable parallel safe
  return coalesce(nullif(current_setting('atrium.kind', true), ''), 'nobody');
create function acting_customer() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('atrium.customer', true), '')::uuid;
create function acting_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('atrium.person', true), '')::uuid;

-- Staff and the system's own jobs see every row here; what a member of staff may see is decided by visible().
create function acting_for_house() returns boolean
  language sql stable parallel safe
  return acting_kind() in ('staff', 'system');

-- The border of a table: tenants and guests see the rows the condition lets through, the house sees all.
create function draw_border(border regclass, condition text) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', border);
  execute format('alter table %s force row level security', border);
  execute format('create policy border on %s using (acting_for_house() or (%s))', border, condition);
  perform open_to_house(border);
end
$$;
create function open_to_house(border regclass) returns void
  language plpgsql as $$
begin
  execute format('create policy house on %s to atrium_house using (true) with check (true)', border);
end
$$;
revoke all on function draw_border(regclass, text), open_to_house(regclass) from public;

create function refuse_change() returns trigger
  language plpgsql as $$
begin
  raise exception '% is append-only: write a new row instead', tg_table_name using errcode = 'restrict_violation';
end
$$;

-- Numbers of papers. Gap-free series are counted in the transaction that issues the paper.
create table number_series (
  prefix text not null check (prefix ~ '^[A-Z0-9]{2,4}$'),
  year smallint not null check (year between 2000 and 2999),
  last integer not null default 0 check (last >= 0),
  primary key (prefix, year)
);

-- The other series are sequences, so that two desks opening slips never wait for each other.
create function next_loose_number(prefix text, year int) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text := 'number_' || lower(prefix) || '_' || year;
begin
  if prefix !~ '^[A-Z0-9]{2,4}$' or year not between 2000 and 2999 then
    raise exception 'not a number series: % %', prefix, year using errcode = 'invalid_parameter_value';
  end if;
  begin
    return nextval(name::regclass);
  exception when undefined_table then
    perform pg_advisory_xact_lock(hashtext(name));
    execute format('create sequence if not exists %I', name);
    return nextval(name::regclass);
  end;
end
$$;

-- What every procedure has: the case, its timeline, its clocks, its escalations.
create table cases (
  id uuid primary key,
  process text not null,
  number text not null unique,
  state text not null,
  version integer not null default 1 check (version > 0),
  title text not null,
  priority smallint check (priority between 1 and 4),
  customer_id uuid references customers,
  unit_id uuid references units,
  place text not null default '',
  contact_id uuid references contacts,
  opened_by uuid references people,
  opened_as text not null check (opened_as in ('staff', 'customer', 'guest', 'system')),
  guest_token_hash text unique,
  owner_id uuid references staff,
  assignee_id uuid references staff,
  crew_ids uuid[] not null default '{}',
  opened_at timestamptz not null,
  entered_at timestamptz not null,
  due_at timestamptz,
  paused boolean not null default false,
  closed_at timestamptz,
  category text not null default '',
  search text not null default ''
);
create index cases_list on cases (process, opened_at desc, id desc);
create index cases_state_list on cases (process, state, opened_at desc, id desc);
create index cases_customer_list on cases (customer_id, opened_at desc, id desc);
create index cases_opener_list on cases (opened_by, opened_at desc, id desc);
create index cases_unit_list on cases (unit_id, opened_at desc, id desc);
create index cases_open_queue on cases (process, state, due_at) where closed_at is null;
create index cases_assignee_queue on cases (assignee_id, due_at) where closed_at is null;
create index cases_owner_queue on cases (owner_id, due_at) where closed_at is null;
create index cases_open_unit on cases (unit_id) where closed_at is null;
create index cases_search on cases using gin (doubled(search) gin_trgm_ops);

create table process_edges (
  process text not null,
  from_state text not null,
  to_state text not null,
  primary key (process, from_state, to_state)
);
comment on table process_edges is 'the legal moves, written at boot from the definitions; from_state '''' opens';

-- The second net: a move the definition does not know is refused even if code asks for it.
create function refuse_unknown_edge() returns trigger
  language plpgsql as $$
declare
  before_state text := case when tg_op = 'INSERT' then '' else old.state end;
begin
  if tg_op = 'UPDATE' then
    if new.version <> old.version + 1 then
      raise exception 'case % version % does not follow %', new.number, new.version, old.version using errcode = 'integrity_constraint_violation';
    end if;
    if new.process <> old.process or new.number <> old.number then
      raise exception 'a case keeps its process and number' using errcode = 'integrity_constraint_violation';
    end if;
    if new.state = old.state then
      return new;
    end if;
  end if;
  if not exists (select from process_edges where process = new.process and from_state = before_state and to_state = new.state) then
    raise exception 'case %: no way from "%" to "%"', new.number, before_state, new.state using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger cases_edge before insert or update on cases for each row execute function refuse_unknown_edge();
create function refuse_case_delete() returns trigger
  language plpgsql as $$
begin
  raise exception 'a case is never deleted' using errcode = 'restrict_violation';
end
$$;
create trigger cases_never_deleted before delete on cases for each row execute function refuse_case_delete();
revoke delete, truncate on cases from atrium_app;

create table timeline (
  case_id uuid not null references cases,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  actor_id uuid,
  actor_kind text not null check (actor_kind in ('staff', 'customer', 'guest', 'clock')),
  actor_name text not null,
  actor_role text not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  input jsonb not null,
  changes jsonb not null,
  shown_to_customer boolean not null,
  previous_hash text not null,
  hash text not null,
  primary key (case_id, seq)
);
create trigger timeline_append_only before update or delete on timeline
  for each row execute function refuse_change();
revoke update, delete, truncate on timeline from atrium_app;

create table deadlines (
  case_id uuid not null references cases deferrable initially deferred,
  clock text not null,
  round integer not null check (round > 0),
  kind text not null check (kind in ('WALL', 'SERVICE', 'WD')),
  started_at timestamptz not null,
  due_at timestamptz not null,
  paused_at timestamptz,
  met_at timestamptz,
  step integer not null default 0,
  next_at timestamptz,
  primary key (case_id, clock, round)
);
create index deadlines_next on deadlines (next_at) where met_at is null and paused_at is null and next_at is not null;
comment on column deadlines.round is 'a clock that starts again (rework) gets a new row: kept and missed promises are all counted';

create table pauses (
  case_id uuid not null references cases deferrable initially deferred,
  started_at timestamptz not null,
  ended_at timestamptz check (ended_at >= started_at),
  reason text not null,
  expected_at timestamptz,
  primary key (case_id, started_at)
);

create table escalations (
  id uuid primary key,
  case_id uuid not null references cases,
  cause text not null,
  level smallint not null check (level between 1 and 3),
  role text not null,
  raised_at timestamptz not null,
  sent_at timestamptz not null,
  accepted_by uuid references staff,
  accepted_at timestamptz,
  instruction text check (length(instruction) between 1 and 2000),
  check ((accepted_by is null) = (accepted_at is null) and (accepted_by is null) = (instruction is null)),
  unique (case_id, cause, role)
);
create index escalations_open on escalations (role, sent_at) where accepted_at is null;

create table idempotency (
  actor text not null,
  route text not null,
  key text not null check (length(key) between 8 and 120),
  request_hash text not null,
  status smallint not null,
  body text not null,
  created_at timestamptz not null default now(),
  primary key (actor, route, key)
);
create index idempotency_age on idempotency (created_at);

select draw_border('cases', $$(acting_kind() = 'customer' and customer_id = acting_customer()) or (acting_kind() = 'guest' and guest_token_hash = nullif(current_setting('atrium.guest', true), ''))$$);
create function sees_case(wanted uuid) returns boolean
  language sql stable
  return acting_for_house() or exists (select from cases where id = wanted);
select draw_border('timeline', $$sees_case(case_id)$$);
alter table escalations enable row level security;
alter table escalations force row level security;
select open_to_house('escalations');
create policy escalations_read on escalations for select using (acting_for_house());
create policy escalations_accept on escalations for update using (acting_for_house());
-- a tenant's own act may send a case up the ladder without his seeing where it goes
create policy escalations_raise on escalations for insert with check (acting_for_house() or sees_case(case_id));

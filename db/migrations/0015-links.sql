-- Cases hang together: one is raised out of another, one is joined into another that reports the same trouble.
alter table cases add departments text[] not null default '{}';
alter table cases add shows jsonb not null default '{}';
comment on column cases.departments is 'the departments the case concerns, as its definition says: whose queue it lies in';
comment on column cases.shows is 'what the cases it hangs together with may know of it';
create index cases_departments on cases using gin (departments) where closed_at is null;
create index cases_recent on cases (process, category, opened_at desc);

create table case_links (
  upper_id uuid not null references cases,
  lower_id uuid not null references cases,
  kind text not null check (kind in ('raised', 'joined')),
  at timestamptz not null,
  by_id uuid references people,
  primary key (upper_id, lower_id),
  check (upper_id <> lower_id)
);
create unique index case_links_one_above on case_links (lower_id, kind);
comment on column case_links.upper_id is 'the case it was raised from, or joined into';

-- Whoever acts on a case may write its links, but a tenant reads only those whose both ends are his.
select draw_border('case_links', 'sees_case(upper_id) and sees_case(lower_id)');
create policy case_links_write on case_links for insert with check (true);

-- A clock asked again (a step climbed, an escalation accepted) may move the next due moment without a new version: nobody's form is stale.
create or replace function refuse_unknown_edge() returns trigger
  language plpgsql as $$
declare
  before_state text := case when tg_op = 'INSERT' then '' else old.state end;
begin
  if tg_op = 'UPDATE' then
    if new.version = old.version
      and to_jsonb(new) - 'due_at' - 'paused' = to_jsonb(old) - 'due_at' - 'paused' then
      return new;
    end if;
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

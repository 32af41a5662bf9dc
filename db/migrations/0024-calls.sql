-- How the telephone was answered (plan, 电话用语 2 and 12: three rings, five for voice mail, hold one minute at most).
-- Counted by hand at the end of a shift; counting again adds a version, the newest holds.
create table call_counts (
  day date not null,
  shift text not null check (shift in ('day', 'evening', 'night')),
  operator_id uuid not null references people,
  version integer not null check (version > 0),
  answered integer not null check (answered between 0 and 100000),
  answered_in_time integer not null check (answered_in_time between 0 and answered),
  voice_mail integer not null check (voice_mail between 0 and 100000),
  voice_mail_in_time integer not null check (voice_mail_in_time between 0 and voice_mail),
  held integer not null check (held between 0 and 100000),
  held_in_time integer not null check (held_in_time between 0 and held),
  unanswered integer not null check (unanswered between 0 and 100000),
  note text not null default '' check (length(note) <= 300),
  set_by uuid not null references people,
  set_at timestamptz not null,
  primary key (day, shift, operator_id, version)
);
create trigger call_counts_append_only before update or delete on call_counts
  for each row execute function refuse_change();
revoke update, delete, truncate on call_counts from atrium_app;

-- Calls as the exchange recorded them; the same call read twice stays one.
create table exchange_calls (
  at timestamptz not null,
  extension text not null check (extension ~ '^[0-9]{1,8}$'),
  rings integer not null check (rings between 0 and 200),
  hold_seconds integer not null check (hold_seconds between 0 and 36000),
  outcome text not null check (outcome in ('answered', 'voiceMail', 'unanswered')),
  read_by uuid not null references people,
  read_at timestamptz not null,
  primary key (at, extension)
);
create trigger exchange_calls_append_only before update or delete on exchange_calls
  for each row execute function refuse_change();
revoke update, delete, truncate on exchange_calls from atrium_app;

-- Both are the house's own.
alter table call_counts enable row level security;
create policy call_counts_border on call_counts using (acting_for_house());
alter table exchange_calls enable row level security;
create policy exchange_calls_border on exchange_calls using (acting_for_house());
select open_to_house(name) from unnest(array['call_counts', 'exchange_calls']::regclass[]) as name;

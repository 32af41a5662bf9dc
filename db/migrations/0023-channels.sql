-- Ways out of the building: mail, SMS, group robots, webhooks; what leaves by them, and what a person wants to be told.

-- The rows of one telling belong together: outside, one thing that happened is said once.
alter table outbox add column happening uuid not null default gen_random_uuid();
create index outbox_happening on outbox (happening);

create table channels (
  id uuid primary key,
  kind text not null check (kind in ('mail', 'sms', 'wecom', 'dingtalk', 'feishu', 'webhook')),
  name text not null check (length(name) between 1 and 60),
  active boolean not null default true,
  settings jsonb not null default '{}',
  secret text,
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null,
  retired_at timestamptz,
  check (retired_at is null or (not active and secret is null))
);
comment on column channels.secret is 'encrypted with the installation key, bound to the id; written, never shown';
-- A person is reached by one mail server and one SMS gateway, else he would hear everything twice.
create unique index channels_one_of_a_kind on channels (kind) where kind in ('mail', 'sms') and retired_at is null;

create table channel_changes (
  id bigint generated always as identity primary key,
  channel_id uuid not null references channels,
  at timestamptz not null,
  by_id uuid references people,
  what text not null check (what in ('created', 'changed', 'secretChanged', 'tested', 'retired', 'resent', 'discarded')),
  detail jsonb not null default '{}'
);
create index channel_changes_channel on channel_changes (channel_id, id desc);
create trigger channel_changes_append_only before update or delete on channel_changes
  for each row execute function refuse_change();
revoke update, delete, truncate on channel_changes from atrium_app;

create table deliveries (
  id uuid primary key,
  channel_id uuid not null references channels,
  happening uuid not null,
  outbox_id bigint references outbox,
  person_id uuid references people,
  case_id uuid references cases,
  event text not null,
  kind text not null check (kind in ('escalation', 'mine', 'customer', 'other', 'account', 'test')),
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'failed', 'sent', 'unsure', 'dead', 'discarded')),
  attempts integer not null default 0 check (attempts >= 0),
  created_at timestamptz not null,
  due_at timestamptz not null,
  next_at timestamptz not null,
  lease_until timestamptz,
  finished_at timestamptz,
  error text,
  error_detail text check (length(error_detail) <= 300),
  provider_id text check (length(provider_id) <= 200),
  discarded_by uuid references people,
  reason text check (length(reason) between 1 and 300),
  check ((kind = 'test') = (outbox_id is null)),
  check ((state = 'sending') = (lease_until is not null)),
  unique nulls not distinct (happening, channel_id, person_id)
);
comment on column deliveries.id is 'the same over every attempt: webhook-id and Message-ID, by which the other side knows a repetition';
comment on column deliveries.state is 'sending is written before the wire is touched; unsure: nobody knows whether it arrived';
create index deliveries_due on deliveries (channel_id, next_at) where state in ('waiting', 'failed');
create index deliveries_leased on deliveries (lease_until) where state = 'sending';
create index deliveries_stuck on deliveries (channel_id, finished_at desc) where state in ('dead', 'unsure');

-- What a person wants to be told outside the building; without a row, what the house thinks sensible.
create table told_preferences (
  person_id uuid primary key references people,
  choices jsonb not null,
  changed_at timestamptz not null
);

select draw_border('channels', 'false');
select draw_border('channel_changes', 'false');
select draw_border('deliveries', 'false');
alter table told_preferences enable row level security;
alter table told_preferences force row level security;
create policy told_preferences_border on told_preferences
  using (acting_kind() = 'system' or person_id = acting_person());

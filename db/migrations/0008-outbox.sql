-- Who is to be told. Rows are written with the change itself and delivered after the commit.
create table outbox (
  id bigint generated always as identity primary key,
  written_at timestamptz not null,
  case_id uuid references cases,
  person_id uuid references people,
  role text,
  event text not null,
  data jsonb not null default '{}',
  delivered_at timestamptz,
  check ((person_id is null) <> (role is null))
);
create index outbox_waiting on outbox (id) where delivered_at is null;

create table inbox (
  id bigint generated always as identity primary key,
  outbox_id bigint not null references outbox,
  person_id uuid not null references people,
  case_id uuid references cases,
  event text not null,
  data jsonb not null default '{}',
  at timestamptz not null,
  read_at timestamptz,
  unique (outbox_id, person_id)
);
create index inbox_person on inbox (person_id, id desc);
create index inbox_unread on inbox (person_id) where read_at is null;

alter table inbox enable row level security;
alter table inbox force row level security;
create policy inbox_border on inbox using (acting_kind() = 'system' or person_id = acting_person());

-- Filters a person keeps by name.
create table saved_views (
  id uuid primary key,
  person_id uuid not null references people,
  page text not null check (length(page) between 1 and 60),
  name text not null check (length(name) between 1 and 60),
  query text not null check (length(query) <= 2000),
  created_at timestamptz not null default now(),
  unique (person_id, page, name)
);

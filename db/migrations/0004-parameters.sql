-- Every number the domain design calls a parameter, with the moment from which it holds.
create table parameters (
  key text not null,
  effective_from timestamptz not null,
  value jsonb not null,
  set_by uuid references people,
  set_at timestamptz not null default now(),
  reason text not null default '',
  primary key (key, effective_from)
);
create trigger parameters_append_only before update or delete on parameters
  for each row execute function refuse_change();
revoke update, delete, truncate on parameters from atrium_app;

-- Days that are not what their weekday says: holidays and make-up working days (调休).
create table calendar_days (
  day date primary key,
  kind text not null check (kind in ('workday', 'weekend', 'holiday', 'makeup')),
  name text not null default ''
);

-- The price list of paid services: versions, never edited.
create table price_items (
  code text not null check (code ~ '^[A-Z0-9-]{2,12}$'),
  effective_from timestamptz not null,
  book text not null check (book in ('repair')),
  name_zh text not null,
  name_en text not null,
  unit_zh text not null,
  unit_en text not null,
  price_fen bigint not null check (price_fen between 0 and 100000000),
  second_price_fen bigint check (second_price_fen between 0 and 100000000),
  minutes integer check (minutes >= 0),
  minimum numeric(10, 3),
  includes_material boolean not null default false,
  note_zh text not null default '',
  note_en text not null default '',
  withdrawn boolean not null default false,
  set_by uuid references people,
  set_at timestamptz not null default now(),
  primary key (code, effective_from)
);
create trigger price_items_append_only before update or delete on price_items
  for each row execute function refuse_change();
revoke update, delete, truncate on price_items from atrium_app;

-- The complex: buildings, floors, units, lifts, parking zones.
create table buildings (
  code text primary key check (code ~ '^[0-9]$'),
  name_zh text not null,
  name_en text not null,
  use text not null check (use in ('office', 'hotel', 'theatre')),
  storey_height_mm integer check (storey_height_mm > 0),
  owner text,
  manager text
);

create table floors (
  building_code text not null references buildings,
  floor smallint not null check (floor between -9 and 99),
  use text not null check (use in ('lobby', 'commercial', 'office', 'public', 'rooms', 'stage', 'exhibition', 'parking')),
  primary key (building_code, floor)
);

create table units (
  id uuid primary key,
  code text not null unique check (code ~ '^[0-9]-[0-9A-Z]{2,6}$'),
  building_code text not null,
  floor smallint not null,
  use text not null check (use in ('office', 'commercial', 'hotel', 'theatre')),
  area_cm2 bigint not null check (area_cm2 >= 0),
  position smallint not null default 0,
  report_token text not null unique,
  foreign key (building_code, floor) references floors (building_code, floor)
);
comment on column units.area_cm2 is 'area in square centimetres, so that 268.60 m² stays a whole number';
comment on column units.report_token is 'the unguessable part of the QR code on the door';

create table lifts (
  building_code text not null references buildings,
  code text not null,
  kind text not null check (kind in ('passenger', 'goods', 'fire', 'service', 'vip', 'stage')),
  serves text not null default '',
  primary key (building_code, code)
);

create table parking_zones (
  code text primary key,
  name_zh text not null,
  name_en text not null,
  level text not null check (level in ('underground', 'surface')),
  spaces integer not null check (spaces >= 0)
);

-- Companies, their tenancies, and the units of each.
create table customers (
  id uuid primary key,
  code text not null unique check (code ~ '^T[0-9]{3,6}$'),
  name text not null check (length(name) between 1 and 200),
  short_name text not null check (length(short_name) between 1 and 60),
  name_en text not null default '',
  trade text not null default '',
  kind text not null check (kind in ('tenant', 'owner', 'commercial', 'hotel', 'theatre', 'temporary')),
  vip boolean not null default false,
  headcount integer check (headcount between 0 and 100000),
  language text not null default 'zh' check (language in ('zh', 'en', 'both')),
  phone text not null default '',
  address text not null default '',
  credit_code text check (credit_code ~ '^[0-9A-Z]{18}$'),
  note text not null default '',
  pinyin text not null default '',
  initials text not null default '',
  csa_id uuid,
  monthly_billing boolean not null default false,
  search text not null default ''
);
comment on column customers.csa_id is 'the customer-service assistant whose portfolio holds this customer (domain §10 rule 2)';
comment on column customers.monthly_billing is 'the authorised person agreed to charges on account (domain §2.4)';
create index customers_search on customers using gin (doubled(search) gin_trgm_ops);

create table tenancies (
  id uuid primary key,
  customer_id uuid not null references customers,
  contract text not null,
  starts date not null,
  ends date not null check (ends >= starts),
  state text not null default 'running' check (state in ('coming', 'running', 'ended')),
  restoration text not null default 'negotiable' check (restoration in ('restore', 'keep', 'negotiable')),
  unique (customer_id, contract)
);
create index tenancies_customer on tenancies (customer_id);

create table tenancy_units (
  tenancy_id uuid not null references tenancies,
  unit_id uuid not null references units,
  during daterange not null check (not isempty(during)),
  primary key (tenancy_id, unit_id),
  constraint unit_let_once exclude using gist (unit_id with =, during with &&)
);

select draw_border('customers', $$id = acting_customer()$$);
select draw_border('tenancies', $$customer_id = acting_customer()$$);

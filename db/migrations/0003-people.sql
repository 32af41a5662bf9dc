-- Staff, the customers' contacts, their roles, and how they sign in.
create table people (
  id uuid primary key,
  kind text not null check (kind in ('staff', 'contact')),
  name text not null check (length(name) between 1 and 60),
  name_en text not null default '',
  phone text not null default '' check (length(phone) <= 40),
  email text not null default '' check (length(email) <= 200),
  active boolean not null default true,
  language text not null default 'zh' check (language in ('zh', 'en')),
  pinyin text not null default '',
  initials text not null default '',
  search text not null default '',
  created_at timestamptz not null default now()
);
create index people_search on people using gin (doubled(search) gin_trgm_ops);

create table staff (
  person_id uuid primary key references people,
  staff_number text not null unique,
  department text not null check (department in ('company', 'project', 'customerService', 'engineering', 'security', 'cleaning', 'finance', 'leasing', 'hr', 'it')),
  post text not null default '',
  trade text not null default '',
  superior_id uuid references staff,
  check (superior_id is distinct from person_id)
);
comment on column staff.superior_id is 'exactly one direct superior (principle 1); only the general manager has none';

create table superiors (
  person_id uuid not null references staff,
  superior_id uuid references staff,
  since timestamptz not null,
  changed_by uuid,
  primary key (person_id, since)
);

create function refuse_superior_cycle() returns trigger
  language plpgsql as $$
begin
  if exists (
    with recursive above as (
      select new.superior_id as id
      union
      select staff.superior_id from staff join above on staff.person_id = above.id
    )
    select from above where id = new.person_id
  ) then
    raise exception 'a superior below oneself' using errcode = 'check_violation', constraint = 'staff_superior_acyclic';
  end if;
  return new;
end
$$;
create trigger staff_superior_acyclic before insert or update of superior_id on staff
  for each row execute function refuse_superior_cycle();

alter table customers add foreign key (csa_id) references staff;

create table contacts (
  person_id uuid primary key references people,
  customer_id uuid not null references customers,
  title text not null default '',
  landline text not null default '',
  authorities text[] not null default '{}'
    check (authorities <@ array['authorised', 'finance', 'administration', 'emergency', 'fireSafety', 'recipient', 'release'])
);
create index contacts_customer on contacts (customer_id);
comment on column contacts.authorities is 'domain §1.9: authorised (授权负责人) alone may accept what creates charges; release alone signs release slips';

create table person_roles (
  person_id uuid not null references people,
  role text not null check (role ~ '^[A-Z]{2,5}$'),
  granted_by uuid references people,
  granted_at timestamptz not null default now(),
  primary key (person_id, role)
);
create index person_roles_role on person_roles (role);

-- Granting a role takes two: who asks (SYS) and who approves (domain §9).
create table role_requests (
  id uuid primary key,
  person_id uuid not null references people,
  roles text[] not null,
  requested_by uuid not null references people,
  requested_at timestamptz not null default now(),
  decided_by uuid references people,
  decided_at timestamptz,
  approved boolean,
  check (decided_by is distinct from requested_by)
);

create table accounts (
  person_id uuid primary key references people,
  password_hash text,
  password_changed_at timestamptz,
  must_change_password boolean not null default false,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_counter bigint,
  disabled boolean not null default false,
  failed_count integer not null default 0,
  failed_at timestamptz
);
comment on column accounts.totp_secret is 'encrypted with the installation key';

create table login_names (
  name text primary key check (name = lower(name) and length(name) between 2 and 120),
  person_id uuid not null references people
);
create index login_names_person on login_names (person_id);

create table recovery_codes (
  person_id uuid not null references people,
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

create table sessions (
  token_hash text primary key,
  person_id uuid not null references people,
  stage text not null check (stage in ('password', 'full')),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null default '',
  agent text not null default ''
);
create index sessions_person on sessions (person_id);

create table security_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  person_id uuid,
  event text not null,
  address text not null default '',
  detail jsonb not null default '{}'
);
create trigger security_log_append_only before update or delete on security_log
  for each row execute function refuse_change();
revoke update, delete, truncate on security_log from atrium_app;

select draw_border('contacts', $$customer_id = acting_customer()$$);

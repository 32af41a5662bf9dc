-- Written by bin/dump-schema.mjs from db/migrations; do not edit.

create extension btree_gin;

create extension btree_gist;

create extension pg_trgm;

CREATE OR REPLACE FUNCTION public.acting_customer()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('atrium.customer'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.acting_for_house()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (public.acting_kind() = ANY (ARRAY['staff'::text, 'system'::text]));

CREATE OR REPLACE FUNCTION public.acting_kind()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(NULLIF(current_setting('atrium.kind'::text, true), ''::text), 'nobody'::text);

CREATE OR REPLACE FUNCTION public.acting_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('atrium.person'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.allocation_fits()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  charge bigint;
  payment bigint;
  on_charge numeric;
  on_payment numeric;
begin
  select amount_fen into charge from charges where id = new.charge_id for update;
  select amount_fen into payment from payments where id = new.payment_id;
  select sum(amount_fen) into on_charge from allocations where charge_id = new.charge_id;
  select sum(amount_fen) into on_payment from allocations where payment_id = new.payment_id;
  if abs(on_payment) > abs(payment) or on_charge > charge or on_charge < 0 then
    raise exception 'allocation beyond what is owed or paid' using errcode = 'check_violation', constraint = 'allocation_fits';
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.doubled(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(value, '(.)'::text, '\1\1'::text, 'g'::text);

CREATE OR REPLACE FUNCTION public.draw_border(border regclass, condition text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', border);
  execute format('alter table %s force row level security', border);
  execute format('create policy border on %s using (acting_for_house() or (%s))', border, condition);
  perform open_to_house(border);
end
$function$;
revoke all on function public.draw_border(regclass,text) from public;

CREATE OR REPLACE FUNCTION public.entry_balances()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  off numeric;
begin
  select sum(amount_fen) into off from ledger_postings where entry_id = new.entry_id;
  if off <> 0 then
    raise exception 'ledger entry % is out of balance by % fen', new.entry_id, off using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.next_loose_number(prefix text, year integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.open_to_house(border regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create policy house on %s to atrium_house using (true) with check (true)', border);
end
$function$;
revoke all on function public.open_to_house(regclass) from public;

CREATE OR REPLACE FUNCTION public.refuse_case_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a case is never deleted' using errcode = 'restrict_violation';
end
$function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: write a new row instead', tg_table_name using errcode = 'restrict_violation';
end
$function$;

CREATE OR REPLACE FUNCTION public.refuse_signed_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if to_jsonb(new) - 'noted_by' - 'noted_at' - 'remark' <> to_jsonb(old) - 'noted_by' - 'noted_at' - 'remark' or old.noted_at is not null then
    raise exception 'a signed sheet is not changed: sign a new one' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.refuse_superior_cycle()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.refuse_unknown_edge()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.sees_case(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (public.acting_for_house() OR (EXISTS (SELECT FROM public.cases WHERE (cases.id = sees_case.wanted))));

CREATE OR REPLACE FUNCTION public.session_of(hash text)
 RETURNS TABLE(person_id uuid, kind text, name text, language text, stage text, created_at timestamp with time zone, seen_at timestamp with time zone, expires_at timestamp with time zone, factor_at timestamp with time zone, usable boolean, must_change boolean, factor boolean, customer_id uuid, roles text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET "atrium.kind" TO 'system'
AS $function$
begin
  return query
    select people.id, people.kind, people.name, people.language, sessions.stage, sessions.created_at, sessions.seen_at,
           sessions.expires_at, sessions.factor_at, people.active and not accounts.disabled,
           accounts.must_change_password, accounts.totp_confirmed_at is not null, contacts.customer_id,
           array(select person_roles.role from person_roles where person_roles.person_id = people.id order by person_roles.role)
      from sessions
      join people on people.id = sessions.person_id
      join accounts on accounts.person_id = people.id
      left join contacts on contacts.person_id = people.id
     where sessions.token_hash = hash;
end
$function$;
revoke all on function public.session_of(text) from public;

CREATE OR REPLACE FUNCTION public.tell_session_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  whose jsonb := to_jsonb(coalesce(old, new));
begin
  perform pg_notify('atrium_sessions', coalesce(whose ->> 'person_id', whose ->> 'id'));
  return null;
end
$function$;

create table public.account_releases (
  case_id uuid not null,
  customer_id uuid not null,
  released_at timestamp with time zone not null,
  released_by uuid,
  constraint account_releases_pkey PRIMARY KEY (case_id),
  constraint account_releases_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint account_releases_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id),
  constraint account_releases_released_by_fkey FOREIGN KEY (released_by) REFERENCES public.people(id)
);
CREATE INDEX account_releases_customer ON public.account_releases USING btree (customer_id);
CREATE TRIGGER account_releases_append_only BEFORE DELETE OR UPDATE ON public.account_releases FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
alter table public.account_releases enable row level security;
create policy account_releases_read on public.account_releases for select using ((public.acting_for_house() OR (customer_id = public.acting_customer())));
create policy account_releases_write on public.account_releases for insert with check ((public.acting_for_house() OR (customer_id = public.acting_customer())));
create policy house on public.account_releases to atrium_house using (true) with check (true);
grant insert, select on public.account_releases to atrium_app;
comment on table public.account_releases is 'cases whose charges go to the monthly account instead of being paid at once (domain §2.4)';

create table public.accounts (
  person_id uuid not null,
  password_hash text,
  password_changed_at timestamp with time zone,
  must_change_password boolean not null default false,
  totp_secret text,
  totp_confirmed_at timestamp with time zone,
  totp_last_counter bigint,
  disabled boolean not null default false,
  initial_until timestamp with time zone,
  constraint accounts_pkey PRIMARY KEY (person_id),
  constraint accounts_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id)
);
CREATE TRIGGER account_changed AFTER UPDATE OF disabled ON public.accounts FOR EACH ROW WHEN ((old.disabled IS DISTINCT FROM new.disabled)) EXECUTE FUNCTION public.tell_session_changed();
grant delete, insert, select, update on public.accounts to atrium_app;
comment on column public.accounts.totp_secret is 'encrypted with the installation key';
comment on column public.accounts.initial_until is 'until when a secret given out by somebody else opens the account; null for a password of his own';

create table public.allocations (
  payment_id uuid not null,
  charge_id uuid not null,
  amount_fen bigint not null,
  written_at timestamp with time zone not null,
  constraint allocations_pkey PRIMARY KEY (payment_id, charge_id),
  constraint allocations_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES public.charges(id),
  constraint allocations_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payments(id),
  constraint allocations_amount_fen_check CHECK ((amount_fen <> 0))
);
CREATE INDEX allocations_charge ON public.allocations USING btree (charge_id);
CREATE CONSTRAINT TRIGGER allocation_fits AFTER INSERT ON public.allocations DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION public.allocation_fits();
CREATE TRIGGER allocations_append_only BEFORE DELETE OR UPDATE ON public.allocations FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
alter table public.allocations enable row level security;
create policy allocations_border on public.allocations using ((public.acting_for_house() OR (EXISTS ( SELECT
   FROM public.charges
  WHERE (charges.id = allocations.charge_id)))));
create policy house on public.allocations to atrium_house using (true) with check (true);
grant insert, select on public.allocations to atrium_app;

create table public.buildings (
  code text not null,
  name_zh text not null,
  name_en text not null,
  use text not null,
  storey_height_mm integer,
  owner text,
  manager text,
  constraint buildings_pkey PRIMARY KEY (code),
  constraint buildings_code_check CHECK ((code ~ '^[0-9]$'::text)),
  constraint buildings_storey_height_mm_check CHECK ((storey_height_mm > 0)),
  constraint buildings_use_check CHECK ((use = ANY (ARRAY['office'::text, 'hotel'::text, 'theatre'::text])))
);
grant delete, insert, select, update on public.buildings to atrium_app;

create table public.calendar_days (
  day date not null,
  kind text not null,
  name text not null default ''::text,
  constraint calendar_days_pkey PRIMARY KEY (day),
  constraint calendar_days_kind_check CHECK ((kind = ANY (ARRAY['workday'::text, 'weekend'::text, 'holiday'::text, 'makeup'::text])))
);
grant delete, insert, select, update on public.calendar_days to atrium_app;

create table public.call_counts (
  day date not null,
  shift text not null,
  operator_id uuid not null,
  version integer not null,
  answered integer not null,
  answered_in_time integer not null,
  voice_mail integer not null,
  voice_mail_in_time integer not null,
  held integer not null,
  held_in_time integer not null,
  unanswered integer not null,
  note text not null default ''::text,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  constraint call_counts_pkey PRIMARY KEY (day, shift, operator_id, version),
  constraint call_counts_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES public.people(id),
  constraint call_counts_set_by_fkey FOREIGN KEY (set_by) REFERENCES public.people(id),
  constraint call_counts_answered_check CHECK (((answered >= 0) AND (answered <= 100000))),
  constraint call_counts_check CHECK (((answered_in_time >= 0) AND (answered_in_time <= answered))),
  constraint call_counts_check1 CHECK (((voice_mail_in_time >= 0) AND (voice_mail_in_time <= voice_mail))),
  constraint call_counts_check2 CHECK (((held_in_time >= 0) AND (held_in_time <= held))),
  constraint call_counts_held_check CHECK (((held >= 0) AND (held <= 100000))),
  constraint call_counts_note_check CHECK ((length(note) <= 300)),
  constraint call_counts_shift_check CHECK ((shift = ANY (ARRAY['day'::text, 'evening'::text, 'night'::text]))),
  constraint call_counts_unanswered_check CHECK (((unanswered >= 0) AND (unanswered <= 100000))),
  constraint call_counts_version_check CHECK ((version > 0)),
  constraint call_counts_voice_mail_check CHECK (((voice_mail >= 0) AND (voice_mail <= 100000)))
);
CREATE TRIGGER call_counts_append_only BEFORE DELETE OR UPDATE ON public.call_counts FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
alter table public.call_counts enable row level security;
create policy call_counts_border on public.call_counts using (public.acting_for_house());
create policy house on public.call_counts to atrium_house using (true) with check (true);
grant insert, select on public.call_counts to atrium_app;

create table public.case_links (
  upper_id uuid not null,
  lower_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  by_id uuid,
  constraint case_links_pkey PRIMARY KEY (upper_id, lower_id),
  constraint case_links_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.people(id),
  constraint case_links_lower_id_fkey FOREIGN KEY (lower_id) REFERENCES public.cases(id),
  constraint case_links_upper_id_fkey FOREIGN KEY (upper_id) REFERENCES public.cases(id),
  constraint case_links_check CHECK ((upper_id <> lower_id)),
  constraint case_links_kind_check CHECK ((kind = ANY (ARRAY['raised'::text, 'joined'::text])))
);
CREATE UNIQUE INDEX case_links_one_above ON public.case_links USING btree (lower_id, kind);
alter table public.case_links enable row level security;
alter table public.case_links force row level security;
create policy border on public.case_links using ((public.acting_for_house() OR (public.sees_case(upper_id) AND public.sees_case(lower_id))));
create policy case_links_write on public.case_links for insert with check (true);
create policy house on public.case_links to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.case_links to atrium_app;
comment on column public.case_links.upper_id is 'the case it was raised from, or joined into';

create table public.cases (
  id uuid not null,
  process text not null,
  number text not null,
  state text not null,
  version integer not null default 1,
  title text not null,
  priority smallint,
  customer_id uuid,
  unit_id uuid,
  place text not null default ''::text,
  contact_id uuid,
  opened_by uuid,
  opened_as text not null,
  guest_token_hash text,
  owner_id uuid,
  assignee_id uuid,
  crew_ids uuid[] not null default '{}'::uuid[],
  opened_at timestamp with time zone not null,
  entered_at timestamp with time zone not null,
  due_at timestamp with time zone,
  paused boolean not null default false,
  closed_at timestamp with time zone,
  category text not null default ''::text,
  search text not null default ''::text,
  departments text[] not null default '{}'::text[],
  shows jsonb not null default '{}'::jsonb,
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_guest_token_hash_key UNIQUE (guest_token_hash),
  constraint cases_number_key UNIQUE (number),
  constraint cases_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES public.staff(person_id),
  constraint cases_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.contacts(person_id),
  constraint cases_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id),
  constraint cases_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES public.people(id),
  constraint cases_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.staff(person_id),
  constraint cases_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id),
  constraint cases_opened_as_check CHECK ((opened_as = ANY (ARRAY['staff'::text, 'customer'::text, 'guest'::text, 'system'::text]))),
  constraint cases_priority_check CHECK (((priority >= 1) AND (priority <= 4))),
  constraint cases_version_check CHECK ((version > 0))
);
CREATE INDEX cases_assignee_list ON public.cases USING btree (assignee_id, opened_at DESC, id DESC);
CREATE INDEX cases_closed ON public.cases USING btree (process, closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX cases_customer_list ON public.cases USING btree (customer_id, opened_at DESC, id DESC);
CREATE INDEX cases_departments ON public.cases USING gin (departments) WHERE (closed_at IS NULL);
CREATE INDEX cases_kind_list ON public.cases USING btree (process, category, priority, opened_at DESC, id DESC);
CREATE INDEX cases_list ON public.cases USING btree (process, opened_at DESC, id DESC);
CREATE INDEX cases_newest ON public.cases USING btree (opened_at DESC, id DESC);
CREATE INDEX cases_open_queue ON public.cases USING btree (process, state, due_at) WHERE (closed_at IS NULL);
CREATE INDEX cases_open_unit ON public.cases USING btree (unit_id) WHERE (closed_at IS NULL);
CREATE INDEX cases_opener_list ON public.cases USING btree (opened_by, opened_at DESC, id DESC);
CREATE INDEX cases_recent ON public.cases USING btree (process, category, opened_at DESC);
CREATE INDEX cases_search ON public.cases USING gin (search public.gin_trgm_ops);
CREATE INDEX cases_state_list ON public.cases USING btree (process, state, opened_at DESC, id DESC);
CREATE INDEX cases_unit_list ON public.cases USING btree (unit_id, opened_at DESC, id DESC);
CREATE TRIGGER cases_edge BEFORE INSERT OR UPDATE ON public.cases FOR EACH ROW EXECUTE FUNCTION public.refuse_unknown_edge();
CREATE TRIGGER cases_never_deleted BEFORE DELETE ON public.cases FOR EACH ROW EXECUTE FUNCTION public.refuse_case_delete();
alter table public.cases enable row level security;
alter table public.cases force row level security;
create policy border on public.cases using ((public.acting_for_house() OR (((public.acting_kind() = 'customer'::text) AND (customer_id = public.acting_customer())) OR ((public.acting_kind() = 'guest'::text) AND (guest_token_hash = NULLIF(current_setting('atrium.guest'::text, true), ''::text))))));
create policy house on public.cases to atrium_house using (true) with check (true);
grant insert, select, update on public.cases to atrium_app;
comment on column public.cases.search is 'normalised, every character twice: asked with a doubled pattern';
comment on column public.cases.departments is 'the departments the case concerns, as its definition says: whose queue it lies in';
comment on column public.cases.shows is 'what the cases it hangs together with may know of it';

create table public.channel_changes (
  id bigint not null generated always as identity,
  channel_id uuid not null,
  at timestamp with time zone not null,
  by_id uuid,
  what text not null,
  detail jsonb not null default '{}'::jsonb,
  constraint channel_changes_pkey PRIMARY KEY (id),
  constraint channel_changes_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.people(id),
  constraint channel_changes_channel_id_fkey FOREIGN KEY (channel_id) REFERENCES public.channels(id),
  constraint channel_changes_what_check CHECK ((what = ANY (ARRAY['created'::text, 'changed'::text, 'secretChanged'::text, 'tested'::text, 'retired'::text, 'resent'::text, 'discarded'::text])))
);
CREATE INDEX channel_changes_channel ON public.channel_changes USING btree (channel_id, id DESC);
CREATE TRIGGER channel_changes_append_only BEFORE DELETE OR UPDATE ON public.channel_changes FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
alter table public.channel_changes enable row level security;
alter table public.channel_changes force row level security;
create policy border on public.channel_changes using ((public.acting_for_house() OR false));
create policy house on public.channel_changes to atrium_house using (true) with check (true);
grant insert, select on public.channel_changes to atrium_app;

create table public.channels (
  id uuid not null,
  kind text not null,
  name text not null,
  active boolean not null default true,
  settings jsonb not null default '{}'::jsonb,
  secret text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint channels_pkey PRIMARY KEY (id),
  constraint channels_check CHECK (((retired_at IS NULL) OR ((NOT active) AND (secret IS NULL)))),
  constraint channels_kind_check CHECK ((kind = ANY (ARRAY['mail'::text, 'sms'::text, 'wecom'::text, 'dingtalk'::text, 'feishu'::text, 'webhook'::text]))),
  constraint channels_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint channels_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX channels_one_of_a_kind ON public.channels USING btree (kind) WHERE ((kind = ANY (ARRAY['mail'::text, 'sms'::text])) AND (retired_at IS NULL));
alter table public.channels enable row level security;
alter table public.channels force row level security;
create policy border on public.channels using ((public.acting_for_house() OR false));
create policy house on public.channels to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.channels to atrium_app;
comment on column public.channels.secret is 'encrypted with the installation key, bound to the id; written, never shown';

create table public.charges (
  id uuid not null,
  entry_id uuid not null,
  case_id uuid,
  customer_id uuid not null,
  unit_id uuid,
  item text not null,
  description text not null,
  quantity numeric(14,3) not null,
  unit_price_fen bigint not null,
  amount_fen bigint not null,
  tax_rate_bp integer not null,
  tax_fen bigint not null,
  on_account boolean not null default false,
  due_on date,
  explained jsonb not null,
  written_at timestamp with time zone not null,
  reverses_id uuid,
  constraint charges_pkey PRIMARY KEY (id),
  constraint charges_reverses_id_key UNIQUE (reverses_id),
  constraint charges_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint charges_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id),
  constraint charges_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.ledger_entries(id),
  constraint charges_reverses_id_fkey FOREIGN KEY (reverses_id) REFERENCES public.charges(id),
  constraint charges_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id),
  constraint charges_amount_fen_check CHECK (((amount_fen <> 0) AND ((amount_fen >= '-900000000000'::bigint) AND (amount_fen <= '900000000000'::bigint)))),
  constraint charges_tax_rate_bp_check CHECK (((tax_rate_bp >= 0) AND (tax_rate_bp <= 10000)))
);
CREATE INDEX charges_case ON public.charges USING btree (case_id);
CREATE INDEX charges_customer ON public.charges USING btree (customer_id, written_at DESC);
CREATE INDEX charges_written ON public.charges USING btree (written_at);
CREATE TRIGGER charges_append_only BEFORE DELETE OR UPDATE ON public.charges FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
alter table public.charges enable row level security;
alter table public.charges force row level security;
create policy border on public.charges using ((public.acting_for_house() OR (customer_id = public.acting_customer())));
create policy house on public.charges to atrium_house using (true) with check (true);
grant insert, select on public.charges to atrium_app;
comment on column public.charges.explained is 'why this amount: price version, quantity, rounding, tax rate';

create table public.complaint_slips (
  case_id uuid not null,
  accepted_at timestamp with time zone not null,
  accepted_by text not null,
  channel text not null,
  source text,
  order_deadline timestamp with time zone,
  complainant text not null,
  complainant_name text not null,
  company text not null,
  complainant_phone text not null,
  location text not null,
  occurred_at timestamp with time zone not null,
  problem text not null,
  category text not null,
  direct boolean not null,
  written boolean not null,
  injury boolean not null,
  media boolean not null,
  apologised boolean not null,
  grade text not null,
  major_because text[] not null,
  repeat_of text[] not null,
  alike text[] not null,
  gradings jsonb not null,
  assistant uuid,
  assigned_at timestamp with time zone,
  contacts jsonb not null,
  first_contact_at timestamp with time zone,
  round smallint not null,
  round_started_at timestamp with time zone not null,
  round_reason text,
  departments text[] not null,
  dispatches jsonb not null,
  presences jsonb not null,
  deferrals jsonb not null,
  cannot_solve jsonb,
  resolution jsonb,
  solved_at timestamp with time zone,
  sent_back_because text,
  answer text,
  addressee text,
  matter text,
  investigation text,
  treatment text,
  outcome text,
  apology text,
  follow_up text,
  letter jsonb,
  letters_numbered smallint not null,
  holding jsonb,
  replies jsonb not null,
  call_backs jsonb not null,
  answers jsonb not null,
  conclusion text,
  visits jsonb not null,
  joined_calls jsonb not null,
  joined_into text,
  satisfied_at timestamp with time zone,
  close_reason text,
  constraint complaint_slips_pkey PRIMARY KEY (case_id),
  constraint complaint_slips_assistant_fkey FOREIGN KEY (assistant) REFERENCES public.staff(person_id),
  constraint complaint_slips_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint complaint_slips_accepted_by_check CHECK ((length(accepted_by) <= 60)),
  constraint complaint_slips_addressee_check CHECK ((length(addressee) <= 120)),
  constraint complaint_slips_answer_check CHECK ((length(answer) <= 2000)),
  constraint complaint_slips_apology_check CHECK ((length(apology) <= 500)),
  constraint complaint_slips_category_check CHECK ((category = ANY (ARRAY['repairs'::text, 'temperature'::text, 'lift'::text, 'cleaning'::text, 'greenery'::text, 'security'::text, 'parking'::text, 'fire'::text, 'charges'::text, 'fitOut'::text, 'mail'::text, 'meeting'::text, 'businessCentre'::text, 'canteen'::text, 'attitude'::text, 'other'::text]))),
  constraint complaint_slips_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'faceToFace'::text, 'letter'::text, 'indirect'::text]))),
  constraint complaint_slips_check CHECK (((channel = 'indirect'::text) = (source IS NOT NULL))),
  constraint complaint_slips_check1 CHECK (((source IS DISTINCT FROM 'hotline12345'::text) OR (order_deadline IS NOT NULL))),
  constraint complaint_slips_check2 CHECK (((complainant = 'visitor'::text) OR (company <> ''::text))),
  constraint complaint_slips_check3 CHECK (((channel <> 'letter'::text) OR written)),
  constraint complaint_slips_check4 CHECK (((cardinality(major_because) = 0) OR (grade = 'major'::text))),
  constraint complaint_slips_check5 CHECK ((round_started_at >= accepted_at)),
  constraint complaint_slips_check6 CHECK (((assistant IS NULL) = (assigned_at IS NULL))),
  constraint complaint_slips_check7 CHECK (((conclusion IS DISTINCT FROM 'satisfied'::text) OR (satisfied_at IS NOT NULL))),
  constraint complaint_slips_company_check CHECK ((length(company) <= 200)),
  constraint complaint_slips_complainant_check CHECK ((complainant = ANY (ARRAY['customer'::text, 'visitor'::text]))),
  constraint complaint_slips_complainant_name_check CHECK (((length(complainant_name) >= 1) AND (length(complainant_name) <= 60))),
  constraint complaint_slips_complainant_phone_check CHECK (((length(complainant_phone) >= 1) AND (length(complainant_phone) <= 40))),
  constraint complaint_slips_conclusion_check CHECK ((conclusion = ANY (ARRAY['satisfied'::text, 'acceptable'::text, 'dissatisfied'::text, 'notReached'::text]))),
  constraint complaint_slips_departments_check CHECK ((departments <@ ARRAY['engineering'::text, 'security'::text, 'cleaning'::text, 'customerService'::text, 'finance'::text, 'leasing'::text, 'hr'::text])),
  constraint complaint_slips_follow_up_check CHECK ((length(follow_up) <= 1000)),
  constraint complaint_slips_grade_check CHECK ((grade = ANY (ARRAY['general'::text, 'serious'::text, 'major'::text]))),
  constraint complaint_slips_investigation_check CHECK ((length(investigation) <= 2000)),
  constraint complaint_slips_letters_numbered_check CHECK ((letters_numbered >= 0)),
  constraint complaint_slips_location_check CHECK (((length(location) >= 1) AND (length(location) <= 200))),
  constraint complaint_slips_major_because_check CHECK ((major_because <@ ARRAY['manyCustomers'::text, 'injury'::text, 'media'::text, 'hotline12345'::text, 'repeated'::text])),
  constraint complaint_slips_matter_check CHECK ((length(matter) <= 500)),
  constraint complaint_slips_outcome_check CHECK ((length(outcome) <= 2000)),
  constraint complaint_slips_problem_check CHECK (((length(problem) >= 1) AND (length(problem) <= 2000))),
  constraint complaint_slips_round_check CHECK (((round >= 1) AND (round <= 99))),
  constraint complaint_slips_source_check CHECK ((source = ANY (ARRAY['opinionBox'::text, 'visit'::text, 'patrol'::text, 'thirdParty'::text, 'hotline12345'::text, 'portal'::text, 'qr'::text]))),
  constraint complaint_slips_treatment_check CHECK ((length(treatment) <= 2000))
);
alter table public.complaint_slips enable row level security;
alter table public.complaint_slips force row level security;
create policy border on public.complaint_slips using ((public.acting_for_house() OR public.sees_case(case_id)));
create policy house on public.complaint_slips to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.complaint_slips to atrium_app;
comment on column public.complaint_slips.accepted_at is '受理时间: what every promise of the first round counts from';
comment on column public.complaint_slips.solved_at is 'the first time a department reported it solved; kept through later rounds';

create table public.contacts (
  person_id uuid not null,
  customer_id uuid not null,
  title text not null default ''::text,
  landline text not null default ''::text,
  authorities text[] not null default '{}'::text[],
  constraint contacts_pkey PRIMARY KEY (person_id),
  constraint contacts_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id),
  constraint contacts_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint contacts_authorities_check CHECK ((authorities <@ ARRAY['authorised'::text, 'finance'::text, 'administration'::text, 'emergency'::text, 'fireSafety'::text, 'recipient'::text, 'release'::text]))
);
CREATE INDEX contacts_customer ON public.contacts USING btree (customer_id);
alter table public.contacts enable row level security;
alter table public.contacts force row level security;
create policy border on public.contacts using ((public.acting_for_house() OR (customer_id = public.acting_customer())));
create policy house on public.contacts to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.contacts to atrium_app;
comment on column public.contacts.authorities is 'domain §1.9: authorised (授权负责人) alone may accept what creates charges; release alone signs release slips';

create table public.corrective_actions (
  case_id uuid not null,
  source text not null,
  source_number text,
  source_text text,
  department text not null,
  kind text,
  fact text not null,
  raised_by text not null,
  round smallint not null,
  systemic boolean not null,
  causes text[] not null,
  cause_text text,
  responsible text,
  corrective text,
  corrective_by date,
  preventive text,
  preventive_by date,
  generalisation text,
  submitted_by uuid,
  submitted_at timestamp with time zone,
  objection text,
  accepted_by text,
  accepted_at timestamp with time zone,
  implementation text,
  implemented_by text,
  implemented_at timestamp with time zone,
  effect text,
  verify_note text,
  verified_by text,
  verified_at timestamp with time zone,
  earlier_rounds jsonb not null,
  exemption text,
  close_reason text,
  closed_on date,
  constraint corrective_actions_pkey PRIMARY KEY (case_id),
  constraint corrective_actions_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint corrective_actions_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES public.people(id),
  constraint corrective_actions_causes_check CHECK ((causes <@ ARRAY['people'::text, 'machine'::text, 'material'::text, 'method'::text, 'environment'::text])),
  constraint corrective_actions_check CHECK (((submitted_at IS NULL) = (submitted_by IS NULL))),
  constraint corrective_actions_check1 CHECK (((accepted_at IS NULL) OR ((submitted_at IS NOT NULL) AND (corrective IS NOT NULL) AND (preventive IS NOT NULL)))),
  constraint corrective_actions_check2 CHECK (((implemented_at IS NULL) OR (accepted_at IS NOT NULL))),
  constraint corrective_actions_check3 CHECK (((verified_at IS NULL) OR (implemented_at IS NOT NULL))),
  constraint corrective_actions_check4 CHECK (((exemption IS NULL) OR (close_reason IS NOT NULL))),
  constraint corrective_actions_department_check CHECK ((department = ANY (ARRAY['engineering'::text, 'security'::text, 'cleaning'::text, 'customerService'::text, 'finance'::text, 'leasing'::text, 'hr'::text]))),
  constraint corrective_actions_effect_check CHECK ((effect = ANY (ARRAY['effective'::text, 'ineffective'::text]))),
  constraint corrective_actions_exemption_check CHECK ((exemption = ANY (ARRAY['invalidComplaint'::text, 'openedInError'::text]))),
  constraint corrective_actions_fact_check CHECK (((length(fact) >= 1) AND (length(fact) <= 2000))),
  constraint corrective_actions_kind_check CHECK ((kind = ANY (ARRAY['repairs'::text, 'temperature'::text, 'lift'::text, 'cleaning'::text, 'greenery'::text, 'security'::text, 'parking'::text, 'fire'::text, 'charges'::text, 'fitOut'::text, 'mail'::text, 'meeting'::text, 'businessCentre'::text, 'canteen'::text, 'attitude'::text, 'other'::text]))),
  constraint corrective_actions_raised_by_check CHECK (((length(raised_by) >= 1) AND (length(raised_by) <= 60))),
  constraint corrective_actions_round_check CHECK (((round >= 1) AND (round <= 99))),
  constraint corrective_actions_source_check CHECK ((source = ANY (ARRAY['complaint'::text, 'inspection'::text, 'patrol'::text, 'survey'::text, 'audit'::text, 'emergency'::text, 'other'::text]))),
  constraint corrective_actions_source_text_check CHECK ((length(source_text) <= 200))
);
alter table public.corrective_actions enable row level security;
alter table public.corrective_actions force row level security;
create policy border on public.corrective_actions using ((public.acting_for_house() OR public.sees_case(case_id)));
create policy house on public.corrective_actions to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.corrective_actions to atrium_app;

create table public.customers (
  id uuid not null,
  code text not null,
  name text not null,
  short_name text not null,
  name_en text not null default ''::text,
  trade text not null default ''::text,
  kind text not null,
  vip boolean not null default false,
  headcount integer,
  language text not null default 'zh'::text,
  phone text not null default ''::text,
  address text not null default ''::text,
  credit_code text,
  note text not null default ''::text,
  pinyin text not null default ''::text,
  initials text not null default ''::text,
  csa_id uuid,
  monthly_billing boolean not null default false,
  search text not null default ''::text,
  constraint customers_pkey PRIMARY KEY (id),
  constraint customers_code_key UNIQUE (code),
  constraint customers_csa_id_fkey FOREIGN KEY (csa_id) REFERENCES public.staff(person_id),
  constraint customers_code_check CHECK ((code ~ '^T[0-9]{3,6}$'::text)),
  constraint customers_credit_code_check CHECK ((credit_code ~ '^[0-9A-Z]{18}$'::text)),
  constraint customers_headcount_check CHECK (((headcount >= 0) AND (headcount <= 100000))),
  constraint customers_kind_check CHECK ((kind = ANY (ARRAY['tenant'::text, 'owner'::text, 'commercial'::text, 'hotel'::text, 'theatre'::text, 'temporary'::text]))),
  constraint customers_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text, 'both'::text]))),
  constraint customers_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint customers_short_name_check CHECK (((length(short_name) >= 1) AND (length(short_name) <= 60)))
);
CREATE INDEX customers_csa ON public.customers USING btree (csa_id);
CREATE INDEX customers_search ON public.customers USING gin (public.doubled(search) public.gin_trgm_ops);
alter table public.customers enable row level security;
alter table public.customers force row level security;
create policy border on public.customers using ((public.acting_for_house() OR (id = public.acting_customer())));
create policy house on public.customers to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.customers to atrium_app;
comment on column public.customers.csa_id is 'the customer-service assistant whose portfolio holds this customer (domain §10 rule 2)';
comment on column public.customers.monthly_billing is 'the authorised person agreed to charges on account (domain §2.4)';

create table public.deadlines (
  case_id uuid not null,
  clock text not null,
  round integer not null,
  kind text not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  paused_at timestamp with time zone,
  met_at timestamp with time zone,
  step integer not null default 0,
  next_at timestamp with time zone,
  constraint deadlines_pkey PRIMARY KEY (case_id, clock, round),
  constraint deadlines_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id) DEFERRABLE INITIALLY DEFERRED,
  constraint deadlines_kind_check CHECK ((kind = ANY (ARRAY['WALL'::text, 'SERVICE'::text, 'WD'::text]))),
  constraint deadlines_round_check CHECK ((round > 0))
);
CREATE INDEX deadlines_due ON public.deadlines USING btree (due_at, clock);
CREATE INDEX deadlines_next ON public.deadlines USING btree (next_at) WHERE ((met_at IS NULL) AND (paused_at IS NULL) AND (next_at IS NOT NULL));
CREATE INDEX deadlines_open ON public.deadlines USING btree (due_at) WHERE (met_at IS NULL);
alter table public.deadlines enable row level security;
alter table public.deadlines force row level security;
create policy border on public.deadlines using ((public.acting_for_house() OR public.sees_case(case_id)));
create policy deadlines_write on public.deadlines for insert with check (true);
create policy house on public.deadlines to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.deadlines to atrium_app;
comment on column public.deadlines.round is 'a clock that starts again (rework) gets a new row: kept and missed promises are all counted';

create table public.deliveries (
  id uuid not null,
  channel_id uuid not null,
  happening uuid not null,
  outbox_id bigint,
  person_id uuid,
  case_id uuid,
  event text not null,
  kind text not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  created_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  next_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  finished_at timestamp with time zone,
  error text,
  error_detail text,
  provider_id text,
  discarded_by uuid,
  reason text,
  constraint deliveries_pkey PRIMARY KEY (id),
  constraint deliveries_happening_channel_id_person_id_key UNIQUE NULLS NOT DISTINCT (happening, channel_id, person_id),
  constraint deliveries_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint deliveries_channel_id_fkey FOREIGN KEY (channel_id) REFERENCES public.channels(id),
  constraint deliveries_discarded_by_fkey FOREIGN KEY (discarded_by) REFERENCES public.people(id),
  constraint deliveries_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES public.outbox(id),
  constraint deliveries_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint deliveries_attempts_check CHECK ((attempts >= 0)),
  constraint deliveries_check CHECK (((kind = 'test'::text) = (outbox_id IS NULL))),
  constraint deliveries_check1 CHECK (((state = 'sending'::text) = (lease_until IS NOT NULL))),
  constraint deliveries_error_detail_check CHECK ((length(error_detail) <= 300)),
  constraint deliveries_kind_check CHECK ((kind = ANY (ARRAY['escalation'::text, 'mine'::text, 'customer'::text, 'other'::text, 'account'::text, 'test'::text]))),
  constraint deliveries_provider_id_check CHECK ((length(provider_id) <= 200)),
  constraint deliveries_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300))),
  constraint deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'failed'::text, 'sent'::text, 'unsure'::text, 'dead'::text, 'discarded'::text])))
);
CREATE INDEX deliveries_due ON public.deliveries USING btree (channel_id, next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'failed'::text]));
CREATE INDEX deliveries_leased ON public.deliveries USING btree (lease_until) WHERE (state = 'sending'::text);
CREATE INDEX deliveries_stuck ON public.deliveries USING btree (channel_id, finished_at DESC) WHERE (state = ANY (ARRAY['dead'::text, 'unsure'::text]));
alter table public.deliveries enable row level security;
alter table public.deliveries force row level security;
create policy border on public.deliveries using ((public.acting_for_house() OR false));
create policy house on public.deliveries to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.deliveries to atrium_app;
comment on column public.deliveries.id is 'the same over every attempt: webhook-id and Message-ID, by which the other side knows a repetition';
comment on column public.deliveries.state is 'sending is written before the wire is touched; unsure: nobody knows whether it arrived';

create table public.document_copies (
  document_id uuid not null,
  copy smallint not null,
  goes_to text not null,
  handed_to text,
  handed_at timestamp with time zone,
  handed_by uuid,
  constraint document_copies_pkey PRIMARY KEY (document_id, copy),
  constraint document_copies_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id),
  constraint document_copies_handed_by_fkey FOREIGN KEY (handed_by) REFERENCES public.people(id),
  constraint document_copies_check CHECK (((handed_to IS NULL) = (handed_at IS NULL))),
  constraint document_copies_copy_check CHECK (((copy >= 1) AND (copy <= 9))),
  constraint document_copies_handed_to_check CHECK (((length(handed_to) >= 1) AND (length(handed_to) <= 100)))
);
alter table public.document_copies enable row level security;
create policy document_copies_border on public.document_copies using ((public.acting_for_house() OR (EXISTS ( SELECT
   FROM public.documents
  WHERE (documents.id = document_copies.document_id)))));
create policy house on public.document_copies to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.document_copies to atrium_app;

create table public.documents (
  id uuid not null,
  case_id uuid,
  form text not null,
  number text not null,
  template_version text not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  prints integer not null default 0,
  void boolean not null default false,
  constraint documents_pkey PRIMARY KEY (id),
  constraint documents_case_id_form_key UNIQUE (case_id, form),
  constraint documents_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint documents_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.people(id),
  constraint documents_form_check CHECK ((form ~ '^F-[0-9]{2,3}[a-z]?$'::text))
);
alter table public.documents enable row level security;
alter table public.documents force row level security;
create policy border on public.documents using ((public.acting_for_house() OR public.sees_case(case_id)));
create policy house on public.documents to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.documents to atrium_app;

create table public.enquiry_slips (
  case_id uuid not null,
  asked_at timestamp with time zone not null,
  taken_by text not null,
  channel text not null,
  enquirer text,
  enquirer_company text,
  enquirer_phone text,
  question text not null,
  further_question text,
  answer_kind text,
  department text,
  follower uuid,
  reply_by timestamp with time zone,
  transfers smallint not null,
  returns smallint not null,
  returned_from text,
  return_cause text,
  return_note text,
  answer text,
  answered_at timestamp with time zone,
  answered_by text,
  informed_how text,
  informed_at timestamp with time zone,
  close_note text,
  constraint enquiry_slips_pkey PRIMARY KEY (case_id),
  constraint enquiry_slips_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint enquiry_slips_follower_fkey FOREIGN KEY (follower) REFERENCES public.staff(person_id),
  constraint enquiry_slips_answer_check CHECK ((length(answer) <= 2000)),
  constraint enquiry_slips_answer_kind_check CHECK ((answer_kind = ANY (ARRAY['onTheSpot'::text, 'transferred'::text, 'later'::text]))),
  constraint enquiry_slips_answered_by_check CHECK ((length(answered_by) <= 60)),
  constraint enquiry_slips_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'counter'::text, 'email'::text, 'portal'::text]))),
  constraint enquiry_slips_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint enquiry_slips_check1 CHECK (((informed_at IS NULL) = (informed_how IS NULL))),
  constraint enquiry_slips_check2 CHECK (((informed_at IS NULL) OR (answer IS NOT NULL))),
  constraint enquiry_slips_close_note_check CHECK ((length(close_note) <= 500)),
  constraint enquiry_slips_department_check CHECK ((department = ANY (ARRAY['customerService'::text, 'engineering'::text, 'security'::text, 'cleaning'::text, 'finance'::text, 'leasing'::text, 'project'::text, 'company'::text, 'hr'::text]))),
  constraint enquiry_slips_enquirer_check CHECK ((length(enquirer) <= 60)),
  constraint enquiry_slips_enquirer_company_check CHECK ((length(enquirer_company) <= 120)),
  constraint enquiry_slips_enquirer_phone_check CHECK ((length(enquirer_phone) <= 40)),
  constraint enquiry_slips_further_question_check CHECK ((length(further_question) <= 1000)),
  constraint enquiry_slips_informed_how_check CHECK ((informed_how = ANY (ARRAY['phone'::text, 'counter'::text, 'email'::text, 'portal'::text]))),
  constraint enquiry_slips_question_check CHECK (((length(question) >= 1) AND (length(question) <= 1000))),
  constraint enquiry_slips_return_cause_check CHECK ((return_cause = ANY (ARRAY['wrongDepartment'::text, 'noAnswer'::text, 'other'::text]))),
  constraint enquiry_slips_return_note_check CHECK ((length(return_note) <= 500)),
  constraint enquiry_slips_returned_from_check CHECK ((returned_from = ANY (ARRAY['customerService'::text, 'engineering'::text, 'security'::text, 'cleaning'::text, 'finance'::text, 'leasing'::text, 'project'::text, 'company'::text, 'hr'::text]))),
  constraint enquiry_slips_returns_check CHECK ((returns >= 0)),
  constraint enquiry_slips_taken_by_check CHECK ((length(taken_by) <= 60)),
  constraint enquiry_slips_transfers_check CHECK ((transfers >= 0))
);
alter table public.enquiry_slips enable row level security;
alter table public.enquiry_slips force row level security;
create policy border on public.enquiry_slips using ((public.acting_for_house() OR public.sees_case(case_id)));
create policy house on public.enquiry_slips to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.enquiry_slips to atrium_app;

create table public.escalations (
  id uuid not null,
  case_id uuid not null,
  cause text not null,
  level smallint not null,
  role text not null,
  raised_at timestamp with time zone not null,
  sent_at timestamp with time zone not null,
  accepted_by uuid,
  accepted_at timestamp with time zone,
  instruction text,
  constraint escalations_pkey PRIMARY KEY (id),
  constraint escalations_case_id_cause_role_key UNIQUE (case_id, cause, role),
  constraint escalations_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES public.staff(person_id),
  constraint escalations_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint escalations_check CHECK ((((accepted_by IS NULL) = (accepted_at IS NULL)) AND ((accepted_by IS NULL) = (instruction IS NULL)))),
  constraint escalations_instruction_check CHECK (((length(instruction) >= 1) AND (length(instruction) <= 2000))),
  constraint escalations_level_check CHECK (((level >= 1) AND (level <= 3)))
);
CREATE INDEX escalations_open ON public.escalations USING btree (role, sent_at) WHERE (accepted_at IS NULL);
alter table public.escalations enable row level security;
alter table public.escalations force row level security;
create policy escalations_accept on public.escalations for update using (public.acting_for_house());
create policy escalations_raise on public.escalations for insert with check ((public.acting_for_house() OR public.sees_case(case_id)));
create policy escalations_read on public.escalations for select using (public.acting_for_house());
create policy house on public.escalations to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.escalations to atrium_app;

create table public.exchange_calls (
  at timestamp with time zone not null,
  extension text not null,
  rings integer not null,
  hold_seconds integer not null,
  outcome text not null,
  read_by uuid not null,
  read_at timestamp with time zone not null,
  constraint exchange_calls_pkey PRIMARY KEY (at, extension),
  constraint exchange_calls_read_by_fkey FOREIGN KEY (read_by) REFERENCES public.people(id),
  constraint exchange_calls_extension_check CHECK ((extension ~ '^[0-9]{1,8}$'::text)),
  constraint exchange_calls_hold_seconds_check CHECK (((hold_seconds >= 0) AND (hold_seconds <= 36000))),
  constraint exchange_calls_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'voiceMail'::text, 'unanswered'::text]))),
  constraint exchange_calls_rings_check CHECK (((rings >= 0) AND (rings <= 200)))
);
CREATE TRIGGER exchange_calls_append_only BEFORE DELETE OR UPDATE ON public.exchange_calls FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
alter table public.exchange_calls enable row level security;
create policy exchange_calls_border on public.exchange_calls using (public.acting_for_house());
create policy house on public.exchange_calls to atrium_house using (true) with check (true);
grant insert, select on public.exchange_calls to atrium_app;

create table public.files (
  id uuid not null,
  kind text not null,
  name text not null,
  mime text not null,
  bytes bigint not null,
  sha256 text not null,
  path text not null,
  thumbnail_path text,
  uploaded_by uuid,
  uploaded_as text not null,
  guest_key text,
  uploaded_at timestamp with time zone not null,
  case_id uuid,
  purpose text,
  attached_at timestamp with time zone,
  constraint files_pkey PRIMARY KEY (id),
  constraint files_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint files_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES public.people(id),
  constraint files_bytes_check CHECK ((bytes > 0)),
  constraint files_check CHECK (((case_id IS NULL) = (attached_at IS NULL))),
  constraint files_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'pdf'::text, 'sheet'::text]))),
  constraint files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint files_uploaded_as_check CHECK ((uploaded_as = ANY (ARRAY['staff'::text, 'customer'::text, 'guest'::text, 'system'::text])))
);
CREATE INDEX files_case ON public.files USING btree (case_id);
CREATE INDEX files_unattached ON public.files USING btree (uploaded_at) WHERE (case_id IS NULL);
alter table public.files enable row level security;
alter table public.files force row level security;
create policy border on public.files using ((public.acting_for_house() OR (((case_id IS NOT NULL) AND public.sees_case(case_id)) OR ((case_id IS NULL) AND (public.acting_kind() = 'customer'::text) AND (uploaded_by = public.acting_person())) OR ((case_id IS NULL) AND (public.acting_kind() = 'guest'::text) AND (guest_key = NULLIF(current_setting('atrium.guest'::text, true), ''::text))))));
create policy house on public.files to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.files to atrium_app;
comment on column public.files.case_id is 'a file has the rights of its parent and none of its own; without a parent only its uploader may use it';

create table public.floors (
  building_code text not null,
  floor smallint not null,
  use text not null,
  constraint floors_pkey PRIMARY KEY (building_code, floor),
  constraint floors_building_code_fkey FOREIGN KEY (building_code) REFERENCES public.buildings(code),
  constraint floors_floor_check CHECK (((floor >= '-9'::integer) AND (floor <= 99))),
  constraint floors_use_check CHECK ((use = ANY (ARRAY['lobby'::text, 'commercial'::text, 'office'::text, 'public'::text, 'rooms'::text, 'stage'::text, 'exhibition'::text, 'parking'::text])))
);
grant delete, insert, select, update on public.floors to atrium_app;

create table public.idempotency (
  actor text not null,
  route text not null,
  key text not null,
  request_hash text not null,
  status smallint not null,
  body text not null,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_pkey PRIMARY KEY (actor, route, key),
  constraint idempotency_key_check CHECK (((length(key) >= 8) AND (length(key) <= 120)))
);
CREATE INDEX idempotency_age ON public.idempotency USING btree (created_at);
alter table public.idempotency enable row level security;
alter table public.idempotency force row level security;
create policy border on public.idempotency using ((public.acting_for_house() OR (actor = COALESCE((public.acting_person())::text, NULLIF(current_setting('atrium.guest'::text, true), ''::text)))));
create policy house on public.idempotency to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.idempotency to atrium_app;

create table public.inbox (
  id bigint not null generated always as identity,
  outbox_id bigint not null,
  person_id uuid not null,
  case_id uuid,
  event text not null,
  data jsonb not null default '{}'::jsonb,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint inbox_pkey PRIMARY KEY (id),
  constraint inbox_outbox_id_person_id_key UNIQUE (outbox_id, person_id),
  constraint inbox_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint inbox_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES public.outbox(id),
  constraint inbox_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id)
);
CREATE INDEX inbox_person ON public.inbox USING btree (person_id, id DESC);
CREATE INDEX inbox_unread ON public.inbox USING btree (person_id) WHERE (read_at IS NULL);
alter table public.inbox enable row level security;
alter table public.inbox force row level security;
create policy inbox_border on public.inbox using (((public.acting_kind() = 'system'::text) OR (person_id = public.acting_person())));
grant delete, insert, select, update on public.inbox to atrium_app;

create table public.ledger_accounts (
  code text not null,
  name_zh text not null,
  name_en text not null,
  side text not null,
  constraint ledger_accounts_pkey PRIMARY KEY (code),
  constraint ledger_accounts_code_check CHECK ((code ~ '^[0-9]{4}(-[0-9]{2})?$'::text)),
  constraint ledger_accounts_side_check CHECK ((side = ANY (ARRAY['debit'::text, 'credit'::text])))
);
grant delete, insert, select, update on public.ledger_accounts to atrium_app;

create table public.ledger_entries (
  id uuid not null,
  kind text not null,
  happened_on date not null,
  written_at timestamp with time zone not null,
  written_by uuid,
  case_id uuid,
  memo text not null default ''::text,
  reverses_id uuid,
  constraint ledger_entries_pkey PRIMARY KEY (id),
  constraint ledger_entries_reverses_id_key UNIQUE (reverses_id),
  constraint ledger_entries_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint ledger_entries_reverses_id_fkey FOREIGN KEY (reverses_id) REFERENCES public.ledger_entries(id),
  constraint ledger_entries_written_by_fkey FOREIGN KEY (written_by) REFERENCES public.people(id),
  constraint ledger_entries_kind_check CHECK ((kind = ANY (ARRAY['charge'::text, 'payment'::text, 'allocation'::text, 'reversal'::text])))
);
CREATE TRIGGER ledger_entries_append_only BEFORE DELETE OR UPDATE ON public.ledger_entries FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
alter table public.ledger_entries enable row level security;
create policy house on public.ledger_entries to atrium_house using (true) with check (true);
create policy ledger_entries_read on public.ledger_entries for select using (public.acting_for_house());
create policy ledger_entries_write on public.ledger_entries for insert with check (true);
grant insert, select on public.ledger_entries to atrium_app;

create table public.ledger_postings (
  entry_id uuid not null,
  line smallint not null,
  account text not null,
  customer_id uuid,
  amount_fen bigint not null,
  constraint ledger_postings_pkey PRIMARY KEY (entry_id, line),
  constraint ledger_postings_account_fkey FOREIGN KEY (account) REFERENCES public.ledger_accounts(code),
  constraint ledger_postings_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id),
  constraint ledger_postings_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.ledger_entries(id),
  constraint ledger_postings_amount_fen_check CHECK (((amount_fen <> 0) AND ((amount_fen >= '-900000000000'::bigint) AND (amount_fen <= '900000000000'::bigint)))),
  constraint ledger_postings_line_check CHECK ((line > 0))
);
CREATE INDEX ledger_postings_customer ON public.ledger_postings USING btree (customer_id, account);
CREATE CONSTRAINT TRIGGER entry_balances AFTER INSERT ON public.ledger_postings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.entry_balances();
CREATE TRIGGER ledger_postings_append_only BEFORE DELETE OR UPDATE ON public.ledger_postings FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
alter table public.ledger_postings enable row level security;
create policy house on public.ledger_postings to atrium_house using (true) with check (true);
create policy ledger_postings_read on public.ledger_postings for select using (public.acting_for_house());
create policy ledger_postings_write on public.ledger_postings for insert with check (true);
grant insert, select on public.ledger_postings to atrium_app;
comment on column public.ledger_postings.amount_fen is 'debit positive, credit negative';

create table public.lifts (
  building_code text not null,
  code text not null,
  kind text not null,
  serves text not null default ''::text,
  constraint lifts_pkey PRIMARY KEY (building_code, code),
  constraint lifts_building_code_fkey FOREIGN KEY (building_code) REFERENCES public.buildings(code),
  constraint lifts_kind_check CHECK ((kind = ANY (ARRAY['passenger'::text, 'goods'::text, 'fire'::text, 'service'::text, 'vip'::text, 'stage'::text])))
);
grant delete, insert, select, update on public.lifts to atrium_app;

create table public.login_names (
  name text not null,
  person_id uuid not null,
  constraint login_names_pkey PRIMARY KEY (name),
  constraint login_names_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint login_names_name_check CHECK (((name = lower(name)) AND ((length(name) >= 2) AND (length(name) <= 120))))
);
CREATE INDEX login_names_person ON public.login_names USING btree (person_id);
grant delete, insert, select, update on public.login_names to atrium_app;

create table public.message_slips (
  case_id uuid not null,
  taken_at timestamp with time zone not null,
  taken_by text not null,
  addressee text not null,
  wanted_staff uuid,
  wanted_name text not null,
  wanted_company text,
  wanted_extension text,
  caller_name text not null,
  name_withheld boolean not null,
  caller_company text not null,
  caller_phone text not null,
  number_read_back boolean not null,
  matter text not null,
  wish text not null,
  best_time text,
  follow_up boolean not null,
  how text,
  handed_at timestamp with time zone,
  handed_by text,
  received_by text,
  acknowledged_at timestamp with time zone,
  signature_file uuid,
  followed_at timestamp with time zone,
  followed_by text,
  follow_note text,
  expiry_note text,
  constraint message_slips_pkey PRIMARY KEY (case_id),
  constraint message_slips_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint message_slips_signature_file_fkey FOREIGN KEY (signature_file) REFERENCES public.files(id),
  constraint message_slips_wanted_staff_fkey FOREIGN KEY (wanted_staff) REFERENCES public.staff(person_id),
  constraint message_slips_addressee_check CHECK ((addressee = ANY (ARRAY['tenant'::text, 'staff'::text]))),
  constraint message_slips_best_time_check CHECK ((length(best_time) <= 100)),
  constraint message_slips_caller_company_check CHECK (((length(caller_company) >= 1) AND (length(caller_company) <= 120))),
  constraint message_slips_caller_name_check CHECK (((length(caller_name) >= 1) AND (length(caller_name) <= 60))),
  constraint message_slips_caller_phone_check CHECK (((length(caller_phone) >= 1) AND (length(caller_phone) <= 40))),
  constraint message_slips_check CHECK (((addressee = 'staff'::text) = (wanted_staff IS NOT NULL))),
  constraint message_slips_check1 CHECK (((addressee = 'staff'::text) OR ((wanted_name <> ''::text) AND (wanted_extension IS NOT NULL)))),
  constraint message_slips_check2 CHECK (((handed_at IS NULL) = (how IS NULL))),
  constraint message_slips_check3 CHECK (((acknowledged_at IS NULL) = (received_by IS NULL))),
  constraint message_slips_check4 CHECK (((how IS DISTINCT FROM 'inSystem'::text) OR (wanted_staff IS NOT NULL))),
  constraint message_slips_expiry_note_check CHECK ((length(expiry_note) <= 500)),
  constraint message_slips_follow_note_check CHECK ((length(follow_note) <= 500)),
  constraint message_slips_followed_by_check CHECK ((length(followed_by) <= 60)),
  constraint message_slips_handed_by_check CHECK ((length(handed_by) <= 60)),
  constraint message_slips_how_check CHECK ((how = ANY (ARRAY['inPerson'::text, 'secretary'::text, 'onThePhone'::text, 'inSystem'::text]))),
  constraint message_slips_matter_check CHECK (((length(matter) >= 1) AND (length(matter) <= 1000))),
  constraint message_slips_number_read_back_check CHECK (number_read_back),
  constraint message_slips_received_by_check CHECK ((length(received_by) <= 60)),
  constraint message_slips_taken_by_check CHECK ((length(taken_by) <= 60)),
  constraint message_slips_wanted_company_check CHECK ((length(wanted_company) <= 120)),
  constraint message_slips_wanted_extension_check CHECK ((length(wanted_extension) <= 40)),
  constraint message_slips_wanted_name_check CHECK ((length(wanted_name) <= 60)),
  constraint message_slips_wish_check CHECK ((wish = ANY (ARRAY['pleaseCall'::text, 'willCallAgain'::text, 'urgent'::text, 'justTell'::text])))
);
alter table public.message_slips enable row level security;
alter table public.message_slips force row level security;
create policy border on public.message_slips using ((public.acting_for_house() OR public.sees_case(case_id)));
create policy house on public.message_slips to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.message_slips to atrium_app;

create table public.number_series (
  prefix text not null,
  year smallint not null,
  last integer not null default 0,
  constraint number_series_pkey PRIMARY KEY (prefix, year),
  constraint number_series_last_check CHECK ((last >= 0)),
  constraint number_series_prefix_check CHECK ((prefix ~ '^[A-Z0-9]{2,4}$'::text)),
  constraint number_series_year_check CHECK (((year >= 2000) AND (year <= 2999)))
);
grant delete, insert, select, update on public.number_series to atrium_app;

create table public.opinion_slips (
  case_id uuid not null,
  collected_at timestamp with time zone not null,
  collected_by text not null,
  source text not null,
  anonymous boolean not null,
  reporter_name text,
  reporter_phone text,
  kind text not null,
  content text not null,
  topic text,
  department text,
  responsible uuid,
  classified_by text,
  round_since timestamp with time zone not null,
  answer_by timestamp with time zone,
  sent_at timestamp with time zone,
  return_reason text,
  proposal text,
  answer text,
  measures text,
  answered_by text,
  answered_by_id uuid,
  answered_at timestamp with time zone,
  revision_reason text,
  informed_how text,
  informed_who text,
  informed_at timestamp with time zone,
  informed_by text,
  verdict text,
  satisfaction smallint,
  verdict_note text,
  verdict_by text,
  verdict_at timestamp with time zone,
  round smallint not null,
  rounds jsonb not null,
  close_note text,
  constraint opinion_slips_pkey PRIMARY KEY (case_id),
  constraint opinion_slips_answered_by_id_fkey FOREIGN KEY (answered_by_id) REFERENCES public.people(id),
  constraint opinion_slips_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint opinion_slips_responsible_fkey FOREIGN KEY (responsible) REFERENCES public.staff(person_id),
  constraint opinion_slips_answer_check CHECK ((length(answer) <= 2000)),
  constraint opinion_slips_answered_by_check CHECK ((length(answered_by) <= 60)),
  constraint opinion_slips_check CHECK (((topic IS NULL) = (department IS NULL))),
  constraint opinion_slips_check1 CHECK (((NOT anonymous) OR ((reporter_name IS NULL) AND (reporter_phone IS NULL)))),
  constraint opinion_slips_check2 CHECK (((informed_at IS NULL) = (informed_how IS NULL))),
  constraint opinion_slips_check3 CHECK (((informed_at IS NULL) OR (answer IS NOT NULL))),
  constraint opinion_slips_check4 CHECK (((verdict IS NULL) = (verdict_at IS NULL))),
  constraint opinion_slips_classified_by_check CHECK ((length(classified_by) <= 60)),
  constraint opinion_slips_close_note_check CHECK ((length(close_note) <= 500)),
  constraint opinion_slips_collected_by_check CHECK ((length(collected_by) <= 60)),
  constraint opinion_slips_content_check CHECK (((length(content) >= 1) AND (length(content) <= 2000))),
  constraint opinion_slips_department_check CHECK ((department = ANY (ARRAY['customerService'::text, 'engineering'::text, 'security'::text, 'cleaning'::text, 'finance'::text, 'leasing'::text, 'project'::text, 'company'::text, 'hr'::text]))),
  constraint opinion_slips_informed_by_check CHECK ((length(informed_by) <= 60)),
  constraint opinion_slips_informed_how_check CHECK ((informed_how = ANY (ARRAY['phone'::text, 'visit'::text, 'email'::text, 'portal'::text, 'notice'::text]))),
  constraint opinion_slips_informed_who_check CHECK ((length(informed_who) <= 60)),
  constraint opinion_slips_kind_check CHECK ((kind = ANY (ARRAY['opinion'::text, 'suggestion'::text, 'praise'::text]))),
  constraint opinion_slips_measures_check CHECK ((length(measures) <= 1000)),
  constraint opinion_slips_proposal_check CHECK ((length(proposal) <= 2000)),
  constraint opinion_slips_reporter_name_check CHECK ((length(reporter_name) <= 60)),
  constraint opinion_slips_reporter_phone_check CHECK ((length(reporter_phone) <= 40)),
  constraint opinion_slips_return_reason_check CHECK ((length(return_reason) <= 500)),
  constraint opinion_slips_revision_reason_check CHECK ((length(revision_reason) <= 500)),
  constraint opinion_slips_round_check CHECK ((round >= 1)),
  constraint opinion_slips_satisfaction_check CHECK (((satisfaction >= 1) AND (satisfaction <= 5))),
  constraint opinion_slips_source_check CHECK ((source = ANY (ARRAY['visit'::text, 'phone'::text, 'counter'::text, 'email'::text, 'portal'::text, 'box'::text, 'survey'::text, 'other'::text]))),
  constraint opinion_slips_topic_check CHECK ((topic = ANY (ARRAY['reception'::text, 'switchboard'::text, 'mail'::text, 'meetingRooms'::text, 'businessCentre'::text, 'repairs'::text, 'airCon'::text, 'lifts'::text, 'cleaning'::text, 'greening'::text, 'security'::text, 'parking'::text, 'fitOut'::text, 'charges'::text, 'canteen'::text, 'notices'::text, 'emergencies'::text, 'other'::text]))),
  constraint opinion_slips_verdict_by_check CHECK ((length(verdict_by) <= 60)),
  constraint opinion_slips_verdict_check CHECK ((verdict = ANY (ARRAY['content'::text, 'notContent'::text, 'notReached'::text]))),
  constraint opinion_slips_verdict_note_check CHECK ((length(verdict_note) <= 1000))
);
alter table public.opinion_slips enable row level security;
alter table public.opinion_slips force row level security;
create policy border on public.opinion_slips using ((public.acting_for_house() OR public.sees_case(case_id)));
create policy house on public.opinion_slips to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.opinion_slips to atrium_app;
comment on column public.opinion_slips.proposal is 'the answer of the department, not shown to the customer before it becomes answer';

create table public.outbox (
  id bigint not null generated always as identity,
  written_at timestamp with time zone not null,
  case_id uuid,
  person_id uuid,
  role text,
  event text not null,
  data jsonb not null default '{}'::jsonb,
  delivered_at timestamp with time zone,
  happening uuid not null default gen_random_uuid(),
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint outbox_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint outbox_check CHECK (((person_id IS NULL) <> (role IS NULL)))
);
CREATE INDEX outbox_happening ON public.outbox USING btree (happening);
CREATE INDEX outbox_waiting ON public.outbox USING btree (id) WHERE (delivered_at IS NULL);
alter table public.outbox enable row level security;
create policy outbox_deliver on public.outbox for update using ((public.acting_kind() = 'system'::text));
create policy outbox_read on public.outbox for select using ((public.acting_kind() = 'system'::text));
create policy outbox_write on public.outbox for insert with check (true);
grant delete, insert, select, update on public.outbox to atrium_app;

create table public.parameters (
  key text not null,
  effective_from timestamp with time zone not null,
  value jsonb not null,
  set_by uuid,
  set_at timestamp with time zone not null default now(),
  reason text not null default ''::text,
  constraint parameters_pkey PRIMARY KEY (key, effective_from),
  constraint parameters_set_by_fkey FOREIGN KEY (set_by) REFERENCES public.people(id)
);
CREATE TRIGGER parameters_append_only BEFORE DELETE OR UPDATE ON public.parameters FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
grant insert, select on public.parameters to atrium_app;

create table public.parking_zones (
  code text not null,
  name_zh text not null,
  name_en text not null,
  level text not null,
  spaces integer not null,
  constraint parking_zones_pkey PRIMARY KEY (code),
  constraint parking_zones_level_check CHECK ((level = ANY (ARRAY['underground'::text, 'surface'::text]))),
  constraint parking_zones_spaces_check CHECK ((spaces >= 0))
);
grant delete, insert, select, update on public.parking_zones to atrium_app;

create table public.pauses (
  case_id uuid not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  reason text not null,
  expected_at timestamp with time zone,
  constraint pauses_pkey PRIMARY KEY (case_id, started_at),
  constraint pauses_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id) DEFERRABLE INITIALLY DEFERRED,
  constraint pauses_check CHECK ((ended_at >= started_at))
);
alter table public.pauses enable row level security;
alter table public.pauses force row level security;
create policy border on public.pauses using ((public.acting_for_house() OR public.sees_case(case_id)));
create policy house on public.pauses to atrium_house using (true) with check (true);
create policy pauses_write on public.pauses for insert with check (true);
grant delete, insert, select, update on public.pauses to atrium_app;

create table public.payments (
  id uuid not null,
  number text not null,
  entry_id uuid not null,
  customer_id uuid not null,
  payer text not null,
  method text not null,
  amount_fen bigint not null,
  reference text not null default ''::text,
  received_at timestamp with time zone not null,
  received_by uuid not null,
  carried_by uuid,
  reverses_id uuid,
  reversal_requested_by uuid,
  constraint payments_pkey PRIMARY KEY (id),
  constraint payments_number_key UNIQUE (number),
  constraint payments_reverses_id_key UNIQUE (reverses_id),
  constraint payments_carried_by_fkey FOREIGN KEY (carried_by) REFERENCES public.people(id),
  constraint payments_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id),
  constraint payments_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.ledger_entries(id),
  constraint payments_received_by_fkey FOREIGN KEY (received_by) REFERENCES public.people(id),
  constraint payments_reversal_requested_by_fkey FOREIGN KEY (reversal_requested_by) REFERENCES public.people(id),
  constraint payments_reverses_id_fkey FOREIGN KEY (reverses_id) REFERENCES public.payments(id),
  constraint payments_amount_fen_check CHECK (((amount_fen <> 0) AND ((amount_fen >= '-900000000000'::bigint) AND (amount_fen <= '900000000000'::bigint)))),
  constraint payments_check CHECK (((reverses_id IS NULL) = (amount_fen > 0))),
  constraint payments_check1 CHECK (((reversal_requested_by IS DISTINCT FROM received_by) OR (reverses_id IS NULL))),
  constraint payments_method_check CHECK ((method = ANY (ARRAY['transfer'::text, 'cheque'::text, 'cash'::text, 'card'::text, 'code'::text, 'collection'::text]))),
  constraint payments_payer_check CHECK (((length(payer) >= 1) AND (length(payer) <= 200)))
);
CREATE INDEX payments_customer ON public.payments USING btree (customer_id, received_at DESC);
CREATE INDEX payments_list ON public.payments USING btree (received_at DESC, id DESC);
CREATE TRIGGER payments_append_only BEFORE DELETE OR UPDATE ON public.payments FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
alter table public.payments enable row level security;
alter table public.payments force row level security;
create policy border on public.payments using ((public.acting_for_house() OR (customer_id = public.acting_customer())));
create policy house on public.payments to atrium_house using (true) with check (true);
grant insert, select on public.payments to atrium_app;

create table public.people (
  id uuid not null,
  kind text not null,
  name text not null,
  name_en text not null default ''::text,
  phone text not null default ''::text,
  email text not null default ''::text,
  active boolean not null default true,
  language text not null default 'zh'::text,
  pinyin text not null default ''::text,
  initials text not null default ''::text,
  search text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  constraint people_pkey PRIMARY KEY (id),
  constraint people_email_check CHECK ((length(email) <= 200)),
  constraint people_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'contact'::text]))),
  constraint people_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint people_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint people_phone_check CHECK ((length(phone) <= 40))
);
CREATE INDEX people_search ON public.people USING gin (public.doubled(search) public.gin_trgm_ops);
CREATE TRIGGER person_changed AFTER UPDATE OF active ON public.people FOR EACH ROW WHEN ((old.active IS DISTINCT FROM new.active)) EXECUTE FUNCTION public.tell_session_changed();
grant delete, insert, select, update on public.people to atrium_app;

create table public.person_roles (
  person_id uuid not null,
  role text not null,
  granted_by uuid,
  granted_at timestamp with time zone not null default now(),
  constraint person_roles_pkey PRIMARY KEY (person_id, role),
  constraint person_roles_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES public.people(id),
  constraint person_roles_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint person_roles_role_check CHECK ((role ~ '^[A-Z]{2,5}$'::text))
);
CREATE INDEX person_roles_role ON public.person_roles USING btree (role);
CREATE TRIGGER roles_changed AFTER INSERT OR DELETE ON public.person_roles FOR EACH ROW EXECUTE FUNCTION public.tell_session_changed();
grant delete, insert, select, update on public.person_roles to atrium_app;

create table public.phrases (
  code text not null,
  version integer not null,
  kind text not null,
  scene text not null,
  topic_zh text not null default ''::text,
  topic_en text not null default ''::text,
  text_zh text not null,
  text_en text not null default ''::text,
  preferred_zh text not null default ''::text,
  preferred_en text not null default ''::text,
  matches text[] not null default '{}'::text[],
  harmless text[] not null default '{}'::text[],
  note text not null default ''::text,
  retired boolean not null default false,
  reason text not null default ''::text,
  set_by uuid,
  set_at timestamp with time zone not null default now(),
  constraint phrases_pkey PRIMARY KEY (code, version),
  constraint phrases_set_by_fkey FOREIGN KEY (set_by) REFERENCES public.people(id),
  constraint phrases_check CHECK (((kind = 'taboo'::text) = (preferred_zh <> ''::text))),
  constraint phrases_check1 CHECK (((kind = 'taboo'::text) OR ((matches = '{}'::text[]) AND (harmless = '{}'::text[])))),
  constraint phrases_code_check CHECK ((code ~ '^[WJEAR][0-9]{2,4}$'::text)),
  constraint phrases_kind_check CHECK ((kind = ANY (ARRAY['polite'::text, 'taboo'::text, 'english'::text, 'attitude'::text, 'rule'::text]))),
  constraint phrases_note_check CHECK ((length(note) <= 300)),
  constraint phrases_preferred_en_check CHECK ((length(preferred_en) <= 600)),
  constraint phrases_preferred_zh_check CHECK ((length(preferred_zh) <= 300)),
  constraint phrases_reason_check CHECK ((length(reason) <= 500)),
  constraint phrases_scene_check CHECK (((length(scene) >= 1) AND (length(scene) <= 40))),
  constraint phrases_text_en_check CHECK ((length(text_en) <= 600)),
  constraint phrases_text_zh_check CHECK (((length(text_zh) >= 1) AND (length(text_zh) <= 300))),
  constraint phrases_topic_en_check CHECK ((length(topic_en) <= 80)),
  constraint phrases_topic_zh_check CHECK ((length(topic_zh) <= 40)),
  constraint phrases_version_check CHECK ((version > 0))
);
CREATE TRIGGER phrases_append_only BEFORE DELETE OR UPDATE ON public.phrases FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
grant insert, select on public.phrases to atrium_app;

create table public.price_items (
  code text not null,
  effective_from timestamp with time zone not null,
  book text not null,
  name_zh text not null,
  name_en text not null,
  unit_zh text not null,
  unit_en text not null,
  price_fen bigint not null,
  second_price_fen bigint,
  minutes integer,
  minimum numeric(10,3),
  includes_material boolean not null default false,
  note_zh text not null default ''::text,
  note_en text not null default ''::text,
  withdrawn boolean not null default false,
  set_by uuid,
  set_at timestamp with time zone not null default now(),
  constraint price_items_pkey PRIMARY KEY (code, effective_from),
  constraint price_items_set_by_fkey FOREIGN KEY (set_by) REFERENCES public.people(id),
  constraint price_items_book_check CHECK ((book = 'repair'::text)),
  constraint price_items_code_check CHECK ((code ~ '^[A-Z0-9-]{2,12}$'::text)),
  constraint price_items_minutes_check CHECK ((minutes >= 0)),
  constraint price_items_price_fen_check CHECK (((price_fen >= 0) AND (price_fen <= 100000000))),
  constraint price_items_second_price_fen_check CHECK (((second_price_fen >= 0) AND (second_price_fen <= 100000000)))
);
CREATE TRIGGER price_items_append_only BEFORE DELETE OR UPDATE ON public.price_items FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
grant insert, select on public.price_items to atrium_app;

create table public.process_edges (
  process text not null,
  from_state text not null,
  to_state text not null,
  constraint process_edges_pkey PRIMARY KEY (process, from_state, to_state)
);
grant delete, insert, select, update on public.process_edges to atrium_app;
comment on table public.process_edges is 'the legal moves, written at boot from the definitions; from_state '''' opens';

create table public.quality_scores (
  month date not null,
  department text not null,
  version integer not null,
  complaints smallint not null,
  service_slips smallint not null,
  patrols smallint not null,
  survey smallint not null,
  comment text not null,
  facts jsonb not null,
  signed_by uuid not null,
  signed_at timestamp with time zone not null,
  noted_by uuid,
  noted_at timestamp with time zone,
  remark text not null default ''::text,
  constraint quality_scores_pkey PRIMARY KEY (month, department, version),
  constraint quality_scores_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES public.staff(person_id),
  constraint quality_scores_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES public.staff(person_id),
  constraint quality_scores_check CHECK (((noted_by IS NULL) = (noted_at IS NULL))),
  constraint quality_scores_check1 CHECK ((noted_by IS DISTINCT FROM signed_by)),
  constraint quality_scores_comment_check CHECK (((length(comment) >= 1) AND (length(comment) <= 2000))),
  constraint quality_scores_complaints_check CHECK (((complaints >= 0) AND (complaints <= 25))),
  constraint quality_scores_department_check CHECK ((department = ANY (ARRAY['security'::text, 'engineering'::text, 'cleaning'::text]))),
  constraint quality_scores_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint quality_scores_patrols_check CHECK (((patrols >= 0) AND (patrols <= 25))),
  constraint quality_scores_remark_check CHECK ((length(remark) <= 1000)),
  constraint quality_scores_service_slips_check CHECK (((service_slips >= 0) AND (service_slips <= 25))),
  constraint quality_scores_survey_check CHECK (((survey >= 0) AND (survey <= 25))),
  constraint quality_scores_version_check CHECK ((version > 0))
);
CREATE TRIGGER quality_scores_signed BEFORE UPDATE ON public.quality_scores FOR EACH ROW EXECUTE FUNCTION public.refuse_signed_change();
alter table public.quality_scores enable row level security;
alter table public.quality_scores force row level security;
create policy border on public.quality_scores using ((public.acting_for_house() OR false));
create policy house on public.quality_scores to atrium_house using (true) with check (true);
grant insert, select, update on public.quality_scores to atrium_app;
comment on table public.quality_scores is 'a sheet that is signed again is a new version; the newest counts';
comment on column public.quality_scores.facts is 'the figures of the month as they stood when the sheet was signed';

create table public.receipts (
  id uuid not null,
  number text not null,
  payment_id uuid not null,
  state text not null default 'issued'::text,
  payer text not null,
  amount_fen bigint not null,
  in_words text not null,
  lines jsonb not null,
  issued_at timestamp with time zone not null,
  issued_by uuid not null,
  constraint receipts_pkey PRIMARY KEY (id),
  constraint receipts_number_key UNIQUE (number),
  constraint receipts_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES public.people(id),
  constraint receipts_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payments(id),
  constraint receipts_amount_fen_check CHECK ((amount_fen > 0)),
  constraint receipts_state_check CHECK ((state = ANY (ARRAY['issued'::text, 'voided'::text, 'returned'::text])))
);
CREATE INDEX receipts_payment ON public.receipts USING btree (payment_id);
alter table public.receipts enable row level security;
alter table public.receipts force row level security;
create policy border on public.receipts using ((public.acting_for_house() OR (EXISTS ( SELECT
   FROM public.payments
  WHERE (payments.id = receipts.payment_id)))));
create policy house on public.receipts to atrium_house using (true) with check (true);
grant insert, select, update on public.receipts to atrium_app;

create table public.recovery_codes (
  person_id uuid not null,
  code_hash text not null,
  used_at timestamp with time zone,
  constraint recovery_codes_pkey PRIMARY KEY (person_id, code_hash),
  constraint recovery_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id)
);
grant delete, insert, select, update on public.recovery_codes to atrium_app;

create table public.repair_slips (
  case_id uuid not null,
  reported_at timestamp with time zone not null,
  channel text not null,
  reporter_name text not null,
  reporter_phone text not null,
  area text not null,
  location text not null,
  problem text not null,
  category text not null,
  priority text not null,
  pricing text not null,
  free_reason text,
  quote jsonb,
  consent jsonb,
  appointment_start timestamp with time zone,
  appointment_end timestamp with time zone,
  appointment_with text,
  accompanied_by uuid,
  sent_at timestamp with time zone,
  sent_by text,
  called_through boolean not null,
  paper_followed_at timestamp with time zone,
  received_at timestamp with time zone,
  received_by text,
  accepted_at timestamp with time zone,
  workers uuid[] not null,
  tools text[] not null,
  arrived_at timestamp with time zone,
  key_entry jsonb,
  customer_material boolean not null,
  material_verdict text,
  material_note text,
  material_verified_by text,
  unfit_decision text,
  controlled_at timestamp with time zone,
  suspension jsonb,
  labour jsonb not null,
  materials jsonb not null,
  out_of_hours boolean not null,
  labour_fen bigint not null,
  material_fen bigint not null,
  total_fen bigint not null,
  work_done text,
  work_minutes integer,
  completed_at timestamp with time zone,
  satisfaction text,
  signed_by text,
  signed_at timestamp with time zone,
  signature_method text,
  signature_file uuid,
  reworks smallint not null,
  rework_reason text,
  call_backs jsonb not null,
  conclusion text,
  payment text,
  carried jsonb,
  rating jsonb,
  price_objection text,
  receipt_number text,
  close_reason text,
  archived_by text,
  joined_calls jsonb not null,
  joined_into text,
  constraint repair_slips_pkey PRIMARY KEY (case_id),
  constraint repair_slips_accompanied_by_fkey FOREIGN KEY (accompanied_by) REFERENCES public.staff(person_id),
  constraint repair_slips_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint repair_slips_signature_file_fkey FOREIGN KEY (signature_file) REFERENCES public.files(id),
  constraint repair_slips_area_check CHECK ((area = ANY (ARRAY['customer'::text, 'common'::text]))),
  constraint repair_slips_category_check CHECK ((category = ANY (ARRAY['power'::text, 'network'::text, 'airCon'::text, 'plumbing'::text, 'doors'::text, 'finishes'::text, 'fire'::text, 'lift'::text, 'furniture'::text, 'cleaning'::text, 'other'::text]))),
  constraint repair_slips_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'counter'::text, 'portal'::text, 'qr'::text, 'patrol'::text, 'inspection'::text, 'other'::text]))),
  constraint repair_slips_check CHECK (((pricing = 'chargeable'::text) OR (total_fen = 0))),
  constraint repair_slips_check1 CHECK ((((appointment_start IS NULL) = (appointment_end IS NULL)) AND ((appointment_start IS NULL) OR (appointment_start < appointment_end)))),
  constraint repair_slips_check2 CHECK (((signed_at IS NULL) = (signed_by IS NULL))),
  constraint repair_slips_conclusion_check CHECK ((conclusion = ANY (ARRAY['satisfied'::text, 'acceptable'::text, 'dissatisfied'::text, 'notReached'::text]))),
  constraint repair_slips_free_reason_check CHECK ((free_reason = ANY (ARRAY['commonPart'::text, 'warranty'::text, 'ours'::text, 'planned'::text]))),
  constraint repair_slips_labour_fen_check CHECK ((labour_fen >= 0)),
  constraint repair_slips_location_check CHECK (((length(location) >= 1) AND (length(location) <= 200))),
  constraint repair_slips_material_fen_check CHECK ((material_fen >= 0)),
  constraint repair_slips_material_verdict_check CHECK ((material_verdict = ANY (ARRAY['fit'::text, 'unfit'::text]))),
  constraint repair_slips_payment_check CHECK ((payment = ANY (ARRAY['now'::text, 'account'::text]))),
  constraint repair_slips_pricing_check CHECK ((pricing = ANY (ARRAY['free'::text, 'chargeable'::text]))),
  constraint repair_slips_priority_check CHECK ((priority = ANY (ARRAY['P1'::text, 'P2'::text, 'P3'::text, 'P4'::text]))),
  constraint repair_slips_problem_check CHECK (((length(problem) >= 1) AND (length(problem) <= 2000))),
  constraint repair_slips_reporter_name_check CHECK (((length(reporter_name) >= 1) AND (length(reporter_name) <= 60))),
  constraint repair_slips_reporter_phone_check CHECK (((length(reporter_phone) >= 1) AND (length(reporter_phone) <= 40))),
  constraint repair_slips_reworks_check CHECK ((reworks >= 0)),
  constraint repair_slips_satisfaction_check CHECK ((satisfaction = ANY (ARRAY['satisfied'::text, 'acceptable'::text, 'dissatisfied'::text]))),
  constraint repair_slips_signature_method_check CHECK ((signature_method = ANY (ARRAY['pad'::text, 'scan'::text, 'platform'::text]))),
  constraint repair_slips_total_fen_check CHECK ((total_fen >= 0)),
  constraint repair_slips_unfit_decision_check CHECK ((unfit_decision = ANY (ARRAY['useHouse'::text, 'atOwnRisk'::text]))),
  constraint repair_slips_work_minutes_check CHECK ((work_minutes >= 0))
);
alter table public.repair_slips enable row level security;
alter table public.repair_slips force row level security;
create policy border on public.repair_slips using ((public.acting_for_house() OR public.sees_case(case_id)));
create policy house on public.repair_slips to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.repair_slips to atrium_app;
comment on column public.repair_slips.total_fen is 'fen the customer owes; 0 for a free repair, whatever it cost';

create table public.reversal_requests (
  id uuid not null,
  payment_id uuid not null,
  reason text not null,
  requested_by uuid not null,
  requested_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  approved boolean,
  denial text,
  constraint reversal_requests_pkey PRIMARY KEY (id),
  constraint reversal_requests_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id),
  constraint reversal_requests_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payments(id),
  constraint reversal_requests_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES public.people(id),
  constraint reversal_requests_check CHECK ((decided_by IS DISTINCT FROM requested_by)),
  constraint reversal_requests_denial_check CHECK (((length(denial) >= 1) AND (length(denial) <= 500))),
  constraint reversal_requests_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);
CREATE UNIQUE INDEX reversal_requested_once ON public.reversal_requests USING btree (payment_id) WHERE (approved IS NOT FALSE);
alter table public.reversal_requests enable row level security;
create policy house on public.reversal_requests to atrium_house using (true) with check (true);
create policy reversal_requests_border on public.reversal_requests using (public.acting_for_house());
grant delete, insert, select, update on public.reversal_requests to atrium_app;
comment on column public.reversal_requests.denial is 'why the second person said no';

create table public.role_requests (
  id uuid not null,
  person_id uuid not null,
  roles text[] not null,
  requested_by uuid not null,
  requested_at timestamp with time zone not null default now(),
  decided_by uuid,
  decided_at timestamp with time zone,
  approved boolean,
  constraint role_requests_pkey PRIMARY KEY (id),
  constraint role_requests_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id),
  constraint role_requests_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint role_requests_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES public.people(id),
  constraint role_requests_check CHECK ((decided_by IS DISTINCT FROM requested_by))
);
CREATE UNIQUE INDEX role_requested_once ON public.role_requests USING btree (person_id) WHERE (decided_at IS NULL);
grant delete, insert, select, update on public.role_requests to atrium_app;

create table public.saved_views (
  id uuid not null,
  person_id uuid not null,
  page text not null,
  name text not null,
  query text not null,
  created_at timestamp with time zone not null default now(),
  constraint saved_views_pkey PRIMARY KEY (id),
  constraint saved_views_person_id_page_name_key UNIQUE (person_id, page, name),
  constraint saved_views_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint saved_views_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint saved_views_page_check CHECK (((length(page) >= 1) AND (length(page) <= 60))),
  constraint saved_views_query_check CHECK ((length(query) <= 2000))
);
grant delete, insert, select, update on public.saved_views to atrium_app;

create table public.schema_migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (name)
);

create table public.security_log (
  id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  person_id uuid,
  event text not null,
  address text not null default ''::text,
  detail jsonb not null default '{}'::jsonb,
  constraint security_log_pkey PRIMARY KEY (id)
);
CREATE INDEX security_log_person ON public.security_log USING btree (person_id, at DESC);
CREATE TRIGGER security_log_append_only BEFORE DELETE OR UPDATE ON public.security_log FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
grant insert, select on public.security_log to atrium_app;

create table public.service_slips (
  case_id uuid not null,
  source_number text,
  source_text text,
  round smallint not null,
  urgent boolean not null,
  department text not null,
  content text not null,
  required_by timestamp with time zone not null,
  earlier_dates jsonb not null,
  customer_wish text,
  dispatched_by text not null,
  received_by text,
  accepted_at timestamp with time zone,
  workers uuid[] not null,
  suggestion jsonb,
  insist_reason text,
  result text,
  completed_at timestamp with time zone,
  responsible text,
  verified_by text,
  verified_at timestamp with time zone,
  verify_note text,
  redos smallint not null,
  return_reason text,
  earlier_results jsonb not null,
  close_reason text,
  constraint service_slips_pkey PRIMARY KEY (case_id),
  constraint service_slips_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint service_slips_check CHECK (((completed_at IS NULL) = (result IS NULL))),
  constraint service_slips_check1 CHECK (((verified_at IS NULL) OR ((verified_by IS NOT NULL) AND (completed_at IS NOT NULL)))),
  constraint service_slips_content_check CHECK (((length(content) >= 1) AND (length(content) <= 2000))),
  constraint service_slips_department_check CHECK ((department = ANY (ARRAY['engineering'::text, 'security'::text, 'cleaning'::text, 'customerService'::text, 'finance'::text, 'leasing'::text, 'hr'::text]))),
  constraint service_slips_dispatched_by_check CHECK (((length(dispatched_by) >= 1) AND (length(dispatched_by) <= 60))),
  constraint service_slips_redos_check CHECK ((redos >= 0)),
  constraint service_slips_round_check CHECK (((round >= 1) AND (round <= 99))),
  constraint service_slips_source_text_check CHECK ((length(source_text) <= 200))
);
alter table public.service_slips enable row level security;
alter table public.service_slips force row level security;
create policy border on public.service_slips using ((public.acting_for_house() OR public.sees_case(case_id)));
create policy house on public.service_slips to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.service_slips to atrium_app;

create table public.sessions (
  token_hash text not null,
  person_id uuid not null,
  stage text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  address text not null default ''::text,
  agent text not null default ''::text,
  factor_at timestamp with time zone,
  constraint sessions_pkey PRIMARY KEY (token_hash),
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint sessions_stage_check CHECK ((stage = ANY (ARRAY['password'::text, 'full'::text])))
);
CREATE INDEX sessions_person ON public.sessions USING btree (person_id);
CREATE TRIGGER sessions_ended AFTER DELETE ON public.sessions FOR EACH ROW EXECUTE FUNCTION public.tell_session_changed();
grant delete, insert, select, update on public.sessions to atrium_app;
comment on column public.sessions.factor_at is 'when the second factor was shown in this session';

create table public.sign_in_buckets (
  bucket text not null,
  full_until timestamp with time zone not null,
  constraint sign_in_buckets_pkey PRIMARY KEY (bucket)
);
CREATE INDEX sign_in_buckets_age ON public.sign_in_buckets USING btree (full_until);
grant delete, insert, select, update on public.sign_in_buckets to atrium_app;
comment on column public.sign_in_buckets.full_until is 'each failure moves it on by one interval; too far ahead of now: refused';

create table public.staff (
  person_id uuid not null,
  staff_number text not null,
  department text not null,
  post text not null default ''::text,
  trade text not null default ''::text,
  superior_id uuid,
  constraint staff_pkey PRIMARY KEY (person_id),
  constraint staff_staff_number_key UNIQUE (staff_number),
  constraint staff_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id),
  constraint staff_superior_id_fkey FOREIGN KEY (superior_id) REFERENCES public.staff(person_id),
  constraint staff_check CHECK ((superior_id IS DISTINCT FROM person_id)),
  constraint staff_department_check CHECK ((department = ANY (ARRAY['company'::text, 'project'::text, 'customerService'::text, 'engineering'::text, 'security'::text, 'cleaning'::text, 'finance'::text, 'leasing'::text, 'hr'::text, 'it'::text])))
);
CREATE INDEX staff_superior ON public.staff USING btree (superior_id);
CREATE TRIGGER staff_superior_acyclic BEFORE INSERT OR UPDATE OF superior_id ON public.staff FOR EACH ROW EXECUTE FUNCTION public.refuse_superior_cycle();
grant delete, insert, select, update on public.staff to atrium_app;
comment on column public.staff.superior_id is 'exactly one direct superior (principle 1); only the general manager has none';

create table public.superiors (
  person_id uuid not null,
  superior_id uuid,
  since timestamp with time zone not null,
  changed_by uuid,
  constraint superiors_pkey PRIMARY KEY (person_id, since),
  constraint superiors_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.staff(person_id),
  constraint superiors_superior_id_fkey FOREIGN KEY (superior_id) REFERENCES public.staff(person_id)
);
grant delete, insert, select, update on public.superiors to atrium_app;

create table public.tenancies (
  id uuid not null,
  customer_id uuid not null,
  contract text not null,
  starts date not null,
  ends date not null,
  state text not null default 'running'::text,
  restoration text not null default 'negotiable'::text,
  constraint tenancies_pkey PRIMARY KEY (id),
  constraint tenancies_customer_id_contract_key UNIQUE (customer_id, contract),
  constraint tenancies_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id),
  constraint tenancies_check CHECK ((ends >= starts)),
  constraint tenancies_restoration_check CHECK ((restoration = ANY (ARRAY['restore'::text, 'keep'::text, 'negotiable'::text]))),
  constraint tenancies_state_check CHECK ((state = ANY (ARRAY['coming'::text, 'running'::text, 'ended'::text])))
);
CREATE INDEX tenancies_customer ON public.tenancies USING btree (customer_id);
alter table public.tenancies enable row level security;
alter table public.tenancies force row level security;
create policy border on public.tenancies using ((public.acting_for_house() OR (customer_id = public.acting_customer())));
create policy house on public.tenancies to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.tenancies to atrium_app;

create table public.tenancy_units (
  tenancy_id uuid not null,
  unit_id uuid not null,
  during daterange not null,
  constraint tenancy_units_pkey PRIMARY KEY (tenancy_id, unit_id),
  constraint unit_let_once EXCLUDE USING gist (unit_id WITH =, during WITH &&),
  constraint tenancy_units_tenancy_id_fkey FOREIGN KEY (tenancy_id) REFERENCES public.tenancies(id),
  constraint tenancy_units_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.units(id),
  constraint tenancy_units_during_check CHECK ((NOT isempty(during)))
);
alter table public.tenancy_units enable row level security;
alter table public.tenancy_units force row level security;
create policy border on public.tenancy_units using ((public.acting_for_house() OR (EXISTS ( SELECT
   FROM public.tenancies
  WHERE (tenancies.id = tenancy_units.tenancy_id)))));
create policy house on public.tenancy_units to atrium_house using (true) with check (true);
grant delete, insert, select, update on public.tenancy_units to atrium_app;

create table public.timeline (
  case_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  actor_id uuid,
  actor_kind text not null,
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
  constraint timeline_pkey PRIMARY KEY (case_id, seq),
  constraint timeline_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id),
  constraint timeline_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'customer'::text, 'guest'::text, 'clock'::text]))),
  constraint timeline_seq_check CHECK ((seq > 0))
);
CREATE INDEX timeline_figures ON public.timeline USING btree (action, at) WHERE (action = ANY (ARRAY['finish'::text, 'sign'::text, 'callBack'::text, 'rate'::text]));
CREATE TRIGGER timeline_append_only BEFORE DELETE OR UPDATE ON public.timeline FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
alter table public.timeline enable row level security;
alter table public.timeline force row level security;
create policy border on public.timeline using ((public.acting_for_house() OR public.sees_case(case_id)));
create policy house on public.timeline to atrium_house using (true) with check (true);
grant insert, select on public.timeline to atrium_app;

create table public.told_preferences (
  person_id uuid not null,
  choices jsonb not null,
  changed_at timestamp with time zone not null,
  constraint told_preferences_pkey PRIMARY KEY (person_id),
  constraint told_preferences_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id)
);
alter table public.told_preferences enable row level security;
alter table public.told_preferences force row level security;
create policy told_preferences_border on public.told_preferences using (((public.acting_kind() = 'system'::text) OR (person_id = public.acting_person())));
grant delete, insert, select, update on public.told_preferences to atrium_app;

create table public.units (
  id uuid not null,
  code text not null,
  building_code text not null,
  floor smallint not null,
  use text not null,
  area_cm2 bigint not null,
  "position" smallint not null default 0,
  report_token text not null,
  constraint units_pkey PRIMARY KEY (id),
  constraint units_code_key UNIQUE (code),
  constraint units_report_token_key UNIQUE (report_token),
  constraint units_building_code_floor_fkey FOREIGN KEY (building_code, floor) REFERENCES public.floors(building_code, floor),
  constraint units_area_cm2_check CHECK ((area_cm2 >= 0)),
  constraint units_code_check CHECK ((code ~ '^[0-9]-[0-9A-Z]{2,6}$'::text)),
  constraint units_use_check CHECK ((use = ANY (ARRAY['office'::text, 'commercial'::text, 'hotel'::text, 'theatre'::text])))
);
grant delete, insert, select, update on public.units to atrium_app;
comment on column public.units.area_cm2 is 'area in square centimetres, so that 268.60 m² stays a whole number';
comment on column public.units.report_token is 'the unguessable part of the QR code on the door';

grant usage on schema public to atrium_app;

alter default privileges in schema public grant delete, insert, select, update on tables to atrium_app;

alter default privileges in schema public grant select, usage on sequences to atrium_app;

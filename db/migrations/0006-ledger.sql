-- Double entry in whole fen. Entries, charges, payments and allocations are only ever added to.
create table ledger_accounts (
  code text primary key check (code ~ '^[0-9]{4}(-[0-9]{2})?$'),
  name_zh text not null,
  name_en text not null,
  side text not null check (side in ('debit', 'credit'))
);
insert into ledger_accounts (code, name_zh, name_en, side) values
  ('1001', '库存现金', 'Cash in hand', 'debit'),
  ('1002', '银行存款', 'Bank', 'debit'),
  ('1012', '扫码与刷卡在途', 'Card and code payments in transit', 'debit'),
  ('1122', '应收账款', 'Receivables', 'debit'),
  ('2203', '预收账款', 'Prepayments', 'credit'),
  ('2221', '应交增值税', 'VAT payable', 'credit'),
  ('6001', '主营业务收入', 'Service income', 'credit');

create table ledger_entries (
  id uuid primary key,
  kind text not null check (kind in ('charge', 'payment', 'allocation', 'reversal')),
  happened_on date not null,
  written_at timestamptz not null,
  written_by uuid references people,
  case_id uuid references cases,
  memo text not null default '',
  reverses_id uuid unique references ledger_entries
);

create table ledger_postings (
  entry_id uuid not null references ledger_entries,
  line smallint not null check (line > 0),
  account text not null references ledger_accounts,
  customer_id uuid references customers,
  amount_fen bigint not null check (amount_fen <> 0 and amount_fen between -900000000000 and 900000000000),
  primary key (entry_id, line)
);
comment on column ledger_postings.amount_fen is 'debit positive, credit negative';
create index ledger_postings_customer on ledger_postings (customer_id, account);

create function entry_balances() returns trigger
  language plpgsql as $$
declare
  off numeric;
begin
  select sum(amount_fen) into off from ledger_postings where entry_id = new.entry_id;
  if off <> 0 then
    raise exception 'ledger entry % is out of balance by % fen', new.entry_id, off using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  return null;
end
$$;
create constraint trigger entry_balances after insert on ledger_postings
  deferrable initially deferred for each row execute function entry_balances();

create table charges (
  id uuid primary key,
  entry_id uuid not null references ledger_entries,
  case_id uuid references cases,
  customer_id uuid not null references customers,
  unit_id uuid references units,
  item text not null,
  description text not null,
  quantity numeric(14, 3) not null,
  unit_price_fen bigint not null,
  amount_fen bigint not null check (amount_fen <> 0 and amount_fen between -900000000000 and 900000000000),
  tax_rate_bp integer not null check (tax_rate_bp between 0 and 10000),
  tax_fen bigint not null,
  on_account boolean not null default false,
  due_on date,
  explained jsonb not null,
  written_at timestamptz not null,
  reverses_id uuid unique references charges
);
create index charges_case on charges (case_id);
create index charges_customer on charges (customer_id, written_at desc);
comment on column charges.explained is 'why this amount: price version, quantity, rounding, tax rate';

create table payments (
  id uuid primary key,
  number text not null unique,
  entry_id uuid not null references ledger_entries,
  customer_id uuid not null references customers,
  payer text not null check (length(payer) between 1 and 200),
  method text not null check (method in ('transfer', 'cheque', 'cash', 'card', 'code', 'collection')),
  amount_fen bigint not null check (amount_fen <> 0 and amount_fen between -900000000000 and 900000000000),
  reference text not null default '',
  received_at timestamptz not null,
  received_by uuid not null references people,
  carried_by uuid references people,
  reverses_id uuid unique references payments,
  reversal_requested_by uuid references people,
  check ((reverses_id is null) = (amount_fen > 0)),
  check (reversal_requested_by is distinct from received_by or reverses_id is null)
);
create index payments_customer on payments (customer_id, received_at desc);

create table reversal_requests (
  id uuid primary key,
  payment_id uuid not null references payments,
  reason text not null check (length(reason) between 1 and 500),
  requested_by uuid not null references people,
  requested_at timestamptz not null,
  decided_by uuid references people,
  decided_at timestamptz,
  approved boolean,
  check (decided_by is distinct from requested_by)
);
create unique index reversal_requested_once on reversal_requests (payment_id) where approved is not false;

create table allocations (
  payment_id uuid not null references payments,
  charge_id uuid not null references charges,
  amount_fen bigint not null check (amount_fen <> 0),
  written_at timestamptz not null,
  primary key (payment_id, charge_id)
);
create index allocations_charge on allocations (charge_id);

create table receipts (
  id uuid primary key,
  number text not null unique,
  payment_id uuid not null references payments,
  state text not null default 'issued' check (state in ('issued', 'voided', 'returned')),
  payer text not null,
  amount_fen bigint not null check (amount_fen > 0),
  in_words text not null,
  lines jsonb not null,
  issued_at timestamptz not null,
  issued_by uuid not null references people
);
create index receipts_payment on receipts (payment_id);

-- Nothing is paid twice: allocations never exceed the charge or the payment.
create function allocation_fits() returns trigger
  language plpgsql as $$
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
$$;
create constraint trigger allocation_fits after insert on allocations
  deferrable initially immediate for each row execute function allocation_fits();

do $$
declare
  name text;
begin
  foreach name in array array['ledger_entries', 'ledger_postings', 'charges', 'payments', 'allocations'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', name || '_append_only', name);
    execute format('revoke update, delete, truncate on %I from atrium_app', name);
  end loop;
end
$$;
revoke delete, truncate on receipts from atrium_app;

select draw_border('charges', $$customer_id = acting_customer()$$);
select draw_border('payments', $$customer_id = acting_customer()$$);
select draw_border('receipts', $$exists (select from payments where payments.id = payment_id)$$);

-- Charges are never edited, so that a case was put on the customer's account is a fact of its own.
create table account_releases (
  case_id uuid primary key references cases,
  customer_id uuid not null references customers,
  released_at timestamptz not null,
  released_by uuid references people
);
create index account_releases_customer on account_releases (customer_id);
comment on table account_releases is 'cases whose charges go to the monthly account instead of being paid at once (domain §2.4)';
create trigger account_releases_append_only before update or delete on account_releases
  for each row execute function refuse_change();
revoke update, delete, truncate on account_releases from atrium_app;

-- What came of a reversal, for the card of the payment and for its receipt.
alter table reversal_requests add column denial text check (length(denial) between 1 and 500);
comment on column reversal_requests.denial is 'why the second person said no';

create index payments_list on payments (received_at desc, id desc);

-- The nets look at every row whoever acts, and lock a charge although nobody may change one.
alter function allocation_fits() security definer;
alter function allocation_fits() set search_path = public, pg_temp;
alter function entry_balances() security definer;
alter function entry_balances() set search_path = public, pg_temp;

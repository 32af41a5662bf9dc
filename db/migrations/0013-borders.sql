-- Row-level security for the tables that hang on others. Not forced: the triggers that guard them run as their owner.
alter table account_releases enable row level security;
create policy account_releases_read on account_releases for select using (acting_for_house() or customer_id = acting_customer());
create policy account_releases_write on account_releases for insert with check (acting_for_house() or customer_id = acting_customer());

-- The books belong to the house; what a customer does may add to them, but he reads charges, payments and receipts only.
alter table ledger_entries enable row level security;
create policy ledger_entries_read on ledger_entries for select using (acting_for_house());
create policy ledger_entries_write on ledger_entries for insert with check (true);
alter table ledger_postings enable row level security;
create policy ledger_postings_read on ledger_postings for select using (acting_for_house());
create policy ledger_postings_write on ledger_postings for insert with check (true);
alter table allocations enable row level security;
create policy allocations_border on allocations
  using (acting_for_house() or exists (select from charges where charges.id = charge_id));
alter table reversal_requests enable row level security;
create policy reversal_requests_border on reversal_requests using (acting_for_house());

alter table document_copies enable row level security;
create policy document_copies_border on document_copies
  using (acting_for_house() or exists (select from documents where documents.id = document_id));

select open_to_house(name) from unnest(array['account_releases', 'ledger_entries', 'ledger_postings', 'allocations', 'reversal_requests', 'document_copies']::regclass[]) as name;

-- Anybody's act may tell somebody; only the house reads what is waiting to be told.
alter table outbox enable row level security;
create policy outbox_read on outbox for select using (acting_kind() = 'system');
create policy outbox_write on outbox for insert with check (true);
create policy outbox_deliver on outbox for update using (acting_kind() = 'system');

-- A stream that stays open asks again whether it still may, the moment something about its person changes.
create function tell_session_changed() returns trigger
  language plpgsql as $$
declare
  whose jsonb := to_jsonb(coalesce(old, new));
begin
  perform pg_notify('atrium_sessions', coalesce(whose ->> 'person_id', whose ->> 'id'));
  return null;
end
$$;
create trigger sessions_ended after delete on sessions for each row execute function tell_session_changed();
create trigger roles_changed after insert or delete on person_roles for each row execute function tell_session_changed();
create trigger account_changed after update of disabled on accounts for each row
  when (old.disabled is distinct from new.disabled) execute function tell_session_changed();
create trigger person_changed after update of active on people for each row
  when (old.active is distinct from new.active) execute function tell_session_changed();

-- What hangs on a case. Rows are written before the case itself is, so writing is open and reading is not.
select draw_border('deadlines', 'sees_case(case_id)');
create policy deadlines_write on deadlines for insert with check (true);
select draw_border('pauses', 'sees_case(case_id)');
create policy pauses_write on pauses for insert with check (true);
select draw_border('tenancy_units', 'exists (select from tenancies where tenancies.id = tenancy_id)');

-- An answer that was kept belongs to who asked.
select draw_border('idempotency', $$actor = coalesce(acting_person()::text, nullif(current_setting('atrium.guest', true), ''))$$);

-- What must hold of the books at every moment; each query names what breaks it, and none may name anything.

-- every entry sums to zero
select 'unbalanced entry' as fault, entry_id::text as what, sum(amount_fen)::text as detail
from ledger_postings group by entry_id having sum(amount_fen) <> 0
union all
-- and so do all of them together
select 'unbalanced books', '', sum(amount_fen)::text from ledger_postings having coalesce(sum(amount_fen), 0) <> 0
union all
select 'entry without postings', ledger_entries.id::text, kind
from ledger_entries where not exists (select from ledger_postings where entry_id = ledger_entries.id)
union all
-- receivables are what is charged and not paid, customer by customer
select 'receivables differ', customers.code, booked::text || ' booked, ' || owed::text || ' owed'
from customers
cross join lateral (
  select coalesce(sum(amount_fen), 0) as booked from ledger_postings where account = '1122' and customer_id = customers.id
) books
cross join lateral (
  select coalesce((select sum(amount_fen) from charges where customer_id = customers.id), 0)
       - coalesce((select sum(amount_fen) from payments where customer_id = customers.id), 0) as owed
) desk
where booked <> owed
union all
-- nothing is paid beyond what is charged, and nothing is allocated beyond what is paid
select 'charge overpaid', charges.id::text, sum(allocations.amount_fen)::text
from charges join allocations on charge_id = charges.id
group by charges.id having sum(allocations.amount_fen) > charges.amount_fen or sum(allocations.amount_fen) < 0
union all
select 'payment and allocations differ', payments.number, coalesce(sum(allocations.amount_fen), 0)::text
from payments left join allocations on payment_id = payments.id
group by payments.id having coalesce(sum(allocations.amount_fen), 0) <> payments.amount_fen
union all
-- a charge's tax lies inside it
select 'tax outside the charge', id::text, tax_fen::text from charges where abs(tax_fen) > abs(amount_fen)
union all
-- payments and receipts are numbered without gaps
select 'gap in payments', prefix || '-' || year::text, last::text || ' given, ' || found::text || ' found'
from number_series
cross join lateral (select count(*) as found from payments where number like prefix || '-' || year::text || '-%') papers
where prefix = 'SK' and found <> last
union all
select 'gap in receipts', prefix || '-' || year::text, last::text || ' given, ' || found::text || ' found'
from number_series
cross join lateral (select count(*) as found from receipts where number like prefix || '-' || year::text || '-%') papers
where prefix = 'SJ' and found <> last
union all
-- a payment that was taken in has its receipt, one that was taken back has none that still stands
select 'payment without receipt', payments.number, ''
from payments where reverses_id is null and not exists (select from receipts where payment_id = payments.id)
union all
select 'receipt of a reversed payment', receipts.number, receipts.state
from receipts where state = 'issued' and exists (select from payments where reverses_id = receipts.payment_id)
union all
-- two persons stand behind a reversal
select 'reversal by one hand', number, ''
from payments where reverses_id is not null and (reversal_requested_by is null or reversal_requested_by = received_by)

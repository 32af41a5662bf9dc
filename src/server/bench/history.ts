/* The tables of a history, in the order they are filled: plain SQL over the thrown dice. */

const cases = `
  insert into cases (id, process, number, state, version, title, priority, customer_id, unit_id, place, contact_id, opened_by,
    opened_as, owner_id, assignee_id, crew_ids, opened_at, entered_at, due_at, paused, closed_at, category, search)
  select drawn.id, 'repair', numbered.number, state, 3, problem, priority, customer_id, unit_id, units.code, contact_id, owner_id,
    'staff', owner_id, worker_id, array[worker_id], opened_at, opened_at + interval '3 hours',
    case when open then opened_at + interval '1 day' end, open and state = 'suspended',
    case when not open then opened_at + interval '3 days' end, category,
    doubled(lower(numbered.number) || ' ' || drawn.phone || ' ' || units.code || ' ') || drawn.said || '  ' || customers.said
  from (select id, series || lpad(nth::text, greatest(4, length(nth::text)), '0') as number
        from (select id, series, row_number() over (partition by series order by i) as nth from drawn) as counted) as numbered
  join drawn using (id) join units on units.id = unit_id 
  join (select id, doubled(search) as said from customers) as customers on customers.id = customer_id
  order by i`

const slips = `
  insert into repair_slips (case_id, reported_at, channel, reporter_name, reporter_phone, area, location, problem, category, priority,
    pricing, free_reason, called_through, workers, tools, customer_material, labour, materials, out_of_hours, labour_fen, material_fen,
    total_fen, reworks, call_backs, joined_calls, accepted_at, completed_at, work_done)
  select id, opened_at, 'phone', reporter, phone, 'customer', location, problem, category, 'P' || priority,
    'free', 'warranty', false, array[worker_id], '{}', false, '[]', '[]', false, 0, 0, 0, 0, '[]', '[]', opened_at + interval '1 hour',
    case when not open then opened_at + interval '3 hours' end, case when not open then problem end
  from drawn order by i`

const timeline = `
  insert into timeline (case_id, seq, at, actor_id, actor_kind, actor_name, actor_role, action, from_state, to_state, input, changes,
    shown_to_customer, previous_hash, hash)
  select id, seq, opened_at + seq * interval '20 minutes', owner_id, 'staff', reporter, 'CSA', action, from_state, to_state,
    jsonb_build_object('note', location), '{}', true, repeat('0', 64), repeat('0', 64)
  from drawn cross join (values (1, 'open', '', 'registered'), (2, 'deliver', 'registered', 'delivered'), (3, 'accept', 'delivered', 'accepted'))
    as lines (seq, action, from_state, to_state)
  order by i, seq`

const deadlines = `
  insert into deadlines (case_id, clock, round, kind, started_at, due_at, met_at, next_at)
  select id, clock, 1, 'SERVICE', opened_at, opened_at + after, case when not open or clock = 'dispatch' then opened_at + after / 2 end,
    case when open and clock <> 'dispatch' then opened_at + after end
  from drawn cross join (values ('dispatch', interval '30 minutes'), ('finish', interval '1 day')) as clocks (clock, after)
  order by i`

const papers = `
  insert into documents (id, case_id, form, number, template_version, created_at)
  select id, id, 'F-30', number, '1.0', opened_at from cases where state <> 'registered' order by id`

/** One slip in five is paid for. */
const money = [
  `insert into ledger_entries (id, kind, happened_on, written_at, case_id)
   select id, 'charge', opened_at::date, opened_at, id from drawn where i % 5 = 0 order by i`,
  `insert into charges (id, entry_id, case_id, customer_id, unit_id, item, description, quantity, unit_price_fen, amount_fen, tax_rate_bp,
     tax_fen, explained, written_at)
   select id, id, id, customer_id, unit_id, 'R01', problem, 1, 5000, 5000, 600, 283, '{}', opened_at
   from drawn where i % 5 = 0 order by i`,
  `insert into payments (id, number, entry_id, customer_id, payer, method, amount_fen, received_at, received_by)
   select id, 'SK-' || i, id, customer_id, reporter, 'cash', 5000, opened_at, owner_id
   from drawn where i % 5 = 0 order by i`,
  `insert into allocations (payment_id, charge_id, amount_fen, written_at)
   select id, id, 5000, opened_at from drawn where i % 5 = 0 order by i`,
  `insert into receipts (id, number, payment_id, payer, amount_fen, in_words, lines, issued_at, issued_by)
   select id, 'SJ-' || i, id, reporter, 5000, '', '[]', opened_at, owner_id
   from drawn where i % 5 = 0 order by i`,
]

/** What went up the ladder: one in fifty, accepted long ago for closed slips. */
const escalations = `
  insert into escalations (id, case_id, cause, level, role, raised_at, sent_at, accepted_by, accepted_at, instruction)
  select id, id, 'finish', 1, 'CSM', opened_at, opened_at, case when not open then owner_id end,
    case when not open then opened_at end, case when not open then location end
  from drawn where i % 50 = 0 order by i`

export const history: readonly string[] = [cases, slips, timeline, deadlines, papers, ...money, escalations]

import { sql } from 'kysely'
import {
  counts,
  fellDue,
  inTime,
  type MonthFacts,
  nothing,
  onTime,
  type Rows,
  within,
  workingDaysAfter,
} from './queries-month.ts'

/* M1 to M9: repairs. What happened is read from the timeline and the clocks, so that a later rework does not change an earlier month. */

const category = sql<string>`cases.category`
const priority = sql<string>`'P' || cases.priority`
const paidWithin = 5

/** Slips first finished in the month: `at` is the moment. */
const firstFinished = (month: MonthFacts) => sql`
  select line.case_id, min(line.at) as at
  from timeline line join cases on cases.id = line.case_id
  where line.action = 'finish' and ${within('line.at', month)} and ${counts('repair', month)}
    and not exists (
      select from timeline before
      where before.case_id = line.case_id and before.action = 'finish' and before.at < ${month.from}::timestamptz)
  group by line.case_id`

export const m1 = (month: MonthFacts): Rows => sql`
  select cases.id as case_id, bool_and(${inTime}) as hit, ${nothing}, ${priority} as part
  from deadlines join cases on cases.id = deadlines.case_id
  where deadlines.clock = 'accept' and ${counts('repair', month)} and ${within('deadlines.started_at', month)}
    and deadlines.due_at >= ${month.from}::timestamptz and deadlines.due_at < ${month.to}::timestamptz + interval '30 days'
  group by cases.id`

export const m2 = (month: MonthFacts): Rows => sql`
  select cases.id as case_id, bool_and(coalesce(slip.arrived_at <= deadlines.due_at, false)) as hit, ${nothing},
    ${priority} as part
  from deadlines join cases on cases.id = deadlines.case_id join repair_slips slip on slip.case_id = cases.id
  where deadlines.clock = 'arrive' and ${counts('repair', month)} and ${fellDue(month)}
  group by cases.id`

export const m3 = (month: MonthFacts): Rows => onTime('repair', 'finish', month, priority)

export const m4 = (month: MonthFacts): Rows => sql`
  select cases.id as case_id, coalesce(first.at < ${month.to}::timestamptz, false) as hit, ${nothing}, ${category} as part
  from cases
  left join lateral (
    select min(at) as at from timeline where case_id = cases.id and action = 'finish') first on true
  where ${counts('repair', month)} and cases.state <> 'joined' and cases.opened_at < ${month.to}::timestamptz
    and cases.id in (
      select id from cases where process = 'repair' and ${within('opened_at', month)}
      union select id from cases where process = 'repair' and closed_at is null
      union select id from cases where process = 'repair' and closed_at >= ${month.from}::timestamptz)
    and (first.at is null or first.at >= ${month.from}::timestamptz)`

export const m5 = (month: MonthFacts): Rows => sql`
  select cases.id as case_id,
    slip.reworks > 0 or exists (
      select from cases again
      where again.unit_id = cases.unit_id and again.process = 'repair' and again.category = cases.category and again.id <> cases.id
        and again.opened_at > done.at and again.opened_at <= done.at + make_interval(days => ${month.rereportDays})
        and not (again.process || '/' || again.state = any (${[...month.voided]}::text[]))) as hit,
    ${nothing}, ${category} as part
  from (${firstFinished(month)}) done join cases on cases.id = done.case_id join repair_slips slip on slip.case_id = cases.id`

/** Signed in the month, and answered since. */
export const m6r = (month: MonthFacts): Rows => sql`
  select cases.id as case_id,
    bool_or(exists (
      select from jsonb_array_elements(slip.call_backs) as call
      where call ->> 'conclusion' <> 'notReached' and (call ->> 'at')::timestamptz >= line.at)) as hit,
    ${nothing}, '' as part
  from timeline line join cases on cases.id = line.case_id join repair_slips slip on slip.case_id = cases.id
  where line.action = 'sign' and ${within('line.at', month)} and ${counts('repair', month)}
  group by cases.id`

/** The last valid answer of each slip in the month: a call-back, or the tenant's own rating. */
export const m7 = (month: MonthFacts): Rows => sql`
  select distinct on (cases.id) cases.id as case_id,
    case when line.action = 'callBack' then line.input ->> 'conclusion' in ('satisfied', 'acceptable')
      else ((line.input ->> 'timeliness')::int + (line.input ->> 'attitude')::int
        + (line.input ->> 'quality')::int + (line.input ->> 'fee')::int) >= 16 end as hit,
    ${nothing}, ${category} as part
  from timeline line join cases on cases.id = line.case_id
  where line.action in ('callBack', 'rate') and ${within('line.at', month)} and ${counts('repair', month)}
    and (line.action = 'rate' or line.input ->> 'conclusion' in ('satisfied', 'acceptable', 'dissatisfied'))
  order by cases.id, line.at desc, line.seq desc`

export const m8 = (month: MonthFacts): Rows => sql`
  select cases.id as case_id, true as hit, gross.minutes as value, gross.minutes - coalesce(rest.minutes, 0) as net,
    ${category} as part
  from (${firstFinished(month)}) done join cases on cases.id = done.case_id
  cross join lateral (select extract(epoch from done.at - cases.opened_at)::float8 / 60 as minutes) gross
  left join lateral (
    select sum(extract(epoch from least(coalesce(pause.ended_at, done.at), done.at) - pause.started_at))::float8 / 60 as minutes
    from pauses pause where pause.case_id = cases.id and pause.started_at < done.at) rest on true`

const billed = (month: MonthFacts) => sql`
  select charge.case_id, min(charge.written_at) as at, sum(charge.amount_fen)::bigint as fen
  from charges charge join cases on cases.id = charge.case_id
  where ${within('charge.written_at', month)} and ${counts('repair', month)}
  group by charge.case_id`

export const m9a = (month: MonthFacts): Rows => sql`
  select billed.case_id, true as hit, billed.fen::float8 as value, null::float8 as net, '' as part
  from (${billed(month)}) billed`

export const m9p = (month: MonthFacts): Rows => {
  const ends = workingDaysAfter(month, paidWithin)
  return sql`
    select billed.case_id, coalesce(paid.fen >= owed.fen, false) as hit, ${nothing}, '' as part
    from (${billed(month)}) billed
    join unnest(${ends.map(({ day }) => day)}::date[], ${ends.map(({ end }) => end)}::timestamptz[]) as until (day, ends)
      on until.day = (billed.at at time zone 'Asia/Shanghai')::date
    cross join lateral (
      select sum(amount_fen) as fen from charges where case_id = billed.case_id) owed
    left join lateral (
      select sum(allocation.amount_fen) as fen
      from charges charge
      join allocations allocation on allocation.charge_id = charge.id
      join payments payment on payment.id = allocation.payment_id
      where charge.case_id = billed.case_id and payment.received_at < until.ends) paid on true
    where owed.fen > 0`
}

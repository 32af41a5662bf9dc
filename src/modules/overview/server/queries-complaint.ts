import { sql } from 'kysely'
import { dateOf } from '#lib/show-time.ts'
import { plusDays } from '#lib/time.ts'
import { counts, type MonthFacts, nothing, type Rows, within } from './queries-month.ts'

/* M10 to M14 and M6 of complaints. A complaint joined into another reports the same trouble and is not counted again. */

const solvedWithinMinutes = 120

const counted = (month: MonthFacts) => sql<boolean>`(${counts('complaint', month)} and cases.state <> 'joined')`
const registered = (month: MonthFacts) => sql<boolean>`(${counted(month)} and ${within('cases.opened_at', month)})`

/** When a complaint was first reported solved. */
const firstSolved = sql`
  left join lateral (
    select min(line.at) as at from timeline line
    where line.case_id = cases.id and line.to_state = 'resolved' and line.from_state <> 'resolved') solved on true`

export const m10n = (month: MonthFacts): Rows => sql`
  select cases.id as case_id, true as hit, ${nothing}, cases.category as part from cases where ${registered(month)}`

export const m11 = (month: MonthFacts): Rows => sql`
  select cases.id as case_id,
    coalesce(solved.at <= slip.accepted_at + make_interval(mins => ${solvedWithinMinutes}), false) as hit, ${nothing}, '' as part
  from cases join complaint_slips slip on slip.case_id = cases.id ${firstSolved}
  where ${registered(month)} and slip.direct`

export const m12s = (month: MonthFacts): Rows => sql`
  select cases.id as case_id, solved.at is not null as hit, ${nothing}, '' as part
  from cases ${firstSolved} where ${registered(month)}`

export const m12c = (month: MonthFacts): Rows => sql`
  select cases.id as case_id, cases.state = 'closed' as hit, ${nothing}, '' as part from cases where ${registered(month)}`

/** The ladder of §2.5.3: the head of the department, then the project manager. What goes to a shift lead is not yet a level. */
const reached = (level: 1 | 2, role: string, month: MonthFacts): Rows => sql`
  select cases.id as case_id,
    exists (
      select from escalations where case_id = cases.id and escalations.level = ${level} and escalations.role = ${role}) as hit,
    ${nothing}, '' as part
  from cases where ${registered(month)}`
export const m13a = (month: MonthFacts): Rows => reached(1, 'CSM', month)
export const m13b = (month: MonthFacts): Rows => reached(2, 'PM', month)

export const m13s = (month: MonthFacts): Rows => sql`
  select cases.id as case_id,
    bool_and(coalesce((accepted_at at time zone 'Asia/Shanghai')::date = (raised_at at time zone 'Asia/Shanghai')::date, false)) as hit,
    ${nothing}, '' as part
  from cases join escalations on escalations.case_id = cases.id and escalations.level = 2 and escalations.role = 'PM'
  where ${registered(month)} group by cases.id`

export const m14 = (month: MonthFacts): Rows => sql`
  select cases.id as case_id, slip.round = 1 as hit, ${nothing}, '' as part
  from cases join complaint_slips slip on slip.case_id = cases.id
  where ${counted(month)} and cases.state = 'closed' and ${within('cases.closed_at', month)}`

/** Solved for the first time in the month; a complaint open for longer than a year is looked at by hand. */
export const m6c = (month: MonthFacts): Rows => sql`
  select cases.id as case_id,
    jsonb_array_length(slip.answers) > 0 or exists (
      select from jsonb_array_elements(slip.call_backs) as call where call ->> 'conclusion' <> 'notReached') as hit,
    ${nothing}, '' as part
  from cases join complaint_slips slip on slip.case_id = cases.id ${firstSolved}
  where ${counted(month)} and ${within('solved.at', month)}
    and cases.opened_at >= ${month.from}::timestamptz - interval '1 year' and cases.opened_at < ${month.to}::timestamptz`

export const complaintsOfDepartment = (month: MonthFacts): Rows => sql`
  select cases.id as case_id, true as hit, ${nothing}, concerned.department as part
  from cases cross join lateral unnest(cases.departments) as concerned (department) where ${registered(month)}`

/** What complaints are divided by, as it is at the end of the month or today. */
const lastDay = ({ to, now }: MonthFacts): string => {
  const [end, today] = [plusDays(dateOf(to), -1), dateOf(now)]
  return end < today ? end : today
}

export const liveTenancies = (month: MonthFacts) => sql<number>`
  select count(*)::float8 as of from tenancies
  where starts <= ${lastDay(month)}::date and ends >= ${lastDay(month)}::date and state <> 'coming'`

/** Square metres. */
export const letArea = (month: MonthFacts) => sql<number>`
  select coalesce(sum(units.area_cm2), 0)::float8 / 10000 as of
  from tenancy_units join units on units.id = tenancy_units.unit_id join tenancies on tenancies.id = tenancy_units.tenancy_id
  where tenancy_units.during @> ${lastDay(month)}::date and tenancies.state <> 'coming'`

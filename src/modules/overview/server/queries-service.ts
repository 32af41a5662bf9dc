import { sql } from 'kysely'
import { counts, fellDue, inTime, type MonthFacts, nothing, onTime, type Rows, within } from './queries-month.ts'

/* M15, M16, M28, M34: corrective actions, service slips, opinions, messages. */

/** The department a case concerns; these processes have one each. */
const department = sql<string>`coalesce(cases.departments[1], '')`

/** The newest verification of the month; one that found no effect began another round and lies among the earlier ones. */
export const m15 = (month: MonthFacts): Rows => sql`
  select distinct on (cases.id) cases.id as case_id, verified.effective as hit, ${nothing}, ${department} as part
  from cases join corrective_actions slip on slip.case_id = cases.id
  cross join lateral (
    select slip.verified_at as at, slip.effect = 'effective' as effective where slip.effect is not null
    union all
    select (earlier ->> 'verifiedAt')::timestamptz, false from jsonb_array_elements(slip.earlier_rounds) as earlier) verified
  where ${counts('corrective-action', month)} and ${within('verified.at', month)}
    and cases.opened_at < ${month.to}::timestamptz
  order by cases.id, verified.at desc`

export const m15o = (month: MonthFacts): Rows => sql`
  select cases.id as case_id, true as hit, ${nothing}, ${department} as part
  from deadlines join cases on cases.id = deadlines.case_id
  where ${counts('corrective-action', month)} and ${fellDue(month)}
  group by cases.id having not bool_and(${inTime})`

export const m16 = (month: MonthFacts): Rows => onTime('service-slip', 'finish', month, department)

export const givenBack = (month: MonthFacts): Rows => sql`
  select cases.id as case_id, max(slip.redos) > 0 as hit, ${nothing}, ${department} as part
  from deadlines join cases on cases.id = deadlines.case_id join service_slips slip on slip.case_id = cases.id
  where deadlines.clock = 'finish' and ${counts('service-slip', month)} and ${fellDue(month)}
  group by cases.id`

export const m28 = (month: MonthFacts): Rows => onTime('opinion', 'answer', month, department)

export const m34 = (month: MonthFacts): Rows => onTime('message', 'hand', month, sql<string>`''`)

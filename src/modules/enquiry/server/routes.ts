import type { Tx } from '#kernel/database/database.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import type { AnyRoute } from '#kernel/http/server/route.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { dailyRoute, mostLines, openedOn } from '#kernel/process/server/daily-route.ts'
import { slipOf } from '#kernel/process/server/slip-rows.ts'
import { dailyRegisterPaper, type RegisterLine, registerForm } from '../papers/daily-register.ts'
import { enquiry } from '../process.ts'
import { EnquirySlip } from '../slip.ts'

/* What enquiries serve besides the routes every process has: 《问询登记》 F-141 of a day. */

export function routes(modules: readonly LoadedModule[]): readonly AnyRoute[] {
  return modules
    .filter(({ process }) => process.name === enquiry.name)
    .map((module) =>
      dailyRoute(module, {
        ...registerForm,
        paper: 'slip',
        summary: 'Print the daily enquiry register (F-141) of a date as PDF: every enquiry of that day, in order',
        linesOf,
        paperOf: dailyRegisterPaper,
      }),
    )
}

async function linesOf(tx: Tx, module: LoadedModule, date: string, actor: Actor): Promise<RegisterLine[]> {
  const rows = await tx
    .selectFrom('cases')
    .innerJoin('enquiry_slips', 'enquiry_slips.case_id', 'cases.id')
    .leftJoin('customers', 'customers.id', 'cases.customer_id')
    .leftJoin('people', 'people.id', 'enquiry_slips.follower')
    .selectAll('enquiry_slips')
    .select(['cases.number', 'cases.state', 'customers.short_name', 'people.name as follower_name'])
    .where(openedOn(module, date, actor))
    .orderBy('cases.opened_at')
    .orderBy('cases.number')
    .limit(mostLines)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    state: row.state,
    customer: row.short_name,
    follower: row.follower_name,
    slip: EnquirySlip.parse(slipOf(enquiry, row)),
  }))
}

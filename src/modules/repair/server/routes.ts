import type { Tx } from '#kernel/database/database.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import type { AnyRoute } from '#kernel/http/server/route.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { dailyRoute, mostLines, openedOn } from '#kernel/process/server/daily-route.ts'
import { slipOf } from '#kernel/process/server/slip-rows.ts'
import { dailyRegisterPaper, type RegisterLine, registerForm } from '../papers/daily-register.ts'
import { repair } from '../process.ts'
import type { RepairState } from '../process/states.ts'
import { RepairSlip } from '../slip.ts'

/* What repair serves besides the routes every process has: 《报修记录表》 F-31 of a day. */

export function routes(modules: readonly LoadedModule[]): readonly AnyRoute[] {
  return modules
    .filter(({ process }) => process.name === repair.name)
    .map((module) =>
      dailyRoute(module, {
        ...registerForm,
        paper: 'slip',
        summary: 'Print the daily repair register (F-31) of a date as PDF: every report of that day, in order',
        linesOf,
        paperOf: dailyRegisterPaper,
      }),
    )
}

async function linesOf(tx: Tx, module: LoadedModule, date: string, actor: Actor): Promise<RegisterLine[]> {
  const rows = await tx
    .selectFrom('cases')
    .innerJoin('repair_slips', 'repair_slips.case_id', 'cases.id')
    .leftJoin('customers', 'customers.id', 'cases.customer_id')
    .selectAll('repair_slips')
    .select(['cases.number', 'cases.state', 'cases.place', 'customers.short_name'])
    .where(openedOn(module, date, actor))
    .orderBy('cases.opened_at')
    .orderBy('cases.number')
    .limit(mostLines)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    state: row.state as RepairState,
    customer: row.short_name,
    place: row.place,
    slip: RepairSlip.parse(slipOf(repair, row)),
  }))
}

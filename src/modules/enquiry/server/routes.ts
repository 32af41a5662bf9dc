import { z } from 'zod'
import { plusDays, startOfDay } from '#lib/time.ts'
import type { Both } from '#lib/language.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { list } from '#kernel/process/define.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { print, templateOf } from '#kernel/process/server/paper-routes.ts'
import { slipOf } from '#kernel/process/server/slip-rows.ts'
import { visible } from '#kernel/process/server/visible.ts'
import { dailyRegisterPaper, type RegisterLine, registerForm } from '../papers/daily-register.ts'
import { enquiry } from '../process.ts'
import { EnquirySlip } from '../slip.ts'

/* What enquiries serve besides the routes every process has: 《问询登记》 F-141 of a day. */

const DayParam = z.object({ date: z.iso.date().refine((date) => date >= '2000' && date < '2101', 'absurdDate') })
/** More enquiries than this in a day are cut off: a hundred pages of register are no register. */
const mostLines = 2000

export function routes(modules: readonly LoadedModule[]): readonly AnyRoute[] {
  return modules.filter(({ process }) => process.name === enquiry.name).map(dailyRegister)
}

const dailyRegister = (module: LoadedModule): AnyRoute =>
  route({
    method: 'GET',
    path: '/api/enquiry/daily/:date',
    policy: list(enquiry.papers['slip']?.by),
    tag: enquiry.name,
    id: 'enquiry.daily',
    summary: 'Print the daily enquiry register (F-141) of a date as PDF: every enquiry of that day, in order',
    params: DayParam,
    answer: 'bytes',
    limit: { perMinute: 30 },
    async handle({ actor, params: { date }, language, reply }, house) {
      const lines = await house.database.as(actor, (tx) => linesOf(tx, module, date, actor))
      const printedAt = house.now()
      const company = house.rulebook.parameter<Both>('company.name', printedAt)
      const paper = dailyRegisterPaper({ date, lines, company, printedAt, printedBy: actor.name, language })
      const bytes = await print(templateOf(module, registerForm.template), paper)
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${registerForm.form}-${date}.pdf"`)
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
        .send(Buffer.from(bytes))
    },
  })

async function linesOf(tx: Tx, module: LoadedModule, date: string, actor: Actor): Promise<RegisterLine[]> {
  const rows = await tx
    .selectFrom('cases')
    .innerJoin('enquiry_slips', 'enquiry_slips.case_id', 'cases.id')
    .leftJoin('customers', 'customers.id', 'cases.customer_id')
    .leftJoin('people', 'people.id', 'enquiry_slips.follower')
    .selectAll('enquiry_slips')
    .select(['cases.number', 'cases.state', 'customers.short_name', 'people.name as follower_name'])
    .where('cases.process', '=', enquiry.name)
    .where(visible(actor, [module]))
    .where('cases.opened_at', '>=', startOfDay(date))
    .where('cases.opened_at', '<', startOfDay(plusDays(date, 1)))
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

import type { ExpressionBuilder } from 'kysely'
import { z } from 'zod'
import type { Both, Language } from '#lib/language.ts'
import { plusDays, startOfDay } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { DB } from '#kernel/database/types.ts'
import type { Paper } from '#kernel/forms/paper.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { dailyPrinters } from '../daily.ts'
import type { Actor } from '../roles.ts'
import { print, templateOf } from './paper-routes.ts'
import { visible } from './visible.ts'

/* The register of a day on paper: what a desk files in the evening. */

/** More than this in a day is cut off: a hundred pages of register are no register. */
export const mostLines = 2000

/** Cases of this process opened on a day (Shanghai) that this actor may see. */
export const openedOn = (module: LoadedModule, date: string, actor: Actor) => (eb: ExpressionBuilder<DB, 'cases'>) =>
  eb.and([
    eb('cases.process', '=', module.process.name),
    visible(actor, [module])(eb),
    eb('cases.opened_at', '>=', startOfDay(date)),
    eb('cases.opened_at', '<', startOfDay(plusDays(date, 1))),
  ])

interface Day<Line> {
  readonly date: string
  readonly lines: readonly Line[]
  readonly company: Both
  readonly printedAt: string
  readonly printedBy: string
  readonly language: Language
}

export interface DailyRegister<Line> {
  readonly form: string
  readonly template: string
  /** the paper whose printers may print the register too */
  readonly paper: string
  readonly summary: string
  linesOf(tx: Tx, module: LoadedModule, date: string, actor: Actor): Promise<readonly Line[]>
  paperOf(day: Day<Line>): Paper
}

const DayParam = z.object({ date: z.iso.date().refine((date) => date >= '2000' && date < '2101', 'absurdDate') })

export function dailyRoute<Line>(module: LoadedModule, register: DailyRegister<Line>): AnyRoute {
  const { name } = module.process
  return route({
    method: 'GET',
    path: `/api/${name}/daily/:date`,
    policy: dailyPrinters(module.process, register.paper),
    tag: name,
    id: `${name}.daily`,
    summary: register.summary,
    params: DayParam,
    answer: 'bytes',
    limit: { perMinute: 30 },
    async handle({ actor, params: { date }, language, reply }, house) {
      const lines = await house.database.as(actor, (tx) => register.linesOf(tx, module, date, actor))
      const printedAt = house.now()
      const company = house.rulebook.parameter<Both>('company.name', printedAt)
      const paper = register.paperOf({ date, lines, company, printedAt, printedBy: actor.name, language })
      const bytes = await print(templateOf(module, register.template), paper)
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${register.form}-${date}.pdf"`)
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
        .send(Buffer.from(bytes))
    },
  })
}

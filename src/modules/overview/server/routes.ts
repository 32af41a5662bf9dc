import { z } from 'zod'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { overseers } from '#kernel/process/promises.ts'
import { headOf } from '#kernel/process/roles.ts'
import { Month, promiseRoutes } from '#kernel/process/server/promise-routes.ts'
import { notFound } from '#kernel/process/server/refusals.ts'
import { CaseRowAnswer } from '#kernel/process/server/schemas.ts'
import { figures, specOf } from '../process/figures.ts'
import type { FigureMonth, FigureView } from '../rules.ts'
import { Note, type QualityMonth, Score, scoredDepartments } from '../slip.ts'
import type { FigureKey } from '../words/figures.ts'
import { casesOf, figuresOf, maySee } from './queries.ts'
import { noteSheet, qualityOf, signSheet } from './queries-quality.ts'
import { casesSheet, figuresSheet } from './queries-sheet.ts'
import { todayOf } from './queries-today.ts'

/* The promise board, the figures of a month with the cases behind each, the quality of service, and the strip of today. */

const at = z.string()
const spread = z.object({ mean: z.number(), median: z.number(), p90: z.number() }).nullable()
const part = {
  part: z.string(),
  hits: z.int(),
  of: z.number(),
  value: z.number().nullable(),
  gross: spread,
  net: spread,
}
const keys = Object.keys(figures) as [FigureKey, ...FigureKey[]]
const FigureAnswer: z.ZodType<FigureView> = z.object({
  ...part,
  key: z.enum(keys),
  missing: z.boolean(),
  target: z.number().nullable(),
  last: z.number().nullable(),
  parts: z.array(z.object(part)),
})
const MonthAnswer: z.ZodType<FigureMonth> = z.object({
  month: z.string(),
  running: z.boolean(),
  asOf: at,
  items: z.array(FigureAnswer),
})
const SheetAnswer = z.object({
  version: z.int(),
  scores: z.object({ complaints: z.int(), serviceSlips: z.int(), patrols: z.int(), survey: z.int() }),
  total: z.int(),
  comment: z.string(),
  signedBy: z.string(),
  signedAt: at,
  notedBy: z.string().nullable(),
  notedAt: at.nullable(),
  remark: z.string(),
})
const QualityAnswer: z.ZodType<QualityMonth> = z.object({
  month: z.string(),
  running: z.boolean(),
  items: z.array(
    z.object({
      department: z.enum(scoredDepartments),
      figures: z.array(FigureAnswer),
      kept: z.int(),
      missed: z.int(),
      sheet: SheetAnswer.nullable(),
      lastTotal: z.int().nullable(),
      maySign: z.boolean(),
      mayNote: z.boolean(),
    }),
  ),
})

const OfMonth = z.object({ month: Month })
const OfFigure = z.object({ month: Month, figure: z.enum(keys) })
const OfSheet = z.object({ month: Month, department: z.enum(scoredDepartments) })
const CasesAsked = z
  .object({
    part: z.string().max(60).optional(),
    hit: z.enum(['yes', 'no']).optional(),
    after: z.string().max(300).optional(),
  })
  .strict()
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const hitOf = (hit: 'yes' | 'no' | undefined) => (hit === undefined ? undefined : hit === 'yes')
const scorers = ['GM', 'PM', 'CSM', ...scoredDepartments.map(headOf)] as const

const own: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/today',
    policy: ['GM', 'PM', 'CSM'],
    tag: 'overview',
    id: 'overview.today',
    summary: 'What burns today: open complaints, what nobody accepted, what is overdue, what rests too long',
    answer: z.object({
      complaints: z.int(),
      next: z.object({ process: z.string(), number: z.string(), title: z.string(), dueAt: at }).nullable(),
      red: z.int(),
      repairs: z.int(),
      serviceSlips: z.int(),
      longPauses: z.int(),
    }),
    handle: ({ actor }, house) => house.database.as(actor, (tx) => todayOf(tx, house, actor)),
  }),
  route({
    method: 'GET',
    path: '/api/figures/:month',
    policy: overseers,
    tag: 'overview',
    id: 'overview.figures',
    summary: 'The figures of a month this reader oversees, with target and the month before',
    params: OfMonth,
    answer: MonthAnswer,
    handle: ({ actor, params }, house) => house.database.as(actor, (tx) => figuresOf(tx, house, actor, params.month)),
  }),
  route({
    method: 'GET',
    path: '/api/figures/:month/export.xlsx',
    policy: overseers,
    tag: 'overview',
    id: 'overview.exportFigures',
    summary: 'The figures of a month as a spreadsheet',
    params: OfMonth,
    answer: 'bytes',
    limit: { perMinute: 30 },
    async handle({ actor, params: { month }, language, reply }, house) {
      const bytes = await house.database.as(actor, (tx) => figuresSheet(tx, house, actor, month, language))
      return reply
        .type(sheetType)
        .header('content-disposition', `attachment; filename="figures-${month}.xlsx"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(bytes))
    },
  }),
  route({
    method: 'GET',
    path: '/api/figures/:month/:figure',
    policy: overseers,
    tag: 'overview',
    id: 'overview.cases',
    summary: 'The very cases a figure counts, and which of them are in its numerator',
    params: OfFigure,
    query: CasesAsked,
    answer: z.object({
      items: z.array(
        z.object({
          case: CaseRowAnswer,
          part: z.string(),
          hit: z.boolean(),
          value: z.number().nullable(),
          net: z.number().nullable(),
        }),
      ),
      next: z.string().nullable(),
      count: z.int(),
      more: z.boolean(),
    }),
    handle({ actor, params: { month, figure }, query: { hit, ...rest } }, house) {
      if (!maySee(actor, specOf(figure))) throw notFound()
      return house.database.as(actor, (tx) =>
        casesOf(tx, house, actor, { key: figure, month, hit: hitOf(hit), ...rest }),
      )
    },
  }),
  route({
    method: 'GET',
    path: '/api/figures/:month/:figure/export.xlsx',
    policy: overseers,
    tag: 'overview',
    id: 'overview.exportCases',
    summary: 'The cases a figure counts as a spreadsheet, 20,000 rows at most',
    params: OfFigure,
    query: CasesAsked.omit({ after: true }),
    answer: 'bytes',
    limit: { perMinute: 30 },
    async handle({ actor, params: { month, figure }, query: { hit, part: of }, language, reply }, house) {
      if (!maySee(actor, specOf(figure))) throw notFound()
      const asked = { key: figure, month, hit: hitOf(hit), part: of }
      const bytes = await house.database.as(actor, (tx) => casesSheet(tx, house, actor, asked, language))
      return reply
        .type(sheetType)
        .header('content-disposition', `attachment; filename="${figure}-${month}.xlsx"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(bytes))
    },
  }),
  route({
    method: 'GET',
    path: '/api/quality/:month',
    policy: scorers,
    tag: 'overview',
    id: 'overview.quality',
    summary: 'Quality of service of security, engineering and cleaning in a month, with the score sheets',
    params: OfMonth,
    answer: QualityAnswer,
    handle: ({ actor, params }, house) => house.database.as(actor, (tx) => qualityOf(tx, house, actor, params.month)),
  }),
  route({
    method: 'POST',
    path: '/api/quality/:month/:department',
    policy: ['CSM'],
    tag: 'overview',
    id: 'overview.signSheet',
    summary: 'Score and sign a department for a month (§2.26); a sheet signed again is a new version',
    params: OfSheet,
    body: Score,
    answer: QualityAnswer,
    status: 201,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        await signSheet(tx, house, asked.actor, asked.params, asked.body)
        return qualityOf(tx, house, asked.actor, asked.params.month)
      }),
  }),
  route({
    method: 'POST',
    path: '/api/quality/:month/:department/note',
    policy: ['PM'],
    tag: 'overview',
    id: 'overview.noteSheet',
    summary: 'Note the signed sheet of a department; then it stands',
    params: OfSheet,
    body: Note,
    answer: QualityAnswer,
    writes: true,
    handle: (asked, house) =>
      write(asked, house, async (tx) => {
        await noteSheet(tx, house, asked.actor, asked.params, asked.body)
        return qualityOf(tx, house, asked.actor, asked.params.month)
      }),
  }),
]

export const routes = (): readonly AnyRoute[] => [...promiseRoutes, ...own]

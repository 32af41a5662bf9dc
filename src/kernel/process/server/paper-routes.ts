import { relative } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { say } from '#lib/language.ts'
import { dateOf } from '#lib/show-time.ts'
import type { Both } from '#lib/language.ts'
import type { Tx } from '#kernel/database/database.ts'
import { fileStore } from '#kernel/files/server/store.ts'
import { countPrint } from '#kernel/forms/server/documents.ts'
import { printPaper } from '#kernel/forms/server/print.ts'
import { RenderBusy } from '#kernel/forms/server/render.ts'
import { type SheetRow, writeSheet } from '#kernel/forms/server/spreadsheet.ts'
import { Refused } from '#kernel/http/problem.ts'
import { doorWords } from '#kernel/http/words.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { list, type Paper } from '../define.ts'
import type { Actor } from '../roles.ts'
import { paperOf } from '../papers.ts'
import { departmentWords } from '#kernel/people/words.ts'
import { sheetWords } from '../print-words.ts'
import type { CaseRow, CaseView, RegisterQuery } from '../view.ts'
import { caseView } from './case-view.ts'
import { notFound } from './refusals.ts'
import { everyRow } from './register.ts'
import { NumberParam, RegisterParams } from './schemas.ts'

/* Paper and spreadsheets of cases: what is printed is what the reader may see, and each print is counted. */

const PaperParam = NumberParam.extend({ file: z.string().regex(/^[a-zA-Z]{1,40}\.pdf$/) })
const Copies = z
  .object({
    copy: z
      .string()
      .regex(/^[1-9](,[1-9]){0,8}$/)
      .optional(),
  })
  .strict()

export function paperRoutes(modules: readonly LoadedModule[]): AnyRoute[] {
  return modules.flatMap((module) => [paperRoute(module), exportRoute(module)])
}

function paperRoute(module: LoadedModule): AnyRoute {
  const { process } = module
  return route({
    method: 'GET',
    path: `/api/${process.name}/:number/paper/:file`,
    policy: [...new Set(Object.values(process.papers).flatMap((paper) => list(paper.by)))],
    tag: process.name,
    id: `${process.name}.print`,
    summary: `Print a paper of the case as PDF: ${Object.keys(process.papers).join(', ')}`,
    params: PaperParam,
    query: Copies,
    answer: 'bytes',
    limit: { perMinute: 60 },
    async handle(asked, house) {
      const name = asked.params.file.replace(/\.pdf$/, '')
      const paper = process.papers[name]
      if (
        !paper ||
        !Object.hasOwn(process.papers, name) ||
        !asked.actor.roles.some((role) => list(paper.by).includes(role))
      )
        throw notFound()
      const only = copiesFor(paper, asked.actor, asked.query.copy)
      const { view, signatures } = await house.database.as(asked.actor, async (tx) => {
        const found = await caseView(tx, house, module, asked.params.number, asked.actor)
        return { view: found, signatures: await signaturesOf(tx, house, found) }
      })
      const now = house.now()
      const company = house.rulebook.parameter<Both>('company.name', now)
      const printing = {
        view,
        process,
        words: module.words,
        language: asked.language,
        company,
        printedAt: now,
        printedBy: asked.actor.name,
        signatures,
      }
      const bytes = await print(templateOf(module, paper.template), paperOf(printing, name, module.papers[name], only))
      await house.database.as(asked.actor, async (tx) => {
        const { id } = await tx
          .selectFrom('cases')
          .select('id')
          .where('number', '=', view.number)
          .executeTakeFirstOrThrow()
        await countPrint(tx, id, paper.form)
      })
      return asked.reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${view.number}-${paper.form}.pdf"`)
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
        .send(Buffer.from(bytes))
    },
  })
}

/** A tenant prints the customer's copy and no other. */
function copiesFor(paper: Paper, actor: Actor, wanted: string | undefined): readonly number[] | null {
  if (actor.kind === 'customer' && paper.copies.length > 1) return [paper.copies.indexOf('customer') + 1]
  return wanted?.split(',').map(Number) ?? null
}

export async function print(template: string, paper: Parameters<typeof printPaper>[1]): Promise<Uint8Array> {
  try {
    return await printPaper(template, paper)
  } catch (error) {
    if (error instanceof RenderBusy)
      throw new Refused({ status: 503, code: 'busy', says: doorWords.busy, retryAfter: 5 })
    throw error
  }
}

/** Papers several processes print: their templates lie in kernel/forms/. */
const everybodys = ['standard', 'call-back']

/** Every other template lies in the module's own forms/ folder. */
export function templateOf(module: LoadedModule, template: string): string {
  if (everybodys.includes(template)) return `kernel/forms/${template}.typ`
  return `${relative(`${import.meta.dirname}/../../..`, module.folder)}/forms/${template}.typ`
}

async function signaturesOf(tx: Tx, house: House, view: CaseView): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = view.files
    .filter((file) => file.kind === 'image' && (file.purpose === 'signature' || file.purpose === 'receipt'))
    .map(({ id }) => id)
  if (wanted.length === 0) return new Map()
  const rows = await tx.selectFrom('files').select(['id', 'path']).where('id', 'in', wanted).execute()
  const store = fileStore(house.filesDir)
  const read = await Promise.all(
    rows.map(async ({ id, path }) => {
      const opened = await store.open(path)
      return opened === null ? null : ([id, new Uint8Array(await buffer(opened.stream))] as const)
    }),
  )
  return new Map(read.filter((one) => one !== null))
}

function exportRoute(module: LoadedModule): AnyRoute {
  const { process, words } = module
  return route({
    method: 'GET',
    path: `/api/${process.name}/export.xlsx`,
    policy: [...process.sight.all, ...(process.sight.department ?? []), ...process.sight.company],
    tag: process.name,
    id: `${process.name}.export`,
    summary: `${words.paper.en}: the register with these filters as a spreadsheet, 20,000 rows at most`,
    query: RegisterParams,
    answer: 'bytes',
    limit: { perMinute: 10 },
    async handle(asked, house) {
      const { actor, language, query } = asked
      const title = (key: keyof typeof sheetWords) => say(sheetWords[key], language)
      const bytes = await house.database.as(actor, (tx) =>
        writeSheet({
          name: say(words.paper, language),
          columns: [
            { key: 'number', title: title('number'), width: 16, kind: 'text' },
            { key: 'openedAt', title: title('openedAt'), width: 17, kind: 'datetime' },
            { key: 'customer', title: title('customer'), width: 24, kind: 'text' },
            { key: 'unit', title: title('unit'), width: 10, kind: 'text' },
            { key: 'title', title: title('title'), width: 48, kind: 'text' },
            { key: 'category', title: title('category'), width: 12, kind: 'text' },
            ...(process.priority
              ? [{ key: 'priority', title: title('priority'), width: 8, kind: 'text' } as const]
              : []),
            ...(process.departments
              ? [{ key: 'departments', title: title('departments'), width: 18, kind: 'text' } as const]
              : []),
            { key: 'state', title: title('state'), width: 14, kind: 'text' },
            { key: 'owner', title: title('owner'), width: 10, kind: 'text' },
            { key: 'assignee', title: title('assignee'), width: 10, kind: 'text' },
            { key: 'dueAt', title: title('dueAt'), width: 17, kind: 'datetime' },
            { key: 'closedAt', title: title('closedAt'), width: 17, kind: 'datetime' },
          ],
          rows: sheetRows(everyRow(tx, house, module, query as RegisterQuery, actor), (row) => ({
            number: row.number,
            openedAt: row.openedAt,
            customer: row.customer?.shortName ?? null,
            unit: row.place,
            title: row.title,
            category: say(words.options[row.category] ?? { zh: row.category, en: row.category }, language),
            priority: row.priority === null ? null : `P${row.priority}`,
            departments: row.departments.map((one) => say(departmentWords[one], language)).join('、'),
            state: say(words.states[row.state] ?? { zh: row.state, en: row.state }, language),
            owner: row.owner?.name ?? null,
            assignee: row.assignee?.name ?? null,
            dueAt: row.dueAt,
            closedAt: row.closedAt,
          })),
        }),
      )
      return asked.reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="${process.name}-${dateOf(house.now())}.xlsx"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(bytes))
    },
  })
}

async function* sheetRows(rows: AsyncIterable<CaseRow>, cells: (row: CaseRow) => SheetRow): AsyncGenerator<SheetRow> {
  for await (const row of rows) yield cells(row)
}

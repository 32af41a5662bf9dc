import type { MultipartFile } from '@fastify/multipart'
import { z } from 'zod'
import { readSheet, writeSheet } from '#kernel/forms/server/spreadsheet.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { House } from '#kernel/http/server/house.ts'
import { type AnyRoute, type Asked, route } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { day } from '#kernel/process/fields.ts'
import { type Both, type Language, say } from '#lib/language.ts'
import { dateOf } from '#lib/show-time.ts'
import { daysBetween, plusDays } from '#lib/time.ts'
import { type Cell, csvRows, readCalls, type RowFault } from '../rules.ts'
import { CallFigures, ReadAnswer, ShiftCount } from '../slip.ts'
import { callRefusals, columnWords, faultWords, words } from '../words.ts'
import { countShift, desk, figures, keepCalls, limitsAt, readers } from './queries.ts'

const mostBytes = 10 * 1024 * 1024
const mostRows = 100_000
const mostShown = 200
const mostDays = 366

const refuse = (code: string, says: Both, status = 422) => new Refused({ status, code, says })

/** The call screen: how the telephone was answered, counted by hand or read from the exchange (domain §2.15, M34). */
export const routes = (): readonly AnyRoute[] => [
  route({
    method: 'GET',
    path: '/api/calls/figures',
    policy: desk,
    tag: 'calls',
    id: 'calls.figures',
    summary: 'How calls were answered, day by day and by shift; the last 30 days unless told',
    query: z.strictObject({ from: day().optional(), to: day().optional() }),
    answer: CallFigures,
    handle: async ({ actor, query }, house) => {
      const now = house.now()
      const to = query.to ?? dateOf(now)
      const from = query.from ?? plusDays(to, -29)
      const length = daysBetween(from, to)
      if (length < 0 || length >= mostDays) throw refuse('period', callRefusals.period)
      return house.database.as(actor, (tx) => figures(tx, limitsAt(house.rulebook, now), actor, { from, to }))
    },
  }),
  route({
    method: 'POST',
    path: '/api/calls/counts',
    policy: desk,
    tag: 'calls',
    id: 'calls.count',
    summary: 'The calls of a shift, counted by hand; counting a shift again corrects it',
    body: ShiftCount,
    answer: z.object({ version: z.int() }),
    status: 201,
    writes: true,
    handle: (asked, house) => write(asked, house, (tx) => countShift(tx, asked.body, asked.actor, house.now())),
  }),
  route({
    method: 'POST',
    path: '/api/calls/import',
    policy: readers,
    tag: 'calls',
    id: 'calls.import',
    summary: 'Calls as the exchange exports them, CSV or XLSX; rows that cannot be read come back with the reason',
    answer: ReadAnswer,
    writes: true,
    upload: { most: mostBytes },
    limit: { perMinute: 20 },
    handle: importCalls,
  }),
]

async function importCalls(asked: Asked, house: House): Promise<ReadAnswer> {
  const now = house.now()
  const rows = await rowsOf(asked)
  const sheet = readCalls(rows, now)
  if ('missing' in sheet) {
    const list = (language: Language, between: string) =>
      sheet.missing.map((column) => say(columnWords[column], language)).join(between)
    throw refuse('missingColumns', callRefusals.missing({ zh: list('zh', '、'), en: list('en', ', ') }))
  }
  const { head, calls, faults } = sheet
  if (calls.length + faults.length === 0) throw refuse('empty', callRefusals.empty)
  const faultFile = faults.length === 0 ? null : await sheetOfFaults(head, faults, asked.language)
  return write(asked, house, async (tx) => {
    const added = await keepCalls(tx, calls, { by: asked.actor.id ?? '', at: now })
    return {
      rows: calls.length + faults.length,
      added,
      known: calls.length - added,
      faults: faults.slice(0, mostShown).map(({ row, why }) => ({ row, why: say(faultWords[why], asked.language) })),
      faultCount: faults.length,
      faultFile,
    }
  })
}

async function rowsOf(asked: Asked): Promise<readonly (readonly Cell[])[]> {
  const part: MultipartFile | undefined = await asked.request.file({ limits: { fileSize: mostBytes + 1 } })
  if (part === undefined) throw refuse('noFile', callRefusals.noFile, 400)
  const bytes = await part.toBuffer()
  if (bytes.length > mostBytes) throw refuse('tooLarge', callRefusals.tooLarge, 413)
  const rows = isZip(bytes) ? await workbookRows(bytes) : csvRows(textOf(bytes))
  if (rows.length > mostRows + 1) throw refuse('tooLarge', callRefusals.tooLarge, 413)
  return rows
}

async function workbookRows(bytes: Uint8Array): Promise<readonly (readonly Cell[])[]> {
  const read = await readSheet(bytes)
  if ('refused' in read)
    throw read.refused === 'tooLarge'
      ? refuse('tooLarge', callRefusals.tooLarge, 413)
      : refuse('notASheet', callRefusals.notASheet)
  return read.sheets[0]?.rows ?? []
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** UTF-8, or what Excel writes in China. Anything with a NUL is no text. */
function textOf(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw refuse('notASheet', callRefusals.notASheet)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** The rows as they came, mended and read again without the others; the reason stands in the last column. */
async function sheetOfFaults(
  head: readonly string[],
  faults: readonly RowFault[],
  language: Language,
): Promise<string> {
  const bytes = await writeSheet({
    name: say(words.faultFileName, language),
    columns: [
      ...head.map((title, at) => ({ key: `c${at}`, title, width: 16, kind: 'text' as const })),
      { key: 'row', title: say(words.rowNumber, language), width: 8, kind: 'number' as const },
      { key: 'why', title: say(words.reason, language), width: 40, kind: 'text' as const },
    ],
    rows: faults.map(({ row, why, cells }) => ({
      ...Object.fromEntries(cells.map((cell, at) => [`c${at}`, cell])),
      row,
      why: say(faultWords[why], language),
    })),
  })
  return Buffer.from(bytes).toString('base64')
}

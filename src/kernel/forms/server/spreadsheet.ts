/**
 * Spreadsheets out and in. Out: text is typed as text, so no cell is ever a formula, whatever was typed into it.
 * In: the archive is measured first and read in a worker that may fail without taking the server along.
 */
import { Worker } from 'node:worker_threads'
import { type CellValue, type ColumnDef, writeXlsx, XLSX_MAX_ROWS_PER_SHEET } from 'hucre'
import { zipEntries } from './zip-directory.ts'

export type SheetColumn = {
  readonly key: string
  readonly title: string
  /** Width in characters. */
  readonly width: number
  /** `money` is integer fen; `date` is YYYY-MM-DD; `datetime` is an ISO instant with Z, shown in Asia/Shanghai. */
  readonly kind: 'text' | 'number' | 'money' | 'date' | 'datetime'
}
export type SheetRow = Readonly<Record<string, string | number | bigint | null>>
export type SheetOut = {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: AsyncIterable<SheetRow> | Iterable<SheetRow>
}

export type SheetIn = { readonly name: string; readonly rows: readonly (readonly CellValue[])[] }
export type ReadRefusal = 'notASheet' | 'tooLarge' | 'broken'
export type ReadAnswer = { readonly sheets: readonly SheetIn[] } | { readonly refused: ReadRefusal }

/** The rows do not fit one sheet (1 048 575 and a head). */
export class SheetTooLong extends Error {}

const place = 'Asia/Shanghai'
const formats = { text: '@', number: 'General', money: '#,##0.00', date: 'yyyy-mm-dd', datetime: 'yyyy-mm-dd hh:mm' }
const forbiddenInName = /[\\/?*[\]:\p{Cc}]/gu
const writableControls = new Set(['\t', '\n', '\r'])
const longestName = 31
const longestText = 32_767

const mostPackedBytes = 10 * 1024 * 1024
const mostUnpackedBytes = 96 * 1024 * 1024
const mostEntries = 2_000
const readerMegabytes = 512
const readerSeconds = 30

/** An xlsx with a frozen head and a filter on it. Throws SheetTooLong, and RangeError for a value that is not its kind. */
export async function writeSheet(sheet: SheetOut): Promise<Uint8Array> {
  const rows: CellValue[][] = [sheet.columns.map((column) => plainText(column.title))]
  for await (const row of sheet.rows) {
    if (rows.length >= XLSX_MAX_ROWS_PER_SHEET) throw new SheetTooLong(sheet.name)
    rows.push(sheet.columns.map((column) => cell(column.kind, row[column.key] ?? null)))
  }
  const last = columnLetters(Math.max(sheet.columns.length, 1))
  return await writeXlsx({
    sheets: [
      {
        name: sheetName(sheet.name),
        columns: sheet.columns.map(columnStyle),
        rows,
        cells: headCells(sheet.columns),
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${last}${rows.length}` },
      },
    ],
  })
}

/** The cells of every sheet. A refusal is a value; nothing a file contains makes this throw. */
export async function readSheet(bytes: Uint8Array): Promise<ReadAnswer> {
  if (bytes.length > mostPackedBytes) return { refused: 'tooLarge' }
  const entries = zipEntries(bytes)
  if (!entries?.some((entry) => entry.name === 'xl/workbook.xml')) return { refused: 'notASheet' }
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (unpacked > mostUnpackedBytes || entries.length > mostEntries) return { refused: 'tooLarge' }
  return await readInWorker(bytes)
}

function readInWorker(bytes: Uint8Array): Promise<ReadAnswer> {
  const worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: readerMegabytes },
  })
  return new Promise((resolve) => {
    const answer = (outcome: ReadAnswer) => {
      clearTimeout(timer)
      resolve(outcome)
      void worker.terminate()
    }
    const timer = setTimeout(() => answer({ refused: 'tooLarge' }), readerSeconds * 1000)
    worker.on('message', answer)
    worker.on('error', (error: unknown) => answer({ refused: ranOutOfMemory(error) ? 'tooLarge' : 'broken' }))
    worker.on('exit', () => answer({ refused: 'broken' }))
  })
}

function ranOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function columnStyle(column: SheetColumn): ColumnDef {
  return { width: column.width, style: { numFmt: formats[column.kind] } }
}

function headCells(columns: readonly SheetColumn[]) {
  const style = { font: { bold: true }, numFmt: formats.text }
  return new Map(
    columns.map((column, at) => [`0,${at}`, { value: plainText(column.title), type: 'string' as const, style }]),
  )
}

function cell(kind: SheetColumn['kind'], value: string | number | bigint | null): CellValue {
  if (value === null) return null
  if (kind === 'text') return plainText(String(value))
  if (kind === 'date') return new Date(`${Temporal.PlainDate.from(String(value)).toString()}T00:00:00Z`)
  if (kind === 'datetime') return wallClock(String(value))
  const figure = Number(value)
  if (!Number.isFinite(figure)) throw new RangeError(`${String(value)} is no ${kind}`)
  return kind === 'money' ? figure / 100 : figure
}

/** A spreadsheet knows no zones: the wall clock of the house is written as if it were UTC. */
function wallClock(instant: string): Date {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(place).toPlainDateTime()
  return new Date(local.toZonedDateTime('UTC').epochMilliseconds)
}

/** Signs XML cannot carry are dropped; a cell holds no more than Excel allows. */
function plainText(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (writableControls.has(sign) ? sign : ''))
    .slice(0, longestText)
}

function sheetName(name: string): string {
  const clean = plainText(name)
    .replace(forbiddenInName, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, longestName)
  return clean === '' ? 'Sheet1' : clean
}

function columnLetters(count: number): string {
  let letters = ''
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

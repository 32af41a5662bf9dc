/** Reads one workbook and ends. It may run out of its memory: that ends this thread and nothing else. */
import { parentPort, workerData } from 'node:worker_threads'
import { readXlsx } from 'hucre'
import type { ReadAnswer } from './spreadsheet.ts'
import { unpacksAsDeclared } from './zip-directory.ts'

const bytes: Uint8Array = workerData
const mostRows = 50_000
const mostCells = 2_000_000

parentPort?.postMessage(await answer())

async function answer(): Promise<ReadAnswer> {
  if (!unpacksAsDeclared(bytes)) return { refused: 'broken' }
  try {
    const { sheets } = await readXlsx(bytes, { maxRows: mostRows + 1 })
    const cells = sheets.flatMap((sheet) => sheet.rows).reduce((sum, row) => sum + row.length, 0)
    if (cells > mostCells || sheets.some((sheet) => sheet.rows.length > mostRows)) return { refused: 'tooLarge' }
    return { sheets: sheets.map(({ name, rows }) => ({ name, rows })) }
  } catch {
    return { refused: 'broken' }
  }
}

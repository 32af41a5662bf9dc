import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Presets, SingleBar } from 'cli-progress'
import { sql } from 'kysely'
import type { Both } from '#lib/language.ts'
import type { Database } from '#kernel/database/database.ts'
import { verifyChains } from '#kernel/process/server/timeline.ts'
import type { Config } from '../config.ts'
import { withDatabase } from './reach.ts'
import { tell } from './tell.ts'
import { cliWords } from './words.ts'

/* npx atrium verify: is what was kept still what was written? Reads everything, changes nothing. */

/** What one look found: how much it looked at, and each thing that is broken. */
export interface Finding {
  readonly checked: number
  readonly faults: readonly Both[]
}
export type Progress = (done: number, total: number) => void

const invariants = join(import.meta.dirname, '..', '..', 'kernel', 'ledger', 'invariants.sql')
const mostNamed = 100

export async function verify(config: Config): Promise<number> {
  return await withDatabase(config, { bring: false }, async (database) => {
    const looks = [
      { words: cliWords.chains, look: (progress: Progress) => verifyTimelines(database, progress) },
      { words: cliWords.books, look: () => verifyBooks(database) },
      {
        words: cliWords.files,
        look: (progress: Progress) => verifyFiles(database, join(config.varDir, 'files'), progress),
      },
    ]
    let broken = 0
    for (const { words, look } of looks) {
      const { checked, faults } = await withBar(look)
      if (faults.length === 0) tell.good(words.good(checked))
      else tell.bad(words.bad(faults.length))
      for (const fault of faults.slice(0, mostNamed)) tell.wrong(fault)
      if (faults.length > mostNamed) tell.wrong(cliWords.andMore(faults.length - mostNamed))
      broken += faults.length
    }
    return broken === 0 ? 0 : 1
  })
}

/** The hash chain of every case, from its first line to its last. */
export async function verifyTimelines(database: Database, progress: Progress): Promise<Finding> {
  return await database.asHouse(async (tx) => {
    const { total } = await tx
      .selectFrom('timeline')
      .select((of) => of.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    let checked = 0
    const breaks = await verifyChains(tx, (done) => {
      checked = done
      progress(done, Math.max(done, total))
    })
    return { checked, faults: breaks.map(({ number, seq }) => cliWords.brokenLine(number, seq)) }
  })
}

/** The sentences of kernel/ledger/invariants.sql, over all entries. */
export async function verifyBooks(database: Database): Promise<Finding> {
  const text = await readFile(invariants, 'utf8')
  return await database.asHouse(async (tx) => {
    const { total } = await tx
      .selectFrom('ledger_entries')
      .select((of) => of.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const { rows } = await sql<{ fault: string; what: string; detail: string }>`${sql.raw(text)}`.execute(tx)
    return { checked: total, faults: rows.map(({ fault, what, detail }) => cliWords.brokenBook(fault, what, detail)) }
  })
}

interface FileRow {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly thumbnail_path: string | null
  readonly sha256: string
  readonly bytes: number
  readonly number: string | null
}

/** Each row's file is on the disk, whole and unchanged; of the small picture, that it is there. */
export async function verifyFiles(database: Database, root: string, progress: Progress): Promise<Finding> {
  const rows: FileRow[] = await database.asHouse((tx) =>
    tx
      .selectFrom('files')
      .leftJoin('cases', 'cases.id', 'files.case_id')
      .select(['files.id', 'name', 'path', 'thumbnail_path', 'sha256', 'bytes', 'cases.number'])
      .orderBy('files.id')
      .execute(),
  )
  const faults: Both[] = []
  for (const [index, row] of rows.entries()) {
    const fault = await faultOfFile(root, row)
    if (fault !== null && (await stillKept(database, row.id))) faults.push(fault)
    progress(index + 1, rows.length)
  }
  return { checked: rows.length, faults }
}

async function faultOfFile(root: string, row: FileRow): Promise<Both | null> {
  const what = row.number === null ? row.name : `${row.number} ${row.name}`
  const size = await sizeOf(join(root, row.path))
  if (size === null) return cliWords.fileMissing(what, row.path)
  if (size !== row.bytes || (await hashOf(join(root, row.path))) !== row.sha256)
    return cliWords.fileChanged(what, row.path)
  const small = row.thumbnail_path
  return small !== null && (await sizeOf(join(root, small))) === null ? cliWords.fileMissing(what, small) : null
}

/** An upload nobody attached may be swept away while we look. */
async function stillKept(database: Database, id: string): Promise<boolean> {
  const row = await database.asHouse((tx) =>
    tx.selectFrom('files').select('id').where('id', '=', id).executeTakeFirst(),
  )
  return row !== undefined
}

async function sizeOf(path: string): Promise<number | null> {
  return await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  )
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** A bar on a terminal, nothing elsewhere. */
async function withBar(look: (progress: Progress) => Promise<Finding>): Promise<Finding> {
  const bar = new SingleBar({ clearOnComplete: true, hideCursor: true }, Presets.shades_classic)
  let begun = false
  try {
    return await look((done, total) => {
      if (!begun) bar.start(total, 0)
      begun = true
      bar.update(done)
    })
  } finally {
    if (begun) bar.stop()
  }
}

/** The embedded database from nothing to a connection string, and down again. */
import { mkdir } from 'node:fs/promises'
import pg from 'pg'
import type { Both } from '#lib/language.ts'
import { type Binaries, binariesFor } from './binaries.ts'
import { choosePlaces, inspectData, makeSocketFolder, type Places, requireRoom } from './folders.ts'
import { takeOwnership } from './owner.ts'
import { clearTheWay, endsWithin, readPidFile, signal } from './pid-file.ts'
import { initialise, launch } from './postmaster.ts'
import { runningProcess } from './process-table.ts'
import { words } from './words.ts'

export type Embedded = {
  /** Connection string for pg: the superuser on database `atrium`, by unix socket. */
  url: string
  pid: number
  /** Where the data really is; differs from the wanted folder when that could not be reached. */
  dataDir: string
  /** Fast shutdown; may be called twice. Call it after the pool has been drained. */
  stop: () => Promise<void>
  /** Resolves when the database process ends, asked or not. */
  ended: Promise<void>
}

export type EmbeddedOptions = {
  dataDir: string
  log: (sentence: Both) => void
  /** Further settings; `fsync=off` is for throw-away databases of tests only. */
  settings?: Record<string, string>
  /** Programs of another installed PostgreSQL; left out, those of the npm package. */
  binaries?: Binaries
}

/** Throws StartError, whose sentence says what is in the way and what to do. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const begun = performance.now()
  const places = await choosePlaces(options.dataDir)
  await mkdir(places.house, { recursive: true, mode: 0o755 })
  if (places.moved) options.log(words.placeMoved(options.dataDir, places.dataDir, places.account?.name ?? ''))
  const release = await takeOwnership(places)
  try {
    const binaries = await binariesFor(places.account, places.house, options.binaries)
    if (binaries.copied) options.log(words.binariesCopied(places.house))
    const state = await inspectData(places, binaries.version)
    await requireRoom(places, state)
    if (state === 'empty') {
      options.log(words.initialising(places.dataDir))
      await initialise(binaries, places)
    }
    await makeSocketFolder(places)
    await clearTheWay(places, options.log)
    const child = await launch(binaries, places, options.settings ?? {}, options.log)
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const stop = async () => {
      if (child.exitCode === null && child.signalCode === null) await stopProcess(child.pid)
      await release()
    }
    try {
      await ensureDatabase(socketUrl(places, 'postgres'))
    } catch (error) {
      await stop()
      throw error
    }
    options.log(words.started(child.pid, Math.round(performance.now() - begun)))
    return { url: socketUrl(places, 'atrium'), pid: child.pid, dataDir: places.dataDir, stop, ended }
  } catch (error) {
    await release()
    throw error
  }
}

/** Connection string of the embedded database that another process of ours is running now, or null. */
export async function runningEmbedded(dataDir: string): Promise<string | null> {
  const places = await choosePlaces(dataDir)
  const file = await readPidFile(places.dataDir)
  if (file === null || file.status !== 'ready' || (await runningProcess(file.pid)) === null) return null
  return socketUrl({ ...places, socketDir: file.socketDir }, 'atrium')
}

async function stopProcess(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await endsWithin(pid, 20_000)) return
  signal(pid, 'SIGQUIT')
  await endsWithin(pid, 10_000)
}

function socketUrl(places: Pick<Places, 'socketDir'>, database: string): string {
  return `postgresql://postgres@/${database}?host=${encodeURIComponent(places.socketDir)}&port=5432`
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const found = await client.query("select 1 from pg_database where datname = 'atrium'")
    if (found.rowCount === 0) await client.query("create database atrium template template0 encoding 'UTF8'")
  } finally {
    await client.end()
  }
}

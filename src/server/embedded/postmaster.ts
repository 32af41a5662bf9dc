/** initdb and postgres as children: under the database's account, quiet, and in a process group of their own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '#kernel/database/start-error.ts'
import type { Both } from '#lib/language.ts'
import { type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { giveTo, type Places } from './folders.ts'
import { readPidFile } from './pid-file.ts'
import { words } from './words.ts'

const largestLog = 10e6
const settings: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  wal_compression: 'pglz',
  max_connections: '60',
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/** Creates the data folder whole or not at all: initdb works beside it and the finished folder is renamed. */
export async function initialise(binaries: Binaries, places: Places): Promise<void> {
  const fresh = `${places.dataDir}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true, mode: 0o700 })
  await giveTo(fresh, places.account)
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'
  const flags = ['-E', 'UTF8', `--locale=${locale}`, '--locale-provider=libc', '--auth=trust', '-U', 'postgres']
  const child = spawn(binaries.initdb, [...flags, '-D', fresh], {
    ...identity(places.account),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await ended(child)
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true })
    throw new StartError(fullDisk(said) ? words.diskFull(places.dataDir, null) : words.initFailed(lastLines(said)))
  }
  await rm(places.dataDir, { recursive: true, force: true })
  await rename(fresh, places.dataDir)
  await syncFolder(places.house)
}

/** Starts postgres and waits until its own pid file says ready. Throws StartError with the log's last lines. */
export async function launch(
  binaries: Binaries,
  places: Places,
  extra: Record<string, string>,
  log: (sentence: Both) => void,
): Promise<ChildProcess & { pid: number }> {
  await shortenLog(places.logFile)
  const options = Object.entries({ ...settings, unix_socket_directories: places.socketDir, ...extra })
  const args = ['-D', places.dataDir, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const out = openSync(places.logFile, 'a', 0o640)
  const from = (await stat(places.logFile)).size
  const child = spawn(binaries.postgres, args, {
    ...identity(places.account),
    detached: true,
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  let result: number | null = null
  void ended(child).then((code) => {
    result = code
  })
  for (let waited = 0; ; waited += 10) {
    if (result !== null || child.pid === undefined) throw await launchFailure(places, from)
    const file = await readPidFile(places.dataDir)
    if (file?.pid === child.pid && file.status === 'ready') break
    if (waited > 0 && waited % 5000 === 0) log(words.recovering(waited / 1000))
    await sleep(10)
  }
  child.unref()
  return child as ChildProcess & { pid: number }
}

/** Never root; searchable folder; UTF-8 and UTC whatever the machine says. */
function identity(account: Account | null): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const env = {
    PATH: process.env['PATH'] ?? '',
    LC_ALL: process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8',
    TZ: 'UTC',
  }
  return account === null ? { cwd: '/', env } : { uid: account.uid, gid: account.gid, cwd: '/', env }
}

/** The exit code; 127 when it could not be started, 128 when a signal ended it. */
async function ended(child: ChildProcess): Promise<number> {
  try {
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? 128
  } catch {
    return 127
  }
}

async function launchFailure(places: Places, from: number): Promise<StartError> {
  const text = (await readFile(places.logFile)).subarray(from).toString('utf8')
  if (fullDisk(text)) return new StartError(words.diskFull(places.dataDir, null))
  return new StartError(words.startFailed(places.logFile, lastLines(text)))
}

function fullDisk(text: string): boolean {
  return text.includes('No space left on device') || text.includes('Disk quota exceeded')
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-12).join('\n')
}

async function shortenLog(file: string): Promise<void> {
  const entry = await stat(file).catch(() => null)
  if (entry !== null && entry.size > largestLog) await rename(file, `${file}.1`)
  if (entry !== null) await chmod(file, 0o640)
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

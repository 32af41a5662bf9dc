/** postmaster.pid: what PostgreSQL writes about itself, and what a pid file left behind means. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '#kernel/database/start-error.ts'
import type { Both } from '#lib/language.ts'
import type { Places } from './folders.ts'
import { isPostgres, postgresIn, type Running, runningProcess } from './process-table.ts'
import { words } from './words.ts'

export type PidFile = { pid: number; started: number; port: number; socketDir: string; status: string }

export async function readPidFile(dataDir: string): Promise<PidFile | null> {
  const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => null)
  if (text === null) return null
  const [pid, , started, port, socketDir, , , status] = text.split('\n').map((line) => line.trim())
  return {
    pid: Number(pid),
    started: Number(started ?? 0),
    port: Number(port ?? 0),
    socketDir: socketDir ?? '',
    status: status ?? '',
  }
}

/** What the process named in a pid file is to us. */
export type Verdict = 'gone' | 'postmaster' | 'reused' | 'foreign'

/**
 * Pure, so that every case can be tried. `reused`: the number now belongs to a process younger than the file
 * (after a reboot or in a container), so the postmaster is certainly gone.
 */
export function judge(file: PidFile, process: Running | null, dataDir: string): Verdict {
  if (process === null) return 'gone'
  if (isPostgres(process) && process.folder === dataDir) return 'postmaster'
  const slack = 3
  if (process.since !== null && file.started > 0 && process.since > file.started + slack) return 'reused'
  return 'foreign'
}

/** Makes the data folder free to start on: ends an orphan, clears what dead ones left, refuses anything else. */
export async function clearTheWay(places: Places, log: (sentence: Both) => void): Promise<void> {
  const file = await readPidFile(places.dataDir)
  if (file !== null) {
    const running = await runningProcess(file.pid)
    const verdict = judge(file, running, places.dataDir)
    if (verdict === 'foreign') {
      const path = join(places.dataDir, 'postmaster.pid')
      throw new StartError(words.foreignProcess(file.pid, running?.command ?? '', path))
    }
    if (verdict === 'postmaster') {
      log(words.stoppingOrphan(file.pid))
      await endPostmaster(file.pid)
    }
  }
  await childrenGone(places.dataDir)
  if (file !== null) await rm(join(places.dataDir, 'postmaster.pid'), { force: true })
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) await rm(join(places.socketDir, name), { force: true })
}

async function endPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await endsWithin(pid, 30_000)) return
  signal(pid, 'SIGQUIT')
  if (!(await endsWithin(pid, 10_000))) throw new StartError(words.orphanStays(pid))
}

/** Backends of a killed postmaster hold its shared memory for a moment; starting beside them would fail. */
async function childrenGone(dataDir: string): Promise<void> {
  const until = Date.now() + 15_000
  for (;;) {
    const left = await postgresIn(dataDir)
    if (left.length === 0) return
    if (Date.now() > until) throw new StartError(words.orphanStays(left[0] ?? 0))
    await sleep(50)
  }
}

/** True when the process ended (or is a zombie) within so many milliseconds. */
export async function endsWithin(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds
  while (Date.now() < until) {
    if ((await runningProcess(pid)) === null) return true
    await sleep(10)
  }
  return false
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

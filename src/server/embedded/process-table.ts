/** What the operating system says about a process: alive or a zombie, what it runs, where, since when. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { promisify } from 'node:util'

export type Running = {
  pid: number
  command: string
  /** Its working folder, null when we may not look. A postmaster works in its data folder. */
  folder: string | null
  /** Seconds since 1970; null when unknown. */
  since: number | null
}

const run = promisify(execFile)
/** Ticks per second in /proc: fixed at 100 for programs on every Linux that Node runs on. */
const ticks = 100

/** The process, or null when there is none: a zombie is none, it only waits for its parent. */
export async function runningProcess(pid: number): Promise<Running | null> {
  if (!Number.isInteger(pid) || pid <= 0) return null
  return existsSync('/proc/self/stat') ? await fromProc(pid) : await fromPs(pid)
}

async function fromProc(pid: number): Promise<Running | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (stat === null) return null
  const command = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null)
  const boot = /^btime (\d+)$/m.exec(await readFile('/proc/stat', 'utf8').catch(() => ''))
  const since = boot === null ? null : Number(boot[1]) + Number(fields[19]) / ticks
  return { pid, command, folder, since }
}

async function fromPs(pid: number): Promise<Running | null> {
  const shown = await run('ps', ['-o', 'state=,lstart=,command=', '-p', String(pid)], {
    env: { ...process.env, LC_ALL: 'C' },
  }).catch(() => null)
  const line = shown?.stdout.trim() ?? ''
  const parts = /^(\S+)\s+(\w+\s+\w+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/.exec(line)
  if (parts === null || parts[1]?.startsWith('Z')) return null
  const command = parts[3] ?? ''
  const folder = /\s-D\s+(.+?)(?:\s-[a-z]\s|$)/.exec(command)?.[1] ?? null
  const since = Date.parse(parts[2] ?? '') / 1000
  return {
    pid,
    command: command.split(/\s/)[0]?.split('/').at(-1) ?? '',
    folder,
    since: Number.isNaN(since) ? null : since,
  }
}

/** Every live postgres process that works in `folder`: a killed postmaster's children linger a moment. */
export async function postgresIn(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(pids.map((pid) => runningProcess(pid)))
  return found.filter((one) => one !== null && isPostgres(one) && one.folder === folder).map((one) => one?.pid ?? 0)
}

export function isPostgres(one: Running): boolean {
  return one.command === 'postgres' || one.command.startsWith('postgres:') || one.command === 'postmaster'
}

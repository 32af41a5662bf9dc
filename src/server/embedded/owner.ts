/** One program per database: a file beside the data names the process that started it. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { StartError } from '#kernel/database/start-error.ts'
import type { Places } from './folders.ts'
import { runningProcess } from './process-table.ts'
import { words } from './words.ts'

/** Takes the ownership or throws StartError naming the live owner. Returns what gives it up again. */
export async function takeOwnership(places: Places): Promise<() => Promise<void>> {
  const file = `${places.dataDir}.owner`
  const self = await runningProcess(process.pid)
  const line = `${process.pid} ${self?.since ?? 0}\n`
  for (;;) {
    try {
      await writeFile(file, line, { flag: 'wx', mode: 0o644 })
      return () => rm(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = await liveOwner(file)
    if (owner !== null) throw new StartError(words.alreadyRunning(owner))
    await rm(file, { force: true })
  }
}

/** The live owner's pid; null when the file is stale: the process gone, or its number given to another. */
async function liveOwner(file: string): Promise<number | null> {
  const [pid = 0, since = 0] = (await readFile(file, 'utf8').catch(() => '')).trim().split(' ').map(Number)
  const running = await runningProcess(pid)
  if (running === null) return null
  return running.since === null || Math.abs(running.since - since) < 2 ? pid : null
}

/** A database for a test or a drift check: fast because a power cut may destroy it, and gone afterwards. */
import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { endsWithin, readPidFile, signal } from './pid-file.ts'
import { isPostgres, runningProcess } from './process-table.ts'
import { startEmbedded } from './start.ts'

const prefix = 'atrium-test-'
const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' }

/**
 * `binaries`: those of another installed server; left out, the embedded one is used. `settings`: for a benchmark, which must
 * wait for the disk like the real house.
 */
export async function throwAwayDatabase(
  binaries?: Binaries,
  settings: Record<string, string> = fast,
): Promise<{ url: string; stop: () => Promise<void> }> {
  await sweep()
  const folder = await mkdtemp(join(await realpath(tmpdir()), `${prefix}${process.pid}-`))
  await chmod(folder, 0o711)
  const options = { dataDir: join(folder, 'postgres'), log: () => undefined, settings }
  const database = await startEmbedded(binaries === undefined ? options : { ...options, binaries })
  const stop = async () => {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: database.url, stop }
}

/** Removes what killed runs left: folders whose maker is gone, and the database still running in them. */
async function sweep(): Promise<void> {
  const home = await realpath(tmpdir())
  for (const name of await readdir(home)) {
    const maker = Number(/^atrium-test-(\d+)-/.exec(name)?.[1] ?? 0)
    if (maker === 0 || (await runningProcess(maker)) !== null) continue
    const dataDir = join(home, name, 'postgres')
    const file = await readPidFile(dataDir)
    const left = file === null ? null : await runningProcess(file.pid)
    if (left !== null && isPostgres(left) && left.folder === dataDir) {
      signal(left.pid, 'SIGQUIT')
      await endsWithin(left.pid, 10_000)
    }
    await rm(join(home, name), { recursive: true, force: true })
  }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import closeWithGrace from 'close-with-grace'
import type { Both } from '#lib/language.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { StartError } from '#kernel/database/start-error.ts'
import { loadSampleIfEmpty } from '#sample/load.ts'
import { printSignIns } from '#sample/sign-ins.ts'
import { readConfig } from './config.ts'
import { startEmbedded } from './embedded/start.ts'
import { furnish } from './furnish.ts'
import { openHouse } from './house.ts'
import { mainWords } from './words.ts'

/* The start, in the order in which things must happen; whatever stands in the way is one sentence and its way out. */

const top = join(import.meta.dirname, '..', '..')
const tell = (sentence: Both) => console.log(`${sentence.zh}\n  ${sentence.en}`)

async function main(): Promise<void> {
  const began = performance.now()
  const config = readConfig(process.env)
  const embedded =
    config.databaseUrl === null ? await startEmbedded({ dataDir: join(config.varDir, 'postgres'), log: tell }) : null
  const databaseUrl = embedded?.url ?? config.databaseUrl ?? ''
  try {
    const applied = await migrate({ connectionString: databaseUrl }, join(top, 'db', 'migrations'))
    if (applied.length > 0) tell(mainWords.migrated(applied.length))
    const webDir = join(top, 'dist', 'web')
    const running = await openHouse({ ...config, databaseUrl, webDir: existsSync(webDir) ? webDir : null })
    closeWithGrace({ delay: 15_000 }, async ({ err }) => {
      if (err) console.error(err)
      tell(mainWords.closing)
      await running.close()
      await embedded?.stop()
      tell(mainWords.closed)
    })
    void embedded?.ended.then(() => {
      if (!running.live.closing.aborted) tell(mainWords.databaseGone)
    })
    if (config.sample) await loadSampleIfEmpty(running.house, config.varDir)
    else await furnish(running.house)
    running.work()
    await listen(running.app, config.host, config.port)
    const { port } = running.app.server.address() as AddressInfo
    tell(mainWords.ready(`http://${config.host}:${port}/`, Math.round(performance.now() - began)))
    printSignIns(config.varDir)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

async function listen(app: Awaited<ReturnType<typeof openHouse>>['app'], host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') throw new StartError(mainWords.portBusy(port))
    if (code === 'EACCES') throw new StartError(mainWords.portForbidden(port))
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new StartError(mainWords.noSuchHost(host))
    throw error
  }
}

try {
  await main()
} catch (error) {
  if (error instanceof StartError) console.error(`\n${error.message}\n`)
  else console.error(error)
  process.exit(1)
}

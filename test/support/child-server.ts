/** The real server as a child process on a database of its own: started, killed at any moment, started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endsWithin, readPidFile, signal } from '#server/embedded/pid-file.ts'
import { runningEmbedded } from '#server/embedded/start.ts'

const main = join(import.meta.dirname, '..', '..', 'src', 'server', 'main.ts')

export interface ChildServer {
  readonly url: string
  readonly varDir: string
  /** of the embedded database as it runs now */
  databaseUrl(): Promise<string>
  start(): Promise<void>
  /** at once, without a word to it; the database is left running as an orphan */
  kill(): Promise<void>
  /** the database at once; the server sees it go */
  killDatabase(): Promise<void>
  /** asks the server to stop, and waits until it and its database have */
  stop(): Promise<void>
  remove(): Promise<void>
}

export async function childServer(): Promise<ChildServer> {
  // The name is that of throw-away databases, so that what a killed run leaves is swept by the next.
  const varDir = await mkdtemp(join(await realpath(tmpdir()), `atrium-test-${process.pid}-`))
  await chmod(varDir, 0o711)
  const dataDir = join(varDir, 'postgres')
  const port = await freePort()
  let child: ChildProcess | null = null

  const end = async (name: NodeJS.Signals) => {
    const ending = child
    child = null
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = once(ending, 'exit')
    ending.kill(name)
    await gone
  }
  const databasePid = async () => (await readPidFile(dataDir))?.pid ?? 0
  return {
    url: `http://127.0.0.1:${port}`,
    varDir,
    async databaseUrl() {
      const url = await runningEmbedded(dataDir)
      if (url === null) throw new Error('the embedded database does not run')
      return url
    },
    async start() {
      const env = {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        ATRIUM_VAR: varDir,
        ATRIUM_SAMPLE: 'none',
        ATRIUM_LOG: 'silent',
        ATRIUM_REQUESTS_PER_MINUTE: '1000000',
        PORT: String(port),
      }
      const fresh = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
      child = fresh
      let said = ''
      const ready = new Promise<void>((resolve, reject) => {
        const hear = (chunk: Buffer) => {
          said += chunk.toString()
          if (said.includes('Ready at')) resolve()
        }
        fresh.stdout.on('data', hear)
        fresh.stderr.on('data', hear)
        fresh.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
      })
      await ready
    },
    kill: () => end('SIGKILL'),
    async killDatabase() {
      const pid = await databasePid()
      signal(pid, 'SIGKILL')
      await endsWithin(pid, 5_000)
    },
    stop: () => end('SIGTERM'),
    async remove() {
      await end('SIGTERM')
      const left = await databasePid()
      if (left > 0) signal(left, 'SIGINT')
      if (left > 0) await endsWithin(left, 10_000)
      await rm(varDir, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

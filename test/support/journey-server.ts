/** The house for the journeys: the real server on a throw-away database, with a smaller sample building. Run as a program. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { migrate } from '#kernel/database/migrate.ts'
import { loadSampleIfEmpty } from '#sample/load.ts'
import { throwAwayDatabase } from '#server/embedded/throw-away.ts'
import { openHouse } from '#server/house.ts'

const top = join(import.meta.dirname, '..', '..')
const database = await throwAwayDatabase()
const varDir = mkdtempSync(join(tmpdir(), 'atrium-journeys-'))
await migrate({ connectionString: database.url }, join(top, 'db', 'migrations'))
const running = await openHouse({
  databaseUrl: database.url,
  varDir,
  origin: 'http://localhost',
  webDir: process.env['ATRIUM_WEB_DIR'] ?? join(top, 'dist', 'web'),
  perMinute: 100_000,
  mostAtOnce: 500,
  trustProxy: false,
  logLevel: 'warn',
})
await loadSampleIfEmpty(running.house, varDir, { slips: 120, terminal: null })
running.work()
await running.app.listen({ host: '127.0.0.1', port: 0 })
const { port } = running.app.server.address() as AddressInfo
const signIns: unknown = JSON.parse(readFileSync(join(varDir, 'sign-ins.json'), 'utf8'))
const doors = await running.house.database.asHouse((tx) =>
  tx
    .selectFrom('units')
    .select(['code', 'report_token as token'])
    .where('use', '=', 'office')
    .orderBy('code')
    .limit(3)
    .execute(),
)
console.log(JSON.stringify({ origin: `http://localhost:${port}`, ...(signIns as object), doors }))

let closing = false
const close = async () => {
  if (closing) return
  closing = true
  await running.close()
  await database.stop()
  rmSync(varDir, { recursive: true, force: true })
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close())
process.stdin.on('end', () => void close())
process.stdin.resume()

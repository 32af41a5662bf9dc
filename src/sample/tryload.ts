import { mkdtempSync } from 'node:fs'
import pg from 'pg'
import { migrate } from '#kernel/database/migrate.ts'
import { openHouse } from '#server/house.ts'
import { loadSampleIfEmpty } from '#sample/load.ts'
import { printSignIns } from '#sample/sign-ins.ts'
const admin = new pg.Client({ connectionString: 'postgres://postgres@/postgres?host=/tmp/pgdev' })
await admin.connect()
const db = process.env['DB'] ?? 'sample_try'
await admin.query(`drop database if exists ${db} with (force)`)
await admin.query(`create database ${db} template template0 encoding 'UTF8'`)
await admin.end()
const url = `postgres://postgres@/${db}?host=/tmp/pgdev`
await migrate({ connectionString: url }, '/work/main/db/migrations')
const varDir = mkdtempSync('/tmp/sample-var-')
const fixed = process.env['NOW']
const running = await openHouse({
  databaseUrl: url,
  varDir,
  origin: 'http://127.0.0.1:8080',
  webDir: null,
  perMinute: 1000,
  mostAtOnce: 100,
  trustProxy: false,
  logLevel: 'warn',
  ...(fixed ? { now: () => fixed } : {}),
})
const t = performance.now()
try {
  await loadSampleIfEmpty(running.house, varDir, { slips: Number(process.env['SLIPS'] ?? 900) })
} catch (e) {
  let c: unknown = e
  while (c instanceof Error) {
    console.log(c.message, (c as { problem?: unknown }).problem ?? '', JSON.stringify(c))
    console.log(c.stack?.split('\n').slice(1, 6).join('\n'))
    c = c.cause
  }
}
console.log('took', performance.now() - t, 'node cpu s', (process.cpuUsage().user + process.cpuUsage().system) / 1e6)
if (process.env['SHOW']) printSignIns(varDir)
await running.close()

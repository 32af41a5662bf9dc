import { startEmbedded } from '#server/embedded/start.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { openHouse } from '#server/house.ts'
import { raise } from './building.ts'
import { fill } from './fill.ts'
import { writeFileSync, mkdtempSync } from 'node:fs'
import pg from 'pg'
const db = await startEmbedded({
  dataDir: '/tmp/benchdev/pg',
  log: (s) => console.log(s.en),
  settings: { autovacuum: 'off', max_connections: '100' },
})
console.log(db.url)
writeFileSync('/tmp/benchdev/url', db.url)
for (const [name, many] of [
  ['small', 10_000],
  ['large', 1_000_000],
] as const) {
  const c = new pg.Client({ connectionString: db.url })
  await c.connect()
  await c.query(`drop database if exists ${name}`)
  await c.query(`create database ${name} template template0 encoding 'UTF8'`)
  await c.end()
  const url = db.url.replace('/atrium?', `/${name}?`)
  await migrate({ connectionString: url }, '/work/main/db/migrations')
  const r = await openHouse({
    databaseUrl: url,
    varDir: mkdtempSync('/tmp/benchdev/var-'),
    origin: 'http://127.0.0.1:1',
    webDir: null,
    perMinute: 1e6,
    mostAtOnce: 1000,
    trustProxy: false,
    logLevel: 'silent',
  })
  const now = r.house.now()
  const b = await r.house.database.asHouse((tx) => raise(tx, now))
  writeFileSync(`/tmp/benchdev/${name}.json`, JSON.stringify(b))
  await r.close()
  const t = performance.now()
  await fill(url, b, many, now)
  console.log(name, Math.round(performance.now() - t), 'ms')
}
setInterval(() => {}, 1e6)

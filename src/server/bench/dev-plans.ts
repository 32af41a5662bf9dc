import { readFileSync, mkdtempSync } from 'node:fs'
import { openHouse } from '#server/house.ts'
import { look } from './plans.ts'
import { readings } from './readings.ts'
const name = process.argv[2] ?? 'large'
const only = process.argv[3]
const url = readFileSync('/tmp/benchdev/url', 'utf8').replace('/atrium?', `/${name}?`)
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
const b = JSON.parse(readFileSync(`/tmp/benchdev/${name}.json`, 'utf8'))
const { rows } = await r.house.database.pool.query(
  `select number, id, opened_at, (select reporter_phone from repair_slips where case_id = cases.id) as phone from cases where state='archived' order by opened_at offset (select count(*)/5 from cases) limit 1`,
)
const k = rows[0]
const deep = Buffer.from(`${k.opened_at}|${k.id}`).toString('base64url')
for (const one of readings(r.house, r.house.modules[0]!, b, { number: k.number, phone: k.phone, deep })) {
  if (only && !one.name.includes(only)) continue
  try {
    await look(r.house.database, one)
    const l = await look(r.house.database, one)
    console.log(
      l.name.padEnd(45),
      String(l.queries).padStart(3),
      l.ms.toFixed(1).padStart(9),
      String(Math.round(l.rows)).padStart(8),
      l.faults.join('; '),
    )
  } catch (e) {
    console.log(one.name, 'ERROR', e.message)
  }
}
await r.close()

import { readFileSync, mkdtempSync } from 'node:fs'
import pg from 'pg'
import { openHouse } from '#server/house.ts'
import { works, kinds } from './works.ts'
import { limits } from './limits.ts'
import { rate } from './measure.ts'
const url = readFileSync('/tmp/benchdev/url', 'utf8').replace('/atrium?', `/${process.argv[2] ?? 'small'}?`)
const r = await openHouse({ databaseUrl: url, varDir: mkdtempSync('/tmp/benchdev/var-'), origin: 'http://127.0.0.1:1', webDir: null, perMinute: 1e6, mostAtOnce: 1000, trustProxy: false, logLevel: 'silent', connections: 32 })
const b = JSON.parse(readFileSync(`/tmp/benchdev/small.json`, 'utf8'))
const { rows } = await r.house.database.pool.query('select number from cases tablesample system (2) limit 500')
const t = { numbers: rows.map((x: any) => x.number), words: ['空调', '白蚁', '鲸鱼'] }
const w = works(r.house, r.house.modules[0]!, b, t)
const direct = new pg.Pool({ connectionString: url, max: 32 })
const l = await limits(direct, b, t)
for (const k of kinds) { if (process.argv[3] && !process.argv[3].split(',').includes(k)) continue; for (const c of [1, 8, 32]) { const a = await rate(w[k], c, 0.7); const z = await rate(l[k], c, 0.7); console.log(k, c, a.perSecond.toFixed(0), z.perSecond.toFixed(0), (a.perSecond / z.perSecond).toFixed(2)) } }
await direct.end(); await r.close()

import { readFileSync, mkdtempSync } from 'node:fs'
import pg from 'pg'
import { openHouse } from '#server/house.ts'
import { works } from './works.ts'
const url = readFileSync('/tmp/benchdev/url', 'utf8').replace('/atrium?', `/small?`)
const b = JSON.parse(readFileSync(`/tmp/benchdev/small.json`, 'utf8'))
const w = works(r.house, r.house.modules[0]!, b, { numbers: ['GW-2026-0005'], words: ['空调'] })
await w.open(0); await w.move(0)
await w.open(0)
const orig = pg.Client.prototype.query
let n = 0
pg.Client.prototype.query = function (...a: any[]) { n++; const t = typeof a[0] === 'string' ? a[0] : a[0].text; const s = performance.now(); const p = (orig as any).apply(this, a); const shown = t.replace(/\s+/g,' ').slice(0, 110); p?.then?.(() => console.log((performance.now() - s).toFixed(2), shown)); return p } as any
console.log('-- open'); await w.open(0); console.log(n); n = 0
console.log('-- move'); await w.move(0); console.log(n); n=0
console.log('-- page'); await w['case page'](0); console.log(n); n=0
console.log('-- list'); await w['list'](0); console.log(n); n=0
await r.close()

import { readFileSync } from 'node:fs'
import pg from 'pg'
import { limits } from './limits.ts'
import { rate, middle } from './measure.ts'
const url = readFileSync('/tmp/benchdev/url', 'utf8').replace('/atrium?', `/small?`)
const b = JSON.parse(readFileSync(`/tmp/benchdev/small.json`, 'utf8'))
const direct = new pg.Pool({ connectionString: url, max: 32 })
const said = { query: (q: any) => direct.query({ ...q, name: q.name + 'n', text: q.text.replace('select number from opened', "select number, pg_notify('x', number) from opened") }) } as any
const t = { numbers: ['1'], words: ['空调'] }
const plain = await limits(direct, b, t)
said.query.bind(said)
const told = await limits(Object.assign(Object.create(direct), { query: (q: any) => typeof q === 'string' ? direct.query(q) : said.query(q) }), b, t)
for (const c of [1, 8, 32]) {
  const a: number[] = [], z: number[] = []
  for (let i = 0; i < 5; i++) { a.push((await rate(plain.open, c, 0.4)).perSecond); z.push((await rate(told.open, c, 0.4)).perSecond) }
  console.log(c, 'plain', middle(a).toFixed(0), 'notify in tx', middle(z).toFixed(0), (middle(z) / middle(a)).toFixed(2))
}
await direct.end()

import pg from 'pg'
const spent = new Map<string, [number, number]>()
const original = pg.Client.prototype.query as (...a: unknown[]) => unknown
pg.Client.prototype.query = function (this: unknown, ...args: unknown[]) {
  const q = args[0]
  const text = typeof q === 'string' ? q : (q as { text: string }).text
  const t = performance.now()
  const out = original.apply(this, args)
  if (out instanceof Promise)
    return out.finally(() => {
      const k = (text ?? '').slice(0, 110)
      const e = spent.get(k) ?? [0, 0]
      e[0] += performance.now() - t
      e[1] += 1
      spent.set(k, e)
    })
  return out
} as never
process.on('exit', () => {
  let all = 0,
    n = 0
  for (const [ms, c] of spent.values()) {
    all += ms
    n += c
  }
  console.log('queries', n, 'ms', all)
  for (const [k, [ms, c]] of [...spent].sort((a, b) => b[1][0] - a[1][0]).slice(0, 22))
    console.log(ms.toFixed(0).padStart(7), String(c).padStart(6), (ms / c).toFixed(2), k)
})
await import('./tryload.ts')

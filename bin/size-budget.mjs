// Weighs what each area makes a visitor download before its first page shows, and fails when it is over budget.
// Sizes are gzip -9, in kB of 1000 bytes, from dist/web/.vite/manifest.json.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const budgets = {
  desk: { script: 250, style: 20 },
  field: { script: 170, style: 15 },
  portal: { script: 160, style: 15 },
}
/** Never in a first page: they are lazy by design. */
const lazyOnly = ['zod']

const folder = process.argv[2] ?? fileURLToPath(new URL('../dist/web', import.meta.url))
const manifestFile = join(folder, '.vite/manifest.json')
if (!existsSync(manifestFile)) {
  console.error(`size-budget: no ${manifestFile}; build the web first`)
  process.exit(2)
}
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))

/** Every chunk the entry needs at once: itself and what it imports statically, however deep. */
const firstChunks = (key, seen = new Set()) => {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) firstChunks(next, seen)
  return seen
}

const weigh = (files) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) / 1000

const faults = []
for (const [area, budget] of Object.entries(budgets)) {
  const entry = `${area}/index.html`
  if (!manifest[entry]?.isEntry) {
    faults.push(`${area}: no entry in the manifest`)
    continue
  }
  const chunks = [...firstChunks(entry)].map((key) => manifest[key])
  const script = weigh(new Set(chunks.map((chunk) => chunk.file)))
  const style = weigh(new Set(chunks.flatMap((chunk) => chunk.css ?? [])))
  console.log(
    `${area.padEnd(6)}  script ${script.toFixed(1).padStart(6)} / ${budget.script} kB   style ${style.toFixed(1).padStart(5)} / ${budget.style} kB`,
  )
  if (script > budget.script) faults.push(`${area}: script ${script.toFixed(1)} kB is over ${budget.script} kB`)
  if (style > budget.style) faults.push(`${area}: style ${style.toFixed(1)} kB is over ${budget.style} kB`)
  for (const name of lazyOnly)
    if (chunks.some((chunk) => chunk.name === name)) faults.push(`${area}: ${name} is loaded with the first page`)
}
for (const fault of faults) console.error(`size-budget: ${fault}`)
process.exit(faults.length > 0 ? 1 : 0)

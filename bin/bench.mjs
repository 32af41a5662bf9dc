// npm run bench: speed at 10,000 and at a million slips beside the database's own limit. --quick: 10,000 only.
import { underOwnNode } from './install.mjs'

underOwnNode()
const { bench } = await import('../src/server/bench/main.ts')
const sizes = process.argv.includes('--quick') ? [10_000] : [10_000, 1_000_000]
const faults = await bench(sizes)
if (faults > 0) console.error(`\nbench: ${faults} readings walk a table they should look up`)
process.exitCode = faults > 0 ? 1 : 0

// npm test: on a fresh clone too. Sets itself up, then runs everything; the last line says `N passed, N failed`.
import { ensureInstalled } from './install.mjs'
import { findNeeds } from './needs.mjs'
import { runSteps, steps } from './steps.mjs'

const node = ensureInstalled()
process.exitCode = runSteps(steps, node, findNeeds())

// npm run check: the quick part of npm test, for while one works.
import { ensureInstalled } from './install.mjs'
import { runSteps, steps } from './steps.mjs'

const node = ensureInstalled()
process.exitCode = runSteps(
  steps.filter((one) => one.quick),
  node,
  {},
)

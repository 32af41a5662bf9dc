// Everything that is checked, in order, as data; and what runs it, counts it and times it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb } from './build.mjs'
import { root } from './install.mjs'

const modules = (path) => join(root, 'node_modules', path)
const vitest = (project, ...more) => [
  [modules('vitest/vitest.mjs'), 'run', '--project', project, ...more],
  { count: 'vitest' },
]

/** `quick` steps make `npm run check`. A command is arguments for Node, or a function that returns an exit code. */
export const steps = [
  step('format', true, [modules('@biomejs/biome/bin/biome'), 'format', '.']),
  step('lint', true, [modules('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings']),
  step('borders and vocabulary', true, ...vitest('house')),
  step('types', true, [modules('typescript/bin/tsc'), '--noEmit', '-p', '.']),
  step('small tests', true, ...vitest('small')),
  step('server tests, embedded PostgreSQL', false, ...vitest('server')),
  step(
    'server tests, external PostgreSQL',
    false,
    ...vitest('server', '--exclude', 'src/server/embedded/**', '--exclude', 'test/house/**'),
    {
      needs: 'postgresBin',
      optional: true,
      env: ({ postgresBin }) => ({ TEST_POSTGRES_BIN: postgresBin }),
    },
  ),
  step('drift of schema.sql and types', false, ['bin/dump-schema.mjs', '--check']),
  step('drift of openapi.json', false, ['bin/openapi.mjs', '--check']),
  step('dead code', false, [modules('knip/bin/knip.js')]),
  step('web build', false, buildWeb),
  step('size budget', false, ['bin/size-budget.mjs']),
  step(
    'journeys',
    false,
    [modules('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    { count: 'playwright' },
    {
      needs: 'chromium',
      env: ({ chromium }) => ({ CHROMIUM_PATH: chromium }),
    },
  ),
]

function step(name, quick, command, ...details) {
  return Object.assign({ name, quick, command, count: null, needs: null, optional: false, env: () => ({}) }, ...details)
}

/** Runs all of them whatever fails, prints `N passed, N failed` last, and returns the exit code. */
export function runSteps(chosen, node, needs) {
  const lines = []
  let passed = 0
  let failed = 0
  for (const one of chosen) {
    if (one.needs !== null && needs[one.needs] === null) {
      if (!one.optional) failed += 1
      lines.push(`${one.optional ? '–' : '✗'} ${one.name}: ${one.needs} is missing`)
      continue
    }
    console.log(`\n── ${one.name}`)
    const begun = performance.now()
    const result = runStep(one, node, needs)
    passed += result.passed
    failed += result.failed
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    lines.push(
      `${result.failed === 0 ? '✓' : '✗'} ${one.name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`,
    )
    console.log(lines.at(-1))
  }
  console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function runStep(one, node, needs) {
  const report = join(root, 'test-results', `${one.name.replaceAll(/\W+/g, '-')}.json`)
  mkdirSync(join(root, 'test-results'), { recursive: true })
  rmSync(report, { force: true })
  const reporting =
    one.count === 'vitest' ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : []
  const env = { ...process.env, ...one.env(needs), PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const code =
    typeof one.command === 'function'
      ? one.command(node)
      : (spawnSync(node, [...one.command, ...reporting], { cwd: root, stdio: 'inherit', env }).status ?? 1)
  if (one.count === null) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  return counted(one.count, report, code)
}

/** A suite that could not be loaded, or that holds no test at all, is a failure too. */
function counted(kind, report, code) {
  const json = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  const [passed = 0, failed = 0] =
    kind === 'vitest'
      ? [json.numPassedTests, json.numFailedTests]
      : [json.stats?.expected, (json.stats?.unexpected ?? 0) + (json.stats?.flaky ?? 0)]
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed }
}

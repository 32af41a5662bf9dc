import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/*
 * What `npm run new` writes must work as it is written: on a copy of the tree it compiles, keeps the rules of the house,
 * and walks a case through the door of a house booted on a fresh database, down to the printed paper.
 */

const root = join(import.meta.dirname, '..', '..')
const taken = ['bin', 'db', 'src', 'test', 'openapi.json', 'package.json', 'package-lock.json']
const settings = ['tsconfig.json', 'vite.config.ts', 'vitest.config.ts', 'biome.json', '.oxlintrc.json', '.gitignore']
const folder = 'src/modules/lost-property'
const slow = 120_000

let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'atrium-new-'))
  for (const name of [...taken, ...settings]) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir')
  succeeds('bin/new.mjs', 'lost-property', 'SYZ', '失物招领')
}, slow)
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** Runs a script of Node in the copy; what it said is shown when it fails. */
function succeeds(...typed: string[]): string {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV$|TEST$)/.test(name)),
  )
  const done = spawnSync(process.execPath, typed, { cwd: copy, encoding: 'utf8', env: { ...env, CI: '1' } })
  expect(done.status, `${typed.join(' ')}\n${done.stdout}\n${done.stderr}`).toBe(0)
  return done.stdout
}
const packaged = (path: string) => join('node_modules', path)

test('it stands in the table of contents, the schema, the row types and the API document', () => {
  const read = (path: string) => readFileSync(join(copy, path), 'utf8')
  expect(read('src/modules/index.ts')).toContain("import('./lost-property/process.ts')")
  expect(read('db/schema.sql')).toContain('lost_property_slips')
  expect(read('src/kernel/database/types.ts')).toContain('LostPropertySlips')
  expect(read('openapi.json')).toContain('/api/lost-property/{number}/finish')
})

test('it compiles, is formatted, and has nothing to lint', { timeout: slow }, () => {
  const only = { extends: './tsconfig.json', include: [folder, 'src/modules/index.ts'] }
  writeFileSync(join(copy, 'tsconfig.new.json'), JSON.stringify(only))
  succeeds(packaged('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.new.json')
  succeeds(packaged('@biomejs/biome/bin/biome'), 'format', '--vcs-enabled=false', folder, 'src/modules/index.ts')
  succeeds(packaged('oxlint/bin/oxlint'), '--deny-warnings', folder, 'src/modules/index.ts')
})

test('its rules hold, the house keeps its own, and a case walks from the desk to the file', { timeout: slow }, () => {
  const vitest = packaged('vitest/vitest.mjs')
  const reports = ['--reporter=default', '--reporter=json', '--outputFile.json=report.json']
  succeeds(vitest, 'run', '--project', 'small', '--project', 'server', folder, ...reports)
  const report = JSON.parse(readFileSync(join(copy, 'report.json'), 'utf8')) as Record<string, number>
  expect([report['numPassedTests'], report['numTotalTests']]).toEqual([7, 7])
  succeeds(vitest, 'run', '--project', 'house', 'test/house/borders.test.ts', 'test/house/vocabulary.test.ts')
})

test('a second one with the same prefix or name is refused, and nothing is written', () => {
  const again = (...typed: string[]) =>
    spawnSync(process.execPath, ['bin/new.mjs', ...typed], { cwd: copy, encoding: 'utf8' })
  expect(again('lost-property').stderr).toContain('exists already')
  expect(again('left-luggage', 'SYZ').stderr).toContain('belongs to lost-property')
  expect(again('Left Luggage').stderr).toContain('usage')
  expect(existsSync(join(copy, 'src/modules/left-luggage'))).toBe(false)
})

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { borderFaults } from './borders.ts'
import { emptyNames, forbiddenSyntax, strayFiles, tooLong } from './vocabulary.ts'

/*
 * What `npm run new` writes must work as it is written: on a copy of the tree it compiles, keeps the rules of the house,
 * and walks a case through the door of a house booted on a fresh database, down to the printed paper.
 */

const root = join(import.meta.dirname, '..', '..')
const taken = ['bin', 'db', 'src', 'test', 'openapi.json', 'package.json', 'package-lock.json']
const settings = ['tsconfig.json', 'vite.config.ts', 'vitest.config.ts', 'biome.json', '.oxlintrc.json', '.gitignore']
const folder = 'src/modules/lost-property'
const slow = 300_000

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

/** Runs a script of Node in the copy. */
function run(...typed: string[]): { status: number | null; output: string } {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV$|TEST$)/.test(name)),
  )
  const done = spawnSync(process.execPath, typed, { cwd: copy, encoding: 'utf8', env: { ...env, CI: '1' } })
  return { status: done.status, output: `${done.stdout}\n${done.stderr}` }
}

/** What it said is shown when it fails. */
function succeeds(...typed: string[]): void {
  const { status, output } = run(...typed)
  expect(status, `${typed.join(' ')}\n${output}`).toBe(0)
}
const packaged = (path: string) => join('node_modules', path)
const read = (path: string) => readFileSync(join(copy, path), 'utf8')

test('it stands in the table of contents, the schema, the row types and the API document', () => {
  expect(read('src/modules/index.ts')).toContain("import('./lost-property/process.ts')")
  expect(read('db/schema.sql')).toContain('lost_property_slips')
  expect(read('src/kernel/database/types.ts')).toContain('LostPropertySlips')
  expect(read('openapi.json')).toContain('/api/lost-property/{number}/finish')
})

test('it compiles, is formatted, and has nothing to lint', { timeout: slow }, () => {
  const only = { extends: './tsconfig.json', include: [folder, 'src/modules/index.ts'] }
  writeFileSync(join(copy, 'tsconfig.new.json'), JSON.stringify(only))
  const { output } = run(packaged('typescript/bin/tsc'), '--noEmit', '--pretty', 'false', '-p', 'tsconfig.new.json')
  // What else the tree may have to mend is the business of the step `types`.
  expect(output.split('\n').filter((line) => line.startsWith('src/modules/'))).toEqual([])
  succeeds(packaged('@biomejs/biome/bin/biome'), 'format', '--vcs-enabled=false', folder, 'src/modules/index.ts')
  succeeds(packaged('oxlint/bin/oxlint'), '--deny-warnings', folder, 'src/modules/index.ts')
})

test('it keeps the rules of the house', () => {
  const paths = readdirSync(join(copy, folder)).map((name) => `${folder}/${name}`)
  const files = paths.filter((path) => path.endsWith('.ts')).map((path) => ({ path, text: read(path) }))
  expect(files.length).toBeGreaterThan(4)
  const faults = [...borderFaults(files), ...files.flatMap(forbiddenSyntax)]
  expect([...faults, ...strayFiles(paths), ...emptyNames(paths), ...tooLong(files)]).toEqual([])
})

test('its rules hold, and a case walks through the door from the desk to the file', { timeout: slow }, () => {
  const reports = ['--reporter=default', '--reporter=json', '--outputFile.json=report.json']
  succeeds(packaged('vitest/vitest.mjs'), 'run', '--project', 'small', '--project', 'server', folder, ...reports)
  const report = JSON.parse(read('report.json')) as Record<string, number>
  expect([report['numPassedTests'], report['numTotalTests']]).toEqual([7, 7])
})

test('a second one with the same prefix or name is refused, and nothing is written', () => {
  const again = (...typed: string[]) => run('bin/new.mjs', ...typed)
  expect(again('lost-property')).toMatchObject({ status: 2, output: expect.stringContaining('exists already') })
  expect(again('left-luggage', 'SYZ').output).toContain('belongs to lost-property')
  expect(again('Left Luggage').output).toContain('usage')
  expect(existsSync(join(copy, 'src/modules/left-luggage'))).toBe(false)
})

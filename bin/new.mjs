// npm run new -- NAME [PREFIX] [中文名]: a module that works at once: its folder, its migration, its line in the table of contents.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'
import { filesOf, migrationOf } from './new-module.mjs'
import { camel } from './new-module-tests.mjs'

const refuse = (sentence) => {
  console.error(sentence)
  process.exit(2)
}

const [name, wanted, chinese] = process.argv.slice(2)
if (!name || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 30) {
  refuse(
    'usage: npm run new -- NAME [PREFIX] [中文名]   NAME in lower case with hyphens, e.g. lost-property; PREFIX of its numbers, e.g. SYZ; what it is called in Chinese, e.g. 失物招领',
  )
}
const folder = join(root, 'src', 'modules', name)
if (existsSync(folder)) refuse(`src/modules/${name} exists already`)
const prefix =
  wanted ??
  name
    .split('-')
    .map((word) => word[0])
    .join('')
    .toUpperCase()
    .padEnd(2, 'X')
    .slice(0, 3)
if (!/^[A-Z][A-Z0-9]{1,3}$/.test(prefix)) refuse(`${prefix} is no prefix: two to four capital letters or digits`)
if (chinese !== undefined && !/^[\p{L}\p{N}]{1,20}$/u.test(chinese))
  refuse(`${chinese} is no name: one to twenty letters`)
const others = definitions()
const taken = others.find(({ text }) => text.includes(`number: '${prefix}'`))
if (taken) refuse(`the prefix ${prefix} belongs to ${taken.name}: name another, npm run new -- ${name} PREFIX`)
const form = freeForm()

const node = ensureInstalled()
mkdirSync(folder)
for (const [file, text] of Object.entries(filesOf({ name, prefix, form, chinese })))
  writeFileSync(join(folder, file), text)
const migrations = join(root, 'db', 'migrations')
const last = Math.max(...readdirSync(migrations).map((file) => Number(file.slice(0, 4))))
const migration = `${String(last + 1).padStart(4, '0')}-${name}.sql`
writeFileSync(join(migrations, migration), migrationOf(name))
enter(name)

run(
  ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', `src/modules/${name}`, 'src/modules/index.ts'],
  'format',
)
run(['bin/dump-schema.mjs'], 'schema and row types')
run(['bin/openapi.mjs'], 'API document')
console.log(
  `src/modules/${name} works: npm start shows it on the desk. Now make it the procedure on paper: README.md first, then slip.ts, process.ts, words.ts and db/migrations/${migration}.`,
)

function definitions() {
  const modules = join(root, 'src', 'modules')
  return readdirSync(modules)
    .filter((entry) => existsSync(join(modules, entry, 'process.ts')))
    .map((entry) => ({ name: entry, text: readFileSync(join(modules, entry, 'process.ts'), 'utf8') }))
}

/** A form number of its own from 900 up, until the register of forms names the right one. */
function freeForm() {
  const used = new Set(others.flatMap(({ text }) => text.match(/F-9\d\d/g) ?? []))
  for (let number = 900; ; number += 1) if (!used.has(`F-${number}`)) return `F-${number}`
}

/** One entry, in the order in which they came. */
function enter(module) {
  const contents = join(root, 'src', 'modules', 'index.ts')
  const text = readFileSync(contents, 'utf8')
  const key = camel(module)
  const named = key === module ? key : `'${module}'`
  const words = `async () => (await import('./${module}/words.ts')).words`
  const process = `async () => (await import('./${module}/process.ts')).${key}`
  const entry = `  ${named}: {\n    words: ${words},\n    process: ${process},\n  },`
  writeFileSync(
    contents,
    text.replace(/\n} as const satisfies Record<string, Module>/, (close) => `\n${entry}${close}`),
  )
}

function run(args, what) {
  const done = spawnSync(node, args, { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) refuse(`${what} failed; the files are written, see above`)
}

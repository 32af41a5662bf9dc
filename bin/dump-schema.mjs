// Writes db/schema.sql and src/kernel/database/types.ts from the migrations, in a throw-away database.
// With --check nothing is written: it fails when the committed files say something else.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compare } from './drift.mjs'
import { root, underOwnNode } from './install.mjs'

underOwnNode()
const { throwAwayDatabase } = await import('../src/server/embedded/throw-away.ts')
const { migrate } = await import('../src/kernel/database/migrate.ts')
const { dumpSchema } = await import('../src/kernel/database/schema-dump.ts')

const database = await throwAwayDatabase()
try {
  const config = { connectionString: database.url }
  await migrate(config, join(root, 'db', 'migrations'))
  const types = typesOf(database.url)
  const schema = await dumpSchema(config)
  const again = 'node bin/dump-schema.mjs'
  const drifted = [compare('db/schema.sql', schema, again), compare('src/kernel/database/types.ts', types, again)]
  process.exitCode = drifted.includes(true) ? 1 : 0
} catch (error) {
  console.error(error instanceof Error && error.name === 'StartError' ? error.message : error)
  process.exitCode = 1
} finally {
  await database.stop()
}

function typesOf(url) {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-types-'))
  const file = join(folder, 'types.ts')
  writeFileSync(file, '')
  const args = ['bin/generate-types.mjs', url, '--out', file]
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const text = done.status === 0 && existsSync(file) ? readFileSync(file, 'utf8') : ''
  rmSync(folder, { recursive: true })
  if (text === '') throw new Error('the row types could not be generated')
  return text
}

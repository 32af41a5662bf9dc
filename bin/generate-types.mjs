// Writes src/kernel/database/types.ts from a migrated database: node bin/generate-types.mjs postgres://… [--out FILE]
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const url = process.argv[2]
const out = process.argv[3] === '--out' ? process.argv[4] : 'src/kernel/database/types.ts'
if (!url || !out) {
  console.error('usage: node bin/generate-types.mjs DATABASE_URL [--out FILE]')
  process.exit(2)
}
const mapping = { int8: 'number', timestamptz: 'string', date: 'string', daterange: 'string', jsonb: 'Json' }
const done = spawnSync(
  process.execPath,
  [
    'node_modules/kysely-codegen/dist/cli/bin.js',
    '--url',
    url,
    '--dialect',
    'postgres',
    '--out-file',
    out,
    '--log-level',
    'error',
    '--exclude-pattern',
    'schema_migrations',
    '--numeric-parser',
    'string',
    '--type-mapping',
    JSON.stringify(mapping),
  ],
  { stdio: 'inherit' },
)
if (done.status !== 0) process.exit(done.status ?? 1)
const text = readFileSync(out, 'utf8')
writeFileSync(
  out,
  text.replace(
    'import type { ColumnType } from "kysely";',
    'import type { ColumnType } from "kysely";\nimport type { Json } from "./json.ts";',
  ),
)

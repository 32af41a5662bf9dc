// Writes openapi.json from the routes themselves. With --check it fails when the committed file says something else.
import { compare } from './drift.mjs'
import { underOwnNode } from './install.mjs'

underOwnNode()
const { openapiDocument } = await import('../src/server/openapi.ts')
const text = `${JSON.stringify(await openapiDocument(), null, 2)}\n`
process.exitCode = compare('openapi.json', text, 'node bin/openapi.mjs') ? 1 : 0

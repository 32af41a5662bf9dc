#!/usr/bin/env node
// npx atrium …: what the keeper of an installation does from a shell. `npx atrium help` lists it.
import { underOwnNode } from './install.mjs'

underOwnNode()
// Whoever reads may leave (`| head`): what was begun is still ended in order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
const { atrium } = await import('../src/server/cli/atrium.ts')
process.exitCode = await atrium(process.argv.slice(2))

#!/usr/bin/env node
// npx atrium …: what the keeper of an installation does from a shell. `npx atrium help` lists it.
import { underOwnNode } from './install.mjs'

underOwnNode()
const { atrium } = await import('../src/server/cli/atrium.ts')
process.exitCode = await atrium(process.argv.slice(2))

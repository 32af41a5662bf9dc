/**
 * Before the server tests: one throw-away PostgreSQL (or the one named by TEST_DATABASE_URL) and in it a template
 * database with every migration applied. After them: nothing is left.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#kernel/database/migrate.ts'
import { throwAwayDatabase } from '#server/embedded/throw-away.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the maintenance database; the template is `template` beside it. */
    cluster: { url: string; template: string }
  }
}

const migrations = join(import.meta.dirname, '..', '..', 'db', 'migrations')

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env['TEST_DATABASE_URL']
  const cluster = outside === undefined ? await throwAway() : { url: outside, stop: async () => undefined }
  const template = `atrium_template_${process.pid}`
  try {
    await maintain(cluster.url, `create database ${template} template template0 encoding 'UTF8'`)
    await migrate({ connectionString: databaseUrl(cluster.url, template) }, migrations)
    await maintain(cluster.url, `alter database ${template} allow_connections false`)
  } catch (error) {
    await cluster.stop()
    throw error
  }
  project.provide('cluster', { url: cluster.url, template })
  return async () => {
    if (outside !== undefined) await maintain(cluster.url, `drop database if exists ${template}`)
    await cluster.stop()
  }
}

/** The embedded server, or the one whose programs lie in TEST_POSTGRES_BIN. */
async function throwAway(): Promise<{ url: string; stop: () => Promise<void> }> {
  const bin = process.env['TEST_POSTGRES_BIN']
  if (bin === undefined) return await throwAwayDatabase()
  const shown = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout
  const version = /\) (\d+)/.exec(shown)?.[1] ?? ''
  return await throwAwayDatabase({ initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), version })
}

/** The same server, another database. */
export function databaseUrl(url: string, database: string): string {
  return url.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${database}`)
}

export async function maintain(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

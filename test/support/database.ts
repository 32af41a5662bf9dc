/** A database of its own for a test file: a copy of the migrated template, made in a few milliseconds. */
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { databaseUrl, maintain } from './cluster.ts'

export type FreshDatabase = {
  /** Connection string for pg, as the cluster's superuser. */
  url: string
  name: string
  /** Ends what is still connected and removes the database. */
  drop: () => Promise<void>
}

export async function freshDatabase(): Promise<FreshDatabase> {
  const { url, template } = inject('cluster')
  return await copyOf(url, `test_${randomBytes(6).toString('hex')}`, template)
}

/** A database without any table, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return await copyOf(inject('cluster').url, `test_${randomBytes(6).toString('hex')}`, 'template0')
}

async function copyOf(url: string, name: string, template: string): Promise<FreshDatabase> {
  await maintain(url, `create database ${name} template ${template}`)
  return {
    url: databaseUrl(url, name),
    name,
    drop: () => maintain(url, `drop database if exists ${name} with (force)`),
  }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { throwAwayDatabase } from './throw-away.ts'

test('a throw-away database serves, leaves nothing, and clears what a killed run left', async () => {
  const dead = spawn('true')
  await once(dead, 'exit')
  const left = join(await realpath(tmpdir()), `atrium-test-${dead.pid}-left`)
  await mkdir(join(left, 'postgres'), { recursive: true })

  const database = await throwAwayDatabase()
  expect(existsSync(left)).toBe(false)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const folder = (await client.query<{ data_directory: string }>('show data_directory')).rows[0]?.data_directory ?? ''
  await client.end()
  expect(existsSync(folder)).toBe(true)
  await database.stop()
  expect(existsSync(folder)).toBe(false)
})

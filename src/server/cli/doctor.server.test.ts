import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#kernel/database/database.ts'
import { seedCalendar } from '#kernel/parameters/server/calendar.ts'
import { freshDatabase } from '#test/database.ts'
import { nodeLook, rightsLook, webLook } from './doctor.ts'
import { calendarLook } from './doctor-rows.ts'

let place: string
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'atrium-doctor-'))
})
afterEach(() => rm(place, { recursive: true }))

test('an old Node is named with the one that is needed', () => {
  expect(nodeLook('26.10.0', { version: '26.10.0' }).fine).toBe(true)
  expect(nodeLook('20.9.0', { version: '26.10.0' })).toMatchObject({
    fine: false,
    says: { en: 'Node 20.9.0 is too old, 26.10.0 is needed. Delete node_modules and run npm start.' },
  })
})

test('web pages are there when all three are', async () => {
  expect(webLook(place).fine).toBe(false)
  for (const page of ['desk.html', 'field.html', 'portal.html']) await writeFile(join(place, page), '')
  expect(webLook(place).fine).toBe(true)
})

describe('the folder of the installation', () => {
  test('one that is not there yet will be made', async () => {
    expect(await rightsLook(join(place, 'var'))).toMatchObject({
      fine: true,
      says: { en: expect.stringMatching(/first start makes it/) },
    })
  })

  test('a key others can read, a damaged key, files others can reach', async () => {
    const key = join(place, 'secret.key')
    await writeFile(key, 'a'.repeat(64))
    await chmod(key, 0o644)
    expect(await rightsLook(place)).toMatchObject({
      fine: false,
      says: { en: expect.stringContaining(`chmod go-rwx ${key}`) },
    })
    await chmod(key, 0o600)
    expect((await rightsLook(place)).fine).toBe(true)
    await writeFile(key, 'nonsense')
    expect((await rightsLook(place)).says.en).toContain('damaged')
    await writeFile(key, 'a'.repeat(64))
    await mkdir(join(place, 'files'), { mode: 0o755 })
    expect((await rightsLook(place)).says.en).toContain(join(place, 'files'))
  })
})

test('the next year may be missing until December, this year never', async () => {
  const fresh = await freshDatabase()
  const database = openDatabase({ connectionString: fresh.url, max: 1 })
  const look = (now: string) => database.asHouse((tx) => calendarLook(tx, now))
  expect(await look('2026-06-01T02:00:00.000Z')).toMatchObject({
    fine: false,
    says: { en: expect.stringMatching(/2026, 2027 is missing/) },
  })
  await database.asHouse((tx) => seedCalendar(tx))
  expect((await look('2026-11-24T02:00:00.000Z')).fine).toBe(true)
  // Midnight in Shanghai is sixteen o'clock of the day before in UTC.
  expect((await look('2026-11-30T16:00:00.000Z')).fine).toBe(false)
  await database.pool.query("insert into calendar_days (day, kind, name) values ('2027-01-01', 'holiday', '元旦')")
  expect(await look('2026-12-24T02:00:00.000Z')).toMatchObject({
    fine: true,
    says: { en: expect.stringMatching(/entered up to 2027/) },
  })
  await database.close()
  await fresh.drop()
})

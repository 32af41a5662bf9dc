import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { choosePlaces } from './folders.ts'
import { startEmbedded } from './start.ts'

const asRoot = process.getuid?.() === 0
let house: string

beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), 'atrium-folders-'))
})

afterEach(async () => {
  await rm(house, { recursive: true, force: true })
})

test('a socket path that would be too long moves to a short folder, the same on every start', async () => {
  await chmod(house, 0o711)
  const deep = join(house, 'long'.repeat(30), 'postgres')
  const first = await choosePlaces(deep)
  expect(Buffer.byteLength(join(first.socketDir, '.s.PGSQL.5432'))).toBeLessThanOrEqual(107)
  expect((await choosePlaces(deep)).socketDir).toBe(first.socketDir)
})

describe.runIf(asRoot)('started as root from a folder closed to others', () => {
  test('the data goes where the database account can reach, the same place on every start', async () => {
    const places = await choosePlaces(join(house, 'var', 'postgres'))
    expect(places.moved).toBe(true)
    const again = await choosePlaces(join(house, 'var', 'postgres'))
    expect(again.dataDir).toBe(places.dataDir)
    await chmod(house, 0o711)
    expect((await choosePlaces(join(house, 'var', 'postgres'))).moved).toBe(false)
    await rm(places.house, { recursive: true })
  })

  test('once moved, the data stays the one database, also when the folder opens later', async () => {
    const wanted = join(house, 'var', 'postgres')
    const first = await startEmbedded({ dataDir: wanted, log: () => undefined, settings: { fsync: 'off' } })
    await first.stop()
    await chmod(house, 0o711)
    const places = await choosePlaces(wanted)
    expect(places.dataDir).toBe(first.dataDir)
    await rm(places.house, { recursive: true })
  })

  test('an existing database that became unreachable is never replaced by an empty one', async () => {
    const wanted = join(house, 'postgres')
    await mkdir(wanted)
    await writeFile(join(wanted, 'PG_VERSION'), '18\n')
    await expect(choosePlaces(wanted)).rejects.toThrow(/Run chmod o\+x/)
  })
})

describe.runIf(asRoot && process.platform === 'linux')('a full disk', () => {
  test('is said before anything is written', async (context) => {
    await chmod(house, 0o711)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', house])
    context.skip(mounted.status !== 0, 'no right to mount here')
    try {
      const start = startEmbedded({ dataDir: join(house, 'postgres'), log: () => undefined })
      await expect(start).rejects.toThrow(/The disk is full/)
    } finally {
      spawnSync('umount', [house])
    }
  })
})

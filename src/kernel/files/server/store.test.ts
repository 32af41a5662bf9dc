import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { FileTooLarge, fileStore, StorageFull } from './store.ts'

const freshRoot = () => join(mkdtempSync(join(tmpdir(), 'atrium-store-')), 'files')
const bytes = (said: string) => new TextEncoder().encode(said)
async function* pieces(...all: (string | Error)[]): AsyncGenerator<Uint8Array> {
  for (const piece of all) {
    if (piece instanceof Error) throw piece
    yield bytes(piece)
  }
}
async function* names(...all: string[]): AsyncGenerator<string> {
  yield* all
}
const filesUnder = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())

test('what was put is read back, with its digest and size', async () => {
  const store = fileStore(freshRoot())
  const kept = await store.put(bytes('报修照片'))
  expect(kept.path).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{28}$/)
  expect(kept).toMatchObject({ bytes: 12, sha256: createHash('sha256').update('报修照片').digest('hex') })
  const opened = await store.open(kept.path)
  expect(opened?.bytes).toBe(12)
  if (opened) expect((await buffer(opened.stream)).toString()).toBe('报修照片')
})

test('a stream is kept as it comes, and two equal files are two files', async () => {
  const root = freshRoot()
  const store = fileStore(root)
  const [one, two] = await Promise.all([store.put(pieces('a', 'b')), store.put(pieces('a', 'b'))])
  expect(one.sha256).toBe(two.sha256)
  expect(one.path).not.toBe(two.path)
  expect(readFileSync(join(root, one.path), 'utf8')).toBe('ab')
})

test('an upload that breaks off, or grows too large, leaves nothing', async () => {
  const root = freshRoot()
  const store = fileStore(root)
  await expect(store.put(pieces('a', new Error('gone')))).rejects.toThrow('gone')
  await expect(store.put(pieces('abc', 'def'), 5)).rejects.toThrow(FileTooLarge)
  expect(filesUnder(root)).toEqual([])
})

test('a full disk is said by name', async () => {
  const root = freshRoot()
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  await expect(fileStore(root).put(pieces('a', full))).rejects.toThrow(StorageFull)
  expect(filesUnder(root)).toEqual([])
})

test('removing is certain and may be repeated', async () => {
  const store = fileStore(freshRoot())
  const { path } = await store.put(bytes('x'))
  await store.remove(path)
  expect(await store.open(path)).toBeNull()
  await store.remove(path)
  await fileStore(freshRoot()).remove(path)
})

test('no path leads out of the store', async () => {
  const store = fileStore(freshRoot())
  for (const path of ['../../etc/passwd', '/etc/passwd', 'aa/bb/../../../x', 'aa/bb', '', 'incoming/x', 'aa\\bb\\cc']) {
    await expect(store.open(path)).rejects.toThrow(RangeError)
    await expect(store.remove(path)).rejects.toThrow(RangeError)
  }
})

test('the sweep takes old files no row knows and left-over uploads, and nothing else', async () => {
  const root = freshRoot()
  const store = fileStore(root)
  const [known, orphan, fresh] = [
    await store.put(bytes('k')),
    await store.put(bytes('oo')),
    await store.put(bytes('f')),
  ]
  const stranger = join(root, 'README')
  const leftOver = join(root, 'incoming', 'half')
  for (const place of [stranger, leftOver]) writeFileSync(place, '123')
  const yesterday = new Date('2026-11-23T00:00:00Z')
  for (const place of [join(root, known.path), join(root, orphan.path), stranger, leftOver])
    utimesSync(place, yesterday, yesterday)
  const swept = await store.sweep(names(known.path), Temporal.Instant.from('2026-11-23T12:00:00Z'))
  expect(swept).toEqual({ files: 2, bytes: 5 })
  expect(await store.open(orphan.path)).toBeNull()
  for (const path of [known.path, fresh.path]) (await store.open(path))?.stream.destroy()
  expect(filesUnder(root).map((each) => each.name)).toContain('README')
})

test('sweeping a store never used is no error', async () => {
  const swept = await fileStore(freshRoot()).sweep(names(), Temporal.Instant.from('2026-11-23T12:00:00Z'))
  expect(swept).toEqual({ files: 0, bytes: 0 })
})

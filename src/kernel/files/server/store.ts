/**
 * Files at rest. What `put` has answered for survives a power cut: temporary file, fsync, rename, fsync of every
 * folder touched; only then may the row that names the file commit. Names are random and mean nothing outside.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/** The disk is full (or the quota spent): nothing was kept; free space and try again. */
export class StorageFull extends Error {}
/** More bytes came than the caller allowed; nothing was kept. */
export class FileTooLarge extends Error {}

export type StoredFile = { readonly path: string; readonly sha256: string; readonly bytes: number }
export type OpenedFile = { readonly stream: ReadStream; readonly bytes: number }
export type Swept = { readonly files: number; readonly bytes: number }
export type FileStore = {
  /** @param limit most bytes accepted. Throws StorageFull, FileTooLarge, or whatever the source throws. */
  readonly put: (source: Uint8Array | AsyncIterable<Uint8Array>, limit?: number) => Promise<StoredFile>
  /** null when there is no such file. */
  readonly open: (path: string) => Promise<OpenedFile | null>
  /** Silent when the file is gone already. */
  readonly remove: (path: string) => Promise<void>
  /** Removes files last written before `olderThan` that no row knows, and what interrupted uploads left behind. */
  readonly sweep: (known: AsyncIterable<string>, olderThan: Temporal.Instant) => Promise<Swept>
}

const storedPath = /^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{28}$/
const waitingRoom = 'incoming'
const noSpace = new Set(['ENOSPC', 'EDQUOT'])

/** @param root the folder all files live under; made when absent */
export function fileStore(root: string): FileStore {
  const placeOf = (path: string) => {
    if (!storedPath.test(path)) throw new RangeError('not a path of the store')
    return join(root, path)
  }
  return {
    put: async (source, limit = Number.MAX_SAFE_INTEGER) =>
      await sayingFull(async () => await put(root, source, limit)),
    open: async (path) => await openFile(placeOf(path)),
    remove: async (path) => {
      const place = placeOf(path)
      await rm(place, { force: true })
      await syncFolder(dirname(place)).catch(ignoreAbsent)
    },
    sweep: async (known, olderThan) => await sweep(root, known, olderThan.epochMilliseconds),
  }
}

async function put(root: string, source: Uint8Array | AsyncIterable<Uint8Array>, limit: number): Promise<StoredFile> {
  const name = randomBytes(16).toString('hex')
  const path = `${name.slice(0, 2)}/${name.slice(2, 4)}/${name.slice(4)}`
  const waiting = join(root, waitingRoom, name)
  await makeFolder(dirname(waiting))
  try {
    const written = await writeDurably(waiting, source instanceof Uint8Array ? once(source) : source, limit)
    const place = join(root, path)
    await makeFolder(dirname(place))
    await rename(waiting, place)
    await syncFolder(dirname(place))
    return { path, ...written }
  } catch (error) {
    await rm(waiting, { force: true })
    throw error
  }
}

async function writeDurably(place: string, source: AsyncIterable<Uint8Array>, limit: number) {
  await using file = await open(place, 'wx', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.byteLength
    if (bytes > limit) throw new FileTooLarge(`more than ${limit} bytes`)
    hash.update(chunk)
    await writeWhole(file, chunk)
  }
  await file.sync()
  return { sha256: hash.digest('hex'), bytes }
}

/** One write may take only a part: a nearly full disk does that. */
async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.byteLength; ) {
    const { bytesWritten } = await file.write(chunk, done)
    done += bytesWritten
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function openFile(place: string): Promise<OpenedFile | null> {
  const size = await stat(place).then((found) => found.size, ignoreAbsent)
  return size === undefined ? null : { stream: createReadStream(place), bytes: size }
}

async function sweep(root: string, known: AsyncIterable<string>, before: number): Promise<Swept> {
  const kept = new Set<string>()
  for await (const path of known) kept.add(path)
  const entries = (await readdir(root, { recursive: true, withFileTypes: true }).catch(ignoreAbsent)) ?? []
  let files = 0
  let bytes = 0
  for (const entry of entries) {
    const place = join(entry.parentPath, entry.name)
    const path = relative(root, place).replaceAll('\\', '/')
    if (!entry.isFile() || kept.has(path) || !isOurs(path)) continue
    const found = await stat(place).catch(ignoreAbsent)
    if (found === undefined || found.mtimeMs >= before) continue
    await rm(place, { force: true })
    files += 1
    bytes += found.size
  }
  return { files, bytes }
}

function isOurs(path: string): boolean {
  return storedPath.test(path) || path.startsWith(`${waitingRoom}/`)
}

/** Makes a folder so that it is still there after a power cut: each new one is written into its parent. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r')
  await handle.sync()
}

function ignoreAbsent(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

async function sayingFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw noSpace.has(codeOf(error)) ? new StorageFull('the disk is full', { cause: error }) : error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

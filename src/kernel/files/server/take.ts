/** From bytes on their way in to a file at rest: received to disk, looked at, pictures drawn anew, then kept. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '#kernel/http/problem.ts'
import { doorWords } from '#kernel/http/words.ts'
import { cleanName } from '../name.ts'
import { fileRefusals } from '../words.ts'
import { type FileKind, inspect } from './check.ts'
import { type Picture, redraw, redrawSignature } from './image.ts'
import { type FileStore, FileTooLarge, fileStore, StorageFull } from './store.ts'

export interface Taken {
  readonly kind: FileKind
  readonly name: string
  readonly mime: string
  readonly bytes: number
  readonly sha256: string
  readonly path: string
  readonly thumbnailPath: string | null
  /** digest of what came in, by which a repeated upload is known */
  readonly original: string
}

export interface Incoming {
  readonly source: AsyncIterable<Uint8Array>
  readonly name: string
  readonly most: number
  readonly as: 'photo' | 'signature'
}

/**
 * The file, or its parts, lie durably in the store when this returns; without a row that names them they are swept.
 * Throws `Refused` with the reason why not.
 */
export async function takeIn(filesDir: string, incoming: Incoming): Promise<Taken> {
  const store = fileStore(filesDir)
  const received = await keeping(() => store.put(incoming.source, incoming.most))
  try {
    const found = await inspect(join(filesDir, received.path), incoming.name)
    if ('refused' in found) throw refusal(found.refused)
    const isSignature = incoming.as === 'signature'
    if (isSignature && found.kind !== 'image') throw refusal('notASignature')
    const name = (ext: string) => cleanName(incoming.name, ext)
    if (found.kind !== 'image') {
      const { path, sha256, bytes } = received
      const { kind, mime, ext } = found
      return { kind, mime, name: name(ext), bytes, sha256, path, thumbnailPath: null, original: sha256 }
    }
    const bytes = await readFile(join(filesDir, received.path))
    const drawn = isSignature ? await redrawSignature(bytes) : await redraw(bytes)
    if ('refused' in drawn) throw refusal(drawn.refused)
    const kept = await keepPicture(store, 'picture' in drawn ? drawn : { picture: drawn, thumbnail: null })
    await store.remove(received.path)
    const { mime } = kept.picture
    return {
      ...kept.row,
      kind: 'image',
      mime,
      name: name(mime === 'image/jpeg' ? 'jpg' : mime.slice(6)),
      original: received.sha256,
    }
  } catch (error) {
    await store.remove(received.path)
    throw error
  }
}

async function keepPicture(store: FileStore, drawn: { picture: Picture; thumbnail: Picture | null }) {
  const stored = await keeping(() => store.put(drawn.picture.bytes))
  const small = drawn.thumbnail
  const thumbnail = small === null ? null : await keeping(() => store.put(small.bytes))
  const row = { path: stored.path, sha256: stored.sha256, bytes: stored.bytes, thumbnailPath: thumbnail?.path ?? null }
  return { picture: drawn.picture, row }
}

/** Takes back what no row came to name. */
export async function discard(filesDir: string, taken: Taken): Promise<void> {
  const store = fileStore(filesDir)
  await store.remove(taken.path)
  if (taken.thumbnailPath !== null) await store.remove(taken.thumbnailPath)
}

const refusal = (code: keyof typeof fileRefusals): Refused =>
  new Refused({ status: code === 'tooLarge' ? 413 : 422, code: `upload.${code}`, says: fileRefusals[code] })

async function keeping<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FileTooLarge) throw refusal('tooLarge')
    if (error instanceof StorageFull)
      throw new Refused({ status: 507, code: 'storageFull', says: doorWords.storageFull })
    throw error
  }
}

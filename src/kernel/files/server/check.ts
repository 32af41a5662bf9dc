/**
 * What an upload is, by its content. Only four things may enter: photographs, PDF, workbooks and nothing else; the
 * name must agree with the content. A picture is still to be re-encoded (image.ts) before it is kept.
 */
import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { zipEntries } from '#kernel/forms/server/zip-directory.ts'

export type Inspected = { readonly kind: FileKind; readonly mime: string; readonly ext: string }
export type FileKind = 'image' | 'pdf' | 'sheet'
export type FileRefusal = {
  readonly refused:
    | 'empty'
    | 'tooLarge'
    | 'unknownType'
    | 'svg'
    | 'heic'
    | 'extensionMismatch'
    | 'truncated'
    | 'macros'
    | 'unpacksTooLarge'
}

const megabyte = 1024 * 1024
/** Bytes accepted of each kind. */
export const largest: Readonly<Record<FileKind, number>> = {
  image: 20 * megabyte,
  pdf: 30 * megabyte,
  sheet: 10 * megabyte,
}
const largestOfAll = Math.max(...Object.values(largest))
const mostUnpacked = 96 * megabyte

const sheetMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const allowed: Readonly<Record<string, Inspected & { readonly names: readonly string[] }>> = {
  'image/jpeg': { kind: 'image', mime: 'image/jpeg', ext: 'jpg', names: ['jpg', 'jpeg', 'jfif'] },
  'image/png': { kind: 'image', mime: 'image/png', ext: 'png', names: ['png'] },
  'image/webp': { kind: 'image', mime: 'image/webp', ext: 'webp', names: ['webp'] },
  'application/pdf': { kind: 'pdf', mime: 'application/pdf', ext: 'pdf', names: ['pdf'] },
  [sheetMime]: { kind: 'sheet', mime: sheetMime, ext: 'xlsx', names: ['xlsx'] },
}
/** Telephones write these; the house's decoder has no licence for their codec, so the phone is asked for a JPEG. */
const telephonePictures = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'])

/**
 * @param source the bytes, or the path of a file that holds them
 * @param name the name it was uploaded under; only its extension counts
 */
export async function inspect(source: Uint8Array | string, name: string): Promise<Inspected | FileRefusal> {
  const bytes = typeof source === 'string' ? await readUpTo(source, largestOfAll) : source
  if (bytes === null || bytes.length > largestOfAll) return { refused: 'tooLarge' }
  if (bytes.length === 0) return { refused: 'empty' }
  const found = await fileTypeFromBuffer(bytes)
  if (found !== undefined && telephonePictures.has(found.mime)) return { refused: 'heic' }
  const type = found === undefined ? undefined : allowed[found.mime]
  if (type === undefined) return { refused: looksLikeSvg(bytes) ? 'svg' : 'unknownType' }
  if (bytes.length > largest[type.kind]) return { refused: 'tooLarge' }
  if (!type.names.includes(extension(name))) return { refused: 'extensionMismatch' }
  const fault = faultOf(type.kind, bytes)
  return fault === null ? { kind: type.kind, mime: type.mime, ext: type.ext } : { refused: fault }
}

async function readUpTo(path: string, limit: number): Promise<Uint8Array | null> {
  await using file = await open(path, 'r')
  const { size } = await file.stat()
  return size > limit ? null : await file.readFile()
}

function extension(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
}

function faultOf(kind: FileKind, bytes: Uint8Array): FileRefusal['refused'] | null {
  if (kind === 'pdf') return endsAsPdf(bytes) ? null : 'truncated'
  if (kind === 'sheet') return faultOfSheet(bytes)
  return null
}

/** A whole PDF ends with %%EOF; writers may leave a few signs after it. */
function endsAsPdf(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(-1024)).includes('%%EOF')
}

function faultOfSheet(bytes: Uint8Array): FileRefusal['refused'] | null {
  const entries = zipEntries(bytes)
  if (entries === null) return 'truncated'
  if (entries.some((entry) => entry.name.toLowerCase().includes('vbaproject'))) return 'macros'
  return entries.reduce((sum, entry) => sum + entry.unpacked, 0) > mostUnpacked ? 'unpacksTooLarge' : null
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  return /<svg[\s>:]/i.test(latin(bytes.subarray(0, 4096)))
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

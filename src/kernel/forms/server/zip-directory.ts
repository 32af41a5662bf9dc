/**
 * What a zip archive (an xlsx is one) says it holds, read from its central directory without unpacking anything,
 * and whether it tells the truth. A 32 MB workbook can hold gigabytes: this is asked before any reader sees it.
 */
import { inflateRawSync } from 'node:zlib'

export type ZipEntry = { readonly name: string; readonly packed: number; readonly unpacked: number }
type Located = ZipEntry & { readonly method: number; readonly at: number }

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const endLength = 22
const longestComment = 0xffff
const needsZip64 = 0xffffffff
const stored = 0
const deflated = 8

/** The entries, or null when the bytes are no whole zip archive (or one of the kinds office programs never write). */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  return located(view(bytes))
}

/** Whether every entry unpacks to the size it declares, and not a byte more. Holds one entry in memory at a time. */
export function unpacksAsDeclared(bytes: Uint8Array): boolean {
  const file = view(bytes)
  const entries = located(file)
  return entries !== null && entries.every((entry) => isHonest(file, entry))
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function located(file: Buffer): readonly Located[] | null {
  const end = findEnd(file)
  if (end === null) return null
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  const entries: Located[] = []
  for (let read = 0; read < count; read += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== entryMark) return null
    const nameLength = file.readUInt16LE(at + 28)
    const entry: Located = {
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    }
    if (entry.packed === needsZip64 || entry.unpacked === needsZip64 || entry.at === needsZip64) return null
    entries.push(entry)
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

function findEnd(file: Buffer): number | null {
  const first = Math.max(0, file.length - endLength - longestComment)
  for (let at = file.length - endLength; at >= first; at -= 1) {
    if (file.readUInt32LE(at) === endMark && at + endLength + file.readUInt16LE(at + 20) === file.length) return at
  }
  return null
}

function isHonest(file: Buffer, entry: Located): boolean {
  if (entry.at + 30 > file.length || file.readUInt32LE(entry.at) !== localMark) return false
  const start = entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28)
  const packed = file.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) return false
  if (entry.method === stored) return entry.packed === entry.unpacked
  if (entry.method !== deflated) return false
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) }).length === entry.unpacked
  } catch {
    return false
  }
}

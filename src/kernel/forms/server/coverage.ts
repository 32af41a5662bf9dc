/**
 * Which characters the paper's fonts can draw. The typesetter drops a missing one without a word, so a rare surname
 * would vanish from a receipt; it is printed as 〓 instead, the printer's mark for a sort that is not in the case.
 */
import { readFile } from 'node:fs/promises'
import { fontFiles } from './fonts.ts'

const missing = '〓'
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Variation_Selector}\p{Cc}]/gu

let covered: Promise<Set<number>> | null = null

/** The same data with every string printable; bytes and numbers as they are. */
export async function inCoverage<T>(data: T): Promise<T> {
  covered ??= readCoverage()
  const known = await covered
  return mapStrings(data, (text) => printable(text, known)) as T
}

function printable(text: string, known: Set<number>): string {
  return Array.from(text.toWellFormed().replaceAll('\r\n', '\n').replace(invisible, keepLines), (sign) => {
    const code = sign.codePointAt(0) ?? 0
    return known.has(code) || sign === '\n' ? sign : missing
  }).join('')
}

function keepLines(sign: string): string {
  if (sign === '\n' || sign === '\r') return '\n'
  return sign === '\t' ? ' ' : ''
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map((inner) => mapStrings(inner, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapStrings(inner, change)]))
}

async function readCoverage(): Promise<Set<number>> {
  const sets = await Promise.all(fontFiles().map(async (file) => characters(await readFile(file))))
  return sets.reduce((all, one) => all.intersection(one))
}

/** The code points of a font's character map (OpenType `cmap`, formats 4 and 12). */
function characters(font: Buffer): Set<number> {
  const found = new Set<number>()
  const tables = font.readUInt16BE(4)
  const records = Array.from({ length: tables }, (_, at) => 12 + at * 16)
  const record = records.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (record === undefined) throw new Error('a font without a character map')
  const cmap = font.subarray(font.readUInt32BE(record + 8))
  for (let at = 0; at < cmap.readUInt16BE(2); at += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + at * 8 + 4))
    const format = table.readUInt16BE(0)
    if (format === 12) addGroups(table, found)
    if (format === 4) addSegments(table, found)
  }
  return found
}

function addGroups(table: Buffer, found: Set<number>): void {
  for (let at = 0; at < table.readUInt32BE(12); at += 1) {
    const last = table.readUInt32BE(16 + at * 12 + 4)
    for (let code = table.readUInt32BE(16 + at * 12); code <= last; code += 1) found.add(code)
  }
}

function addSegments(table: Buffer, found: Set<number>): void {
  const double = table.readUInt16BE(6)
  for (let at = 0; at < double; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const first = table.readUInt16BE(16 + double + at)
    for (let code = first; code <= last && code < 0xffff; code += 1) found.add(code)
  }
}

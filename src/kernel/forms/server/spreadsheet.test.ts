import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre'
import { expect, test, vi } from 'vitest'
import { readSheet, type SheetRow, writeSheet } from './spreadsheet.ts'
import { zipEntries } from './zip-directory.ts'

vi.setConfig({ testTimeout: 30_000 })

const columns = [
  { key: 'name', title: '客户', width: 24, kind: 'text' },
  { key: 'count', title: '数量', width: 8, kind: 'number' },
  { key: 'fee', title: '金额', width: 12, kind: 'money' },
  { key: 'day', title: '日期', width: 12, kind: 'date' },
  { key: 'at', title: '时间', width: 18, kind: 'datetime' },
] as const
const row: SheetRow = { name: '远山', count: 3, fee: 123_450n, day: '2026-11-24', at: '2026-11-24T16:30:00Z' }

/** The unpacked text of one entry, found by its local header. */
function entryText(bytes: Uint8Array, name: string): string {
  const file = Buffer.from(bytes)
  const entry = zipEntries(bytes)?.find((one) => one.name === name)
  const head = file.lastIndexOf(Buffer.from([0x50, 0x4b, 3, 4]), file.indexOf(name))
  if (entry === undefined || head < 0) throw new Error(`no ${name}`)
  const start = head + 30 + file.readUInt16LE(head + 26) + file.readUInt16LE(head + 28)
  const packed = file.subarray(start, start + entry.packed)
  return (file.readUInt16LE(head + 8) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
}

async function cellsOf(bytes: Uint8Array) {
  const answer = await readSheet(bytes)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer.sheets
}

/** A zip with one entry that claims `claimed` bytes and holds `body`. */
function zip(name: string, body: Buffer, claimed = body.length): Uint8Array {
  const packed = deflateRawSync(body)
  const title = Buffer.from(name)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(claimed, 22)
  local.writeUInt16LE(title.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(claimed, 24)
  central.writeUInt16LE(title.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + title.length, 12)
  end.writeUInt32LE(30 + title.length + packed.length, 16)
  return Buffer.concat([local, title, packed, central, title, end])
}

test('what is written reads back, each value as its kind', async () => {
  const [sheet] = await cellsOf(await writeSheet({ name: '报修:清单/11月', columns, rows: [row] }))
  expect(sheet?.name).toBe('报修 清单 11月')
  expect(sheet?.rows[0]).toEqual(['客户', '数量', '金额', '日期', '时间'])
  const day = new Date('2026-11-24T00:00:00Z')
  expect(sheet?.rows[1]).toEqual(['远山', 3, 1234.5, day, new Date('2026-11-25T00:30:00Z')])
})

test('the head is frozen and filtered, money has its format', async () => {
  const bytes = await writeSheet({ name: 'a', columns, rows: [row] })
  const xml = entryText(bytes, 'xl/worksheets/sheet1.xml')
  expect(xml).toMatch(/state="frozen"/)
  expect(xml).toContain('<autoFilter ref="A1:E2"')
  expect(entryText(bytes, 'xl/styles.xml')).toContain('#,##0.00')
})

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=HYPERLINK("http://x","y")',
  "=cmd|'/c calc'!A0",
  '＝1+1',
  '{=1}',
]
test('no text becomes a formula, in the cells or in the head', async () => {
  const titled = formulas.map((title, at) => ({ key: String(at), title, width: 9, kind: 'text' as const }))
  const typed = Object.fromEntries(formulas.map((text, at) => [String(at), text]))
  const bytes = await writeSheet({ name: '=1', columns: titled, rows: [typed] })
  const xml = entryText(bytes, 'xl/worksheets/sheet1.xml')
  expect(xml).not.toMatch(/<f[ >]/)
  expect(xml.match(/<c [^>]*t="(s|inlineStr)"/g)).toHaveLength(formulas.length * 2)
  const [sheet] = await cellsOf(bytes)
  expect(sheet?.rows[1]?.[0]).toBe('=1+1')
})

test('rows may come from a stream, blanks stay blank, and signs XML cannot carry are dropped', async () => {
  async function* stream(): AsyncGenerator<SheetRow> {
    yield { name: 'a\u0000b\ud800', count: null }
    yield {}
  }
  const [sheet] = await cellsOf(await writeSheet({ name: '', columns, rows: stream() }))
  expect(sheet?.name).toBe('Sheet1')
  expect(sheet?.rows[1]?.[0]).toBe('ab\ufffd')
  expect(sheet?.rows[1]?.[1] ?? null).toBeNull()
})

test('a value that is not its kind is a mistake of ours and throws', async () => {
  await expect(writeSheet({ name: 'a', columns, rows: [{ count: 'many' }] })).rejects.toThrow(RangeError)
  await expect(writeSheet({ name: 'a', columns, rows: [{ day: '2026-02-30' }] })).rejects.toThrow(RangeError)
})

test('a sheet without rows still has its head', async () => {
  const [sheet] = await cellsOf(await writeSheet({ name: 'a', columns, rows: [] }))
  expect(sheet?.rows).toHaveLength(1)
})

test('what is no workbook is refused', async () => {
  expect(await readSheet(new TextEncoder().encode('a,b\n1,2'))).toEqual({ refused: 'notASheet' })
  expect(await readSheet(new Uint8Array())).toEqual({ refused: 'notASheet' })
  expect(await readSheet(zip('word/document.xml', Buffer.from('x')))).toEqual({ refused: 'notASheet' })
  expect(await readSheet(zip('xl/workbook.xml', Buffer.from('<nonsense')))).toEqual({ refused: 'broken' })
})

test('a truncated workbook is refused', async () => {
  const whole = await writeSheet({ name: 'a', columns, rows: [row] })
  expect(await readSheet(whole.subarray(0, whole.length - 100))).toEqual({ refused: 'notASheet' })
})

test('a bomb is refused by what it declares, and by what it hides', async () => {
  const bomb = Buffer.alloc(120 * 1024 * 1024)
  expect(await readSheet(zip('xl/workbook.xml', bomb))).toEqual({ refused: 'tooLarge' })
  expect(await readSheet(zip('xl/workbook.xml', bomb, 1_000))).toEqual({ refused: 'broken' })
})

test('a sheet of one far corner does not fill the memory', async () => {
  const bytes = await writeXlsx({
    sheets: [{ name: 'a', rows: [], cells: new Map([['900000,16000', { value: 'x' }]]) }],
  })
  const answer = await readSheet(bytes)
  if ('sheets' in answer) expect(answer.sheets[0]?.rows.length ?? 0).toBeLessThan(50_001)
})

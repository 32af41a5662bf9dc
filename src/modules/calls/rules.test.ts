import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beyond, csvRows, nothingCounted, rateBp, readCalls, sumOf } from './rules.ts'

const now = '2026-11-24T10:00:00.000Z'
const head = ['日期', '时间', '分机', '振铃次数', '等待秒数', '接听']
const read = (...rows: (string | number | Date | null)[][]) => {
  const sheet = readCalls([head, ...rows], now)
  if ('missing' in sheet) throw new Error(sheet.missing.join())
  return sheet
}
const why = (...row: (string | number | Date | null)[]) => read(row).faults.map((fault) => fault.why)

describe('a call of the exchange', () => {
  test('is read with its moment in Shanghai, its extension, rings, hold and outcome', () => {
    expect(read(['2026-11-24', '09:05:07', '8001', '2', '30', '是']).calls).toEqual([
      { row: 2, at: '2026-11-24T01:05:07.000Z', extension: '8001', rings: 2, holdSeconds: 30, outcome: 'answered' },
    ])
  })
  test.each([
    ['2026/11/24', '9:05'],
    ['2026年11月24日', '09:05:00'],
    ['20261124', '09：05'],
    ['2026-11-24 09:05:00', '2026-11-24 09:05:00'],
  ])('is read from a date like %s and a time like %s', (date, time) => {
    expect(read([date, time, '8001', '2', '', '是']).calls[0]?.at).toBe('2026-11-24T01:05:00.000Z')
  })
  test('is read from the dates and parts of a day that a spreadsheet holds', () => {
    const row = [new Date('2026-11-24T00:00:00Z'), 0.378_472_222, 8001, 2, null, '否']
    expect(read(row).calls[0]).toMatchObject({ at: '2026-11-24T01:05:00.000Z', holdSeconds: 0, outcome: 'unanswered' })
    const clock = new Date('1899-12-30T09:05:00Z')
    expect(read(['2026-11-24', clock, 8001, 2, 0, '录音']).calls[0]).toMatchObject({ outcome: 'voiceMail' })
  })
  test('is found whatever the order and the language of the columns', () => {
    const sheet = readCalls(
      [[], ['Answered', 'Rings', 'Ext', 'Time', 'Date', 'Agent'], ['YES', '3', '12', '08:00', '2026-11-01', 'x']],
      now,
    )
    expect(sheet).toMatchObject({ calls: [{ row: 3, extension: '12', rings: 3, outcome: 'answered' }], faults: [] })
  })
  test.each([
    [['', '09:05', '8001', '2', '', '是'], 'date'],
    [['2026-02-30', '09:05', '8001', '2', '', '是'], 'date'],
    [['1926-02-03', '09:05', '8001', '2', '', '是'], 'date'],
    [['2026-11-24', '25:00', '8001', '2', '', '是'], 'time'],
    [['2026-11-24', '', '8001', '2', '', '是'], 'time'],
    [['2026-11-25', '09:05', '8001', '2', '', '是'], 'future'],
    [['2026-11-24', '09:05', '前台', '2', '', '是'], 'extension'],
    [['2026-11-24', '09:05', '8001', '-1', '', '是'], 'rings'],
    [['2026-11-24', '09:05', '8001', '2.5', '', '是'], 'rings'],
    [['2026-11-24', '09:05', '8001', '2', '很久', '是'], 'hold'],
    [['2026-11-24', '09:05', '8001', '2', '', '也许'], 'outcome'],
  ])('%j is not read: %s', (row, code) => {
    expect(why(...row)).toEqual([code])
  })
  test('that is not read keeps its row and its cells, and those around it are read', () => {
    const good = ['2026-11-24', '09:05', '8001', '2', '', '是']
    const { calls, faults } = read(good, ['x', '', '', '', '', ''], [], good)
    expect(calls.map(({ row }) => row)).toEqual([2, 5])
    expect(faults).toEqual([{ row: 3, why: 'date', cells: ['x', '', '', '', '', ''] }])
  })
})

test('a sheet without a column says which, and the hold may be missing', () => {
  expect(readCalls([['日期', '时间', '接听']], now)).toEqual({ missing: ['extension', 'rings'] })
  expect(readCalls([['日期', '时间', '分机', '振铃', '结果']], now)).toMatchObject({ calls: [], faults: [] })
  expect(readCalls([], now)).toMatchObject({ missing: ['date', 'time', 'extension', 'rings', 'answered'] })
})

test('a text file is read with its quotes, line ends and whatever stands between', () => {
  expect(csvRows('\uFEFFa,b\r\n"x, ""y""",2\r\n')).toEqual([
    ['a', 'b'],
    ['x, "y"', '2'],
  ])
  expect(csvRows('a;b\n1;2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(csvRows('a\tb\n"1\n2"\t')).toEqual([
    ['a', 'b'],
    ['1\n2', ''],
  ])
})

test('whatever a file holds, every row that is not empty is read or has its reason', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.oneof(fc.string(), fc.double(), fc.date()), { maxLength: 7 })), (rows) => {
      const { calls, faults } = read(...rows)
      const filled = rows.filter((row) =>
        row.some((cell) => (cell instanceof Date ? !Number.isNaN(cell.getTime()) : String(cell).trim() !== '')),
      )
      expect(calls.length + faults.length).toBe(filled.length)
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => void csvRows(text)))
})

test('rates are of what there was, and nothing has no rate', () => {
  expect(rateBp(19, 20)).toBe(9500)
  expect(rateBp(0, 0)).toBeNull()
  const one = { ...nothingCounted, answered: 3, answeredInTime: 2 }
  expect(sumOf([one, one])).toEqual({ ...nothingCounted, answered: 6, answeredInTime: 4 })
})

test('a part is never more than the whole', () => {
  expect(beyond({ ...nothingCounted, answered: 1, answeredInTime: 2, heldInTime: 1 })).toEqual([
    'answeredInTime',
    'heldInTime',
  ])
})

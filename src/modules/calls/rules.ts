import { halfWidth } from '#lib/text.ts'
import { isoOfWall, dayOfDate, msOfClock } from '#lib/shanghai.ts'
import { type Outcome, parts, type Tally, tallyFields } from './slip.ts'

/* Reads what a telephone exchange exports, and reckons rates. Pure. */

export interface ExchangeCall {
  /** the row of the sheet, the head being 1 */
  readonly row: number
  readonly at: string
  readonly extension: string
  readonly rings: number
  readonly holdSeconds: number
  readonly outcome: Outcome
}
export type FaultCode = 'date' | 'time' | 'future' | 'extension' | 'rings' | 'hold' | 'outcome'
export interface RowFault {
  readonly row: number
  readonly why: FaultCode
  readonly cells: readonly string[]
}
export type Cell = string | number | boolean | Date | null | undefined
export type CallSheet =
  | { readonly missing: readonly Column[] }
  | {
      readonly head: readonly string[]
      readonly calls: readonly ExchangeCall[]
      readonly faults: readonly RowFault[]
    }

export const columns = ['date', 'time', 'extension', 'rings', 'hold', 'answered'] as const
export type Column = (typeof columns)[number]
const optional: readonly Column[] = ['hold']

/** How exchanges call their columns. */
const heads: Readonly<Record<Column, RegExp>> = {
  date: /^(日期|通话日期|date|call date)$/,
  time: /^(时间|通话时间|呼入时间|开始时间|time|call time|start time)$/,
  extension: /^(分机|分机号|座席|坐席|extension|ext\.?)$/,
  rings: /^(振铃|铃声|振铃次数|响铃|响铃次数|铃响|rings?|ring count)$/,
  hold: /^(等待|等待秒数|保持|保持秒数|hold|hold seconds|hold \(s\)|hold time)$/,
  answered: /^(接听|是否接听|结果|状态|answered|result|status|outcome)$/,
}
const said: Readonly<Record<Outcome, RegExp>> = {
  answered: /^(是|已接|已接听|接听|接通|1|y|yes|true|answered|connected)$/,
  voiceMail: /^(录音|语音|留言|语音信箱|录音留言|voice ?mail|vm|mailbox)$/,
  unanswered: /^(否|未接|未接听|漏接|无人接听|0|n|no|false|unanswered|no answer|missed|abandoned)$/,
}

/** The first row that is not empty is the head; rows without anything are passed over. `now` closes the future. */
export function readCalls(rows: readonly (readonly Cell[])[], now: string): CallSheet {
  const start = rows.findIndex((row) => row.some((cell) => shown(cell) !== ''))
  const head = (rows[start] ?? []).map(shown)
  const place = Object.fromEntries(
    columns.map((column) => [column, head.findIndex((title) => heads[column].test(plain(title)))]),
  ) as Record<Column, number>
  const missing = columns.filter((column) => place[column] < 0 && !optional.includes(column))
  if (missing.length > 0) return { missing }
  const calls: ExchangeCall[] = []
  const faults: RowFault[] = []
  for (const [at, cells] of rows.entries()) {
    if (at <= start || cells.every((cell) => shown(cell) === '')) continue
    const read = readRow((column) => cells[place[column]], now)
    if (typeof read === 'string')
      faults.push({ row: at + 1, why: read, cells: head.map((_, one) => shown(cells[one])) })
    else calls.push({ row: at + 1, ...read })
  }
  return { head, calls, faults }
}

function readRow(of: (column: Column) => Cell, now: string): Omit<ExchangeCall, 'row'> | FaultCode {
  const date = dateIn(of('date'))
  if (date === null) return 'date'
  const clock = clockIn(of('time'))
  if (clock === null) return 'time'
  const at = instantOf(date, clock)
  if (at === null) return 'date'
  if (at > now) return 'future'
  const extension = plain(shown(of('extension')))
  if (!/^\d{1,8}$/.test(extension)) return 'extension'
  const rings = numberIn(of('rings'), 200)
  if (rings === null) return 'rings'
  const hold = shown(of('hold')) === '' ? 0 : numberIn(of('hold'), 36_000)
  if (hold === null) return 'hold'
  const word = plain(shown(of('answered')))
  const outcome = (Object.keys(said) as Outcome[]).find((one) => said[one].test(word))
  if (outcome === undefined) return 'outcome'
  return { at, extension, rings, holdSeconds: hold, outcome }
}

const plain = (text: string): string => halfWidth(text).trim().toLowerCase()

/** A cell as it is read by people; a spreadsheet's clock knows no zones and is written as if it were UTC. */
export function shown(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().replace('T', ' ').slice(0, 19)
  return String(cell).trim()
}

/** 2026-11-24, 2026/11/24, 2026年11月24日, 20261124, with or without a time behind. */
function dateIn(cell: Cell): string | null {
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/.exec(plain(shown(cell)))
  const [, year, month, day] = found ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** 9:05, 09:05:07, also behind a date, or the part of a day a spreadsheet makes of it. */
function clockIn(cell: Cell): { readonly minutes: string; readonly seconds: number } | null {
  if (typeof cell === 'number' && cell >= 0 && cell < 1) {
    const seconds = Math.min(Math.round(cell * 86_400), 86_399)
    return {
      minutes: hoursAndMinutes(Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)),
      seconds: seconds % 60,
    }
  }
  const found = /(?:^|[ t])(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(plain(shown(cell)))
  const [hour, minute, second] = [Number(found?.[1]), Number(found?.[2]), Number(found?.[3] ?? 0)]
  if (!found || hour > 23 || minute > 59 || second > 59) return null
  return { minutes: hoursAndMinutes(hour, minute), seconds: second }
}
const hoursAndMinutes = (hour: number, minute: number) =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

function instantOf(date: string, { minutes, seconds }: { minutes: string; seconds: number }): string | null {
  if (date < '2000' || date >= '2101') return null
  const [year, month, day] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate()
  if ((month ?? 0) < 1 || (month ?? 0) > 12 || (day ?? 0) < 1 || (day ?? 0) > last) return null
  return isoOfWall({ day: dayOfDate(date), ms: msOfClock(minutes) + seconds * 1000 })
}

function numberIn(cell: Cell, most: number): number | null {
  const text = plain(shown(cell))
  if (!/^\d{1,6}(\.0+)?$/.test(text)) return null
  const value = Number(text)
  return value <= most ? value : null
}

/** Commas, semicolons or tabs between; quotes around what holds one. */
export function csvRows(text: string): string[][] {
  const body = text.replace(/^\uFEFF/, '')
  const [first = ''] = body.split(/\r?\n/, 1)
  const between = ['\t', ';', ','].find((sign) => first.includes(sign)) ?? ','
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < body.length; at += 1) {
    const sign = body[at] ?? ''
    if (quoted && sign === '"' && body[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted
      if (quoted) cell = ''
    } else if (!quoted && sign === between) {
      row.push(cell)
      cell = ''
    } else if (!quoted && sign === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')])
      row = []
      cell = ''
    } else cell += sign
  }
  return row.length > 0 || cell !== '' ? [...rows, [...row, cell.replace(/\r$/, '')]] : rows
}

export const nothingCounted: Tally = {
  answered: 0,
  answeredInTime: 0,
  voiceMail: 0,
  voiceMailInTime: 0,
  held: 0,
  heldInTime: 0,
  unanswered: 0,
}
export const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, one) => Object.fromEntries(tallyFields.map((field) => [field, sum[field] + one[field]])) as unknown as Tally,
    nothingCounted,
  )

/** Basis points; null where there was nothing. */
export const rateBp = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 10_000) / whole)

/** The fields that claim more in time than there were. */
export const beyond = (tally: Tally): readonly (keyof Tally)[] =>
  parts.flatMap(([part, whole]) => (tally[part] > tally[whole] ? [part] : []))

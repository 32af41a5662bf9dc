import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheet, writeSheet } from '#kernel/forms/server/spreadsheet.ts'
import { type Somebody, testHouse, type TestHouse } from '#test/house.ts'
import type { CallFigures, ReadAnswer } from '../slip.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse('2026-11-24T10:00:00.000Z') // 18:00 in Shanghai
})
afterAll(() => house.close())

const shift = {
  day: '2026-11-23',
  shift: 'day',
  operatorId: null,
  answered: 40,
  answeredInTime: 38,
  voiceMail: 2,
  voiceMailInTime: 2,
  held: 10,
  heldInTime: 9,
  unanswered: 1,
  note: '',
}
const figures = async (who: Somebody = 'ye', query = '?from=2026-11-01&to=2026-11-30') =>
  (await house.ask(who, 'GET', `/api/calls/figures${query}`)).body as unknown as CallFigures

/** One file as a browser sends it. */
async function upload(who: Somebody, bytes: Uint8Array | string, key: string = crypto.randomUUID()) {
  const form = new FormData()
  form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), 'calls.csv')
  const sent = new Response(form)
  const { status, body } = await house.send(who, {
    method: 'POST',
    url: '/api/calls/import?',
    headers: { 'content-type': sent.headers.get('content-type') ?? '', 'idempotency-key': key },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
  return { status, body, read: body as unknown as ReadAnswer }
}

test('a shift is counted by who had it, and counting it again corrects it and keeps the first figures', async () => {
  const first = await house.ask('ye', 'POST', '/api/calls/counts', shift)
  expect([first.status, first.body.version]).toEqual([201, 1])
  const again = await house.ask('ye', 'POST', '/api/calls/counts', { ...shift, unanswered: 3, note: '漏记两次' })
  expect(again.body.version).toBe(2)
  const shown = await figures()
  expect(shown.counts).toMatchObject([{ operator: { name: '叶舒' }, version: 2, unanswered: 3, note: '漏记两次' }])
  expect(shown.total).toMatchObject({ answered: 40, answeredInTime: 38, unanswered: 3 })
  const kept = await house.house.database.asHouse((tx) => tx.selectFrom('call_counts').select('version').execute())
  expect(kept).toHaveLength(2)
})

test('only the heads count for others, and only for people of the desk', async () => {
  const forYe = { ...shift, shift: 'evening', operatorId: house.id.ye }
  expect((await house.ask('lu', 'POST', '/api/calls/counts', forYe)).status).toBe(403)
  expect((await house.ask('he', 'POST', '/api/calls/counts', forYe)).status).toBe(201)
  const forEngineer = await house.ask('he', 'POST', '/api/calls/counts', { ...forYe, operatorId: house.id.wang })
  expect([forEngineer.status, forEngineer.body.errors]).toMatchObject([422, [{ path: 'operatorId' }]])
})

test.each([
  ['more in time than there were', { answeredInTime: 41 }, 422],
  ['a shift of tomorrow', { day: '2026-11-25' }, 422],
  ['a negative count', { held: -1 }, 400],
  ['an unknown shift', { shift: 'noon' }, 400],
  ['a field nobody asked', { extra: 1 }, 400],
])('%s is refused', async (_what, change, status) => {
  expect((await house.ask('ye', 'POST', '/api/calls/counts', { ...shift, ...change })).status).toBe(status)
})

test('the desk sees the figures, nobody else', async () => {
  expect((await figures('ye')).may).toEqual({ count: true, countForOthers: false, read: false })
  expect((await figures('lin')).may).toEqual({ count: true, countForOthers: true, read: true })
  for (const who of ['wang', 'yao', 'qin', 'feng'] as const)
    expect((await house.ask(who, 'GET', '/api/calls/figures')).status).toBe(404)
  expect((await house.ask('lin', 'GET', '/api/calls/figures?from=2026-11-02&to=2026-11-01')).status).toBe(422)
})

const csv = `日期,时间,分机,振铃次数,等待秒数,接听
2026-11-23,09:00:00,8001,2,0,是
2026-11-23,09:01:00,8001,3,61,是
2026-11-23,09:02:00,8001,4,60,是
2026-11-23,23:59:59,8002,6,0,录音
2026-11-24,00:00:00,8002,5,0,录音
2026-11-24,09:03:00,8002,9,0,否
2026-11-24,09:04:00,=1+1,2,0,是
2026-11-24,19:00:00,8001,2,0,是
`

test('calls of the exchange are read, and a day that has them goes by them and not by what was counted', async () => {
  const { status, read } = await upload('lin', csv)
  expect(status).toBe(200)
  expect(read).toMatchObject({ rows: 8, added: 6, known: 0, faultCount: 2 })
  const { days, total } = await figures('lin')
  expect(days).toEqual([
    {
      day: '2026-11-24',
      source: 'exchange',
      answered: 0,
      answeredInTime: 0,
      voiceMail: 1,
      voiceMailInTime: 1,
      held: 0,
      heldInTime: 0,
      unanswered: 1,
    },
    {
      day: '2026-11-23',
      source: 'exchange',
      answered: 3,
      answeredInTime: 2,
      voiceMail: 1,
      voiceMailInTime: 0,
      held: 2,
      heldInTime: 1,
      unanswered: 0,
    },
  ])
  expect(total).toMatchObject({ answered: 3, answeredInTime: 2, unanswered: 1 })
})

test('what could not be read comes back as a sheet, row for row with its reason and never as a formula', async () => {
  const { read } = await upload('lin', csv)
  expect(read).toMatchObject({ added: 0, known: 6 })
  expect(read.faults).toEqual([
    { row: 8, why: '分机应为 1 到 8 位数字' },
    { row: 9, why: '时间在将来' },
  ])
  const sheet = await readSheet(Buffer.from(read.faultFile ?? '', 'base64'))
  if ('refused' in sheet) throw new Error(sheet.refused)
  expect(sheet.sheets[0]?.rows).toEqual([
    ['日期', '时间', '分机', '振铃次数', '等待秒数', '接听', '行号', '原因'],
    ['2026-11-24', '09:04:00', '=1+1', '2', '0', '是', 8, '分机应为 1 到 8 位数字'],
    ['2026-11-24', '19:00:00', '8001', '2', '0', '是', 9, '时间在将来'],
  ])
})

test('a workbook is read like a text file, and so is what Excel writes in China', async () => {
  const book = await writeSheet({
    name: 'calls',
    columns: ['Date', 'Time', 'Extension', 'Rings', 'Answered'].map((title) => ({
      key: title,
      title,
      width: 12,
      kind: title === 'Date' ? 'date' : 'text',
    })),
    rows: [{ Date: '2026-11-20', Time: '10:00', Extension: '8001', Rings: '1', Answered: 'yes' }],
  })
  expect((await upload('he', book)).read).toMatchObject({ rows: 1, added: 1, faultCount: 0 })
  // 日期,时间,分机,振铃,接听 and 是 in GB 18030
  const gb = Uint8Array.from([
    0xc8,
    0xd5,
    0xc6,
    0xda,
    0x2c,
    0xca,
    0xb1,
    0xbc,
    0xe4,
    0x2c,
    0xb7,
    0xd6,
    0xbb,
    0xfa,
    0x2c,
    0xd5,
    0xf1,
    0xc1,
    0xe5,
    0x2c,
    0xbd,
    0xd3,
    0xcc,
    0xfd,
    0x0d,
    0x0a,
    ...new TextEncoder().encode('2026-11-21,10:00,8001,1,'),
    0xca,
    0xc7,
  ])
  expect((await upload('he', gb)).read).toMatchObject({ rows: 1, added: 1, faultCount: 0 })
})

test.each([
  ['a file without its columns', '日期,时间\n2026-11-24,09:00', 'missingColumns'],
  ['an empty file', '', 'missingColumns'],
  ['a file with a head alone', '日期,时间,分机,振铃,接听\n', 'empty'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'notASheet'],
  ['an archive that is no workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'notASheet'],
])('%s is refused', async (_what, bytes, code) => {
  const { status, body } = await upload('he', bytes)
  expect([status, body.code]).toEqual([422, code])
})

test('reception counts, but does not import', async () => {
  expect((await upload('ye', csv)).status).toBe(404)
})

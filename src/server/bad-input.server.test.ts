import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#test/house.ts'
import { expectRefused, getting, posting } from '#test/refusals.ts'
import { deskOf, report } from '#test/repair-desk.ts'
import { tableSums } from '#test/table-sums.ts'

/* Input that no form of ours would send, through the whole door: refused by name, never a 5xx, never a trace. */

let here: TestHouse
let number: string
let quoted: string

beforeAll(async () => {
  here = await testHouse()
  const desk = deskOf(here)
  number = await desk.open('lu')
  quoted = await desk.open('lu', { category: 'power', pricing: 'chargeable' })
  await desk.step('lu', quoted, 'quote', { lines: [{ code: 'R04', quantity: '1' }], estimateFen: 0 })
})
afterAll(() => here.close())

const header = () => ({ customerId: here.customer.chengji, unitId: here.unit['1-1701'] ?? null, contactId: null })
const opening = (more: object) => posting('/api/repair', { header: header(), input: report(more) })
const input = { status: 400, code: 'input' }

test('every field that is too long is refused by its path', async () => {
  const limits = { location: 200, problem: 2000, reporterName: 60, reporterPhone: 40 }
  for (const [field, most] of Object.entries(limits)) {
    const problem = await expectRefused(here, 'lu', opening({ [field]: '1'.repeat(most + 1) }), input, field)
    expect(problem.errors).toMatchObject([{ path: field }])
  }
  await expectRefused(here, 'lu', opening({ photos: Array.from({ length: 10 }, () => crypto.randomUUID()) }), input)
})

test('every field refuses every wrong type', async () => {
  const within = { ...input, within: true } as const
  const before = await tableSums(here.house)
  const fields = [...Object.keys(report()), 'photos', 'customerMaterial', 'pricing']
  for (const field of fields)
    for (const wrong of [7, true, null, {}])
      if (!(field === 'customerMaterial' && wrong === true)) {
        const problem = await expectRefused(
          here,
          'lu',
          opening({ [field]: wrong }),
          within,
          `${field} ${JSON.stringify(wrong)}`,
        )
        expect(problem.errors?.some(({ path }) => path.startsWith(field) || path === 'appointmentEnd')).toBe(true)
      }
  for (const wrong of [7, 'x', null, [], true])
    await expectRefused(here, 'lu', posting('/api/repair', { header: wrong, input: report() }), within)
  for (const wrong of [7, 'x', [], true])
    await expectRefused(here, 'lu', posting('/api/repair', { header: header(), input: wrong }), within)
  expect(await tableSums(here.house)).toBe(before)
})

test('a field nobody asked for is refused, at every depth', async () => {
  await expectRefused(here, 'lu', opening({ state: 'archived' }), input)
  await expectRefused(
    here,
    'lu',
    posting('/api/repair', { header: { ...header(), ownerId: here.id.su }, input: report() }),
    input,
  )
  await expectRefused(
    here,
    'lu',
    posting('/api/repair', { header: header(), input: report(), actor: here.id.shen }),
    input,
  )
  const line = { code: 'R04', quantity: '1', unitFen: 1 }
  await expectRefused(
    here,
    'lu',
    posting(`/api/repair/${quoted}/quote`, { version: 2, input: { lines: [line], estimateFen: 0 } }),
    input,
  )
})

test('text that PostgreSQL cannot keep is refused wherever it hides', async () => {
  for (const bad of ['a\\u0000b', '\\ud800', '\\udc00x', 'ok\\ud83d']) {
    const body = JSON.stringify({ header: header(), input: report({ problem: 'PLACE' }) }).replace('PLACE', bad)
    await expectRefused(here, 'lu', posting('/api/repair', body), { status: 400, code: 'notStorable' }, bad)
    const note = `{"version":1,"input":{"text":"${bad}"}}`
    await expectRefused(here, 'lu', posting(`/api/repair/${number}/note`, note), { status: 400, code: 'notStorable' })
    const key = `{"version":1,"input":{"${bad}":1}}`
    await expectRefused(here, 'lu', posting(`/api/repair/${number}/note`, key), { status: 400, code: 'notStorable' })
  }
  for (const query of ['q=%00', 'q=a%00b', 'state=%00'])
    await expectRefused(here, 'lu', getting(`/api/repair?${query}`), { status: 400, code: 'notStorable' }, query)
})

test('absurd dates are refused', async () => {
  const dates = [
    '1999-12-31T00:00:00Z',
    '9999-12-31T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-23',
    'tomorrow',
    '2026-11-23T25:00:00Z',
    '2026-11-23T10:00:00',
    '+275760-09-13T00:00:00Z',
    '2026-11-23T02:00:00+99:00',
  ]
  for (const appointmentStart of dates)
    await expectRefused(here, 'lu', opening({ appointmentStart }), input, appointmentStart)
  await expectRefused(here, 'lu', opening({ appointmentStart: undefined }), input)
  await expectRefused(here, 'lu', opening({ appointmentEnd: '2026-11-23T01:30:00.000Z' }), input)
  const past = { appointmentStart: '2026-11-22T02:00:00Z', appointmentEnd: '2026-11-22T03:00:00Z' }
  await expectRefused(here, 'lu', opening(past), { status: 422, code: 'needs' })
})

test('absurd amounts and quantities are refused', async () => {
  const url = `/api/repair/${quoted}/quote`
  for (const fen of [
    '9007199254740992',
    '1e309',
    '-1',
    '1.5',
    '"5"',
    'null',
    '-0.1',
    '1e16',
    '9007199254740993',
    '1000000001',
  ])
    await expectRefused(
      here,
      'lu',
      posting(url, `{"version":2,"input":{"lines":[],"estimateFen":${fen}}}`),
      { status: 400 },
      fen,
    )
  for (const quantity of ['0', '-1', '1e3', '9999999', '1.2345', 'NaN', ' ', '0x10', '1,5', '00', '.5'])
    await expectRefused(
      here,
      'lu',
      posting(url, { version: 2, input: { lines: [{ code: 'R04', quantity }], estimateFen: 0 } }),
      input,
      quantity,
    )
  for (const agreedFen of [-1, 1.5, 2 ** 53, '2000'])
    await expectRefused(
      here,
      'lu',
      posting(`/api/repair/${quoted}/agree`, { version: 2, input: { how: 'phone', agreedFen } }),
      input,
    )
})

test('broken, deep, poisoned and huge bodies are refused and poison nothing', async () => {
  const bodies = [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '7',
    '\ufeff{}',
    '{"version":1,}',
    "{'version':1}",
    '{"version":1}x',
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    `{"version":1,"input":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`,
    '{"__proto__":{"polluted":1},"version":1}',
    '{"version":1,"input":{"__proto__":{"polluted":1}}}',
    '{"version":1,"input":{"constructor":{"prototype":{"polluted":1}}}}',
    '{"version":1,"input":{"text":"x","\\u005f\\u005fproto__":{"polluted":1}}}',
  ]
  for (const body of bodies)
    await expectRefused(here, 'lu', posting(`/api/repair/${number}/note`, body), { status: 400 }, body.slice(0, 60))
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  const huge = posting(`/api/repair/${number}/note`, { version: 1, input: { text: 'x'.repeat(5_000_000) } })
  await expectRefused(here, 'lu', huge, { status: 413, code: 'tooLarge' })
  const utf16 = {
    ...posting(`/api/repair/${number}/note`, ''),
    payload: Buffer.from('{"version":1,"input":{"text":"x"}}', 'utf16le'),
  }
  await expectRefused(here, 'lu', utf16, { status: 400 })
})
